"""From events to templates: incidents of one type in a report become one template."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from headwater.records import Argument, Event

TYPES = {
    "attack": "ATTACK", "shooting": "ATTACK", "killing": "ATTACK", "injury": "ATTACK", "shelling": "ATTACK",
    "missile_attack": "ATTACK", "air_strike": "ATTACK", "bombing": "BOMBING", "suicide_attack": "BOMBING",
    "abduction": "KIDNAPPING", "looting_or_destruction": "ATTACK",
}  # fmt: skip
# What may hold a place of its own in the key; the rest only joins a template that is there.
OPENING = frozenset(("attack", "shooting", "killing", "bombing", "suicide_attack", "abduction"))
BODIES = frozenset(("organisation", "armed_group", "state", "body"))
_COUNTS = re.compile(
    r"^(?:(?:AT LEAST|ABOUT|THE|A|AN|\d+|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|SEVERAL)\s+)+"
)
PEOPLE = frozenset(("person", "civilian", "combatant"))
_UNITS = re.compile(
    r"(?:guerrillas?|commandos?|terrorists?|extremists?|rebels?|subversives?|units?|members?|militants?)$",
    re.IGNORECASE,
)
Slots = Mapping[str, Sequence[tuple[str, str]]]


def templates(events: Sequence[Event]) -> list[Slots]:
    """One template for each type of incident, out of the news that is not denied.

    A mere attack in a report of a bombing or kidnapping is that one, unless it has victims of its own.
    """
    news = [event for event in events if _counts(event)]
    by_id = {event.id: event for event in news}
    grouped: dict[str, list[Event]] = {}
    for event in news:
        grouped.setdefault(_type(by_id.get(event.cause or "", event)), []).append(event)
    others = [type_ for type_ in grouped if type_ != "ATTACK"]
    if len(others) == 1 and not any(one.type == "killing" for one in grouped.get("ATTACK", ())):
        grouped[others[0]] += grouped.pop("ATTACK", [])
    return [_template(type_, own) for type_, own in grouped.items() if any(one.type in OPENING for one in own)]


def _type(event: Event) -> str:
    """What was done with bombs is a bombing."""
    means = " ".join(one.text or "" for one in event.arguments if one.role == "means").lower()
    if event.type in ("attack", "looting_or_destruction") and re.search(r"bomb|dynamite|explosive|car bomb", means):
        return "BOMBING"
    return TYPES[event.type]


def _counts(event: Event) -> bool:
    sure = event.factuality in ("asserted", "reported", "possible")
    return event.type in TYPES and event.polarity == "positive" and not event.background and sure


def _template(type_: str, events: Sequence[Event]) -> Slots:
    arguments = [argument for event in events for argument in event.arguments]
    people = [one for one in arguments if one.role == "victim" or (one.role == "target" and _class(one) in PEOPLE)]
    things = [one for one in arguments if one.role == "target" and _class(one) == "unnamed"]
    actors = [one for one in arguments if one.role == "perpetrator"]
    named = [one for one in people if _class(one) == "person"]
    plain = [one for one in people if _class(one) in ("civilian", "combatant", "unnamed")]
    dead = any(event.type == "killing" for event in events)
    hurt = any(event.type == "injury" for event in events)
    return {
        "INCIDENT: TYPE": [(type_, "")],
        "INCIDENT: DATE": _first(_day(one) for one in arguments if one.role == "time"),
        "INCIDENT: LOCATION": _first(_place(one) for one in arguments if one.role == "place"),
        "INCIDENT: STAGE OF EXECUTION": [("ACCOMPLISHED", "")],
        "INCIDENT: INSTRUMENT ID": _words(one.text or "" for one in arguments if one.role == "means"),
        "PERP: INDIVIDUAL ID": _words(one.text or "" for one in actors if not _body(one)),
        "PERP: ORGANIZATION ID": _words(_name(one) for one in actors if _body(one)),
        "PHYS TGT: ID": _words(one.text or "" for one in things),
        "HUM TGT: NAME": _words(_name(one) for one in named),
        "HUM TGT: DESCRIPTION": _words(one.text or "" for one in plain),
        "HUM TGT: EFFECT OF INCIDENT": [("DEATH", "")] * dead + [("INJURY", "")] * hurt,
    }


def _class(argument: Argument) -> str:
    return str((argument.value or {}).get("class") or "")


def _name(argument: Argument) -> str:
    return str((argument.value or {}).get("name") or "")


def _body(argument: Argument) -> bool:
    """A body with a name of its own: not "Guerrillas"."""
    words = (argument.text or "").split()
    return _class(argument) in BODIES and not _UNITS.search(words[-1] if words else "")


def _day(argument: Argument) -> str:
    """As the key writes it: 03 JAN 90."""
    to = (argument.value or {}).get("to")
    return date.fromisoformat(to).strftime("%d %b %y").upper() if to else ""


def _place(argument: Argument) -> str:
    return _upper(str((argument.value or {}).get("name") or ""))


def _words(found: Iterable[str]) -> list[tuple[str, str]]:
    return [("", words) for words in dict.fromkeys(_upper(one) for one in found) if words]


def _first(labels: Iterable[str]) -> list[tuple[str, str]]:
    return [(label, "") for label in labels if label][:1]


def _upper(words: str) -> str:
    """In capitals, without accents, numbers and articles before the noun."""
    plain = "".join(one for one in unicodedata.normalize("NFD", words) if not unicodedata.combining(one))
    return _COUNTS.sub("", plain.upper())
