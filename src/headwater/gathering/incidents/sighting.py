"""What is looked at when event mentions are compared."""

from collections.abc import Mapping
from dataclasses import dataclass

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

    `family` is the kind of happening that its trigger names (death, injury, attack …, or the stem of the trigger);
    `scene` is shared by families that can be parts of one happening.  `people` are folded names of its victims and
    others in it; `sides` of those in it, by role.
    """

    event: str
    start: int
    end: int
    family: str
    scene: str
    stem: str
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


@dataclass(frozen=True, slots=True)
class Telling:
    """What one article tells of one happening: its mentions, and what they say together."""

    id: str
    setting: Setting
    sightings: tuple[Sighting, ...]
    scene: str
    families: frozenset[str]
    stems: frozenset[str]
    words: Mapping[str, float]
    days: Days | None
    spots: tuple[Spot, ...]
    people: frozenset[str]
    sides: frozenset[tuple[str, str]]
    counts: Mapping[str, Count]
    means: frozenset[str]
    background: bool
