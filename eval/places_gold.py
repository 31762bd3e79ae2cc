"""GeoWebNews, LGL and GeoVirus: texts with toponyms that carry coordinates, and for two of them GeoNames ids.

Of GeoWebNews the toponyms with coordinates count, that is, without demonyms, languages and homonyms, as its paper does.
Offsets of GeoVirus count from one.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

USES = {
    ("Literal", None): "location",
    ("Metonymic", None): "metonym",
    ("Non_Literal_Modifier", "Adjective"): "demonym",
}
SETS = ("gwn", "lgl", "geovirus")
FILES = {"gwn": "GWN.xml", "lgl": "lgl.xml", "geovirus": "GeoVirus.xml"}


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """One toponym; without coordinates (`lat` null) it counts for its span alone.  `use` is GeoWebNews' type where we
    have a word for it: literal, metonym, demonym (adjectives of a state's people or things)."""

    start: int
    end: int
    lat: float | None
    lon: float | None
    geonames: int | None
    use: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceText:
    """One article of a set; `number` is its place in the file, whose parity is its half."""

    set: str
    number: int
    text: str
    places: tuple[GoldPlace, ...]

    @property
    def id(self) -> str:
        return f"{self.set}-{self.number}"


def load(data: Path) -> list[PlaceText]:
    """All articles of the sets under `data`/places."""
    found: list[PlaceText] = []
    for name in SETS:
        path = data / "places" / FILES[name]
        if path.exists():
            articles = ET.parse(path).getroot()
            found += [_article(name, number, article) for number, article in enumerate(articles)]
    return found


def _article(name: str, number: int, article: ET.Element) -> PlaceText:
    text = article.findtext("text") or ""
    places = sorted({place for place in READERS[name](article) if place.end > place.start}, key=lambda one: one.start)
    return PlaceText(name, number, text, tuple(places))


def _gwn(article: ET.Element) -> Iterator[GoldPlace]:
    for toponym in article.iter("toponym"):
        if toponym.findtext("latitude"):
            one = _place(toponym, toponym, "latitude", "longitude", toponym.findtext("geonamesID"))
            yield replace(one, use=USES.get((toponym.findtext("type"), toponym.findtext("modifierType") or None)))


def _lgl(article: ET.Element) -> Iterator[GoldPlace]:
    for toponym in article.iter("toponym"):
        tag = toponym.find("gaztag")
        if tag is not None and tag.findtext("lat"):
            yield _place(toponym, tag, "lat", "lon", tag.get("geonameid"))
        else:
            yield GoldPlace(_whole(toponym, "start"), _whole(toponym, "end"), None, None, None)


def _geovirus(article: ET.Element) -> Iterator[GoldPlace]:
    for place in article.iter("location"):
        one = _place(place, place, "lat", "lon", None)
        yield GoldPlace(one.start - 1, one.end - 1, one.lat, one.lon, None)


READERS = {"gwn": _gwn, "lgl": _lgl, "geovirus": _geovirus}


def _place(at: ET.Element, tag: ET.Element, lat: str, lon: str, geonames: str | None) -> GoldPlace:
    number = int(geonames) if geonames and geonames.isdigit() else None
    return GoldPlace(
        _whole(at, "start"), _whole(at, "end"), float(tag.findtext(lat) or 0), float(tag.findtext(lon) or 0), number
    )


def _whole(element: ET.Element, name: str) -> int:
    return int(element.findtext(name) or 0)
