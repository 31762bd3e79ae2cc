"""Grouping by average link, with pairs that must and pairs that must not come together."""

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence

Pair = tuple[int, int]
Apart = Callable[[frozenset[int], frozenset[int]], bool]


def components(count: int, pairs: Iterable[Pair]) -> list[list[int]]:
    """Items 0 … count - 1 in connected parts, each in order, by their first item."""
    parent = list(range(count))

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for a, b in pairs:
        first, second = sorted((root(a), root(b)))
        parent[second] = first
    parts: dict[int, list[int]] = {}
    for item in range(count):
        parts.setdefault(root(item), []).append(item)
    return list(parts.values())


def link(
    groups: Sequence[frozenset[int]], scores: Mapping[Pair, float], least: float, apart: Apart
) -> list[frozenset[int]]:
    """The groups joined, best average first, as long as the average score between two is `least` or more and they may
    come together.  A pair without a score counts as 0.  Of equal averages the one with the first items wins, so the
    order in which items are numbered must not depend on the order in which they came."""
    held = dict(enumerate(groups))
    home = {item: number for number, group in held.items() for item in group}
    sums: dict[int, dict[int, float]] = {number: {} for number in held}
    for (a, b), score in scores.items():
        one, other = home[a], home[b]
        if one != other:
            sums[one][other] = sums[other][one] = sums[one].get(other, 0.0) + score
    heap = [_entry(one, other, held, sums) for one in held for other in sums[one] if one < other]
    heapq.heapify(heap)
    number = len(groups)
    while heap:
        average, _, _, one, other = heapq.heappop(heap)
        if -average < least:
            break
        if one not in held or other not in held or apart(held[one], held[other]):
            continue
        held[number] = held.pop(one) | held.pop(other)
        sums[number] = _joined(sums.pop(one), sums.pop(other), one, other)
        for neighbour, total in sums[number].items():
            sums[neighbour][number] = total
            sums[neighbour].pop(one, None)
            sums[neighbour].pop(other, None)
            heapq.heappush(heap, _entry(number, neighbour, held, sums))
        number += 1
    return sorted(held.values(), key=min)


def _entry(
    one: int, other: int, held: Mapping[int, frozenset[int]], sums: Mapping[int, Mapping[int, float]]
) -> tuple[float, int, int, int, int]:
    average = sums[one][other] / (len(held[one]) * len(held[other]))
    first, second = sorted((min(held[one]), min(held[other])))
    return (-round(average, 9), first, second, one, other)


def _joined(a: Mapping[int, float], b: Mapping[int, float], one: int, other: int) -> dict[int, float]:
    return {
        number: a.get(number, 0.0) + b.get(number, 0.0) for number in sorted({*a, *b}) if number not in (one, other)
    }
