"""Shared runs of words, grown from shared prints and checked word by word."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from headwater.gathering.lineage.prints import SURE
from headwater.gathering.lineage.wording import Wording

SHORTEST_BESIDE = 4
WIDEST_GAP = 60


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """`length` words from word `a` of one article that are, one by one, the words from word `b` of the other."""

    a: int
    b: int
    length: int


def shared_runs(a: Wording, b: Wording, seeds: NDArray[np.int32]) -> list[Run]:
    """The runs that two articles share, in the order of the first: long ones, and short ones in the gaps between.

    Runs do not overlap on either side; where two claim the same words, the longer has them.
    """
    long = [run for run in _grown(a, b, seeds) if run.length >= SURE]
    kept = _apart(long, len(a), len(b))
    taken = np.zeros(len(b), np.bool_)
    for run in kept:
        taken[run.b : run.b + run.length] = True
    for left, right in list(_gaps(kept)):
        for short in _between(a, b, left, right):
            if not taken[short.b : short.b + short.length].any():
                taken[short.b : short.b + short.length] = True
                kept.append(short)
    return sorted(kept)


def _grown(a: Wording, b: Wording, seeds: NDArray[np.int32]) -> Iterator[Run]:
    """Each seed grown as far as the words agree; one inside an earlier run of its diagonal is skipped."""
    reached: dict[int, int] = {}
    for first, second in seeds.tolist():
        if reached.get(first - second, 0) > first:
            continue
        run = _grow(a.words, b.words, first, second)
        if run.length:
            reached[first - second] = run.a + run.length
            yield run


def _grow(a: NDArray[np.uint32], b: NDArray[np.uint32], first: int, second: int) -> Run:
    ahead = min(len(a) - first, len(b) - second)
    behind = min(first, second)
    forward = _agreeing(a[first : first + ahead], b[second : second + ahead])
    back = _agreeing(a[first - behind : first][::-1], b[second - behind : second][::-1])
    return Run(first - back, second - back, forward + back) if forward else Run(first, second, 0)


def _agreeing(a: NDArray[np.uint32], b: NDArray[np.uint32]) -> int:
    """How many words agree from the start; looked at in growing portions, since most runs are short."""
    start, portion = 0, 64
    while start < len(a):
        differing = np.flatnonzero(a[start : start + portion] != b[start : start + portion])
        if len(differing):
            return start + int(differing[0])
        start, portion = start + portion, portion * 4
    return len(a)


def _apart(runs: list[Run], a_length: int, b_length: int) -> list[Run]:
    """The longest runs first; a later one keeps what words are still free on both sides, if enough."""
    a_taken, b_taken = np.zeros(a_length, np.bool_), np.zeros(b_length, np.bool_)
    kept: list[Run] = []
    for run in sorted(runs, key=lambda run: (-run.length, run)):
        free = ~(a_taken[run.a : run.a + run.length] | b_taken[run.b : run.b + run.length])
        for start, end in _stretches(free):
            if end - start >= SURE:
                kept.append(Run(run.a + start, run.b + start, end - start))
                a_taken[run.a + start : run.a + end] = True
                b_taken[run.b + start : run.b + end] = True
    return sorted(kept)


def _stretches(free: NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], free, [False]))))
    return [(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _gaps(runs: list[Run]) -> Iterator[tuple[Run, Run]]:
    for left, right in pairwise(runs):
        a_gap = right.a - left.a - left.length
        b_gap = right.b - left.b - left.length
        if 0 < a_gap <= WIDEST_GAP and 0 < b_gap <= WIDEST_GAP:
            yield left, right


def _between(a: Wording, b: Wording, left: Run, right: Run) -> list[Run]:
    """Short runs between two neighbouring long ones: what an editor's changes left standing."""
    a_start, b_start = left.a + left.length, left.b + left.length
    matcher = SequenceMatcher(
        None, a.words[a_start : right.a].tolist(), b.words[b_start : right.b].tolist(), autojunk=False
    )
    blocks = matcher.get_matching_blocks()
    return [Run(a_start + block.a, b_start + block.b, block.size) for block in blocks if block.size >= SHORTEST_BESIDE]


def by_paragraph(a: Wording, b: Wording, runs: list[Run]) -> list[Run]:
    """The runs cut wherever either side begins a new paragraph, so that each is one stretch of page text."""
    cut: list[Run] = []
    for run in runs:
        a_paragraphs = a.paragraphs[run.a : run.a + run.length]
        b_paragraphs = b.paragraphs[run.b : run.b + run.length]
        changes = np.flatnonzero((np.diff(a_paragraphs) != 0) | (np.diff(b_paragraphs) != 0)) + 1
        borders = [0, *changes.tolist(), run.length]
        cut.extend(Run(run.a + start, run.b + start, end - start) for start, end in pairwise(borders))
    return cut
