"""The counts of a page, with the verbs they rest on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from headwater.knowledge import Knowledge
from headwater.reading.english import sentences_of
from headwater.reading.numbered import Numbered, Numbers
from headwater.reading.quantities.counting import Count, counts
from headwater.reading.quantities.lexicon import Lexicon, lexicon
from headwater.reading.spoken import Spoken
from headwater.reading.timed import Timed
from headwater.reading.voices import Voices
from headwater.reading.words import tokenize
from headwater.records import Article, Attribution, PartOf, Quantity, Span
from headwater.records.events import Factuality
from headwater.records.identity import record_id

LONGEST_SENTENCE = 3000


def read(page: Spoken, timed: Timed, knowledge: Knowledge) -> Numbers:
    """How many were killed, injured, missing, captured or displaced, wherever an English article states it in words.

    A figure whose verb no rule finds is left out.
    """
    words = lexicon(knowledge)
    voices = Voices(page.attributions)
    found: list[Numbered] = []
    for article, sentence in sentences_of(page.articles, page.sentences):
        found += _read_sentence(page.text.text, article, sentence, voices, words)
    return Numbers(tuple(found))


def _read_sentence(text: str, article: Article, sentence: Span, voices: Voices, words: Lexicon) -> Iterator[Numbered]:
    end = min(sentence.end, sentence.start + LONGEST_SENTENCE)
    tokens = tokenize(text, sentence.start, end) if words.gate.search(text, sentence.start, end) else []
    ids: dict[Span, str] = {}
    for count in counts(text, tokens, words):
        around = voices.around(count.span)
        factuality = _factuality(count, around)
        id_ = ids[count.span] = record_id("quantity", article.page, count.span, count.unit)
        part_of = PartOf(ids[count.whole], "including") if count.whole in ids else None
        plain = _quantity(text, article, count, id_, part_of)
        quantity = replace(plain, attributions=tuple(one.id for one in around), factuality=factuality)
        yield Numbered(quantity, count.trigger, count.event)


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
