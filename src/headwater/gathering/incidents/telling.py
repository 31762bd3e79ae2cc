"""What one article tells, taken apart by happening: a pure function of one article."""

from collections.abc import Iterable, Mapping, Sequence

from headwater.gathering.incidents.evidence import days_apart, nearness, overlap
from headwater.gathering.incidents.families import WAYS
from headwater.gathering.incidents.hours import hours_apart
from headwater.gathering.incidents.leading import weights_of
from headwater.gathering.incidents.rarity import to_unit
from headwater.gathering.incidents.seeing import setting_of, sightings_of
from headwater.gathering.incidents.sighting import Count, Days, Setting, Sighting, Spot, Telling
from headwater.records import Account
from headwater.records.identity import joint_id

NONE_APART: frozenset[tuple[str, str]] = frozenset()


def tellings_of(account: Account, apart: frozenset[tuple[str, str]] = NONE_APART) -> tuple[Telling, ...]:
    """The happenings that the article tells of, in the order in which they come up; event mentions that are `apart`
    (pairs of ids, the smaller first) never in one."""
    setting = setting_of(account)
    heaps: list[list[Sighting]] = []
    for sighting in sightings_of(account):
        home = _home(sighting, [heap for heap in heaps if not _ruled_apart(sighting, heap, apart)])
        if home is None:
            heaps.append([sighting])
        else:
            home.append(sighting)
    weights = weights_of(heaps)
    most: dict[str, float] = {}
    for heap, weight in zip(heaps, weights, strict=True):
        most[heap[0].kind.scene] = max(weight, most.get(heap[0].kind.scene, 0.0))
    return tuple(
        _telling(setting, heap, weight, weight == most[heap[0].kind.scene])
        for heap, weight in zip(heaps, weights, strict=True)
    )


def main_telling(tellings: Sequence[Telling]) -> Telling | None:
    """Of the tellings of one article the one that weighs most, of equals the first."""
    return max(tellings, key=lambda telling: (telling.weight, -telling.sightings[0].start), default=None)


def main_event(account: Account) -> str | None:
    """The first mention of what the article is chiefly about; null where it tells of nothing.

    Two articles tell of one incident where their main events are one happening.
    """
    telling = main_telling(tellings_of(account))
    return telling.sightings[0].event if telling else None


def _home(sighting: Sighting, heaps: Sequence[list[Sighting]]) -> list[Sighting] | None:
    """The heap it belongs to: of those that nothing speaks against, the one that most speaks for, of equals the last
    that was added to."""
    fitting = [heap for heap in heaps if _fits(sighting, heap)]
    return max(fitting, key=lambda heap: (_pull(sighting, heap), heap[-1].start), default=None)


def _fits(sighting: Sighting, heap: Sequence[Sighting]) -> bool:
    if heap[0].kind.scene != sighting.kind.scene or heap[0].loose or sighting.loose:
        return False
    if heap[0].background != sighting.background and not _entwined(sighting, heap):
        return False
    if hours_apart(_hours(heap), sighting.hours) and not any(one.people & sighting.people for one in heap):
        return False
    apart = days_apart(_days(heap), sighting.days)
    if apart and _died_later(sighting, heap):
        return True
    return not apart and nearness(_spots(heap), sighting.spots) not in ("apart", "near")


def _died_later(sighting: Sighting, heap: Sequence[Sighting]) -> bool:
    """Whether it is a death within two weeks of an attack that names a person of the heap."""
    days = _days(heap)
    if sighting.kind.family != "death" or days is None or sighting.days is None:
        return False
    later = sighting.days.first - days.last
    return 0 < later <= 14 and any(one.people & sighting.people for one in heap)


def _entwined(sighting: Sighting, heap: Sequence[Sighting]) -> bool:
    """Whether it is said to come of a mention of the heap, or names a person of it, whom it befell: the news here, and
    the past there."""
    tied = any(one.cause == sighting.event or sighting.cause == one.event for one in heap)
    return tied or any(one.people & sighting.people for one in heap)


def _ruled_apart(sighting: Sighting, heap: Sequence[Sighting], apart: frozenset[tuple[str, str]]) -> bool:
    return bool(apart) and any(
        (min(pair), max(pair)) in apart for pair in ((one.event, sighting.event) for one in heap)
    )


def _pull(sighting: Sighting, heap: Sequence[Sighting]) -> int:
    same_sentence = any(one.sentence == sighting.sentence for one in heap)
    same_place = nearness(_spots(heap), sighting.spots) in ("same", "within")
    same_day = days_apart(_days(heap), sighting.days) == 0
    same_people = any(one.people & sighting.people for one in heap)
    tied = any(one.cause == sighting.event or sighting.cause == one.event for one in heap)
    return 8 * tied + 4 * same_place + 2 * same_day + 2 * same_people + 3 * same_sentence


def _days(heap: Iterable[Sighting]) -> Days | None:
    """The days in all of them; where they differ (the attack and a later death), of the first."""
    known = [one.days for one in heap if one.days is not None]
    if not known:
        return None
    days = known[0]
    for other in known[1:]:
        days = overlap(days, other) if not days_apart(days, other) else days
    return days


def _hours(heap: Iterable[Sighting]) -> frozenset[str]:
    return frozenset().union(*(one.hours for one in heap))


def _spots(heap: Iterable[Sighting]) -> tuple[Spot, ...]:
    """Its places; wide ones only where there is no other."""
    spots = dict.fromkeys(spot for one in heap for spot in one.spots)
    exact = tuple(spot for spot in spots if not spot.wide)
    return exact or tuple(spots)


def _counts(heap: Iterable[Sighting]) -> Mapping[str, Count]:
    """The first count of each unit."""
    counts: dict[str, Count] = {}
    for one in heap:
        for unit, count in one.counts.items():
            counts.setdefault(unit, count)
    return counts


def _ways(heap: Iterable[Sighting]) -> frozenset[str]:
    """By which ways its attacks can all have been carried out; by any of theirs where they differ."""
    told = [WAYS[one.kind.family] for one in heap if one.kind.family in WAYS]
    if not told:
        return frozenset()
    return frozenset.intersection(*told) or frozenset.union(*told)


def _telling(setting: Setting, heap: Sequence[Sighting], weight: float, chief: bool) -> Telling:
    sentences = {one.sentence: one.words for one in heap}
    together: dict[str, float] = {}
    for words in sentences.values():
        for word, share in words.items():
            together[word] = together.get(word, 0.0) + share
    return Telling(
        joint_id("telling", *(one.event for one in heap)),
        setting,
        tuple(heap),
        heap[0].kind.scene,
        frozenset(one.kind.family for one in heap),
        _ways(heap),
        frozenset(one.kind.stem for one in heap),
        to_unit(together),
        _days(heap),
        _spots(heap),
        frozenset().union(*(one.people for one in heap)),
        frozenset().union(*(one.sides for one in heap)),
        _counts(heap),
        frozenset().union(*(one.means for one in heap)),
        all(one.background for one in heap),
        heap[0].loose,
        weight,
        chief,
        _hours(heap),
    )
