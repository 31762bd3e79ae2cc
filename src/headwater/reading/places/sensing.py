"""What each toponym of an article means: by its name, or by its sound where the gazetteer does not have the name."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from headwater.knowledge.gazetteer import Gazetteer, Known
from headwater.reading.places.candidates import Candidate, Group, groups_of
from headwater.reading.places.hints import Hints
from headwater.reading.places.lists import Lists
from headwater.reading.places.ranking import Matrix, rank
from headwater.reading.places.toponym import Toponym

LEAST_SHARE = 0.1  # of an article's places that a country needs for its places to be known by sound
LEAST_WORD = 5  # letters; shorter names sound like too many others
TOWNS = frozenset(["capital", "city", "town", "village"])
LEAST_LIKELY = 0.15  # below, too many places fit


@dataclass(frozen=True, slots=True)
class Sense:
    """A place and how likely it is meant, with what else bears its name there: `higher` are the divisions that it lies
    in, where no word says which of them is meant; `lower` is the town in it."""

    place: Known
    likely: float
    rule: str
    higher: tuple[Known, ...] = ()
    lower: Known | None = None


def senses(toponyms: Sequence[Toponym], hints: Sequence[Hints], lists: Lists) -> list[Sense | None]:
    """One for each toponym; null where nothing fits, or too much does."""
    gazetteer = lists.gazetteer
    groups = groups_of(toponyms, hints, gazetteer)
    ranked = rank(groups, lists.weights)
    by_sound: set[int] = set()
    if any(not group.candidates for group in groups):
        countries = _countries(groups, ranked)
        for number, group in enumerate(groups):
            if not group.candidates and (heard := _sounding(toponyms[group.members[0]], countries, gazetteer)):
                groups[number] = replace(group, candidates=heard)
                by_sound.add(number)
        ranked = rank(groups, lists.weights) if by_sound else ranked
    found: list[Sense | None] = [None] * len(toponyms)
    for number, (group, likely) in enumerate(zip(groups, ranked, strict=True)):
        sense = _best(group, likely, "by_sound" if number in by_sound else "by_name")
        for member in group.members:
            found[member] = sense
    return found


def _best(group: Group, likely: Matrix, rule: str) -> Sense | None:
    if not group.candidates:
        return None
    top = int(likely.argmax())
    place = group.candidates[top].place
    kin = _kin(group, place)
    # The town and the province of one name are one place as far as its doubt goes.
    mass = sum(float(share) for one, share in zip(group.candidates, likely, strict=True) if one.place.row in kin)
    if mass < LEAST_LIKELY:
        return None
    higher = () if group.kinds else tuple(
        one.place for one in group.candidates if one.place.row in place.above and one.place.kind in ("adm1", "adm2")
    )  # fmt: skip
    inside = [one.place for one in group.candidates if place.row in one.place.above and one.place.kind in TOWNS]
    return Sense(place, mass, rule, higher, max(inside, key=lambda one: (one.population, -one.row), default=None))


def _kin(group: Group, place: Known) -> set[int]:
    return {
        one.place.row
        for one in group.candidates
        if one.place.row in (place.row, *place.above) or place.row in one.place.above
    }


def _countries(groups: Sequence[Group], ranked: Sequence[Matrix]) -> list[str]:
    """The countries that an article speaks of."""
    mass: defaultdict[str, float] = defaultdict(float)
    for group, likely in zip(groups, ranked, strict=True):
        for one, share in zip(group.candidates, likely, strict=True):
            mass[one.place.country] += float(share) * len(group.members)
    total = sum(mass.values())
    return [
        country
        for country, share in sorted(mass.items(), key=lambda one: (-one[1], one[0]))
        if country and share >= LEAST_SHARE * total
    ]


def _sounding(one: Toponym, countries: Sequence[str], gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Places of these countries that sound like the name, where they are all one: a town and its district, say."""
    if len(one.name) < LEAST_WORD:
        return ()
    places = [gazetteer.place(row) for row in gazetteer.sounding(one.name, countries)]
    if not places:
        return ()
    largest = max(places, key=lambda place: (place.population, -place.row))
    alone = all(place.row in (largest.row, *largest.above) or largest.row in place.above for place in places)
    return tuple(Candidate(place, False) for place in places) if alone else ()
