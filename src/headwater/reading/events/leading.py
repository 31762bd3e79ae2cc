"""Place and time for events that state none, out of the first sentences of their article."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from headwater.reading.spoken import Spoken
from headwater.records import Argument, Event

LEAD = 2
_VIOLENT = frozenset(
    "attack air_strike drone_attack shelling missile_attack bombing suicide_attack chemical_attack shooting".split()
)
_STRUCK = frozenset("air_strike drone_attack missile_attack bombing chemical_attack".split())
_GENERAL = frozenset(("attack", "air_strike"))  # "the attack", "the strike": whatever happened before
_OTHER = frozenset("another elsewhere separate separately other others".split())
_THIS = frozenset("the this that these those".split())


def from_lead(page: Spoken, events: Sequence[Event]) -> list[Event]:
    """News events without a place or time of their own get the most precise one of the events in the first sentences
    of their article that can be the same happening, of equals the first; the rule says so ("lead")."""
    ends = {article.id: lead_end(page, article.span.start, article.span.end) for article in page.articles}
    told = {event.id: event for event in events}
    leads: dict[str, list[Event]] = {}
    for event in events:
        if not event.background and event.span.end <= ends[event.article]:
            leads.setdefault(event.article, []).append(event)
    return [_filled(event, list(_same(page, event, leads.get(event.article, ()), told))) for event in events]


def _same(page: Spoken, event: Event, leads: Sequence[Event], told: Mapping[str, Event]) -> Iterator[Event]:
    """The events of the lead that this one can be: of its type, or the type of its cause; "the attack" any harm."""
    before = _words_before(page, event)
    if event.background or _OTHER & set(before):
        return
    types = {event.type} | ({told[event.cause].type} if event.cause else set())
    this = bool(_THIS & set(before[-1:]))
    for lead in leads:
        of_type = lead.type in types or (this and general(event, lead))
        if of_type and not apart(event, lead):
            yield lead


def general(event: Event, other: Event) -> bool:
    """Can a plain "attack" or "strike" speak of that other one?"""
    return other.type in (_VIOLENT if event.type == "attack" else _STRUCK) and event.type in _GENERAL


def _words_before(page: Spoken, event: Event) -> list[str]:
    """The small words of the sentence in front of the event."""
    before = bisect_right(page.sentences, event.span.start, key=lambda one: one.start) - 1
    start = page.sentences[before].start if before >= 0 else event.span.start
    return page.text.text[start : event.span.start].lower().replace(",", " ").split()


def apart(event: Event, lead: Event) -> bool:
    """Is one of them at another place or on another day than the other?"""
    here, there = (_value(one, "place") for one in (event, lead))
    now, then = (_value(one, "time") for one in (event, lead))
    if here and there and not _meet(here, there):
        return True
    dated = now.get("from") and then.get("from")
    return bool(dated and (now["from"] > then["to"] or now["to"] < then["from"]))


def _value(event: Event, role: str) -> Mapping[str, Any]:
    return next((one.value or {} for one in event.arguments if one.role == role), {})


def _meet(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """The same place, or one within the other."""
    one, other = a.get("geonames"), b.get("geonames")
    if one is None or other is None:
        return bool(a.get("name") == b.get("name"))
    return one == other or one in b.get("within", ()) or other in a.get("within", ())


def _finest(leads: Sequence[Event], role: str) -> Argument | None:
    """The most precise by the code of its precision."""
    found = [one for event in leads for one in event.arguments if one.role == role]
    return min(found, key=lambda one: int((one.value or {}).get("precision") or 9), default=None)


def lead_end(page: Spoken, start: int, end: int) -> int:
    """Where the first sentences of a stretch end."""
    inside = [sentence.end for sentence in page.sentences if start <= sentence.start and sentence.end <= end]
    return inside[: LEAD + 1][-1] if inside else start


def _filled(event: Event, leads: Sequence[Event]) -> Event:
    has = {argument.role for argument in event.arguments}
    more = [
        replace(lead, rule="lead", factuality=event.factuality)
        for role in ("place", "time")
        if role not in has and (lead := _finest(leads, role)) is not None
    ]
    return replace(event, arguments=(*event.arguments, *more)) if more else event
