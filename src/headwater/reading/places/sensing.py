"""What each toponym of an article means: by its name, or by its sound where the gazetteer does not have the name."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from headwater.knowledge.gazetteer import Gazetteer, Known
from headwater.knowledge.spelling import fold, sound
from headwater.reading.places.candidates import Candidate, Group, candidate, groups_of
from headwater.reading.places.hints import Hints
from headwater.reading.places.lists import Lists
from headwater.reading.places.ranking import Matrix, rank
from headwater.reading.places.toponym import Toponym

LEAST_SHARE = 0.1  # of an article's places that a country needs for its places to be known by sound
LOOKS = 0.6  # of letters in common
LEAST_WORD = 5  # letters; shorter names sound like too many others
TOWNS = frozenset(["capital", "city", "town", "village"])
PARTS = frozenset(["quarter", "street", "suburb"])  # of a town
DIVISIONS = frozenset(["adm1", "adm2"])
LEAST_LIKELY = 0.15  # below, too many places fit


@dataclass(frozen=True, slots=True)
class Sense:
    """A place and how likely it is meant.  `kin` are the other places of that name that it lies in or that lie in it:
    the province of the town, the town of the province.  `clear`: other words of the article say which of them."""

    place: Known
    likely: float
    rule: str
    kin: tuple[Known, ...] = ()
    clear: bool = False

    @property
    def higher(self) -> tuple[Known, ...]:
        """The divisions of its name that it lies in, the highest last."""
        above = [one for one in self.kin if one.row in self.place.above and one.kind in DIVISIONS]
        return tuple(sorted(above, key=lambda one: -len(one.above)))

    @property
    def lower(self) -> Known | None:
        """The largest town of its name in it."""
        inside = [one for one in self.kin if self.place.row in one.above and one.kind in TOWNS]
        return max(inside, key=lambda one: (one.population, -one.row), default=None)

    def told(self, kinds: Sequence[str]) -> "Sense":
        """The sense where the words beside it say what kind of place it is: Idlib province, Idlib city."""
        if not kinds:
            return self
        if set(kinds) <= PARTS and (town := self.place if self.place.kind in TOWNS else self.lower):
            return replace(self, place=town, clear=True)
        if self.place.kind in kinds:
            return replace(self, clear=True)
        other = next((one for kind in kinds for one in self.kin if one.kind == kind), None)
        if other is None:
            return self
        kin = (self.place, *(one for one in self.kin if one.row != other.row))
        return replace(self, place=other, kin=kin, clear=True)


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
    place = group.candidates[int(likely.argmax())].place
    kin = tuple(one.place for one in group.candidates if _akin(one.place, place))
    # The town and the province of one name are one place as far as its doubt goes.
    rows = {place.row, *(one.row for one in kin)}
    mass = sum(float(share) for one, share in zip(group.candidates, likely, strict=True) if one.place.row in rows)
    if mass < LEAST_LIKELY:
        return None
    return Sense(place, mass, rule, kin, bool(group.kinds) and set(group.kinds) <= TOWNS)


def _akin(one: Known, other: Known) -> bool:
    return one.row in other.above or other.row in one.above


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


def _alike(name: str, other: str) -> bool:
    """Whether the words look alike too: what sounds like some old or foreign name of a place is not it."""
    return sound(name) == sound(other) or SequenceMatcher(None, fold(name), fold(other)).ratio() >= LOOKS


def _sounding(one: Toponym, countries: Sequence[str], gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Places of these countries that sound like the name, where they are all one: a town and its district, say."""
    if len(one.name) < LEAST_WORD:
        return ()
    rows = gazetteer.sounding(one.name, countries)
    places = [place for place in map(gazetteer.place, rows) if _alike(one.name, place.name)]
    if not places:
        return ()
    largest = max(places, key=lambda place: (place.population, -place.row))
    alone = all(place.row in (largest.row, *largest.above) or largest.row in place.above for place in places)
    return tuple(candidate(place, (one.name, False), gazetteer) for place in places) if alone else ()
