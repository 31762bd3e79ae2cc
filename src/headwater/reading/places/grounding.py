"""From a sense and a phrase to a place in the world, with its codes."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import asin, atan2, cos, degrees, radians, sin
from typing import Any

from headwater.knowledge.gazetteer import Gazetteer, Known
from headwater.reading.placed import Ground
from headwater.reading.places.codes import Wording, codes
from headwater.reading.places.phrases import Phrase
from headwater.reading.places.sensing import Sense

EARTH_KM = 6371.0
FAR_KM = 25.0  # up to here a place near X is X (UCDP); beyond it is a point of its own
SHARED = frozenset(["at", "rural", "part"])
# These are said of a point: ten miles from the town, not from the province of its name.
POINTED = frozenset(["offset", "near", "between", "road", "middle"])


@dataclass(frozen=True, slots=True, eq=False)
class Atlas:
    """What grounds are made with: the gazetteer and the tables of codes."""

    gazetteer: Gazetteer
    lexicon: Mapping[str, Any]


def ground(sense: Sense, phrase: Phrase, atlas: Atlas, partner: Sense | None = None) -> Ground:
    """The place meant by the phrase.  `partner` is the other end of "between X and Y" and "the X-Y road"."""
    place = _meant(sense, phrase)
    if phrase.relation in ("between", "road") and partner is not None:
        return _between(place, _meant(partner, phrase), phrase, atlas)
    if phrase.relation == "offset" and (phrase.km or 0) > FAR_KM:
        return _point(place, phrase, atlas)
    if phrase.relation == "rural":
        place = _countryside(place, atlas) or (sense.higher[-1] if sense.higher else place)
    # Where no word says whether the town or the province of that name is meant, the codes are those of the province.
    shared = sense.higher and phrase.relation in SHARED and not sense.clear and place.row == sense.place.row
    unclear = sense.higher[-1] if shared else place
    return _made(place, Wording(phrase.relation, unclear.kind, phrase.km), atlas)


def _countryside(place: Known, atlas: Atlas) -> Known | None:
    """Rural Damascus is a province of its own."""
    found = [atlas.gazetteer.place(row) for row, _ in atlas.gazetteer.named(f"rural {place.name}")]
    return next((one for one in found if one.country == place.country), None)


def _meant(sense: Sense, phrase: Phrase) -> Known:
    return sense.lower if sense.lower is not None and phrase.relation in POINTED else sense.place


def local(name: str, kind: str, anchor: Sense, phrase: Phrase, atlas: Atlas) -> Ground:
    """A place that only the text knows, put where the place is that it is told by, and coded no finer."""
    place = _meant(anchor, phrase)
    quarter = kind in ("quarter", "street") and phrase.relation == "at"
    own = Wording(phrase.relation, kind if quarter else place.kind, phrase.km)
    base = _made(place, own, atlas)
    within = (place.geonames,) if place.geonames else ()
    return _renamed(base, name, kind, within + base.within)


def _made(place: Known, wording: Wording, atlas: Atlas) -> Ground:
    adm1, adm2 = divisions(place, atlas.gazetteer)
    coded = codes(wording, atlas.lexicon)
    precision = coded.get("ucdp_23")
    return Ground(
        name=place.name,
        geonames=place.geonames,
        lat=place.lat,
        lon=place.lon,
        precision=precision if isinstance(precision, int) else None,
        country=place.country or None,
        adm1=adm1,
        adm2=adm2,
        kind=place.kind,
        within=tuple(above for row in place.above if (above := atlas.gazetteer.place(row).geonames)),
        codes=coded,
    )


def _renamed(base: Ground, name: str, kind: str, within: tuple[int, ...]) -> Ground:
    return Ground(
        name, None, base.lat, base.lon, base.precision, base.country, base.adm1, base.adm2, kind, within, base.codes
    )


def _point(place: Known, phrase: Phrase, atlas: Atlas) -> Ground:
    """More than 25 km from X: a point of its own where the direction is said, else X, coded as a point of its own."""
    base = _made(place, Wording("offset", place.kind, phrase.km), atlas)
    if phrase.bearing is None or phrase.km is None:
        return base
    lat, lon = moved(place.lat, place.lon, phrase.bearing, phrase.km)
    return Ground(
        place.name, None, lat, lon, base.precision, base.country, None, None, "point", base.within[-1:], base.codes
    )


def _between(one: Known, other: Known, phrase: Phrase, atlas: Atlas) -> Ground:
    """Half-way; near both where that is within 25 km of them."""
    km = distance(one.lat, one.lon, other.lat, other.lon)
    base = _made(one, Wording(phrase.relation, one.kind, km / 2), atlas)
    lat, lon = moved(one.lat, one.lon, bearing(one.lat, one.lon, other.lat, other.lon), km / 2)
    shared = tuple(
        number for row in one.above if row in other.above and (number := atlas.gazetteer.place(row).geonames)
    )
    country = one.country if one.country == other.country else None
    name = f"{one.name}, {other.name}"
    return Ground(name, None, lat, lon, base.precision, country, None, None, "point", shared, base.codes)


def divisions(place: Known, gazetteer: Gazetteer) -> tuple[str | None, str | None]:
    """Names of the first- and second-order division that the place is or lies in."""
    line = [place, *(gazetteer.place(row) for row in place.above)]
    first = next((one.name for one in line if one.kind == "adm1"), None)
    second = next((one.name for one in line if one.kind == "adm2"), None)
    return first, second


def distance(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    """Kilometres along the great circle."""
    a, b = radians(lat), radians(to_lat)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(to_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, half**0.5))


def bearing(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    """Degrees from north in which the other point is seen."""
    a, b, turn = radians(lat), radians(to_lat), radians(to_lon - lon)
    return degrees(atan2(sin(turn) * cos(b), cos(a) * sin(b) - sin(a) * cos(b) * cos(turn))) % 360


def moved(lat: float, lon: float, direction: float, km: float) -> tuple[float, float]:
    """The point that far away in that direction, to four decimals (some ten metres)."""
    a, turn, arc = radians(lat), radians(direction), km / EARTH_KM
    b = asin(sin(a) * cos(arc) + cos(a) * sin(arc) * cos(turn))
    east = atan2(sin(turn) * sin(arc) * cos(a), cos(arc) - sin(a) * sin(b))
    return round(degrees(b), 4), round((lon + degrees(east) + 540) % 360 - 180, 4)
