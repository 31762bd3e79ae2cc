"""How cells of one slot stand to each other: named rules, the first that answers."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Literal

from headwater.gathering.origins.cells import Said
from headwater.gathering.origins.comparing import Comparison, compare
from headwater.records import CellRelation

Relation = Literal["same", "refine", "update", "conflict", "deny"]
RISING = frozenset(("killed", "injured", "displaced", "captured", "surrendered", "destroyed", "casualties"))
FALLING = frozenset(("missing",))
COUNTED = RISING | FALLING
_DAY = 10
MOST = 40


def related(slot: str, said: Sequence[Said]) -> Iterator[CellRelation]:
    """How the later of each two cells stands to the earlier; two that say nothing to each other have none.

    `refine` goes from the wider to the more exact (b refines a), `deny` from what is affirmed to the denial.  Where
    there are more than MOST cells, the first of each value and stance stands for the others, to which it is `same`.
    """
    for a, b in combinations(said, 2) if len(said) <= MOST else _by_first(said):
        found = _relation(slot, a, b, said)
        if found is not None:
            yield found


def _by_first(said: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Each cell with the first of its value, the first ones of all values, and those of one origin with each other."""
    first: dict[tuple[object, str], Said] = {}
    for one in said:
        first.setdefault((one.first.key, one.cell.stance), one)
    leading = {one.cell.id for one in first.values()}
    for a, b in combinations(said, 2):
        same_value = first[(b.first.key, b.cell.stance)] is a
        if same_value or (a.cell.id in leading and b.cell.id in leading) or a.cell.origin == b.cell.origin:
            yield a, b


def _relation(slot: str, a: Said, b: Said, said: Sequence[Said]) -> CellRelation | None:
    comparison = compare(a.first, b.first)
    if a.cell.stance != b.cell.stance:
        return _denied(a, b, comparison)
    if a.cell.stance == "denies":
        return CellRelation(a.cell.id, b.cell.id, "same") if comparison == "same" else None
    if comparison == "same":
        return CellRelation(a.cell.id, b.cell.id, "same")
    for rule in RULES:
        relation = rule(slot, a, b, comparison, said)
        if relation is not None:
            first, second = (b, a) if relation == "refine" and comparison == "refined" else (a, b)
            return CellRelation(first.cell.id, second.cell.id, relation)
    return None


def _denied(a: Said, b: Said, comparison: Comparison) -> CellRelation | None:
    if comparison not in ("same", "refines", "refined"):
        return None
    first, second = (a, b) if a.cell.stance == "affirms" else (b, a)
    return CellRelation(first.cell.id, second.cell.id, "deny")


def own_later_word(slot: str, a: Said, b: Said, comparison: Comparison, said: Sequence[Said]) -> Relation | None:
    """One origin changes its figure later on, up or down."""
    told_later = slot in COUNTED and _later(a, b)
    return "update" if comparison == "apart" and told_later and a.cell.origin == b.cell.origin else None


def rising_toll(slot: str, a: Said, b: Said, comparison: Comparison, said: Sequence[Said]) -> Relation | None:
    """A later toll that rises (or a later number of missing that changes), unless the earlier origin stands by its
    own figure when the later is told."""
    if comparison != "apart" or slot not in COUNTED or not _later(a, b):
        return None
    if slot in RISING and _figure(a) >= _figure(b):
        return None
    return "conflict" if _stands_by(a, b, said) else "update"


def more_exact(slot: str, a: Said, b: Said, comparison: Comparison, said: Sequence[Said]) -> Relation | None:
    """Both can hold, and one says it more exactly."""
    return "refine" if comparison in ("refines", "refined") else None


def apart(slot: str, a: Said, b: Said, comparison: Comparison, said: Sequence[Said]) -> Relation | None:
    """Both cannot hold."""
    return "conflict" if comparison == "apart" else None


RULES: tuple[Callable[[str, Said, Said, Comparison, Sequence[Said]], Relation | None], ...] = (
    own_later_word,
    rising_toll,
    more_exact,
    apart,
)


def _later(a: Said, b: Said) -> bool:
    """b is dated after a, as far as both dates are precise."""
    first, second = a.cell.as_of, b.cell.as_of
    if first is None or second is None:
        return False
    length = min(len(first), len(second), _DAY)
    return first[:length] < second[:length]


def _figure(said: Said) -> float:
    value = said.cell.value
    numbers = [value.get(name) for name in ("low", "best", "high")]
    return float(max((number for number in numbers if number is not None), default=0))


def _stands_by(a: Said, b: Said, said: Sequence[Said]) -> bool:
    """The origin of a, another than b's, says a figure that cannot be b's on the day of b or after."""
    if a.cell.origin == b.cell.origin or b.cell.as_of is None:
        return False
    return any(
        one.cell.origin == a.cell.origin
        and one.last_told is not None
        and one.last_told[:_DAY] >= b.cell.as_of[:_DAY]
        and compare(one.first, b.first) == "apart"
        for one in said
        if one.cell.stance == "affirms"
    )
