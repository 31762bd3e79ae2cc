"""Which tellings must come together, and which must not."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from headwater.gathering.incidents.evidence import counts_agree, days_apart, nearness
from headwater.gathering.incidents.hours import hours_apart
from headwater.gathering.incidents.linking import Pair, components
from headwater.gathering.incidents.sighting import Telling
from headwater.records import Judgement

FRESH = 2
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
        """Whether two groups must not come together: somebody said so, one article tells them apart, neither time of
        day nor counts can be the same, or they are of different towns, or the news of different days."""
        return any(self._apart(*sorted((a, b))) for a in one for b in other)

    def _apart(self, a: int, b: int) -> bool:
        first, second = self.tellings[a], self.tellings[b]
        return (
            (a, b) in self.barred
            or first.setting.article == second.setting.article
            or (hours_apart(first.hours, second.hours) and counts_agree(first.counts, second.counts) is False)
            or elsewhere(first, second)
            or another_news(first, second)
            or another_time(first, second)
        )


def elsewhere(a: Telling, b: Telling) -> bool:
    """Whether all that is named of where and whom differs: towns apart, and no place and no person that both name."""
    exact = not any(spot.wide for spot in (*a.spots, *b.spots))
    shared = (a.setting.places & b.setting.places) | (a.setting.people & b.setting.people) | (a.people & b.people)
    return exact and not shared and nearness(a.spots, b.spots) == "apart"


def another_news(a: Telling, b: Telling) -> bool:
    """Whether both give a day, two or more apart, and no person is named beside both; and each is the news of its own
    day, or neither names anybody (who died of wounds, or stands trial, later is named; daily reports of a siege are
    not)."""
    days = days_apart(a.days, b.days)
    if days is None or days < 2 or a.people & b.people:
        return False
    return (_fresh(a) and _fresh(b)) or (_nameless(a) and _nameless(b))


def another_time(a: Telling, b: Telling) -> bool:
    """Whether one is told only as background, of days apart from those of the other, and no person is in both."""
    return a.background != b.background and bool(days_apart(a.days, b.days)) and not a.people & b.people


def _nameless(telling: Telling) -> bool:
    return telling.days is not None and telling.days.precise and not telling.people


def _fresh(telling: Telling) -> bool:
    days, published = telling.days, telling.setting.published
    return days is not None and published is not None and days.precise and 0 <= published - days.last <= FRESH


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
    copied = [pair for pair in _covered(tellings, _tellings_of(shared, owner)) if pair not in barred]
    return Rulings(tellings, tuple(sorted({*same, *copied} - barred)), barred)


def _covered(tellings: Sequence[Telling], pairs: Iterable[Pair]) -> list[Pair]:
    """Pairs of tellings that are one text for a good part: half of the mentions of one, a third of those of the other.
    One mention in many, as a headline in the margin, ties nothing but itself."""
    counts = Counter(pairs)
    sizes = {pair: sorted(len(tellings[index].sightings) for index in pair) for pair in counts}
    return [pair for pair, count in counts.items() if 2 * count >= sizes[pair][0] and 3 * count >= sizes[pair][1]]


def _tellings_of(pairs: Iterable[EventPair], owner: Mapping[str, int]) -> list[Pair]:
    found = [sorted((owner[a], owner[b])) for a, b in pairs if a in owner and b in owner]
    return [(a, b) for a, b in found if a != b]
