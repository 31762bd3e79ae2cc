"""Accounts of gold documents: what the product's stages find in them, with an event for each mention of the truth.

Where the product finds an event at the words of a mention, the mention has its arguments, and its word on whether it is
background; any other has the time and place that the product finds nearest to it in its sentence.  Of the truth it has
nothing but where its words stand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TypeVar

from eval.attributing.ours import knowledge
from eval.mentions_gold import GoldDocument, GoldMention
from eval.plain_page import plain_page
from eval.readings import kept
from headwater.reading import attributions, events, names, places, quantities, sentences, signals, times
from headwater.reading.placed import Ground, PlaceMention
from headwater.reading.spoken import Spoken
from headwater.reading.timed import TimeMention
from headwater.records import Account, Argument, Article, ArticleBody, Event, Moment, Quantity, Span, Words
from headwater.records.identity import record_id

NO_TYPE = "event"
Near = TypeVar("Near", TimeMention, PlaceMention)


@dataclass(frozen=True, slots=True)
class Found:
    """What the product finds in a document."""

    spoken: Spoken
    times: tuple[TimeMention, ...]
    places: tuple[PlaceMention, ...]
    quantities: tuple[Quantity, ...]
    events: tuple[Event, ...]

    @property
    def article(self) -> Article:
        """The one article."""
        return self.spoken.articles[0]


def found_in(yardstick: str, document: GoldDocument) -> Found:
    """The document read to the end."""
    known = knowledge()
    spoken = kept(yardstick, document.key, lambda: _spoken(document))
    timed, placed = times.read(spoken, known), places.read(spoken, known)
    numbers = quantities.read(spoken, timed, known)
    told = events.read(spoken, timed, placed, numbers, known)
    return Found(spoken, timed.times, placed.places, tuple(one.quantity for one in numbers.numbered), told)


def gold_account(document: GoldDocument, found: Found) -> Account:
    """The account with the mentions of the truth in place of our events, in their order."""
    return _account(document, found, tuple(_mention_event(document, found, one) for one in document.mentions))


def own_account(document: GoldDocument, found: Found) -> Account:
    """The account with the events that the product finds."""
    return _account(document, found, found.events)


def _account(document: GoldDocument, found: Found, told: tuple[Event, ...]) -> Account:
    whole = tuple(Words(Span(start, end), document.text[start:end]) for start, end in document.sentences if end > start)
    body = ArticleBody(found.article, PurePath(document.key).name, whole)
    spoken = found.spoken
    return Account(body, spoken.attributions, spoken.entities, spoken.mentions, found.quantities, told)


def _spoken(document: GoldDocument) -> Spoken:
    page = plain_page(document.key, document.text)
    article = (_dressed(page.articles[0], document),)
    known = knowledge()
    split = sentences.split(page.text, page.blocks, article, known)
    heard = signals.hear(page.text, page.blocks, article, split, known)
    named = names.read(page.text, page.blocks, article, heard, known)
    said = attributions.read(page.text, page.blocks, article, split, heard, named, known, inside=signals.hear_inside)
    return Spoken(page.text, article, split, heard, said.entities, said.mentions, said.attributions)


def _dressed(article: Article, document: GoldDocument) -> Article:
    title = document.text.split("\n\n", 1)[0]
    moment = Moment(Span(0, 10, "given"), document.date, "day", None, False, "given") if document.date else None
    return replace(article, title=Words(Span(0, len(title)), title), published=moment)


def _mention_event(document: GoldDocument, found: Found, mention: GoldMention) -> Event:
    article, span = found.article, Span(mention.start, mention.end)
    ours = [one for one in found.events if one.span.start < mention.end and mention.start < one.span.end]
    id_ = record_id("event", f"{article.page}\n{mention.id}", span, NO_TYPE)
    arguments = ours[0].arguments if ours else tuple(_around(document, found, mention))
    background = bool(ours) and ours[0].background
    return Event(
        id_, article.id, NO_TYPE, span, mention.text, "positive", "asserted", (), background, arguments, "given"
    )


def _around(document: GoldDocument, found: Found, mention: GoldMention) -> Iterator[Argument]:
    sentence = next(one for one in found.spoken.sentences if one.start <= mention.start < one.end)
    times_here = [one for one in found.times if _inside(one.span, sentence) and one.from_ is not None]
    for time in _nearest(times_here, mention):
        value = {"from": time.from_, "to": time.to, "precision": time.precision}
        yield Argument("time", time.span, time.text, value, "sentence")
    grounds = [one for one in found.places if _inside(one.span, sentence) and one.use == "location"]
    for place in _nearest([one for one in grounds if one.ground], mention):
        if place.ground is not None:
            yield Argument("place", place.span, place.text, _value(place.ground), "sentence")


def _inside(span: Span, sentence: Span) -> bool:
    return sentence.start <= span.start < sentence.end


def _nearest(found: Sequence[Near], mention: GoldMention) -> list[Near]:
    return sorted(found, key=lambda one: (abs(one.span.start - mention.start), one.span))[:1]


def _value(ground: Ground) -> dict[str, object]:
    return {
        "name": ground.name, "geonames": ground.geonames, "lat": ground.lat, "lon": ground.lon,
        "precision": ground.precision, "country": ground.country, "adm1": ground.adm1, "adm2": ground.adm2,
        "kind": ground.kind, "within": ground.within,
    }  # fmt: skip
