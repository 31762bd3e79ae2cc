"""The counts of a page, with the verbs they rest on."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from headwater.knowledge import Knowledge
from headwater.reading.events.counting import Count, counts
from headwater.reading.events.lexicon import Lexicon, lexicon
from headwater.reading.events.told import Told
from headwater.reading.words import tokenize
from headwater.records import Argument, Article, Attribution, Event, PartOf, Quantity, Span
from headwater.records.events import Factuality
from headwater.records.identity import record_id
from headwater.text import PageText

LONGEST_SENTENCE = 3000


def read(
    text: PageText,
    articles: tuple[Article, ...],
    sentences: tuple[Span, ...],
    attributions: tuple[Attribution, ...],
    knowledge: Knowledge,
) -> Told:
    """How many were killed, injured, missing, captured or displaced, wherever an English article states it in words.

    A figure whose verb no rule finds is left out.  `policies` is empty: what a coding policy makes of the words comes
    later.
    """
    words = lexicon(knowledge)
    quantities: list[Quantity] = []
    events: dict[str, Event] = {}
    said = _Said(attributions)
    for article, sentence in _of_articles(articles, sentences):
        for quantity, event in _read_sentence(text.text, article, sentence, said, words):
            quantities.append(quantity)
            if event:
                known = events.get(event.id)
                events[event.id] = _joined(known, event) if known else event
    return Told(tuple(quantities), tuple(events.values()))


class _Said:
    """The attributions by the place of their contents."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._contents = sorted((content.span, at) for at, one in enumerate(attributions) for content in one.contents)
        self._reach = list(accumulate((span.end for span, _ in self._contents), max))
        self._attributions = attributions

    def around(self, span: Span) -> list[Attribution]:
        """Those whose content holds the span, the outermost first."""
        index = bisect_right(self._contents, (Span(span.start, 1 << 60), 0)) - 1
        found: list[int] = []
        while index >= 0 and self._reach[index] >= span.end:
            content, at = self._contents[index]
            if span.end <= content.end and at not in found:
                found.append(at)
            index -= 1
        return [self._attributions[at] for at in reversed(found)]


def _of_articles(articles: Sequence[Article], sentences: Sequence[Span]) -> Iterator[tuple[Article, Span]]:
    """Each sentence with the innermost English article that it stands in."""
    ordered = sorted(articles, key=lambda article: (article.span.start, -article.span.end))
    open_: list[Article] = []
    index = 0
    for sentence in sentences:
        while index < len(ordered) and ordered[index].span.start <= sentence.start:
            open_.append(ordered[index])
            index += 1
        while open_ and open_[-1].span.end < sentence.end:
            open_.pop()
        if open_ and open_[-1].language.split("-")[0] in ("en", "und"):
            yield open_[-1], sentence


def _read_sentence(
    text: str, article: Article, sentence: Span, said: _Said, words: Lexicon
) -> Iterator[tuple[Quantity, Event | None]]:
    end = min(sentence.end, sentence.start + LONGEST_SENTENCE)
    tokens = tokenize(text, sentence.start, end) if words.gate.search(text, sentence.start, end) else []
    ids: dict[Span, str] = {}
    for count in counts(text, tokens, words):
        around = said.around(count.span)
        factuality = _factuality(count, around)
        id_ = ids[count.span] = record_id("quantity", article.page, count.span, count.unit)
        part_of = PartOf(ids[count.whole], "including") if count.whole in ids else None
        plain = _quantity(text, article, count, id_, part_of)
        quantity = replace(plain, attributions=tuple(one.id for one in around), factuality=factuality)
        yield quantity, _event(text, article, count, quantity) if count.event else None


def _factuality(count: Count, around: Sequence[Attribution]) -> Factuality:
    if count.factuality != "asserted":
        return count.factuality
    if any(one.stance == "denial" for one in around):
        return "denied"
    return "reported" if around else "asserted"


def _quantity(text: str, article: Article, count: Count, id_: str, part_of: PartOf | None) -> Quantity:
    figure = count.figure
    words = text[count.span.start : count.span.end]
    low, best, high = figure.low, figure.best, figure.high
    return Quantity(
        id_, article.id, count.span, words, low, best, high, figure.qualifier, count.unit, count.of, count.rule, part_of
    )


def _event(text: str, article: Article, count: Count, quantity: Quantity) -> Event:
    span = count.trigger
    argument = Argument(
        "quantity",
        quantity.span,
        quantity.text,
        {"id": quantity.id},
        count.rule,
        quantity.attributions,
        quantity.factuality,
    )
    return Event(
        record_id("event", article.page, span, count.event or ""),
        article.id,
        count.event or "",
        span,
        text[span.start : span.end],
        "negative" if quantity.high == 0 else "positive",
        quantity.factuality,
        quantity.attributions,
        False,
        (argument,),
        count.rule,
    )


def _joined(known: Event, event: Event) -> Event:
    """One verb with several counts: "killed 12 people, three children among them"."""
    return replace(known, arguments=known.arguments + event.arguments)
