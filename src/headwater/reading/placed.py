"""Where things are said to have happened: what the stage of places gives back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from headwater.records import Span


@dataclass(frozen=True, slots=True)
class Ground:
    """A place of the gazetteer, or a local one that the text alone knows (`geonames` null).

    `precision` is UCDP's where_prec (1 exact … 7 international waters or airspace) of the words as used here; `country`
    is an ISO 3166 code; `adm1` and `adm2` are names; `within` are the gazetteer ids of what it lies in, nearest first;
    `codes` what each codebook makes of the same words (acled_2019: 1 to 3; airwars: a word; null: it has none).
    """

    name: str
    geonames: int | None
    lat: float | None
    lon: float | None
    precision: int | None
    country: str | None
    adm1: str | None
    adm2: str | None
    kind: str
    within: tuple[int, ...] = ()
    codes: Mapping[str, int | str | None] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words for a place.

    `span` is the whole phrase ("a village near Orsk"), `name` the words of its toponym ("Orsk").  `use` tells a place
    where something can happen from one that speaks or acts ("Moscow said"), an adjective of people ("Syrian forces")
    and a place inside another name ("the London School …").  `ground` is null where nothing fits or too much does.
    """

    article: str
    span: Span
    text: str
    name: Span
    use: Literal["location", "metonym", "demonym", "inside_name"]
    ground: Ground | None
    rule: str
    doubt: float | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """The places of a page, in text order."""

    places: tuple[PlaceMention, ...] = ()
