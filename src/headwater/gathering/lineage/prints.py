"""Two kinds of prints of an article's words: winnowed runs of 8 for what stands unchanged, sampled runs of 4 for what
was edited.

Two articles that share PRINT + WINDOW - 1 words in a row share a print (Schleimer, Wilkerson, Aiken 2003).  A shingle
is kept or not by its own hash alone, so edits around it do not matter: where three words in ten are changed, a quarter
of the shingles is still the same.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from headwater.gathering.lineage.wording import Wording, date_of
from headwater.records.lineage import Imprint

PRINT = 8
WINDOW = 6
SURE = PRINT + WINDOW - 1
SHINGLE = 4
ONE_IN = np.uint64(4)
# Changed with anything here or in the comparison that may change what is found.
FORMAT = "2"

PRINT_TYPE = np.dtype([("hash", "<u8"), ("at", "<i4")])

_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)


def rolled(words: NDArray[np.uint64], length: int) -> NDArray[np.uint64]:
    """A hash of every `length` words in a row."""
    count = len(words) - length + 1
    if count <= 0:
        return np.empty(0, np.uint64)
    runs = np.zeros(count, np.uint64)
    for offset in range(length):
        runs = runs * _FACTOR + words[offset : offset + count]
    runs ^= runs >> np.uint64(29)
    runs *= _MIX
    return runs ^ (runs >> np.uint64(32))


def winnowed(words: NDArray[np.uint64]) -> NDArray[np.void]:
    """Of every WINDOW neighbouring runs of PRINT words, the one with the smallest hash."""
    runs = rolled(words, PRINT)
    if not len(runs):
        return np.empty(0, PRINT_TYPE)
    if len(runs) <= WINDOW:
        return _rows(runs, np.array([int(runs.argmin())]))
    windows = np.lib.stride_tricks.sliding_window_view(runs, WINDOW)
    return _rows(runs, np.unique(windows.argmin(axis=1) + np.arange(len(windows))))


def sampled(words: NDArray[np.uint64]) -> NDArray[np.void]:
    """One in four of the runs of SHINGLE words, chosen by hash."""
    runs = rolled(words, SHINGLE)
    return _rows(runs, np.flatnonzero(runs % ONE_IN == 0))


def imprint(wording: Wording, digest: str) -> Imprint:
    """What the article is found by; `digest` stands for all that a comparison reads of it."""
    return Imprint(
        article=wording.article.id,
        digest=digest,
        outlet=wording.outlet,
        date=date_of(wording.article),
        words=len(wording),
        embedded_in=wording.article.embedded_in,
        prints=winnowed(wording.words).tobytes(),
        shingles=sampled(wording.words).tobytes(),
    )


def joined(rows: Iterable[bytes]) -> tuple[NDArray[np.uint64], NDArray[np.int32], NDArray[np.int32]]:
    """Hash, article (its place in the order) and position of all prints, by hash, then article, then position."""
    parts = list(rows)
    counts = [len(part) // PRINT_TYPE.itemsize for part in parts]
    table = np.frombuffer(b"".join(parts), PRINT_TYPE)
    articles = np.repeat(np.arange(len(parts), dtype=np.int32), counts)
    order = np.argsort(table["hash"], kind="stable")
    return table["hash"][order], articles[order], table["at"][order]


def _rows(runs: NDArray[np.uint64], chosen: NDArray[np.int64]) -> NDArray[np.void]:
    rows = np.empty(len(chosen), PRINT_TYPE)
    rows["hash"], rows["at"] = runs[chosen], chosen
    return rows
