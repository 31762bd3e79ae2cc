"""Accounts of gold documents: what the product's stages find in them, with an event for each mention of the truth.

An event has the times and places that the product finds in the sentence of its mention, and nothing of the truth but
where its words stand.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from eval.attributing.ours import knowledge
from eval.mentions_gold import GoldDocument, GoldMention
from eval.plain_page import plain_page
from headwater.reading import attributions, names, places, sentences, signals, times
from headwater.reading.placed import PlaceMention
from headwater.reading.spoken import Spoken
from headwater.reading.timed import TimeMention
from headwater.records import Account, Argument, Article, ArticleBody, Event, Moment, Span, Words
from headwater.records.identity import record_id

NO_TYPE = "event"


def spoken_of(document: GoldDocument) -> Spoken:
    """The document read as far as who says what: the dear part, worth keeping."""
    page = plain_page(document.key, document.text)
    article = _dressed(page.articles[0], document)
    known = knowledge()
    split = sentences.split(page.text, page.blocks, (article,), known)
    heard = signals.hear(page.text, page.blocks, (article,), split, known)
    named = names.read(page.text, page.blocks, (article,), heard, known)
    said = attributions.read(page.text, page.blocks, (article,), split, heard, named, known, inside=signals.hear_inside)
    return Spoken(page.text, (article,), split, heard, said.entities, said.mentions, said.attributions)


def account_of(document: GoldDocument, spoken: Spoken) -> Account:
    """All that gathering needs, the ids of the truth's mentions being those of the events."""
    found_times = times.read(spoken, knowledge()).times
    found_places = places.read(spoken, knowledge()).places
    article = spoken.articles[0]
    borders = [start for start, _ in document.sentences]
    events = []
    for mention in document.mentions:
        first = max(start for start in borders if start <= mention.start)
        last = min((start for start in borders if start > mention.start), default=len(document.text))
        arguments = [*_times(mention, found_times, first, last), *_places(mention, found_places, first, last)]
        events.append(_event(article, mention, tuple(arguments)))
    whole = tuple(Words(Span(start, end), document.text[start:end]) for start, end in document.sentences if end > start)
    body = ArticleBody(article, PurePath(document.key).name, whole)
    return Account(body, spoken.attributions, spoken.entities, spoken.mentions, (), tuple(events))


def _dressed(article: Article, document: GoldDocument) -> Article:
    title = document.text.split("\n\n", 1)[0]
    moment = Moment(Span(0, 10, "given"), document.date, "day", None, False, "given") if document.date else None
    return replace(article, title=Words(Span(0, len(title)), title), published=moment)


def _event(article: Article, mention: GoldMention, arguments: tuple[Argument, ...]) -> Event:
    span = Span(mention.start, mention.end)
    id_ = record_id("event", f"{article.page}\n{mention.id}", span, NO_TYPE)
    return Event(id_, article.id, NO_TYPE, span, mention.text, "positive", "asserted", (), False, arguments, "given")


def _times(mention: GoldMention, found: tuple[TimeMention, ...], first: int, last: int) -> Iterator[Argument]:
    near = [time for time in found if first <= time.span.start < last and time.from_ is not None]
    for time in sorted(near, key=lambda one: abs(one.span.start - mention.start))[:1]:
        value = {"from": time.from_, "to": time.to, "precision": time.precision}
        yield Argument("time", time.span, time.text, value, "sentence")


def _places(mention: GoldMention, found: tuple[PlaceMention, ...], first: int, last: int) -> Iterator[Argument]:
    near = [place for place in found if first <= place.span.start < last and place.use == "location" and place.ground]
    for place in sorted(near, key=lambda one: abs(one.span.start - mention.start))[:1]:
        ground = place.ground
        assert ground is not None
        value = {
            "name": ground.name, "geonames": ground.geonames, "lat": ground.lat, "lon": ground.lon,
            "precision": ground.precision, "country": ground.country, "adm1": ground.adm1, "adm2": ground.adm2,
            "kind": ground.kind, "within": ground.within,
        }  # fmt: skip
        yield Argument("place", place.span, place.text, value, "sentence")
