"""Stretches of words that two articles have in common, word by word."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.gathering.lineage.prints import SHINGLE, rolled

# Of a run of SHINGLE words that the second article repeats, so many are looked at.
OFTEN = 2
NEAR = 8

Row = NDArray[np.uint64]


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """`length` words from word `a` of one article that are, one by one, the words from word `b` of the other."""

    a: int
    b: int
    length: int

    @property
    def a_end(self) -> int:
        return self.a + self.length

    @property
    def b_end(self) -> int:
        return self.b + self.length


def common_runs(a: Row, b: Row) -> list[Run]:
    """The runs of SHINGLE words or more that stand in both, none overlapping on either side: the longest first had
    their choice."""
    return _apart(_grown(a, b), len(a), len(b))


def _grown(a: Row, b: Row) -> list[Run]:
    """Shared shingles joined along their diagonals."""
    first, second = _matches(rolled(a, SHINGLE), rolled(b, SHINGLE))
    order = np.lexsort((first, first - second))
    first, second = first[order], second[order]
    if not len(first):
        return []
    breaks = (np.diff(first) != 1) | (np.diff(second) != 1)
    starts = np.concatenate(([0], np.flatnonzero(breaks) + 1))
    ends = np.concatenate((starts[1:], [len(first)]))
    runs: list[Run] = []
    for at, end in zip(starts.tolist(), ends.tolist(), strict=True):
        run = Run(int(first[at]), int(second[at]), end - at + SHINGLE - 1)
        before = runs[-1] if runs else None
        if before and before.a - before.b == run.a - run.b and _same_between(a, b, before, run):
            runs[-1] = Run(before.a, before.b, run.a_end - before.a)
        else:
            runs.append(run)
    return runs


def _matches(a: Row, b: Row) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Positions on both sides of equal hashes; of one that stands often in the second, the first OFTEN."""
    order = np.argsort(b, kind="stable")
    start = np.searchsorted(b[order], a, side="left")
    count = np.searchsorted(b[order], a, side="right") - start
    times = [np.flatnonzero(count > number) for number in range(OFTEN)]
    second = [order[start[first] + number] for number, first in enumerate(times)]
    return np.concatenate(times), np.concatenate(second)


def _same_between(a: Row, b: Row, left: Run, right: Run) -> bool:
    gap = right.a - left.a_end
    return gap <= 0 or (gap <= NEAR and bool((a[left.a_end : right.a] == b[left.b_end : right.b]).all()))


def _apart(runs: list[Run], a_length: int, b_length: int) -> list[Run]:
    """The longest runs first; a later one keeps what words are still free on both sides, if enough."""
    a_free, b_free = bytearray(b"\1" * a_length), bytearray(b"\1" * b_length)
    kept: list[Run] = []
    for run in sorted(runs, key=lambda run: (-run.length, run)):
        for start, end in _stretches(a_free[run.a : run.a_end], b_free[run.b : run.b_end]):
            kept.append(Run(run.a + start, run.b + start, end - start))
            a_free[run.a + start : run.a + end] = bytes(end - start)
            b_free[run.b + start : run.b + end] = bytes(end - start)
    return sorted(kept)


def _stretches(a_free: bytearray, b_free: bytearray) -> Iterator[tuple[int, int]]:
    """Where SHINGLE words in a row or more are free on both sides."""
    if 0 not in a_free and 0 not in b_free:
        yield 0, len(a_free)
        return
    start = None
    for at, (left, right) in enumerate(zip(a_free + b"\0", b_free + b"\0", strict=True)):
        if left and right:
            start = at if start is None else start
        elif start is not None:
            if at - start >= SHINGLE:
                yield start, at
            start = None
