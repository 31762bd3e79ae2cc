"""Accounts from a few given fields, for tests of gathering: one paragraph per sentence, events by their trigger words."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from made_bodies import make_body

from headwater.records import Account, Argument, Attribution, Content, Entity, Event, Mention, Quantity, Source, Span

NO_SPAN = Span(0, 1)
PLACES: Mapping[str, Mapping[str, Any]] = {
    "orsk": {"name": "Orsk", "geonames": 1, "lat": 50.0, "lon": 40.0, "precision": 1, "kind": "town", "within": (7,)},
    "orsk_village": {"name": "Olva", "geonames": 3, "lat": 50.03, "lon": 40.0, "precision": 1, "kind": "village"},
    "harun": {"name": "Harun", "geonames": 2, "lat": 52.0, "lon": 40.0, "precision": 1, "kind": "town", "within": (7,)},
}


def make_account(id_: str, given: Mapping[str, Any]) -> Account:
    """The account with these `paragraphs`, `entities`, `speakers` and `events`; ids hold the article's id."""
    body = make_body(id_, given)
    entities = [_entity(id_, number, entity) for number, entity in enumerate(given.get("entities", ()))]
    text = {paragraph.span: paragraph.text for paragraph in body.paragraphs}
    mentions = []
    for number, entity in enumerate(entities):
        for span, words in text.items():
            at = words.find(entity.name)
            if at >= 0:
                start = span.start + at
                end = start + len(entity.name)
                mentions.append(Mention(f"m{id_}{number}", entity.id, id_, Span(start, end), entity.name))
                break
    speakers = [_speaker(id_, number, one, entities) for number, one in enumerate(given.get("speakers", ()))]
    events, quantities = [], []
    for number, event in enumerate(given.get("events", ())):
        made, counted = _event(id_, number, event, text)
        events.append(made)
        quantities += counted
    return Account(body, tuple(speakers), tuple(entities), tuple(mentions), tuple(quantities), tuple(events))


def _entity(article: str, number: int, given: Mapping[str, Any]) -> Entity:
    class_ = given.get("class", "person")
    return Entity(
        f"n{article}{number}", article, given["name"], class_, given.get("known_as"), given.get("side"), given.get("is")
    )


def _speaker(article: str, number: int, given: Mapping[str, Any], entities: Sequence[Entity]) -> Attribution:
    entity = next(one for one in entities if one.name == given["name"])
    source = Source(NO_SPAN, entity.name, entity.id, entity.name, "person", given.get("office"), given.get("side"))
    content = (Content(NO_SPAN, False),)
    return Attribution(f"a{article}{number}", article, (source,), (), content, (), "indirect", "neutral", None, "made")


def _event(
    article: str, number: int, given: Mapping[str, Any], text: Mapping[Span, str]
) -> tuple[Event, list[Quantity]]:
    """The event at the first place (or the place number `at`) where its trigger word stands."""
    places = [
        Span(span.start + at, span.start + at + len(given["trigger"]))
        for span, words in text.items()
        for at in _all(words, given["trigger"])
    ]
    span = places[given.get("nth", 0)]
    arguments, quantities = [], []
    if "place" in given:
        arguments.append(Argument("place", span, None, PLACES[given["place"]], "made"))
    if "day" in given:
        first = date.fromisoformat(given["day"])
        last = first + timedelta(days=given.get("days", 1) - 1)
        value = {"from": first.isoformat(), "to": last.isoformat(), "precision": 1}
        arguments.append(Argument("time", span, None, value, "made"))
    for unit in ("killed", "injured"):
        if unit in given:
            id_ = f"q{article}{number}{unit}"
            figure = given[unit]
            quantities.append(Quantity(id_, article, span, "", figure, figure, figure, "exact", unit, None, "made"))
            arguments.append(Argument("quantity", span, None, {"id": id_}, "made"))
    for role in ("perpetrator", "victim"):
        if role in given:
            arguments.append(Argument(role, span, None, given[role], "made"))  # type: ignore[arg-type]
    event = Event(
        f"e{article}{number}", article, given.get("type", "event"), span, given["trigger"], "positive", "asserted", (),
        given.get("background", False), tuple(arguments), "made",
        cause=f"e{article}{given['cause']}" if "cause" in given else None,
    )  # fmt: skip
    return event, quantities


def _all(words: str, part: str) -> list[int]:
    found, at = [], words.find(part)
    while at >= 0:
        found.append(at)
        at = words.find(part, at + 1)
    return found
