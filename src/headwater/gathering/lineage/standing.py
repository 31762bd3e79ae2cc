"""Words that stand on many pages with nothing else in common: station text, notices, paragraphs that are always added.

A print is standing text of an outlet when enough unrelated articles of it carry it; of all outlets, when many do.  Two
articles are unrelated when the rarest of what each has (what at most RARE articles have) differs, and their dates too.
What comes back again and again, weeks apart, is standing text though articles consist of nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.gathering.lineage.prints import PRINT, WINDOW, joined
from headwater.gathering.lineage.wording import day_number
from headwater.records.lineage import Imprint

RARE = 3
OWN_PRINTS = 3
EDGE = 0.25
MOSTLY = 0.75
APART = 14
BRIDGED = PRINT + WINDOW

Ranges = tuple[tuple[int, int], ...]
Numbers = NDArray[np.uint64] | NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Enough:
    """How many unrelated articles must carry a print that stands mostly near the ends of them, or anywhere; or at how
    many times, and on how many days, it must come back."""

    at_edges: int
    anywhere: int
    times: int
    days: int


OF_ONE = Enough(at_edges=3, anywhere=5, times=2, days=3)
OF_ALL = Enough(at_edges=8, anywhere=30, times=3, days=3)


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """All prints of all articles by hash, then article, then position; `group` numbers the hashes, `size` says for
    each row how many articles have it, `first` is true at the first row of each article in a group."""

    articles: NDArray[np.int32]
    at: NDArray[np.int32]
    group: NDArray[np.int64]
    first: NDArray[np.bool_]
    size: NDArray[np.int64]
    hashes: NDArray[np.uint64]

    def cut(self, kept: NDArray[np.bool_]) -> "Table":
        """The rows that are kept; group numbers and sizes stay."""
        return Table(
            self.articles[kept], self.at[kept], self.group[kept], self.first[kept], self.size[kept], self.hashes[kept]
        )


def table_of(rows: Sequence[bytes]) -> Table:
    """The prints that more than one article has."""
    hashes, articles, at = joined(rows)
    fresh = np.ones(len(hashes), np.bool_)
    fresh[1:] = hashes[1:] != hashes[:-1]
    first = fresh.copy()
    first[1:] |= articles[1:] != articles[:-1]
    group = np.cumsum(fresh) - 1
    size = np.bincount(group, weights=first).astype(np.int64)[group] if len(group) else np.empty(0, np.int64)
    return Table(articles, at, group, first, size, hashes)


def standing(imprints: Sequence[Imprint], table: Table) -> NDArray[np.bool_]:
    """For each row of the table, whether the words at it are standing text, of its outlet or of all."""
    number = {name: index for index, name in enumerate(sorted({imprint.outlet for imprint in imprints} - {""}))}
    outlets = np.array([number.get(imprint.outlet, -1) for imprint in imprints], np.int64)
    lengths = np.array([imprint.words for imprint in imprints], np.int64)
    own, days = _own(table, len(imprints)), _days(imprints)
    rows = table.cut(table.first & (table.size >= OF_ONE.at_edges))
    near = np.minimum(rows.at, lengths[rows.articles] - rows.at - PRINT) < EDGE * lengths[rows.articles]
    votes = _Votes(rows.group, own[rows.articles], days[rows.articles], near)
    outlet = outlets[rows.articles]
    known, width = outlet >= 0, len(number) + 1
    here = _carried(votes.of(rows.group * width + outlet).cut(known), OF_ONE)
    everywhere = _carried(votes, OF_ALL)
    found: NDArray[np.bool_] = np.isin(table.group, everywhere)
    found |= np.isin(table.group * width + outlets[table.articles], here) & (outlets[table.articles] >= 0)
    return found


def masks(table: Table, standing_rows: NDArray[np.bool_]) -> dict[int, Ranges]:
    """The words that standing prints cover, by article: ranges of word positions, narrow gaps bridged."""
    rows = np.column_stack((table.articles[standing_rows], table.at[standing_rows]))
    rows = rows[np.lexsort((rows[:, 1], rows[:, 0]))]
    found: dict[int, list[list[int]]] = {}
    for article, at in rows.tolist():
        ranges = found.setdefault(article, [])
        if ranges and at <= ranges[-1][1] + BRIDGED:
            ranges[-1][1] = at + PRINT
        else:
            ranges.append([at, at + PRINT])
    return {article: tuple((start, end) for start, end in ranges) for article, ranges in found.items()}


def outside(ranges: Ranges, at: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Which of these positions lie in none of the ranges."""
    borders = np.array(ranges, np.int64).ravel()
    outer: NDArray[np.bool_] = np.searchsorted(borders, at, side="right") % 2 == 0
    return outer


