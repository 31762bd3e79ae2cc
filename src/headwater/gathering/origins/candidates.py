"""The figures among which a policy chooses: one for each origin, as it stands at last."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from headwater.gathering.origins.cells import Said
from headwater.gathering.origins.comparing import compare
from headwater.gathering.origins.values import whom_key
from headwater.records import Policy, PolicyFigure

ALL = ("unknown", "", "")
Flag = Literal["doubtful", "by_perpetrator", "single_source", "contested"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """What one origin's words come to under one policy, and the cells it is read from.

    `summed`: it is the sum of figures for several sides.
    """

    low: int | None
    best: int | None
    high: int | None
    cells: tuple[Said, ...]
    flags: frozenset[Flag] = frozenset()
    summed: bool = False

    @property
    def shown(self) -> bool:
        return self.cells[0].voice.mouth.shown

    @property
    def as_of(self) -> str:
        return max(one.last_told or "" for one in self.cells)[:10]

    @property
    def number(self) -> int | None:
        """The one number that is nearest to what is said."""
        return next((each for each in (self.best, self.low, self.high) if each is not None), None)


def candidates(slot: str, said: Mapping[str, Sequence[Said]], policy: Policy) -> tuple[Candidate, ...]:
    """One candidate for each origin that affirms a figure which the policy codes, in the order of cells; figures over
    several days or events only where nothing else is stated."""
    cells = [one for one in _coded_cells(slot, said, policy) if one.cell.value.get("part") != "including"]
    single = [one for one in cells if not one.cell.value.get("sum")]
    origins: dict[str, list[Said]] = {}
    for one in single or cells:
        origins.setdefault(one.cell.origin, []).append(one)
    found = [each for group in origins.values() for each in _of_origin(group, policy)]
    return tuple(_flagged(each, found, said) for each in found)


def _coded_cells(slot: str, said: Mapping[str, Sequence[Said]], policy: Policy) -> Iterator[Said]:
    for name, cells in said.items():
        for one in cells:
            figure = figure_of(one, policy)
            if figure and one.cell.stance == "affirms" and (figure.unit or name) == slot and figure.status == "coded":
                yield one


def figure_of(said: Said, policy: Policy) -> PolicyFigure | None:
    """What the policy makes of the words of a cell; None for what is no count."""
    quantity = said.first.quantity
    return quantity.policies.get(policy.name) if quantity else None


def _of_origin(cells: Sequence[Said], policy: Policy) -> Iterator[Candidate]:
    """The last figure for all people, or else the sum of the last ones for each class and side."""
    last: dict[tuple[str, str, str], Said] = {}
    for one in cells:
        whom = whom_key(one.cell.value)
        known = last.get(whom)
        if known is None or _order(one) > _order(known):
            last[whom] = one
    if ALL in last:
        yield _candidate([last[ALL]], policy)
        return
    wholes = {(class_, side) for class_, subgroup, side in last if not subgroup}
    parts = [one for whom, one in sorted(last.items()) if not (whom[1] and (whom[0], whom[2]) in wholes)]
    yield _candidate(parts, policy)


def _order(one: Said) -> tuple[str, bool, str]:
    """The later, then the one that more exact words give."""
    exact = one.first.quantity is not None and one.first.quantity.qualifier == "exact"
    return ((one.last_told or "")[:10], exact, one.cell.id)


def _candidate(cells: Sequence[Said], policy: Policy) -> Candidate:
    figures = [figure for one in cells if (figure := figure_of(one, policy)) is not None]
    low, best, high = (_sum(numbers) for numbers in zip(*((f.low, f.best, f.high) for f in figures), strict=True))
    return Candidate(low, best, high, tuple(cells), summed=len(cells) > 1)


def _sum(numbers: Iterable[int | None]) -> int | None:
    listed = list(numbers)
    return None if any(each is None for each in listed) else sum(each for each in listed if each is not None)


def support(candidate: Candidate, among: Iterable[Candidate]) -> int:
    """How many shown origins give the same number."""
    return sum(other.shown and other.number == candidate.number for other in among)


def _flagged(candidate: Candidate, among: Sequence[Candidate], said: Mapping[str, Sequence[Said]]) -> Candidate:
    flags: set[Flag] = set()
    if not any(statement.sure for one in candidate.cells for statement in one.statements):
        flags.add("doubtful")
    if any(is_perpetrator(one, said.get("perpetrator", ())) for one in candidate.cells):
        flags.add("by_perpetrator")
    if support(candidate, among) <= 1 and any(support(other, among) > 1 for other in among):
        flags.add("single_source")
    if any(_contested(one, other) for one in candidate.cells for each in among for other in each.cells):
        flags.add("contested")
    return replace(candidate, flags=frozenset(flags))


def is_perpetrator(one: Said, perpetrators: Sequence[Said]) -> bool:
    """Whoever says it is named as the one who did it."""
    return one.voice.mouth.key in {each.first.key[0] for each in perpetrators if each.cell.stance == "affirms"}


def _contested(one: Said, other: Said) -> bool:
    classes = {said.cell.value.get("class") for said in (one, other)}
    return classes == {"civilian", "combatant"} and compare(one.first, other.first) == "apart"
