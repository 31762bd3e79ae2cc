"""The events of one sentence, with all that is said of them in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from headwater.reading.certainty import Certainty, certainty
from headwater.reading.certainty import Lexicon as Certainties
from headwater.reading.events.actors import actor
from headwater.reading.events.background import is_background
from headwater.reading.events.blaming import BLAMING
from headwater.reading.events.causes import cause
from headwater.reading.events.line import Line
from headwater.reading.events.lines import published_of
from headwater.reading.events.roles import Draft, Scene, drafts
from headwater.reading.events.setting import means, nearest
from headwater.reading.events.triggers import Trigger, triggers
from headwater.reading.numbered import Numbered
from headwater.reading.placed import PlaceMention
from headwater.reading.timed import TimeMention
from headwater.reading.voices import Voices
from headwater.records import Argument, Attribution, Entity, Event, Span
from headwater.records.events import Factuality
from headwater.records.identity import record_id


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """What the page knows beside the words of a sentence."""

    text: str
    entities: Mapping[str, Entity]
    places: Sequence[PlaceMention]
    times: Sequence[TimeMention]
    numbers: Sequence[Numbered]
    voices: Voices
    certainties: Certainties


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """An event with the trigger that it was read from; `time` is what dates it, for what is only known later."""

    event: Event
    trigger: Trigger
    time: TimeMention | None = field(default=None)


def told(line: Line, around: Surroundings) -> list[Told]:
    """The events of the line, in text order."""
    found = list(triggers(line))
    parts: list[tuple[Trigger, list[Draft]]] = []
    for trigger in found:
        scene = Scene(line, trigger, tuple(parts))
        own = [draft for rule in BLAMING for draft in rule(scene)]
        taken = drafts(scene)
        own = [one for index, one in enumerate(own) if not any(_same(one, other) for other in own[:index])]
        taken = [draft for draft in taken if not any(_same(draft, one) for one in own)]
        parts.append((trigger, taken + own))
    causes = {index: cause(line, found, index) for index in range(len(found))}
    ids = [record_id("event", line.article.page, _span(line, one), one.use.type.name) for one in found]
    made = [_told(line, parts, index, around) for index in range(len(found))]
    return [_linked(one, None if (at := causes[index]) is None else ids[at]) for index, one in enumerate(made)]


def _same(a: Draft, b: Draft) -> bool:
    return a.first < b.last and b.first < a.last


def _linked(one: Told, cause_id: str | None) -> Told:
    return replace(one, event=replace(one.event, cause=cause_id)) if cause_id else one


def _span(line: Line, trigger: Trigger) -> Span:
    return line.span_of(trigger.first, trigger.last)


def _told(line: Line, parts: Sequence[tuple[Trigger, list[Draft]]], index: int, around: Surroundings) -> Told:
    trigger, found = parts[index]
    others = [one for one, _ in parts]
    span = _span(line, trigger)
    weighed = certainty(line.tokens, trigger.first, trigger.last, around.certainties, noun=trigger.voice == "noun")
    voices = around.voices.around(span)
    factuality = said(weighed, voices)
    time = _time(line, trigger, others, around)
    arguments = [_person(line, draft, factuality, around) for draft in found]
    arguments += _means(line, trigger, found, factuality, around)
    arguments += _place(line, trigger, others, factuality, around)
    arguments += [
        _argument("time", one.span, _time_value(one), rule, (factuality, around)) for one, rule in [time] if one
    ]
    arguments += _quantities(line, trigger, factuality, around)
    published = published_of(line.article)
    event = Event(
        record_id("event", line.article.page, span, trigger.use.type.name),
        line.article.id,
        trigger.use.type.name,
        span,
        around.text[span.start : span.end],
        "negative" if weighed.negative or _nobody(line, trigger, around) else "positive",
        factuality,
        tuple(voice.id for voice in voices),
        is_background(line, trigger, time[0], date.fromisoformat(published) if published else None),
        tuple(arguments),
        trigger.rule,
    )
    return Told(event, trigger, time[0])


def said(weighed: Certainty, voices: Sequence[Attribution]) -> Factuality:
    """The wording, under the voices around it: a denial denies; anything asserted there is reported."""
    if weighed.factuality in ("asserted", "reported") and any(voice.stance == "denial" for voice in voices):
        return "denied"
    return "reported" if voices and weighed.factuality == "asserted" else weighed.factuality


Manner = tuple[Factuality, Surroundings]


def _argument(role: Any, span: Span, value: Mapping[str, Any] | None, rule: str, manner: Manner) -> Argument:
    factuality, around = manner
    voices = tuple(voice.id for voice in around.voices.around(span))
    return Argument(role, span, around.text[span.start : span.end], value, rule, voices, factuality)


def _person(line: Line, draft: Draft, factuality: Factuality, around: Surroundings) -> Argument:
    value = actor(line, draft.first, draft.last, around.entities)
    span = line.span_of(draft.first, draft.last)
    made = _argument(draft.role, span, value, draft.rule, (factuality, around))
    if draft.role != "perpetrator":
        return made
    usual: Any = "possible" if factuality == "possible" else "fact"
    return replace(made, blame=draft.blame or usual)


def _means(
    line: Line, trigger: Trigger, found: Sequence[Draft], factuality: Factuality, around: Surroundings
) -> Iterator[Argument]:
    for first, last, rule in means(line, trigger):
        if not any(draft.first < last and first < draft.last for draft in found):
            span = line.span_of(first, last)
            words = around.text[span.start : span.end]
            yield _argument("means", span, {"name": words}, rule, (factuality, around))


def _place(
    line: Line, trigger: Trigger, others: Sequence[Trigger], factuality: Factuality, around: Surroundings
) -> Iterator[Argument]:
    usable = [
        (spot, place)
        for place in around.places
        if place.use == "location"
        and line.span.start <= place.span.start < line.span.end
        and (spot := line.within(place.span)) is not None
    ]
    near = nearest(line, trigger, others, [spot for spot, _ in usable])
    if near is not None:
        place = usable[near.index][1]
        yield _argument("place", place.span, place_value(place), near.rule, (factuality, around))


def place_value(place: PlaceMention) -> dict[str, Any]:
    """{name, geonames, lat, lon, precision, country, adm1, adm2, kind, within}; without ground only its words."""
    ground = place.ground
    if ground is None:
        keys = ("geonames", "lat", "lon", "precision", "country", "adm1", "adm2", "kind")
        return {"name": place.text, **dict.fromkeys(keys), "within": []}
    return {
        "name": ground.name,
        "geonames": ground.geonames,
        "lat": ground.lat,
        "lon": ground.lon,
        "precision": ground.precision,
        "country": ground.country,
        "adm1": ground.adm1,
        "adm2": ground.adm2,
        "kind": ground.kind,
        "within": list(ground.within),
    }


def _time(
    line: Line, trigger: Trigger, others: Sequence[Trigger], around: Surroundings
) -> tuple[TimeMention | None, str]:
    usable = [
        (spot, time)
        for time in around.times
        if time.kind in ("date", "time", "duration")
        and line.span.start <= time.span.start < line.span.end
        and time.from_ is not None
        and (spot := line.within(time.span)) is not None
    ]
    near = nearest(line, trigger, others, [spot for spot, _ in usable])
    return (usable[near.index][1], near.rule) if near else (None, "")


def _time_value(time: TimeMention) -> dict[str, Any]:
    return {"from": time.from_, "to": time.to, "precision": time.precision, "time_of_day": time.time_of_day}


def _quantities(line: Line, trigger: Trigger, factuality: Factuality, around: Surroundings) -> Iterator[Argument]:
    span = _span(line, trigger)
    for numbered in around.numbers:
        where = numbered.trigger
        if where and where.start < span.end and span.start < where.end:
            yield quantity_argument(numbered)


def _nobody(line: Line, trigger: Trigger, around: Surroundings) -> bool:
    """Was it said that nobody was killed?"""
    span = _span(line, trigger)
    counts = [one.quantity.high for one in around.numbers if one.trigger and one.trigger == span]
    return bool(counts) and all(high == 0 for high in counts)


def quantity_argument(numbered: Numbered) -> Argument:
    """A count as a part of an event, as certain as it is itself."""
    quantity = numbered.quantity
    return Argument(
        "quantity",
        quantity.span,
        quantity.text,
        {"id": quantity.id},
        quantity.rule,
        quantity.attributions,
        quantity.factuality,
    )
