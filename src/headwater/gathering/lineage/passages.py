"""Passages that two articles share: long runs, and chains of short ones with an editor's changes between them."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

import numpy as np

from headwater.gathering.lineage.prints import SURE
from headwater.gathering.lineage.runs import Row, Run, common_runs
from headwater.gathering.lineage.wording import Wording

# Words between two runs of one passage: between two long ones; else in a passage that is dense, and in one that is not.
WIDE, NARROW, CLOSE = 60, 30, 12
# A passage without a long run: words in common at least, and their share of the longer side.
CHAINED, DENSE = 16, 0.5
# Runs in a gap of unequal sides: so many words, or any number where the gap is small.
FILLED, SMALL = 2, 8
# How far beyond its ends a passage may go on, with how many equal words at least.
REACH, FEWEST = 12, 3
# A passage that is too short to stand alone, where so much of the shorter article is shared already.
STRAY, MUCH = 6, 0.5


def shared_runs(a: Wording, b: Wording) -> list[Run]:
    """The runs that two articles share, in the order of the first, none overlapping on either side.

    Where the two have much in common, what else they share is of one piece with it: a sentence put elsewhere.
    """
    sure: list[Run] = []
    stray: list[Run] = []
    for chain in _chains(common_runs(a.words, b.words)):
        whole = _filled(a.words, b.words, chain)
        parts = [whole] if _dense(whole) else [_filled(a.words, b.words, part) for part in _close(chain)]
        for filled in parts:
            if _dense(filled) or any(run.length >= SURE for run in filled):
                sure.extend((*_beyond(a.words, b.words, filled, -1), *filled, *_beyond(a.words, b.words, filled, 1)))
            elif any(run.length >= STRAY for run in filled):
                stray.extend(filled)
    akin = sum(run.length for run in sure) >= MUCH * min(len(a), len(b))
    return _free(sure + stray if akin else sure)


def _chains(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs that follow one another on both sides, each put to the chain whose end is nearest."""
    chains: list[list[Run]] = []
    open_: list[list[Run]] = []
    for run in runs:
        open_ = [chain for chain in open_ if run.a - chain[-1].a_end <= WIDE]
        near = [(distance, index) for index, chain in enumerate(open_) if (distance := _distance(chain[-1], run)) >= 0]
        if near:
            open_[min(near)[1]].append(run)
        else:
            chains.append([run])
            open_.append(chains[-1])
    return chains


def _close(chain: Sequence[Run]) -> Iterator[list[Run]]:
    """The chain taken apart wherever a gap is wide and a run beside it short."""
    part = [chain[0]]
    for left, right in pairwise(chain):
        long = left.length >= SURE and right.length >= SURE
        if not long and max(right.a - left.a_end, right.b - left.b_end) > CLOSE:
            yield part
            part = []
        part.append(right)
    yield part


def _distance(left: Run, right: Run) -> int:
    """The words between two runs on the side where they are more; -1 where the second does not follow the first."""
    a_gap, b_gap = right.a - left.a_end, right.b - left.b_end
    widest = WIDE if left.length >= SURE and right.length >= SURE else NARROW
    return max(a_gap, b_gap) if a_gap >= 0 <= b_gap and max(a_gap, b_gap) <= widest else -1


def _filled(a: Row, b: Row, chain: Sequence[Run]) -> list[Run]:
    """The chain with what was left standing between its runs; runs that touch are made one."""
    filled = [chain[0]]
    for right in chain[1:]:
        left = filled[-1]
        for run in (*_between(a, b, left, right), right):
            last = filled[-1]
            if last.a_end == run.a and last.b_end == run.b:
                filled[-1] = Run(last.a, last.b, last.length + run.length)
            else:
                filled.append(run)
    return filled


def _between(a: Row, b: Row, left: Run, right: Run) -> Iterator[Run]:
    """Equal words in a gap: each in its place where both gaps are as long, else short runs in the same order."""
    first, second = a[left.a_end : right.a], b[left.b_end : right.b]
    if not len(first) or not len(second):
        return
    if len(first) == len(second):
        same = np.concatenate(([False], first == second, [False]))
        edges = np.flatnonzero(same[1:] != same[:-1]).tolist()
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            yield Run(left.a_end + start, left.b_end + start, end - start)
        return
    for block in SequenceMatcher(None, first.tolist(), second.tolist(), autojunk=False).get_matching_blocks():
        if block.size >= FILLED or (block.size and max(len(first), len(second)) <= SMALL):
            yield Run(left.a_end + block.a, left.b_end + block.b, block.size)


def _beyond(a: Row, b: Row, chain: Sequence[Run], step: int) -> Iterator[Run]:
    """Equal words before (-1) or after (1) the chain, as far as half of the words out to there are equal."""
    a_at, b_at = (chain[-1].a_end, chain[-1].b_end) if step > 0 else (chain[0].a - 1, chain[0].b - 1)
    reach = min(REACH, *((len(row) - at, at + 1)[step < 0] for row, at in ((a, a_at), (b, b_at))))
    out = np.arange(reach) * step
    same = a[a_at + out] == b[b_at + out]
    counts = np.cumsum(same)
    far = np.flatnonzero(same & (counts >= FEWEST) & (2 * counts > np.arange(reach)))
    if len(far):
        edges = np.flatnonzero(np.diff(np.concatenate(([False], same[: far[-1] + 1], [False])))).tolist()
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            first = start if step > 0 else 1 - end
            yield Run(a_at + first, b_at + first, end - start)


def _dense(chain: Sequence[Run]) -> bool:
    words = sum(run.length for run in chain)
    extent = max(chain[-1].a_end - chain[0].a, chain[-1].b_end - chain[0].b)
    return words >= CHAINED and words >= DENSE * extent


def _free(runs: list[Run]) -> list[Run]:
    """Runs without those that overlap a longer one: two chains may each have filled a gap with the same words."""
    a_taken: set[int] = set()
    b_taken: set[int] = set()
    kept: list[Run] = []
    for run in sorted(runs, key=lambda run: (-run.length, run)):
        a_words, b_words = range(run.a, run.a_end), range(run.b, run.b_end)
        if a_taken.isdisjoint(a_words) and b_taken.isdisjoint(b_words):
            a_taken.update(a_words)
            b_taken.update(b_words)
            kept.append(run)
    return sorted(kept)


def by_paragraph(a: Wording, b: Wording, runs: Sequence[Run]) -> list[Run]:
    """The runs cut wherever either side begins a new paragraph, so that each is one stretch of page text."""
    cut: list[Run] = []
    for run in runs:
        a_paragraphs = a.paragraphs[run.a : run.a_end]
        b_paragraphs = b.paragraphs[run.b : run.b_end]
        changes = np.flatnonzero((np.diff(a_paragraphs) != 0) | (np.diff(b_paragraphs) != 0)) + 1
        borders = [0, *changes.tolist(), run.length]
        cut.extend(Run(run.a + start, run.b + start, end - start) for start, end in pairwise(borders))
    return cut
