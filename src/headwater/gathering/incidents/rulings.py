"""Which tellings must come together, and which must not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from headwater.gathering.incidents.evidence import days_apart, nearness
from headwater.gathering.incidents.linking import Pair, components
from headwater.gathering.incidents.sighting import Telling
from headwater.records import Judgement

A_SLIP = 2
EventPair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Rulings:
    """`together` are pairs of tellings that are one happening for sure; `barred` pairs that people hold to be two."""

    tellings: Sequence[Telling]
    together: tuple[Pair, ...]
    barred: frozenset[Pair]

    def start(self, part: Sequence[int]) -> list[frozenset[int]]:
        """The tellings of a part, those that must come together already joined."""
        number = {item: index for index, item in enumerate(part)}
        pairs = [(number[a], number[b]) for a, b in self.together if a in number and b in number]
        return [frozenset(part[index] for index in group) for group in components(len(part), pairs)]

    def apart(self, one: frozenset[int], other: frozenset[int]) -> bool:
        """Whether two groups must not come together: somebody said so, one article tells them apart, or a telling of
        one has another day or town than a telling of the other."""
        return any(self._apart(*sorted((a, b))) for a in one for b in other)

    def _apart(self, a: int, b: int) -> bool:
        first, second = self.tellings[a], self.tellings[b]
        return (a, b) in self.barred or first.setting.article == second.setting.article or clashing(first, second)


def clashing(a: Telling, b: Telling) -> bool:
    """Whether both name towns, and none is near one of the other; or both name days, more than two apart."""
    exact = not any(spot.wide for spot in (*a.spots, *b.spots))
    if exact and nearness(a.spots, b.spots) == "apart":
        return True
    precise = a.days is not None and b.days is not None and a.days.precise and b.days.precise
    return precise and (days_apart(a.days, b.days) or 0) > A_SLIP


def judged(judgements: Iterable[Judgement], verdict: str) -> frozenset[EventPair]:
    """The pairs of event ids that people held to be the `same` or `different`, the last word on each pair counting."""
    last: dict[EventPair, str] = {}
    for judgement in sorted(judgements, key=lambda one: (one.at, one.id)):
        if judgement.verdict in ("same", "different") and judgement.withdrawn_at is None:
            first, second = sorted(judgement.value)
            last[first, second] = judgement.verdict
    return frozenset(pair for pair, said in last.items() if said == verdict)


def rulings_of(tellings: Sequence[Telling], shared: Iterable[EventPair], judgements: Sequence[Judgement]) -> Rulings:
    """What judgements and shared passages say of these tellings; a judgement wins over a passage."""
    owner = {sighting.event: index for index, telling in enumerate(tellings) for sighting in telling.sightings}
    barred = frozenset(_tellings_of(judged(judgements, "different"), owner))
    same = _tellings_of(judged(judgements, "same"), owner)
    copied = [pair for pair in _tellings_of(shared, owner) if pair not in barred]
    return Rulings(tellings, tuple(sorted({*same, *copied} - barred)), barred)


def _tellings_of(pairs: Iterable[EventPair], owner: Mapping[str, int]) -> list[Pair]:
    found = [sorted((owner[a], owner[b])) for a, b in pairs if a in owner and b in owner]
    return [(a, b) for a, b in found if a != b]
