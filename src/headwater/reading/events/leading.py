"""Place and time for events that state none, out of the first sentences of their article."""

from collections.abc import Sequence
from dataclasses import replace

from headwater.reading.spoken import Spoken
from headwater.records import Argument, Event

LEAD = 2


def from_lead(page: Spoken, events: Sequence[Event]) -> list[Event]:
    """News events without a place or time of their own get the most precise one that events in the first sentences of
    their article have, of equals the first; the rule says so ("lead")."""
    ends = {article.id: lead_end(page, article.span.start, article.span.end) for article in page.articles}
    leads: dict[tuple[str, str], Argument] = {}
    for event in events:
        for argument in event.arguments:
            key = (event.article, argument.role)
            if argument.role in ("place", "time") and not event.background and event.span.end <= ends[event.article]:
                known = leads.get(key)
                if known is None or _finer(argument, known):
                    leads[key] = argument
    return [_filled(event, leads) for event in events]


def _finer(a: Argument, b: Argument) -> bool:
    """Is the first the more precise one, by the code of its precision?"""
    return _precision(a) < _precision(b)


def _precision(argument: Argument) -> int:
    value = argument.value or {}
    return int(value.get("precision") or 9)


def lead_end(page: Spoken, start: int, end: int) -> int:
    """Where the first sentences of a stretch end."""
    inside = [sentence.end for sentence in page.sentences if start <= sentence.start and sentence.end <= end]
    return inside[: LEAD + 1][-1] if inside else start


def _filled(event: Event, leads: dict[tuple[str, str], Argument]) -> Event:
    if event.background:
        return event
    has = {argument.role for argument in event.arguments}
    more = [
        replace(lead, rule="lead", factuality=event.factuality)
        for role in ("place", "time")
        if role not in has and (lead := leads.get((event.article, role))) is not None
    ]
    return replace(event, arguments=(*event.arguments, *more)) if more else event
