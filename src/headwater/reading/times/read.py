"""The times of a page."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from headwater.knowledge import Knowledge
from headwater.reading.english import sentences_of
from headwater.reading.spoken import Spoken
from headwater.reading.timed import Timed, TimeMention
from headwater.reading.times.datelines import Sentence
from headwater.reading.times.finding import triggers
from headwater.reading.times.lexicon import lexicon
from headwater.reading.times.lexing import lex
from headwater.reading.times.telling import tell
from headwater.records import Article, Span

LONGEST_SENTENCE = 3000
_CUT = re.compile(r"\b(?:[ap]\.m|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$")


def read(page: Spoken, knowledge: Knowledge) -> Timed:
    """Every expression of time in the English articles, in text order; none overlaps another."""
    text, words = page.text.text, lexicon(knowledge)
    places = triggers(text, words)
    articles: dict[str, tuple[Article, list[Sentence]]] = {}
    for number, (article, span) in enumerate(_whole(text, sentences_of(page.articles, page.sentences))):
        at = bisect_left(places, span.start)
        end = min(span.end, span.start + LONGEST_SENTENCE)
        if at < len(places) and places[at] < end:
            sentence = Sentence(number, lex(text, span.start, end, words))
            articles.setdefault(article.id, (article, []))[1].append(sentence)
    contents = [content.span for attribution in page.attributions for content in attribution.contents]
    found: list[TimeMention] = []
    for article, sentences in articles.values():
        found += tell(text, article, sentences, contents, words)
    return Timed(tuple(sorted(found, key=lambda mention: mention.span)))


def _whole(text: str, sentences: Iterator[tuple[Article, Span]]) -> Iterator[tuple[Article, Span]]:
    """The sentences; those in one that were cut at an abbreviation inside a time: "at 9 a.m. Tuesday", "Oct. 4"."""
    last: tuple[Article, Span] | None = None
    for article, span in sentences:
        if last and last[0] is article and _is_cut(text, last[1], span):
            last = (article, Span(last[1].start, span.end))
            continue
        if last:
            yield last
        last = (article, span)
    if last:
        yield last


def _is_cut(text: str, left: Span, right: Span) -> bool:
    close = text[left.end : right.start] == " " and right.end - left.start < LONGEST_SENTENCE
    return close and _CUT.search(text, left.start, left.end) is not None
