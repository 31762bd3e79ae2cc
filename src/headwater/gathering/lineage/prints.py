"""Prints by winnowing: of every WINDOW neighbouring runs of K words, the one with the smallest hash.

Two articles that share K + WINDOW - 1 words in a row share a print (Schleimer, Wilkerson, Aiken 2003).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.gathering.lineage.wording import Wording

K = 8
WINDOW = 6
SURE = K + WINDOW - 1
CROWD = 12

_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)


@dataclass(frozen=True, slots=True, eq=False)
class Prints:
    """All prints of all articles: hash, article (its place in the order), position of the first word."""

    hashes: NDArray[np.uint64]
    articles: NDArray[np.int32]
    positions: NDArray[np.int32]


def winnow(words: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    """Hashes and positions of the prints of a row of word hashes; none for fewer than K words."""
    if len(words) < K:
        return np.empty(0, np.uint64), np.empty(0, np.int32)
    count = len(words) - K + 1
    runs = np.zeros(count, np.uint64)
    for offset in range(K):
        runs = runs * _FACTOR + words[offset : offset + count]
    runs ^= runs >> np.uint64(29)
    runs *= _MIX
    runs ^= runs >> np.uint64(32)
    if count <= WINDOW:
        chosen = np.array([int(runs.argmin())], np.int32)
    else:
        windows = np.lib.stride_tricks.sliding_window_view(runs, WINDOW)
        chosen = np.unique(windows.argmin(axis=1).astype(np.int32) + np.arange(len(windows), dtype=np.int32))
    return runs[chosen], chosen


def prints_of(wordings: Sequence[Wording], hashes: NDArray[np.uint64]) -> Prints:
    """The prints of all articles, sorted by hash, then article; a print that an article has twice counts once."""
    parts = [winnow(hashes[wording.words]) for wording in wordings]
    joined = np.concatenate([part[0] for part in parts] or [np.empty(0, np.uint64)])
    positions = np.concatenate([part[1] for part in parts] or [np.empty(0, np.int32)])
    articles = np.repeat(np.arange(len(parts), dtype=np.int32), [len(part[0]) for part in parts])
    order = np.lexsort((positions, articles, joined))
    joined, articles, positions = joined[order], articles[order], positions[order]
    fresh = np.ones(len(joined), np.bool_)
    fresh[1:] = (joined[1:] != joined[:-1]) | (articles[1:] != articles[:-1])
    return Prints(joined[fresh], articles[fresh], positions[fresh])


def candidates(prints: Prints) -> Iterator[tuple[tuple[int, int], NDArray[np.int32]]]:
    """Pairs of articles that share prints, in order, each with the positions on both sides (rows of two).

    A print that more than CROWD articles have ties each of them to the first alone: an agency text that hundreds
    print is found once for each, not for each pair.
    """
    rows = _rows(prints)
    if not len(rows):
        return
    rows = rows[np.lexsort((rows[:, 3], rows[:, 2], rows[:, 1], rows[:, 0]))]
    changes = np.flatnonzero((rows[1:, 0] != rows[:-1, 0]) | (rows[1:, 1] != rows[:-1, 1])) + 1
    for group in np.split(rows, changes):
        yield (int(group[0, 0]), int(group[0, 1])), group[:, 2:]


def _rows(prints: Prints) -> NDArray[np.int32]:
    """One row for each print and pair of articles that share it: both articles, both positions."""
    borders = np.flatnonzero(np.diff(prints.hashes)) + 1 if len(prints.hashes) else np.empty(0, np.int64)
    starts = np.concatenate(([0], borders)).astype(np.int64)
    sizes = np.diff(np.concatenate((starts, [len(prints.hashes)])))
    found: list[NDArray[np.int64]] = []
    for size in range(2, CROWD + 1):
        first = starts[sizes == size]
        for left in range(size - 1):
            found.extend(np.column_stack((first + left, first + right)) for right in range(left + 1, size))
    for start, size in zip(starts[sizes > CROWD], sizes[sizes > CROWD], strict=True):
        found.append(np.column_stack((np.full(size - 1, start), np.arange(start + 1, start + size))))
    pairs = np.concatenate(found) if found else np.empty((0, 2), np.int64)
    a, b = pairs[:, 0], pairs[:, 1]
    return np.column_stack((prints.articles[a], prints.articles[b], prints.positions[a], prints.positions[b]))
