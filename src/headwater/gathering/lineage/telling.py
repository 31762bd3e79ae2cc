"""News that two articles share, told apart from standing text that both carry."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from headwater.gathering.lineage.prints import SURE
from headwater.gathering.lineage.runs import Run
from headwater.gathering.lineage.standing import Ranges
from headwater.gathering.lineage.wording import Wording, date_of, day_number

# A passage with so many words to the reader is a notice; news that quotes "you" and "your" stays well under.
ADDRESSING = 0.15
BORDER = 13
OWN = 40
MONTH, HALF = 31, 0.5
A_LIST, MOSTLY = 120, 0.6


@dataclass(frozen=True, slots=True)
class Shared:
    """What two articles share: runs of news, runs of standing text, and how many words of each are no standing text."""

    news: tuple[Run, ...]
    standing: tuple[Run, ...]
    a_words: int
    b_words: int

    @property
    def words(self) -> int:
        """Words of news in common."""
        return sum(run.length for run in self.news)


def tell_apart(runs: Sequence[Run], a: Wording, b: Wording, known: tuple[Ranges, Ranges]) -> Shared:
    """The runs, split at the borders of standing text; where a rule says so, all of it is standing text."""
    a_known, b_known = _covered(known[0], len(a)), _covered(known[1], len(b))
    news: list[Run] = []
    standing: list[Run] = []
    for run in runs:
        covered = a_known[run.a : run.a_end] | b_known[run.b : run.b_end]
        for part, known_standing in _parts(run, covered):
            is_standing = known_standing or a.addressing[part.a : part.a_end].mean() >= ADDRESSING
            (standing if is_standing else news).append(part)
    if news and any(rule(news, a, b) for rule in STANDING):
        standing, news = sorted(standing + news), []
    spent = sum(run.length for run in standing)
    a_words = len(a) - max(int(a_known.sum()), spent)
    b_words = len(b) - max(int(b_known.sum()), spent)
    shared = sum(run.length for run in news)
    return Shared(tuple(news), tuple(standing), max(a_words, shared), max(b_words, shared))


def only_at_ends(news: Sequence[Run], a: Wording, b: Wording) -> bool:
    """In one outlet: all runs touch the same end of both articles, and between the ends each has words of its own."""
    a_from = b_from = 0
    a_to, b_to = len(a), len(b)
    rest = list(news)
    while rest and rest[0].a - a_from <= BORDER and rest[0].b - b_from <= BORDER:
        a_from, b_from = rest[0].a_end, rest[0].b_end
        rest = rest[1:]
    while rest and a_to - rest[-1].a_end <= BORDER and b_to - rest[-1].b_end <= BORDER:
        a_to, b_to = rest[-1].a, rest[-1].b
        rest = rest[:-1]
    return _one_outlet(a, b) and not rest and a_to - a_from >= OWN <= b_to - b_from


def long_after(news: Sequence[Run], a: Wording, b: Wording) -> bool:
    """In one outlet: half of an article stands again in another of more than a month later."""
    first, second = (day_number(date_of(each.article)) for each in (a, b))
    shared = sum(run.length for run in news)
    if first is None or second is None or abs(first - second) <= MONTH:
        return False
    return _one_outlet(a, b) and shared >= HALF * min(len(a), len(b))


def listed(news: Sequence[Run], a: Wording, b: Wording) -> bool:
    """Little, and mostly short lines that are no sentences: a list of other stories."""
    shared = sum(run.length for run in news)
    lines = min(
        sum(int(a.unclosed[run.a : run.a_end].sum()) for run in news),
        sum(int(b.unclosed[run.b : run.b_end].sum()) for run in news),
    )
    return shared <= A_LIST and lines >= MOSTLY * shared


STANDING: tuple[Callable[[Sequence[Run], Wording, Wording], bool], ...] = (only_at_ends, long_after, listed)


def _one_outlet(a: Wording, b: Wording) -> bool:
    return bool(a.outlet) and a.outlet == b.outlet


def _parts(run: Run, covered: NDArray[np.bool_]) -> Iterator[tuple[Run, bool]]:
    """The run cut where standing text begins and ends; crumbs of other words at its borders go with it."""
    if not covered.any():
        yield run, False
        return
    edges = [0, *(np.flatnonzero(np.diff(covered)) + 1).tolist(), run.length]
    pieces: list[tuple[int, int, bool]] = []
    for start, end in pairwise(edges):
        is_standing = bool(covered[start]) or end - start < SURE
        if pieces and pieces[-1][2] == is_standing:
            pieces[-1] = (pieces[-1][0], end, is_standing)
        else:
            pieces.append((start, end, is_standing))
    for start, end, is_standing in pieces:
        yield Run(run.a + start, run.b + start, end - start), is_standing


def _covered(ranges: Ranges, length: int) -> NDArray[np.bool_]:
    covered = np.zeros(length, np.bool_)
    for start, end in ranges:
        covered[start:end] = True
    return covered
