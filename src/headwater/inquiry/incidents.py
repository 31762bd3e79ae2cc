"""Incidents as rows: what a list of them shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from headwater.ledger.base import View
from headwater.records import Incident, Slot
from headwater.records.incidents import DISPUTES

TOLLS = ("killed", "injured")
PEOPLE = ("target", "victim", "participant")


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One incident in a list.  `shown` and `possible` count the origins that say it happened; `killed` and `injured`
    are the values that affirmed cells give, as read; `disputed` names the slots on which accounts conflict or deny.
    `deaths` is the highest figure of killed that is affirmed, null where none is; `blamed` are those whom somebody
    names as perpetrator, `named` everybody else in it; `places` are
    all that are stated, also where no one area covers them; `members` and `events` are
    the ids of the articles and of the event mentions; `country_name` is what an account calls the country, if one does.
    """

    id: str
    name: str
    type: str
    from_: str | None
    to: str | None
    place: str | None
    country: str | None
    killed: str
    injured: str
    articles: int
    shown: int
    possible: int
    disputed: tuple[str, ...]
    deaths: int | None = None
    blamed: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    country_name: str | None = None


def rows(view: View, *, type_: str = "", since: str = "", until: str = "") -> tuple[IncidentRow, ...]:
    """The incidents of that type in that time (ISO dates, both ends in), by first day, then name; undated last."""
    found = (_row(incident) for incident in view.records("incident"))
    kept = (row for row in found if (not type_ or row.type == type_) and _within(row, since, until))
    return tuple(sorted(kept, key=lambda row: (row.from_ is None, row.from_ or "", row.name, row.id)))


def in_words(value: Any) -> str:
    """A value of a cell as people read it: "at least 12", a name, an interval of days."""
    if isinstance(value, Mapping):
        return _of_mapping(value)
    return "" if value is None else str(value)


def slot_of(incident: Incident, name: str) -> Slot | None:
    """The slot of this name."""
    return next((slot for slot in incident.slots if slot.slot == name), None)


def highest(value: Any) -> int | None:
    """The largest number that a count states; null for none, and for a value that is no count."""
    if not isinstance(value, Mapping):
        return None
    numbers = [value.get(name) for name in ("low", "best", "high")]
    return max((number for number in numbers if isinstance(number, int)), default=None)


def covers_all(value: Any) -> bool:
    """A count of all the people of one happening: no part of another count, no sum over several happenings, and not of
    one subgroup or side alone."""
    return isinstance(value, Mapping) and not any(value.get(name) for name in ("part", "sum", "subgroup", "side"))


def _row(incident: Incident) -> IncidentRow:
    happened = slot_of(incident, "happened")
    articles = {article for slot in incident.slots for cell in slot.cells for article in cell.articles}
    killed, injured = (", ".join(_tolls(slot_of(incident, name))) for name in TOLLS)
    place = incident.place if isinstance(incident.place, Mapping) else {}
    return IncidentRow(
        incident.id,
        incident.name,
        incident.type,
        incident.from_,
        incident.to,
        place.get("name"),
        place.get("country"),
        killed,
        injured,
        len(articles),
        happened.origins.shown if happened else 0,
        happened.origins.possible if happened else 0,
        tuple(_disputed(incident)),
        _deaths(slot_of(incident, "killed")),
        _values(slot_of(incident, "perpetrator")),
        tuple(dict.fromkeys(one for name in PEOPLE for one in _values(slot_of(incident, name)))),
        _values(slot_of(incident, "where")),
        tuple(sorted(articles)),
        incident.events,
        place.get("lat"),
        place.get("lon"),
        _country(slot_of(incident, "where"), place.get("country")),
    )


def _country(slot: Slot | None, code: Any) -> str | None:
    values = (cell.value for cell in slot.cells if isinstance(cell.value, Mapping)) if slot and code else ()
    named = (value.get("name") for value in values if value.get("kind") == "country" and value.get("country") == code)
    return next((str(name) for name in named if name), None)


def _deaths(slot: Slot | None) -> int | None:
    cells = [cell for cell in slot.cells if cell.stance == "affirms" and covers_all(cell.value)] if slot else []
    return max((number for cell in cells if (number := highest(cell.value)) is not None), default=None)


def _disputed(incident: Incident) -> Iterator[str]:
    for slot in incident.slots:
        if any(each.relation in DISPUTES for each in slot.relations):
            yield slot.slot


def _values(slot: Slot | None) -> tuple[str, ...]:
    """Each value that is affirmed, once."""
    told = dict.fromkeys(in_words(cell.value) for cell in slot.cells if cell.stance == "affirms") if slot else {}
    return tuple(one for one in told if one)


def _tolls(slot: Slot | None) -> tuple[str, ...]:
    """The figures that are affirmed; one person told alone only where nobody gives more."""
    cells = [cell for cell in slot.cells if cell.stance == "affirms"] if slot else []
    many = [cell for cell in cells if not _of_one(cell.value)]
    return tuple(dict.fromkeys(words for cell in many or cells if (words := in_words(cell.value))))


def _of_one(value: Any) -> bool:
    """Is it "a soldier", or a name?"""
    return isinstance(value, Mapping) and value.get("low") == value.get("best") == value.get("high") == 1


def _within(row: IncidentRow, since: str, until: str) -> bool:
    first, last = row.from_ or row.to, row.to or row.from_
    if first is None or last is None:
        return not since and not until
    return (not since or last >= since) and (not until or first <= until)


def _of_mapping(value: Mapping[str, Any]) -> str:
    if value.get("text"):
        return str(value["text"])
    if value.get("name"):
        return str(value["name"])
    if "from" in value:
        first, last = value.get("from"), value.get("to")
        return str(first or "") if first == last else f"{first or '?'} to {last or '?'}"
    numbers = [value.get(name) for name in ("low", "best", "high")]
    if any(number is not None for number in numbers):
        low, best, high = numbers
        return str(best) if best is not None else f"{'' if low is None else low}–{'' if high is None else high}"
    return ", ".join(f"{key} {each}" for key, each in value.items() if each is not None)
