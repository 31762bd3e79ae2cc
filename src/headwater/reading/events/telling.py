"""The events of one sentence, with all that is said of them in it."""

from collections.abc import Sequence
from dataclasses import replace

from headwater.reading.certainty import Certainty, certainty
from headwater.reading.events.arguments import (
    Centre,
    Surroundings,
    person,
    place,
    time,
    time_argument,
    weapons,
)
from headwater.reading.events.background import Moment, is_background
from headwater.reading.events.blaming import BLAMING
from headwater.reading.events.causes import cause
from headwater.reading.events.counted import with_counted
from headwater.reading.events.drafting import Draft, Scene
from headwater.reading.events.line import Line
from headwater.reading.events.roles import drafts
from headwater.reading.events.setting import clause
from headwater.reading.events.tolls import counted_people
from headwater.reading.events.trigger import Trigger
from headwater.reading.events.triggers import triggers
from headwater.reading.timed import TimeMention
from headwater.records import Argument, Attribution, Event
from headwater.records.events import Factuality
from headwater.records.identity import record_id


def told(line: Line, around: Surroundings) -> list[Event]:
    """The events of the line, in text order."""
    found = [_narrowed(line, one) for one in with_counted(line, list(triggers(line)), around.numbers)]
    parts = _parts(line, found)
    made = [_event(line, parts, index, around) for index in range(len(found))]
    causes = [cause(line, found, index) for index in range(len(found))]
    return _handed_on(made, causes)


def _handed_on(made: Sequence[Event], causes: Sequence[int | None]) -> list[Event]:
    """An effect with its cause; each gets of the other what it lacks: who did it, who suffered it, where and when; and
    the effect the place of its cause where that is finer."""
    events = list(made)
    for index, at in enumerate(causes):
        if at is None:
            continue
        attack, effect = events[at], replace(events[index], cause=events[at].id)
        if _finer(attack, effect):
            effect = replace(effect, arguments=tuple(one for one in effect.arguments if one.role != "place"))
        for role in ("perpetrator", "place", "time"):
            effect = replace(effect, arguments=(*effect.arguments, *_lacking(effect, attack, role, "of_cause")))
        for role in ("perpetrator", "victim", "place", "time"):
            attack = replace(attack, arguments=(*attack.arguments, *_lacking(attack, effect, role, "of_effect")))
        events[at], events[index] = attack, effect
    return events


def _finer(event: Event, than: Event) -> bool:
    """Is the first told at a place of finer precision than the second?"""
    grains = [
        [int((one.value or {}).get("precision") or 0) for one in each.arguments if one.role == "place"]
        for each in (event, than)
    ]
    return all(grains) and 0 < grains[0][0] < grains[1][0]


def _lacking(event: Event, other: Event, role: str, rule: str) -> list[Argument]:
    if any(one.role == role for one in event.arguments):
        return []
    return [replace(one, rule=rule, factuality=event.factuality) for one in other.arguments if one.role == role]


def _narrowed(line: Line, trigger: Trigger) -> Trigger:
    """A raid by warplanes is an air strike."""
    left, right = clause(line, trigger)
    words = {line.lower(at) for at in range(left, right)}
    for wider, narrower, marks in line.ontology.narrower:
        if trigger.use.type.name in wider and words & marks:
            return replace(trigger, use=replace(trigger.use, type=narrower))
    return trigger


def _parts(line: Line, found: Sequence[Trigger]) -> list[tuple[Trigger, list[Draft]]]:
    """Who stands in each event; whoever is blamed in words stands only as that."""
    parts: list[tuple[Trigger, list[Draft]]] = []
    begins = frozenset(one.first for one in found)
    for trigger in found:
        scene = Scene(line, trigger, tuple(parts), begins)
        blamed: list[Draft] = []
        for draft in (draft for rule in BLAMING for draft in rule(scene)):
            if not any(_same(draft, one) for one in blamed):
                blamed.append(draft)
        plain = [draft for draft in drafts(scene) if not any(_same(draft, one) for one in blamed)]
        parts.append((trigger, plain + blamed))
    return parts


def _same(a: Draft, b: Draft) -> bool:
    return a.first < b.last and b.first < a.last


def _event(line: Line, parts: Sequence[tuple[Trigger, list[Draft]]], index: int, around: Surroundings) -> Event:
    trigger, found = parts[index]
    noun = trigger.voice in ("noun", "counted")
    weighed = certainty(line.tokens, trigger.first, trigger.last, around.certainties, noun=noun)
    if trigger.voice == "noun" and any(draft.blame and draft.rule != "owner" for draft in found):
        weighed = _known(line, trigger, weighed)
    span = line.span_of(trigger.first, trigger.last)
    voices = around.voices.around(span)
    centre = Centre(line, trigger, [one for one, _ in parts], said(weighed, voices), around)
    when, rule = time(centre)
    arguments = [person(centre, draft) for draft in found]
    arguments += weapons(centre, found)
    arguments += [one for one in (place(centre, found),) if one]
    arguments += [time_argument(centre, when, rule)] if when else []
    arguments += counted_people(centre, arguments)
    return Event(
        record_id("event", line.article.page, span, trigger.use.type.name),
        line.article.id,
        trigger.use.type.name,
        span,
        around.text[span.start : span.end],
        "negative" if weighed.negative or _nobody(centre) else "positive",
        centre.factuality,
        tuple(voice.id for voice in voices),
        _is_old(centre, when, bool(voices)),
        tuple(arguments),
        trigger.rule,
    )


def _known(line: Line, trigger: Trigger, weighed: Certainty) -> Certainty:
    """Blamed for the attack: what is in doubt is who did it, not that it happened."""
    definite = line.lower(trigger.first - 1) in ("the", "this", "that", "these", "those", "both")
    return Certainty() if definite else weighed


def said(weighed: Certainty, voices: Sequence[Attribution]) -> Factuality:
    """The wording, under the voices around it: a denial denies; anything asserted there is reported."""
    if weighed.factuality in ("asserted", "reported") and any(voice.stance == "denial" for voice in voices):
        return "denied"
    return "reported" if voices and weighed.factuality == "asserted" else weighed.factuality


def _nobody(centre: Centre) -> bool:
    """Was it said that nobody was killed?"""
    counts = centre.counts
    return bool(counts) and all(one.quantity.high == 0 for one in counts)


def _is_old(centre: Centre, when: TimeMention | None, voiced: bool) -> bool:
    """Told as older, or a sum over a time or a war."""
    scopes = [one.quantity.scope for one in centre.counts]
    if any(scope is not None and scope.kind in ("period", "conflict") for scope in scopes):
        return True
    moment = Moment(centre.line, centre.trigger, when, voiced)
    return is_background(moment, centre.around.news.get(centre.line.article.id))
