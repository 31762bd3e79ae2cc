"""What one article tells, taken apart by happening: a pure function of one article."""

from collections.abc import Iterable, Mapping, Sequence

from headwater.gathering.incidents.evidence import days_apart, nearness, overlap
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
    return tuple(_telling(setting, heap) for heap in heaps)


def _home(sighting: Sighting, heaps: Sequence[list[Sighting]]) -> list[Sighting] | None:
    """The heap it belongs to: of those that nothing speaks against, the one that most speaks for, of equals the last
    that was added to."""
    fitting = [heap for heap in heaps if _fits(sighting, heap)]
    return max(fitting, key=lambda heap: (_pull(sighting, heap), heap[-1].start), default=None)


def _fits(sighting: Sighting, heap: Sequence[Sighting]) -> bool:
    if heap[0].scene != sighting.scene or heap[0].background != sighting.background or heap[0].loose != sighting.loose:
        return False
    if any(one.sentence == sighting.sentence and _distinct(one, sighting) for one in heap):
        return False
    apart = days_apart(_days(heap), sighting.days)
    return not apart and nearness(_spots(heap), sighting.spots) not in ("apart", "near")


def _ruled_apart(sighting: Sighting, heap: Sequence[Sighting], apart: frozenset[tuple[str, str]]) -> bool:
    return bool(apart) and any(
        (min(pair), max(pair)) in apart for pair in ((one.event, sighting.event) for one in heap)
    )


def _distinct(a: Sighting, b: Sighting) -> bool:
    """Two mentions of one sentence that it tells apart by day or place."""
    return bool(days_apart(a.days, b.days)) or nearness(a.spots, b.spots) in ("apart", "near")


def _pull(sighting: Sighting, heap: Sequence[Sighting]) -> int:
    same_sentence = any(one.sentence == sighting.sentence for one in heap)
    same_place = nearness(_spots(heap), sighting.spots) in ("same", "within")
    same_day = days_apart(_days(heap), sighting.days) == 0
    same_people = any(one.people & sighting.people for one in heap)
    return 4 * same_place + 2 * same_day + 2 * same_people + 3 * same_sentence


def _days(heap: Iterable[Sighting]) -> Days | None:
    known = [one.days for one in heap if one.days is not None]
    if not known:
        return None
    days = known[0]
    for other in known[1:]:
        days = overlap(days, other)
    return days


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


def _telling(setting: Setting, heap: Sequence[Sighting]) -> Telling:
    sentences = {one.sentence: one.words for one in heap}
    together: dict[str, float] = {}
    for words in sentences.values():
        for word, weight in words.items():
            together[word] = together.get(word, 0.0) + weight
    return Telling(
        joint_id("telling", *(one.event for one in heap)),
        setting,
        tuple(heap),
        heap[0].scene,
        frozenset(one.family for one in heap),
        frozenset(one.stem for one in heap),
        to_unit(together),
        _days(heap),
        _spots(heap),
        frozenset().union(*(one.people for one in heap)),
        frozenset().union(*(one.sides for one in heap)),
        _counts(heap),
        frozenset().union(*(one.means for one in heap)),
        heap[0].background or heap[0].loose,
    )
