"""Incidents as rows: what a list of them shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from headwater.ledger.base import View
from headwater.records import Incident, Slot

TOLLS = ("killed", "injured")
DISPUTES = frozenset(("conflict", "deny"))


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One incident in a list.  `shown` and `possible` count the origins that say it happened; `killed` and `injured`
    are the values that affirmed cells give, as read; `disputed` names the slots on which accounts conflict or deny."""

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


def _row(incident: Incident) -> IncidentRow:
    happened = slot_of(incident, "happened")
    articles = {article for slot in incident.slots for cell in slot.cells for article in cell.articles}
    killed, injured = (_values(slot_of(incident, name)) for name in TOLLS)
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
    )


def _disputed(incident: Incident) -> Iterator[str]:
    for slot in incident.slots:
        if any(each.relation in DISPUTES for each in slot.relations):
            yield slot.slot


def _values(slot: Slot | None) -> str:
    told = dict.fromkeys(in_words(cell.value) for cell in slot.cells if cell.stance == "affirms") if slot else {}
    return ", ".join(one for one in told if one)


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
