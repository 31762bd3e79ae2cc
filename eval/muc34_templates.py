"""From event mentions of a report to templates: which mentions count, and which are one incident.

Counted is what news says happened, to somebody or something that is not outlaws or soldiers alone (the task leaves out
guerrilla war).  Mentions of one type are one incident unless their towns, their days or the persons named differ; what
an attack is said to bring about goes with it; a mere attack joins the bombing or kidnapping of its report.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from eval.muc34_fills import Ground, people, slots_of, things
from eval.muc34_scores import Slots
from eval.muc34_words import has
from headwater.records import Event

TYPES = {
    "attack": "ATTACK", "shooting": "ATTACK", "killing": "ATTACK", "injury": "ATTACK", "shelling": "ATTACK",
    "missile_attack": "ATTACK", "air_strike": "ATTACK", "bombing": "BOMBING", "suicide_attack": "BOMBING",
    "abduction": "KIDNAPPING", "looting_or_destruction": "ATTACK",
}  # fmt: skip
# What may open a template; the rest joins one that is there.
OPENING = frozenset(("attack", "shooting", "killing", "bombing", "suicide_attack", "abduction", "shelling"))
FACTS = frozenset(("asserted", "reported", "possible", "denied"))
_BOMB = re.compile(r"\b(?:car-?)?bombs?\b|dynamite|explosive|grenade|explosion|blown up|blew up", re.IGNORECASE)


@dataclass(slots=True)
class Incident:
    """Mentions that are taken for one."""

    type: str
    events: list[Event] = field(default_factory=list)


def templates(events: Sequence[Event], ground: Ground) -> list[Slots]:
    """The templates of a report."""
    by_id = {event.id: event for event in events}
    counted = [event for event in events if _counts(event)]
    incidents: list[Incident] = []
    for event in sorted(counted, key=lambda one: (one.cause is not None, one.span)):
        cause = by_id.get(event.cause or "", event)
        _join(incidents, event, type_of(cause if cause.type in TYPES else event))
    return [slots_of(one.type, one.events, ground) for one in _fewer(incidents) if _relevant(one)]


def type_of(event: Event) -> str:
    """What was done with bombs is a bombing, what was burnt an arson, what was stolen a robbery."""
    means = " ".join(one.text or "" for one in event.arguments if one.role == "means")
    if event.type in ("attack", "looting_or_destruction", "killing") and _BOMB.search(f"{means} {event.text}"):
        return "BOMBING"
    if event.type == "looting_or_destruction":
        return "ARSON" if has("fire", event.text) else "ROBBERY" if has("taken", event.text) else "ATTACK"
    return TYPES[event.type]


def _counts(event: Event) -> bool:
    return event.type in TYPES and event.polarity == "positive" and not event.background and event.factuality in FACTS


def _join(incidents: list[Incident], event: Event, type_: str) -> None:
    """The last incident of its type that it does not contradict, or a new one."""
    for one in reversed(incidents):
        if one.type == type_ and (event.cause in {each.id for each in one.events} or not _apart(one.events, event)):
            one.events.append(event)
            return
    incidents.append(Incident(type_, [event]))


def _apart(events: Sequence[Event], event: Event) -> bool:
    """Whether town, day or the persons named differ."""
    for tell in (_towns, _days, _persons):
        before, now = {each for one in events for each in tell(one)}, set(tell(event))
        if before and now and not before & now:
            return True
    return False


def _towns(event: Event) -> Iterator[str]:
    for one in event.arguments:
        value = one.value or {}
        if one.role == "place" and value.get("kind") in ("city", "town", "village", "quarter", "capital"):
            yield str(value.get("name"))


def _days(event: Event) -> Iterator[str]:
    for one in event.arguments:
        value = one.value or {}
        if one.role == "time" and value.get("from") and value.get("from") == value.get("to"):
            yield str(value["from"])


def _persons(event: Event) -> Iterator[str]:
    if event.type in ("killing", "abduction"):
        for one in event.arguments:
            if one.role == "victim" and (one.value or {}).get("class") == "person":
                yield str((one.value or {}).get("name")).split()[-1]


def _fewer(incidents: Sequence[Incident]) -> list[Incident]:
    """Mere attacks go with the one other incident of the report that there is."""
    others = [one for one in incidents if one.type in ("BOMBING", "KIDNAPPING")]
    if len(others) != 1:
        return list(incidents)
    mere = [one for one in incidents if one.type == "ATTACK" and not any(each.type == "killing" for each in one.events)]
    for one in mere:
        others[0].events += one.events
    return [one for one in incidents if one not in mere]


def _relevant(incident: Incident) -> bool:
    """Somebody or something is hit, not outlaws or soldiers alone; and one mention says what was done."""
    hit = [*people(incident.events), *things(incident.events)]
    words = [one.text or "" for one in hit]
    spared = [one for one in words if not has("outlaws", one) and not has("military", one)]
    opens = any(event.type in OPENING for event in incident.events) or incident.type in ("ARSON", "ROBBERY")
    return opens and bool(spared or (incident.type == "BOMBING" and not words))


def trivial(text: str, triggers: Mapping[str, str]) -> list[Slots]:
    """One template without parts, of the type of the first trigger in the text."""
    found = _first_type(text, triggers)
    return [{"INCIDENT: TYPE": [(found, "")], "INCIDENT: STAGE OF EXECUTION": [("ACCOMPLISHED", "")]}] if found else []


def _first_type(text: str, triggers: Mapping[str, str]) -> str:
    words: Iterable[str] = re.findall(r"\w+", text.lower())
    return next((TYPES[triggers[word]] for word in words if triggers.get(word) in TYPES), "")
