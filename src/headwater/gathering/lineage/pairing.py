"""Which articles are worth comparing word by word: they share a winnowed print, or enough rare shingles."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from headwater.gathering.lineage.standing import Ranges, Table, masks, outside, standing, table_of
from headwater.records.lineage import Imprint

CROWD = 12
FEW = 6
# Points of a shared shingle by how many articles have it: up to 2, 4, 8, more.
BORDERS, POINTS = np.array([2, 4, 8]), np.array([4, 3, 2, 1])
ENOUGH = 12
SHARE = 0.08


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles, the earlier first, the standing text of each (ranges of words), and the hash of all that the
    comparison rests on."""

    a: str
    b: str
    a_standing: Ranges
    b_standing: Ranges
    key: str


def in_order(imprints: Sequence[Imprint]) -> list[Imprint]:
    """By stated date, undated last, then by id: an order that depends on what they are alone."""
    return sorted(imprints, key=lambda imprint: (imprint.date, imprint.article))


def pairs_of(imprints: Sequence[Imprint]) -> Iterator[Pair]:
    """The pairs worth comparing, of articles in order.  A function of the set of imprints, however it came together.

    A print that more than CROWD articles have ties each of them to the first alone: a text that hundreds carry is found
    once for each, not for each pair.  Standing text ties each carrier to the first by id.
    """
    prints = table_of([imprint.prints for imprint in imprints])
    standing_rows = standing(imprints, prints)
    standing_in = masks(prints, standing_rows)
    news = prints.cut(prints.first & (prints.size > 1) & ~standing_rows)
    codes = [_codes(news, CROWD, len(imprints))[0], _edited(imprints, standing_in)]
    codes.append(_carriers(imprints, prints.cut(prints.first & standing_rows)))
    within = {imprint.article: imprint.embedded_in for imprint in imprints}
    for code in np.unique(np.concatenate(codes)).tolist():
        first, second = divmod(code, len(imprints))
        a, b = imprints[first], imprints[second]
        if not _embedded(a.article, b.article, within) and not _embedded(b.article, a.article, within):
            ranges = standing_in.get(first, ()), standing_in.get(second, ())
            yield Pair(a.article, b.article, *ranges, _key(a, b, *ranges))


def _edited(imprints: Sequence[Imprint], standing_in: Mapping[int, Ranges]) -> NDArray[np.int64]:
    """Pairs that share enough shingles, weighed by rarity, for the shorter of the two."""
    table = table_of([imprint.shingles for imprint in imprints])
    kept = table.first.copy()
    for article, ranges in _rows_of(table.articles, standing_in):
        kept[article] &= outside(ranges, table.at[article])
    counts = np.bincount(table.articles[kept], minlength=len(imprints))
    codes, sizes = _codes(table.cut(kept & (table.size > 1)), FEW, len(imprints))
    pairs, group = np.unique(codes, return_inverse=True)
    points = np.bincount(group, weights=POINTS[np.searchsorted(BORDERS, sizes)], minlength=len(pairs))
    shared = np.bincount(group, minlength=len(pairs))
    a, b = pairs // max(len(imprints), 1), pairs % max(len(imprints), 1)
    return pairs[(points >= ENOUGH) & (shared >= SHARE * np.minimum(counts[a], counts[b]))]


def _rows_of(
    articles: NDArray[np.int32], standing_in: Mapping[int, Ranges]
) -> Iterator[tuple[NDArray[np.int64], Ranges]]:
    """Rows of each article that has standing text, with where that is."""
    wanted = np.flatnonzero(np.isin(articles, np.array(sorted(standing_in), np.int64)))
    wanted = wanted[np.argsort(articles[wanted], kind="stable")]
    borders = np.flatnonzero(np.diff(articles[wanted])) + 1
    for rows in np.split(wanted, borders) if len(wanted) else ():
        yield rows, standing_in[int(articles[rows[0]])]


def _codes(table: Table, crowd: int, count: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each print and pair of articles that share it: the pair as one number, and how many articles have it."""
    group = table.group
    starts = np.flatnonzero(np.concatenate(([True], group[1:] != group[:-1]))) if len(group) else np.empty(0, np.int64)
    sizes = np.diff(np.concatenate((starts, [len(group)])))
    lefts: list[NDArray[np.int64]] = []
    rights: list[NDArray[np.int64]] = []
    for size in range(2, crowd + 1):
        first = starts[sizes == size]
        for left in range(size - 1):
            for right in range(left + 1, size):
                lefts.append(first + left)
                rights.append(first + right)
    for start, many in zip(starts[sizes > crowd].tolist(), sizes[sizes > crowd].tolist(), strict=True):
        lefts.append(np.full(many - 1, start))
        rights.append(np.arange(start + 1, start + many))
    first_row = np.concatenate([np.empty(0, np.int64), *lefts])
    second_row = np.concatenate([np.empty(0, np.int64), *rights])
    return table.articles[first_row].astype(np.int64) * count + table.articles[second_row], table.size[first_row]


def _carriers(imprints: Sequence[Imprint], table: Table) -> NDArray[np.int64]:
    """Each article with standing text and the one, first by id of all carriers, with which it shares most of it."""
    ranks = np.empty(len(imprints), np.int64)
    ranks[sorted(range(len(imprints)), key=lambda index: imprints[index].article)] = np.arange(len(imprints))
    order = np.lexsort((ranks[table.articles], table.group))
    articles, group = table.articles[order], table.group[order]
    heads = np.searchsorted(group, group)
    first, other = articles[heads].astype(np.int64), articles.astype(np.int64)
    apart = first != other
    first, other = first[apart], other[apart]
    pairs, shared = np.unique(other * len(imprints) + first, return_counts=True)
    carrier = pairs // max(len(imprints), 1)
    best = np.lexsort((pairs, -shared, carrier))
    leading = np.concatenate(([True], carrier[best][1:] != carrier[best][:-1])) if len(best) else best.astype(bool)
    chosen = pairs[best[leading]]
    other, first = chosen // max(len(imprints), 1), chosen % max(len(imprints), 1)
    return np.minimum(first, other) * len(imprints) + np.maximum(first, other)


def _embedded(inner: str, outer: str, within: Mapping[str, str | None]) -> bool:
    above, steps = within.get(inner), 0
    while above is not None and steps < 10:
        if above == outer:
            return True
        above, steps = within.get(above), steps + 1
    return False


def _key(a: Imprint, b: Imprint, a_standing: Ranges, b_standing: Ranges) -> str:
    told = f"{a.article} {a.digest} {a_standing}\n{b.article} {b.digest} {b_standing}"
    return blake2b(told.encode(), digest_size=12).hexdigest()
