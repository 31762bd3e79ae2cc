"""Pronouns for who did it or suffered it: found before a verb, and resolved over the events of a page."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from headwater.reading.events.drafting import Draft, Scene
from headwater.reading.events.line import AUX, BE
from headwater.reading.spoken import Spoken
from headwater.records import Argument, Event

NEAR = 20  # subjects looked back at
MANY = frozenset(("they",))
ONE = frozenset(("he", "she"))
BODY = frozenset(("it",))
_PRONOUNS = MANY | ONE | BODY
_ROLES = frozenset("perpetrator participant victim target".split())
_BODIES = frozenset("body organisation armed_group state".split())
_COLLECTIVE = frozenset("police troops army military coalition group militia gunmen people men women children".split())


def pronoun(scene: Scene) -> Iterator[Draft]:
    """They shot two teachers; he was killed"""
    trigger, line = scene.trigger, scene.line
    where = {"active": "subject", "passive": "object"}.get(trigger.voice)
    role = scene.role(where) if where else None
    at = trigger.begin - 1
    while at > 0 and (line.lower(at) in AUX or line.lower(at).endswith("ly")):
        at -= 1
    free = "ing" in trigger.use.forms and not any(line.lower(one) in BE for one in range(at + 1, trigger.first))
    thing = line.lower(at) in BODY and trigger.voice == "passive"  # it was struck: a thing, not a body of people
    if role in _ROLES and at >= 0 and line.lower(at) in _PRONOUNS and not free and not thing:
        yield Draft(role, at, at + 1, "pronoun")


def resolved(page: Spoken, events: Sequence[Event]) -> list[Event]:
    """Pronouns with the value of the last subject of the same or the previous sentence that fits them; without one
    that fits, the argument is left out.  The span stays that of the pronoun."""
    starts = sorted(sentence.start for sentence in page.sentences)
    known: list[tuple[int, str, Argument]] = []
    made: list[Event] = []
    for event in events:
        number = bisect_right(starts, event.span.start)
        near = [one for at, article, one in known[-NEAR:] if number - 1 <= at and article == event.article]
        made.append(replace(event, arguments=tuple(_named(event, near))))
        known += [
            (number, event.article, one)
            for one in event.arguments
            if one.role in _ROLES and one.rule in _SUBJECTS and (one.text or "").lower() not in _PRONOUNS
        ]
    return made


_SUBJECTS = frozenset("subject passive_subject light_verb undergo_verb shared_subject".split())


def _named(event: Event, near: Sequence[Argument]) -> Iterator[Argument]:
    for argument in event.arguments:
        word = (argument.text or "").lower()
        if word not in _PRONOUNS or argument.role not in _ROLES:
            yield argument
            continue
        found = [one for one in near if _earlier(one, argument)]
        if found and _fits(word, found[-1]) and not (argument.role == "perpetrator" and found[-1].role == "victim"):
            yield replace(argument, value=found[-1].value)


def _earlier(one: Argument, argument: Argument) -> bool:
    return one.span is not None and argument.span is not None and one.span.end <= argument.span.start


def _fits(word: str, argument: Argument) -> bool:
    """They: several, or a body of people; he, she: one person; it: a body."""
    value: Mapping[str, Any] = argument.value or {}
    words = (argument.text or "").lower().split()
    class_ = value.get("class")
    several = words[-1].endswith("s") or words[-1] in _COLLECTIVE or any(each[:1].isdigit() for each in words)
    if word in BODY:
        return class_ in _BODIES
    if word in MANY:
        return class_ in _BODIES or several
    return class_ == "person" or (class_ in ("civilian", "combatant") and not several)
