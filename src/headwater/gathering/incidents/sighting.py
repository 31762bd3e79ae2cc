"""What is looked at when event mentions are compared."""

from collections.abc import Mapping
from dataclasses import dataclass

from headwater.gathering.incidents.kinds import Kind

NOTHING: Mapping[str, float] = {}


@dataclass(frozen=True, slots=True)
class Days:
    """An interval of days, as ordinals, both ends in it."""

    first: int
    last: int

    @property
    def precise(self) -> bool:
        """Whether it says on which day, or on which night between two."""
        return self.last - self.first <= 1


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as named; `ids` are the gazetteer ids of it and of what it lies in, nearest first; `wide` for a place
    that is no town, village or point (a province, a country)."""

    name: str
    ids: tuple[int, ...] = ()
    lat: float | None = None
    lon: float | None = None
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """What the words say of how many: null where they leave it open."""

    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Setting:
    """What an article as a whole gives: its day of publication, its words and those of its head (title and first
    paragraph), the persons and places that it names, the outlet's host."""

    article: str
    published: int | None
    words: Mapping[str, float]
    head: Mapping[str, float]
    people: frozenset[str]
    places: frozenset[str]
    host: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """One event mention.

    `people` are folded names of its victims and others in it and in its sentence; `sides` those of the actors in it, by
    role; `cause` the event id of the attack that it is said to come of.  A `loose` one is of no single happening.
    `hours` are the times of day that it names.
    """

    event: str
    start: int
    end: int
    kind: Kind
    sentence: tuple[int, int]
    words: Mapping[str, float]
    days: Days | None
    spots: tuple[Spot, ...]
    people: frozenset[str]
    sides: frozenset[tuple[str, str]]
    counts: Mapping[str, Count]
    means: frozenset[str]
    background: bool
    loose: bool
    cause: str | None = None
    hours: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Telling:
    """What one article tells of one happening: its mentions, and what they say together.  `ways` are those by which its
    attacks can have been carried out, none where it does not say.  `weight` is how much of the article is about it; the
    `chief` telling of a scene is the one that weighs most."""

    id: str
    setting: Setting
    sightings: tuple[Sighting, ...]
    scene: str
    families: frozenset[str]
    ways: frozenset[str]
    stems: frozenset[str]
    words: Mapping[str, float]
    days: Days | None
    spots: tuple[Spot, ...]
    people: frozenset[str]
    sides: frozenset[tuple[str, str]]
    counts: Mapping[str, Count]
    means: frozenset[str]
    background: bool
    loose: bool
    weight: float
    chief: bool
    hours: frozenset[str] = frozenset()
