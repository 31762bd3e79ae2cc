"""The smallest interval and area that cover all affirmed cells."""

from collections.abc import Mapping, Sequence
from typing import Any

from headwater.gathering.origins.cells import Said
from headwater.gathering.origins.comparing import compare

AREA = ("country", "adm1", "adm2")


def interval(said: Sequence[Said]) -> tuple[str | None, str | None]:
    """First and last day; null where no time is stated."""
    values = [one.cell.value for one in said if one.cell.stance == "affirms"]
    if not values:
        return None, None
    return min(value["from"] for value in values), max(value["to"] for value in values)


def area(said: Sequence[Said]) -> Mapping[str, Any] | None:
    """The one place in which all others lie, or else the smallest division that they share; null where no place is
    stated, or the gazetteer knows nothing that covers all."""
    cells = [one for one in said if one.cell.stance == "affirms"]
    for one in cells:
        if all(_covers(one, other) for other in cells):
            return _bare(one.cell.value)
    return _shared([one.cell.value for one in cells]) if cells else None


def _covers(outer: Said, inner: Said) -> bool:
    return outer is inner or compare(outer.first, inner.first) in ("same", "refines")


def _bare(value: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: each for name, each in value.items() if name not in ("text", "within")}


def _shared(values: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """Country, first and second division as far down as all agree, under the name of the smallest."""
    found: dict[str, Any] = {}
    for name in AREA:
        stated = {value.get(name) for value in values}
        if len(stated) != 1 or None in stated:
            break
        found[name] = stated.pop()
    if not found:
        return None
    precision = {1: 6, 2: 4, 3: 3}[len(found)]
    area = {"name": list(found.values())[-1], "geonames": None, "lat": None, "lon": None, "precision": precision}
    return {**area, **{name: found.get(name) for name in AREA}}
