"""Entries joined: the supplement into what the packages know, divisions placed by their settlements."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from math import cos, radians

from naming import names_of
from sources import Entry, us_codes, us_states

from headwater.knowledge.spelling import fold

SETTLED = ("city", "town", "village", "capital")
# Of these the supplement may speak of the same place under another word.
ALIKE = dict.fromkeys(SETTLED, "settled") | {"base": "field", "airport": "field"}

# Divisions of which the packages know few settlements: the Gaza Strip, the West Bank.
PEOPLE = {281132: 2_100_000, 285153: 3_000_000}


def joined(packages: Iterable[Entry], own: Iterable[Entry]) -> list[Entry]:
    """All entries with coordinates and parents, those without left out."""
    entries = {entry.key: entry for entry in packages}
    known: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for entry in entries.values():
        for name, _ in names_of(entry):
            known[entry.country, ALIKE.get(entry.kind, entry.kind), name].append(entry.key)
    numbered = {entry.geonames: key for key, entry in entries.items() if entry.geonames}
    for entry in own:
        number = numbered.get(entry.geonames)
        same = entries[number] if number else _same(entry, known, entries)
        entries[same.key if same else entry.key] = _merged(same, entry) if same else entry
    _place_divisions(entries)
    _place_by_seats(entries)
    placed = {key: entry for key, entry in entries.items() if entry.lat is not None}
    _put_in(placed)
    return list(placed.values())


def _same(entry: Entry, known: dict[tuple[str, str, str], list[str]], entries: dict[str, Entry]) -> Entry | None:
    """The largest entry of the packages that the supplement's means: by id, else by its name near its coordinates."""
    kind = ALIKE.get(entry.kind, entry.kind)
    keys = {key for name, _ in names_of(entry) for key in known.get((entry.country, kind, name), ())}
    close = [
        entries[key] for key in keys
        if entries[key].lat is None or apart(entries[key], entry) < (60 if kind != "adm1" else 400)
    ]  # fmt: skip
    return max(close, key=lambda each: (each.population, each.key), default=None)


def _merged(known: Entry, own: Entry) -> Entry:
    """The packages' place under the supplement's name, with all spellings; its coordinates only for a first-order
    division, or where the packages have none."""
    also = [f"={name}" for name in [own.name, *own.also]]
    middle = (known.lat, known.lon) if known.lat is not None and known.kind != "adm1" else (own.lat, own.lon)
    return replace(known, name=own.name, lat=middle[0], lon=middle[1], also=[*known.also, f"={known.name}", *also])


def _place_divisions(entries: dict[str, Entry]) -> None:
    """A division lies where its settlements do: half the mean of them, half the middle of their box."""
    members: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries.values():
        above, steps = entry.parent, 0
        while entry.kind in SETTLED and above in entries and steps < 4:
            members[above].append(entry)
            above, steps = entries[above].parent, steps + 1
    states, codes = us_states(), us_codes()
    for key, entry in entries.items():
        inside = members.get(key, [])
        if entry.kind not in ("adm1", "adm2") or not inside:
            continue
        people = sum(each.population for each in inside)
        lats, lons = [each.lat or 0.0 for each in inside], [each.lon or 0.0 for each in inside]
        lat, lon = entry.lat, entry.lon
        if code := codes.get(entry.geonames or 0):
            lat, lon = states[code]
        if lat is None or lon is None:
            lat = (sum(lats) / len(lats) + (min(lats) + max(lats)) / 2) / 2
            lon = (sum(lons) / len(lons) + (min(lons) + max(lons)) / 2) / 2
        entries[key] = replace(entry, lat=lat, lon=lon, population=PEOPLE.get(entry.geonames or 0, people))


def _place_by_seats(entries: dict[str, Entry]) -> None:
    """A second-order division of which no settlement is known lies where the town of its name does, and is
    known by its spelling too."""
    seats: dict[tuple[str, str], Entry] = {}
    for entry in sorted(entries.values(), key=lambda each: each.population):
        if entry.kind in SETTLED:
            seats |= {(entry.country, name): entry for name, _ in names_of(entry)}
    for key, entry in entries.items():
        if entry.kind != "adm2" or entry.lat is not None:
            continue
        found = [seats[entry.country, name] for name, _ in names_of(entry) if (entry.country, name) in seats]
        same = [seat for seat in found if seat.parent == entry.parent]
        if same:
            seat = same[0]
            entries[key] = replace(entry, lat=seat.lat, lon=seat.lon, also=[*entry.also, f"={seat.name}"])
            entries[seat.key] = replace(entries[seat.key], parent=key)


def _put_in(entries: dict[str, Entry]) -> None:
    """What says nothing of where it lies is put into the division of the settlement nearest to it in its country."""
    settled: dict[str, list[Entry]] = defaultdict(list)
    named: dict[tuple[str, str], str] = {}
    for entry in entries.values():
        if entry.kind in SETTLED and entry.key.startswith("place:"):
            settled[entry.country].append(entry)
        if entry.kind in ("adm2", "adm1"):
            for name, _ in names_of(entry):
                named[entry.country, name] = entry.key
    for key, entry in entries.items():
        parent = entry.parent
        if parent is not None and parent not in entries:
            parent = named.get((entry.country, fold(parent)))
        local = entry.kind in (*SETTLED, "base", "airport", "camp", "crossing", "quarter", "dam", "facility")
        if parent is None and local:
            near = min(settled[entry.country], key=lambda each: apart(each, entry), default=None)
            parent = near.parent if near else None
        if parent is None and entry.kind != "country" and f"country:{entry.country}" in entries:
            parent = f"country:{entry.country}"
        entries[key] = replace(entry, parent=parent)


def apart(one: Entry, other: Entry) -> float:
    """Kilometres between two places that are not far apart."""
    lat = ((one.lat or 0) + (other.lat or 0)) / 2
    x = ((one.lon or 0) - (other.lon or 0)) * cos(radians(lat))
    y = (one.lat or 0) - (other.lat or 0)
    return 111.2 * float((x * x + y * y) ** 0.5)
