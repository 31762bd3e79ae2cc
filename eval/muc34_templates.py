"""From event mentions of a report to templates: which mentions count, and which are one incident.

Counted is what news says happened, to somebody or something that is not outlaws or soldiers alone (the task leaves out
guerrilla war).  Mentions of one type are one incident unless their towns or their days differ; what an attack is said
to bring about goes with it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from eval.muc34_fills import slots_of, things
from eval.muc34_people import Ground, people
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
BROKEN = "looting_or_destruction"  # in a report of a bombing it is the bomb that broke
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
    for event in sorted(counted, key=lambda one: (one.cause is not None or one.type == BROKEN, one.span)):
        cause = by_id.get(event.cause or "", event)
        type_ = type_of(cause if cause.type in TYPES else event)
        bombed = event.type == BROKEN and type_ == "ATTACK" and any(one.type == "BOMBING" for one in incidents)
        _join(incidents, event, "BOMBING" if bombed else type_)
    return [slots_of(one.type, one.events, ground) for one in incidents if _relevant(one)]


def type_of(event: Event) -> str:
    """What was done with bombs is a bombing, what was burnt an arson, what was stolen a robbery."""
    means = " ".join(one.text or "" for one in event.arguments if one.role == "means")
    if event.type in ("attack", BROKEN, "killing") and _BOMB.search(f"{means} {event.text}"):
        return "BOMBING"
    if event.type == BROKEN:
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
    for tell in (_towns, _days):
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


def _relevant(incident: Incident) -> bool:
    """Somebody or something is hit, not outlaws or soldiers alone; and one mention says what was done."""
    hit = [*people(incident.events), *things(incident.events)]
    words = [one.text or "" for one in hit]
    spared = [one for one in words if not has("outlaws", one) and not has("military", one)]
    opens = any(event.type in OPENING for event in incident.events) or incident.type in ("ARSON", "ROBBERY")
    return opens and bool(spared or (not words and _told(incident)))


def _told(incident: Incident) -> bool:
    """Whether a bombing says by whom or with what."""
    roles = {one.role for event in incident.events for one in event.arguments}
    return incident.type == "BOMBING" and bool(roles & {"perpetrator", "means"})


def trivial(text: str, triggers: Mapping[str, str]) -> list[Slots]:
    """One template without parts, of the type of the first trigger in the text."""
    found = _first_type(text, triggers)
    return [{"INCIDENT: TYPE": [(found, "")], "INCIDENT: STAGE OF EXECUTION": [("ACCOMPLISHED", "")]}] if found else []


def _first_type(text: str, triggers: Mapping[str, str]) -> str:
    words: Iterable[str] = re.findall(r"\w+", text.lower())
    return next((TYPES[triggers[word]] for word in words if triggers.get(word) in TYPES), "")
