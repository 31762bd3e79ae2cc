"""How two days, places, counts stand to one another."""

import math
from collections.abc import Iterable, Mapping
from typing import Literal

from headwater.gathering.incidents.sighting import Count, Days, Spot

EARTH_KM = 6371.0
SAME_KM, NEAR_KM = 5.0, 25.0
Nearness = Literal["same", "within", "near", "apart", "unknown"]


def days_apart(a: Days | None, b: Days | None) -> int | None:
    """Days between two intervals: 0 where they overlap, null where one is not known."""
    if a is None or b is None:
        return None
    return max(0, a.first - b.last, b.first - a.last)


def overlap(a: Days, b: Days) -> Days:
    """The days in both, or the narrower where none is."""
    first, last = max(a.first, b.first), min(a.last, b.last)
    return Days(first, last) if first <= last else min(a, b, key=lambda days: (days.last - days.first, days.first))


def distance_km(a: Spot, b: Spot) -> float | None:
    """Great-circle distance (haversine); null where a point is not known."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    north, south = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((south - north) / 2) ** 2
    half += math.cos(north) * math.cos(south) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def nearness(a: Iterable[Spot], b: Iterable[Spot]) -> Nearness:
    """The closest that a place of one comes to a place of the other."""
    second = list(b)
    found = {_near(one, other) for one in a for other in second}
    for answer in ("same", "within", "near", "apart"):
        if answer in found:
            return answer
    return "unknown"


def _near(a: Spot, b: Spot) -> Nearness:
    if a.ids and b.ids:
        if a.ids[0] == b.ids[0]:
            return "within" if a.wide else "same"
        if a.ids[0] in b.ids or b.ids[0] in a.ids:
            return "within"
        if a.wide and b.wide:
            return "apart"
    elif a.name == b.name:
        return "within" if a.wide or b.wide else "same"
    distance = distance_km(a, b)
    if distance is None:
        return "unknown"
    if distance <= SAME_KM and not (a.wide or b.wide):
        return "same"
    return "near" if distance <= NEAR_KM else "apart"


def counts_agree(a: Mapping[str, Count], b: Mapping[str, Count]) -> bool | None:
    """Whether the counts of a unit that both have could be one number; null where they share none."""
    answers = [_agree(a[unit], b[unit]) for unit in a if unit in b]
    known = [answer for answer in answers if answer is not None]
    return all(known) if known else None


def _agree(a: Count, b: Count) -> bool | None:
    if (a.low is None and a.high is None) or (b.low is None and b.high is None):
        return None
    apart = [low is not None and high is not None and low > high for low, high in ((a.low, b.high), (b.low, a.high))]
    return not any(apart)
