"""Who did it, told a sentence before: "X jets struck the town.  The strike killed …"."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from headwater.reading.events.leading import apart, general
from headwater.reading.spoken import Spoken
from headwater.records import Argument, Event

_ARTICLES = frozenset("the this that these those both".split())


def repeated(page: Spoken, events: Sequence[Event]) -> list[Event]:
    """A definite noun for an attack without a perpetrator, with those of the attack of the same type (for "the attack":
    of any) told last in the sentence before; its effects get them too.  Not where place or day differ."""
    starts = sorted(sentence.start for sentence in page.sentences)
    numbers = {event.id: bisect_right(starts, event.span.start) for event in events}
    made: dict[str, Event] = {}
    for event in events:
        made[event.id] = _with(event, _found(page, event, list(made.values()), numbers))
    return [_with(one, _repeated(made[one.cause])) if one.cause in made else one for one in made.values()]


def _found(page: Spoken, event: Event, before: Sequence[Event], numbers: Mapping[str, int]) -> list[Argument]:
    """The perpetrators of the attack told last in the sentence before, where this one repeats it."""
    words = page.text.text[max(event.span.start - 12, 0) : event.span.start].lower().split()
    if event.rule != "noun" or not words or words[-1] not in _ARTICLES:
        return []
    near = [
        one
        for one in before
        if one.article == event.article
        and numbers[one.id] == numbers[event.id] - 1
        and (one.type == event.type or general(event, one))
    ]
    return _doers(near[-1]) if near and not apart(event, near[-1]) else []


def _repeated(event: Event) -> list[Argument]:
    return [one for one in _doers(event) if one.rule == "repeated"]


def _side(argument: Argument) -> str | None:
    value = argument.value or {}
    return value.get("side") or value.get("known_as") or value.get("entity")


def _doers(event: Event) -> list[Argument]:
    return [one for one in event.arguments if one.role == "perpetrator"]


def _with(event: Event, doers: Sequence[Argument]) -> Event:
    if not doers or event.background or any(one.role == "perpetrator" for one in event.arguments):
        return event
    hit = {_side(one) for one in event.arguments if one.role in ("victim", "target")} - {None}
    if any(_side(one) in hit for one in doers):
        return event
    more = [replace(one, rule="repeated", factuality=event.factuality) for one in doers]
    return replace(event, arguments=(*event.arguments, *more))
