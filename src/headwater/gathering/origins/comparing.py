"""How two values of one slot stand to each other, whoever says them."""

from collections.abc import Callable, Mapping
from math import asin, cos, inf, radians, sin, sqrt
from typing import Any, Literal

from headwater.gathering.origins.statements import Statement

Comparison = Literal["same", "refines", "refined", "apart", "unlike"]
"""same; the second says more exactly what the first says; the first does; they cannot both hold; they can, and neither
says what the other does."""

NEAR_KM = 25.0
COARSE = frozenset(("country", "adm1", "adm2"))


def compare(a: Statement, b: Statement) -> Comparison:
    """How the value of b stands to that of a."""
    if a.key == b.key:
        return "same"
    return COMPARE.get(a.slot, counts)(a, b)


def compatible(a: Statement, b: Statement) -> bool:
    """Both can be read as the same value, one perhaps more exactly put."""
    return compare(a, b) in ("same", "refines", "refined")


def counts(a: Statement, b: Statement) -> Comparison:
    """Figures as intervals; those of other people, or over more than this happening, say nothing to each other."""
    if _covers(a) != _covers(b):
        return "unlike"
    part_a, part_b = _part_of(a, b), _part_of(b, a)
    if part_a or part_b:
        (low, _), (_, high) = (_interval(a), _interval(b)) if part_a else (_interval(b), _interval(a))
        if low > high:
            return "apart"
        return "refined" if part_a else "refines"
    if _whom(a) != _whom(b):
        return "apart" if _contested(a, b) else "unlike"
    return intervals(_interval(a), _interval(b))


def intervals(a: tuple[float, float], b: tuple[float, float]) -> Comparison:
    """The narrower of two that lie in each other is the more exact."""
    if a == b:
        return "same"
    if a[0] <= b[0] and b[1] <= a[1]:
        return "refines"
    if b[0] <= a[0] and a[1] <= b[1]:
        return "refined"
    return "unlike" if a[0] <= b[1] and b[0] <= a[1] else "apart"


def _interval(one: Statement) -> tuple[float, float]:
    """The least and most that the words allow; for a wording without figures, the least that any codebook writes."""
    quantity = one.quantity
    if quantity is None:
        return 0.0, inf
    low, best, high = quantity.low, quantity.best, quantity.high
    if quantity.qualifier == "about" and best is not None:
        return 0.9 * best, 1.1 * best
    if low is None and high is None and best is None:
        coded = [each.low for each in quantity.policies.values() if each.status == "coded" and each.low]
        return float(min(coded, default=1)), inf
    least = low if low is not None else (best if high is None and best is not None else 0)
    most = high if high is not None else (inf if quantity.qualifier in ("at_least", "more_than") else best)
    return float(least) + (quantity.qualifier == "more_than"), inf if most is None else float(most)


def _covers(one: Statement) -> tuple[str, ...]:
    quantity = one.quantity
    scope = quantity.scope if quantity else None
    return (scope.kind, scope.from_ or "", scope.to or "") if scope and scope.kind != "event" else ()


def _whom(one: Statement) -> tuple[str, str, str]:
    of = one.quantity.of if one.quantity else None
    return (of.class_, of.subgroup or "", of.side or "") if of else ("unknown", "", "")


def _part_of(a: Statement, b: Statement) -> bool:
    """a counts some of those whom b counts."""
    if a.quantity and a.quantity.part_of and a.quantity.part_of.how == "including":
        return not (b.quantity and b.quantity.part_of) and _whom(b)[1] == ""
    mine, yours = _whom(a), _whom(b)
    return yours == ("unknown", "", "") and mine != yours


def _contested(a: Statement, b: Statement) -> bool:
    """One number of dead, whom one holds for civilians and the other for combatants."""
    classes = {_whom(a)[0], _whom(b)[0]}
    return classes == {"civilian", "combatant"} and a.article != b.article and _interval(a) == _interval(b)


def times(a: Statement, b: Statement) -> Comparison:
    """Intervals of days."""
    first, second = ((one.value["from"], one.value["to"]) for one in (a, b))
    if first[0] <= second[0] and second[1] <= first[1]:
        return "refines"
    if second[0] <= first[0] and first[1] <= second[1]:
        return "refined"
    return "unlike" if first[0] <= second[1] and second[0] <= first[1] else "apart"


def places(a: Statement, b: Statement) -> Comparison:
    """A place and what it lies in; places so near that one may stand for the other are unlike; where no coordinates
    are known, the name that holds all words of the other ("the hill town of Orsk") says more."""
    if _inside(b.value, a.value):
        return "refines"
    if _inside(a.value, b.value):
        return "refined"
    if a.value.get("geonames") and a.value.get("geonames") == b.value.get("geonames"):
        return "refines" if (b.value.get("precision") or 9) < (a.value.get("precision") or 9) else "refined"
    apart = distance_km(a.value, b.value)
    if apart is None:
        by_words = words(a, b)
        return "unlike" if by_words == "apart" else by_words
    return "unlike" if apart <= NEAR_KM else "apart"


def _inside(inner: Mapping[str, Any], outer: Mapping[str, Any]) -> bool:
    number = outer.get("geonames")
    if number and number in (inner.get("within") or ()):
        return True
    if not inner.get("country") or inner.get("country") != outer.get("country"):
        return False
    precision = outer.get("precision") or 0
    if precision == 6:
        return (inner.get("precision") or 9) < 6
    if precision == 4:
        return bool(inner.get("adm1")) and inner.get("adm1") == (outer.get("adm1") or outer.get("name"))
    if precision == 3:
        return bool(inner.get("adm2")) and inner.get("adm2") == (outer.get("adm2") or outer.get("name"))
    return False


def distance_km(a: Mapping[str, Any], b: Mapping[str, Any]) -> float | None:
    """Great-circle distance; None where either has no coordinates."""
    if any(place.get(axis) is None for place in (a, b) for axis in ("lat", "lon")):
        return None
    lat_a, lon_a, lat_b, lon_b = (radians(float(place[axis])) for place in (a, b) for axis in ("lat", "lon"))
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(half)))


def actors(a: Statement, b: Statement) -> Comparison:
    """Two names of one person or body are alike where one holds all words of the other; a name says more than what
    somebody is ("gunmen"); two of one mention act together."""
    if a.event.id == b.event.id:
        return "unlike"
    first, second = (bool(one.value.get("named")) for one in (a, b))
    if first != second:
        return "refines" if second else "refined"
    found = words(a, b)
    return "unlike" if found == "apart" and not first else found


def several(a: Statement, b: Statement) -> Comparison:
    """Several may have been hit or have taken part: other names are no conflict."""
    found = words(a, b)
    return "unlike" if found == "apart" else found


def words(a: Statement, b: Statement) -> Comparison:
    """The one that holds all words of the other says more."""
    first, second = (set(str(one.value["name"]).casefold().split()) - {"the", "a", "an"} for one in (a, b))
    if first <= second:
        return "refines"
    return "refined" if second <= first else "apart"


COMPARE: Mapping[str, Callable[[Statement, Statement], Comparison]] = {
    "happened": lambda a, b: "same",
    "when": times,
    "where": places,
    "perpetrator": actors,
    "target": several,
    "victim": several,
    "participant": several,
    "means": words,
}
