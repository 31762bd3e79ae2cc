"""The times of a page."""

from bisect import bisect_left

from headwater.knowledge import Knowledge
from headwater.reading.english import sentences_of
from headwater.reading.spoken import Spoken
from headwater.reading.timed import Timed, TimeMention
from headwater.reading.times.finding import triggers
from headwater.reading.times.lexicon import lexicon
from headwater.reading.times.lexing import lex
from headwater.reading.times.telling import Sentence, tell
from headwater.records import Article

LONGEST_SENTENCE = 3000


def read(page: Spoken, knowledge: Knowledge) -> Timed:
    """Every expression of time in the English articles, in text order; none overlaps another."""
    text, words = page.text.text, lexicon(knowledge)
    places = triggers(text, words)
    articles: dict[str, tuple[Article, list[Sentence]]] = {}
    for number, (article, span) in enumerate(sentences_of(page.articles, page.sentences)):
        at = bisect_left(places, span.start)
        end = min(span.end, span.start + LONGEST_SENTENCE)
        if at < len(places) and places[at] < end:
            sentence = Sentence(number, lex(text, span.start, end, words))
            articles.setdefault(article.id, (article, []))[1].append(sentence)
    found: list[TimeMention] = []
    for article, sentences in articles.values():
        found += tell(text, article, sentences, words)
    return Timed(tuple(sorted(found, key=lambda mention: mention.span)))
