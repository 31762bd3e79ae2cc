"""An article as it is looked at for comparison: its setting, and each of its event mentions."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from headwater.gathering.incidents.hours import hours_of
from headwater.gathering.incidents.kinds import Kind, in_court, kind_of
from headwater.gathering.incidents.kinds import Words as Wording
from headwater.gathering.incidents.rarity import weighed, words_of
from headwater.gathering.incidents.sighting import Count, Days, Setting, Sighting, Spot
from headwater.gathering.incidents.stems import stem
from headwater.records import Account, Argument, Event, Quantity, Span, Words

ACTED = ("perpetrator", "target", "victim", "participant")
WIDE_KINDS = frozenset(("country", "province", "state", "region", "adm1", "adm2", "continent", "sea"))
WIDE_PRECISION = 4
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+(?=[\"“‘'(]*[A-Z0-9])|\n")
_NAME_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_NOT_A_NAME = frozenset("mr mrs ms dr jr sr sgt lt capt col gen det officer sheriff judge president the ii iii".split())


def setting_of(account: Account) -> Setting:
    """What the article gives as a whole."""
    body = account.body
    texts = [paragraph.text for paragraph in body.paragraphs]
    title = body.article.title.text if body.article.title else ""
    published = body.article.published
    return Setting(
        body.article.id,
        ordinal(published.date) if published and published.precision not in ("month", "year") else None,
        weighed(word for text in texts for word in words_of(text)),
        weighed(words_of("\n".join([title, *texts[:2]]))),
        frozenset(_people(entity.name for entity in account.entities if entity.class_ == "person")),
        frozenset(entity.name.casefold() for entity in account.entities if entity.class_ in ("place", "facility")),
        _host(body.location),
    )


def _host(location: str) -> str:
    """The host of an address; of an archived page, that of the page."""
    return urlsplit("http" + location.rpartition("http")[2]).hostname or "" if "http" in location else ""


def sightings_of(account: Account) -> tuple[Sighting, ...]:
    """Each event mention, in text order."""
    paragraphs = sorted(account.body.paragraphs, key=lambda paragraph: paragraph.span)
    people = _people_at(account)
    numbers = {quantity.id: quantity for quantity in account.quantities}
    events = sorted(account.events, key=lambda event: (event.span, event.type, event.id))
    return tuple(_sighting(event, paragraphs, people, numbers) for event in events)


def kinds_of(account: Account) -> dict[str, Kind]:
    """The kind of each event mention, by id: mentions of one happening and one family are of one part of it."""
    return {event.id: kind_of(event.type, wording_of(event, account.body.paragraphs)[1]) for event in account.events}


def ordinal(text: str) -> int | None:
    """The day of an ISO date or time, counted from year 1; null where it is none."""
    try:
        return date.fromisoformat(text[:10]).toordinal()
    except ValueError:
        return None


def name_key(name: str) -> str | None:
    """First and last word of a person's name, folded; null for a single word."""
    words = [match.casefold() for match in _NAME_WORD.findall(name)]
    words = [word for word in words if len(word) > 1 and word not in _NOT_A_NAME]
    return f"{words[0]} {words[-1]}" if len(words) > 1 else None


def wording_of(event: Event, paragraphs: Sequence[Words]) -> tuple[Span, Wording]:
    """Where the sentence of the trigger stands, and its words; the trigger alone where no paragraph has it."""
    start, end, text = _sentence(event, paragraphs)
    before = _NAME_WORD.findall(text[: event.span.start - start])
    behind = _NAME_WORD.findall(text[event.span.end - start :])
    return Span(start, end), Wording(
        event.text, before[-1].casefold() if before else "", behind[0].casefold() if behind else "", text
    )


def _sighting(
    event: Event, paragraphs: Sequence[Words], people: list[tuple[int, str]], numbers: Mapping[str, Quantity]
) -> Sighting:
    place, wording = wording_of(event, paragraphs)
    kind = kind_of(event.type, wording)
    aside = in_court(wording)
    acting = list(_arguments(event, ACTED))
    counted = [numbers[value["id"]] for _, value in _arguments(event, ("quantity",)) if value.get("id") in numbers]
    named = [value.get("name") or "" for _, value in acting if value.get("class") == "person"]
    near = [name for position, name in people if place.start <= position < place.end]
    return Sighting(
        event.id,
        event.span.start,
        event.span.end,
        kind,
        (place.start, place.end),
        weighed(words_of(wording.sentence)),
        None if aside else _days(event),
        () if aside else tuple(_spots(event)),
        frozenset([*_people(named), *near]),
        frozenset((argument.role, side) for argument, value in acting if (side := _side(value))),
        {one.unit: Count(one.low, one.high) for one in reversed(counted) if not one.part_of},
        frozenset(stem(words_of(text)[-1]) for text in _texts(event, "means") if words_of(text)),
        event.background,
        kind.loose or any(one.scope is not None and one.scope.kind != "event" for one in counted),
        event.cause,
        hours_of(event),
    )


def _side(value: Mapping[str, Any]) -> str | None:
    return value.get("side") or value.get("known_as")


def _sentence(event: Event, paragraphs: Sequence[Words]) -> tuple[int, int, str]:
    at = event.span.start
    for paragraph in paragraphs:
        if paragraph.span.start <= at < paragraph.span.end:
            borders = [0, *(match.end() for match in _SENTENCE_END.finditer(paragraph.text)), len(paragraph.text)]
            inside = at - paragraph.span.start
            start = max(border for border in borders if border <= inside)
            end = min(border for border in borders if border > inside)
            return paragraph.span.start + start, paragraph.span.start + end, paragraph.text[start:end]
    return event.span.start, event.span.end, event.text


def _arguments(event: Event, roles: Iterable[str]) -> Iterator[tuple[Argument, Mapping[str, Any]]]:
    for argument in event.arguments:
        if argument.role in roles and argument.value is not None:
            yield argument, argument.value


def _texts(event: Event, role: str) -> list[str]:
    return [argument.text for argument in event.arguments if argument.role == role and argument.text]


def _days(event: Event) -> Days | None:
    """The narrowest interval that its times give."""
    found = []
    for _, value in _arguments(event, ("time",)):
        first, last = ordinal(value.get("from") or ""), ordinal(value.get("to") or "")
        if first is not None and last is not None and first <= last:
            found.append(Days(first, last))
    return min(found, key=lambda days: (days.last - days.first, days.first), default=None)


def _spots(event: Event) -> Iterator[Spot]:
    for argument, value in _arguments(event, ("place",)):
        name = value.get("name") or argument.text or ""
        ids = [value["geonames"]] if value.get("geonames") is not None else []
        wide = value.get("kind") in WIDE_KINDS or (value.get("precision") or 0) >= WIDE_PRECISION
        within = value.get("within") or ()
        yield Spot(name.casefold(), (*ids, *within), value.get("lat"), value.get("lon"), wide)


def _people(names: Iterable[str]) -> Iterator[str]:
    return (key for key in map(name_key, names) if key)


def _people_at(account: Account) -> list[tuple[int, str]]:
    keys = {entity.id: name_key(entity.name) for entity in account.entities if entity.class_ == "person"}
    found = [(mention.span.start, keys.get(mention.entity)) for mention in account.mentions]
    return [(start, key) for start, key in found if key]