def _own(table: Table, count: int) -> NDArray[np.uint64]:
    """For each article the smallest hash of its rare prints, by which it is told from others; 0 for too few of them."""
    rare = table.cut(table.first & (table.size <= RARE))
    smallest = np.full(count, np.iinfo(np.uint64).max, np.uint64)
    np.minimum.at(smallest, rare.articles, rare.hashes)
    smallest[np.bincount(rare.articles, minlength=count) < OWN_PRINTS] = 0
    return smallest


def _days(imprints: Sequence[Imprint]) -> NDArray[np.int64]:
    """The stated day as a number; a negative one of its own for each article that states none."""
    days = (day_number(imprint.date) or -index - 1 for index, imprint in enumerate(imprints))
    return np.fromiter(days, np.int64, len(imprints))


@dataclass(frozen=True, slots=True, eq=False)
class _Votes:
    """What each carrier of a print says of it: who it is, of which day, and whether the print is near an end of it."""

    keys: NDArray[np.int64]
    own: NDArray[np.uint64]
    days: NDArray[np.int64]
    near_end: NDArray[np.bool_]

    def of(self, keys: NDArray[np.int64]) -> "_Votes":
        return _Votes(keys, self.own, self.days, self.near_end)

    def cut(self, kept: NDArray[np.bool_]) -> "_Votes":
        return _Votes(self.keys[kept], self.own[kept], self.days[kept], self.near_end[kept])


def _carried(votes: _Votes, enough: Enough) -> NDArray[np.int64]:
    """The keys that enough unrelated articles carry, or articles of enough times."""
    keys, group = np.unique(votes.keys, return_inverse=True)
    if not len(keys):
        return keys
    telling = votes.own > 0
    unrelated = np.minimum(*(_distinct(group[telling], each[telling], len(keys)) for each in (votes.own, votes.days)))
    edges = np.bincount(group, weights=votes.near_end) / np.bincount(group)
    dated = votes.days > 0
    times, days = (_times(group[dated], votes.days[dated], len(keys), apart) for apart in (APART, 0))
    at_edges = (unrelated >= enough.at_edges) & (edges >= MOSTLY)
    again = (times >= enough.times) & (days >= enough.days)
    return keys[at_edges | (unrelated >= enough.anywhere) | again]


def _times(group: NDArray[np.int64], days: NDArray[np.int64], count: int, apart: int) -> NDArray[np.int64]:
    """At how many times, more than so many days from one another, each group has a carrier."""
    order = np.lexsort((days, group))
    group, days = group[order], days[order]
    new = np.ones(len(group), np.bool_)
    new[1:] = (group[1:] != group[:-1]) | (np.diff(days) > apart)
    return np.bincount(group, weights=new, minlength=count).astype(np.int64)


def _distinct(group: NDArray[np.int64], values: Numbers, count: int) -> NDArray[np.int64]:
    """How many different values each group has."""
    order = np.lexsort((values, group))
    group, values = group[order], values[order]
    new = np.ones(len(group), np.bool_)
    new[1:] = (group[1:] != group[:-1]) | (values[1:] != values[:-1])
    return np.bincount(group, weights=new, minlength=count).astype(np.int64)
