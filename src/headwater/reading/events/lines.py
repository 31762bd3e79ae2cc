"""The sentences of a page made ready for the rules: only those that hold a trigger's word."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TypeVar

from headwater.reading.english import sentences_of
from headwater.reading.events.line import PREPOSITIONS, Line
from headwater.reading.events.ontology import Ontology
from headwater.reading.placed import Placed
from headwater.reading.spoken import Spoken
from headwater.reading.words import Token, tokenize
from headwater.records import Mention, Span

LONGEST_SENTENCE = 3000
T = TypeVar("T")


def lines(page: Spoken, placed: Placed, ontology: Ontology, kept: Sequence[Span]) -> Iterator[Line]:
    """Sentences with a word that can be a trigger, and those that hold one of the spans `kept`."""
    mentions = sorted(page.mentions, key=lambda mention: mention.span)
    names = sorted(page.heard.names, key=lambda name: name.span)
    starts = [mention.span.start for mention in mentions]
    heard = [name.span.start for name in names]
    sites = sorted((one for one in placed.places if one.use == "location"), key=lambda one: one.name)
    at = [site.name.start for site in sites]
    demonyms = sorted(one.name for one in placed.places if one.use == "demonym")
    states = frozenset(entity.id for entity in page.entities if entity.class_ == "state")
    wanted = sorted(span.start for span in kept)
    for article, sentence in sentences_of(page.articles, page.sentences):
        end = min(sentence.end, sentence.start + LONGEST_SENTENCE)
        tokens = tokenize(page.text.text, sentence.start, end)
        if not tokens:
            continue
        holds = bisect_right(wanted, end) > bisect_right(wanted, sentence.start - 1)
        if not holds and not any(token.lower in ontology.uses for token in tokens):
            continue
        near = mentions[max(bisect_right(starts, sentence.start) - 1, 0) : bisect_right(starts, end)]
        sounding = names[max(bisect_right(heard, sentence.start) - 1, 0) : bisect_right(heard, end)]
        named = _cover(tokens, [(mention.span, mention) for mention in near])
        kinds = _cover(tokens, [(name.span, name.class_) for name in sounding])
        grounded = _cover(
            tokens, [(site.name, site) for site in sites[bisect_left(at, sentence.start) : bisect_left(at, end)]]
        )
        kinds = ["place" if site else kind for site, kind in zip(grounded, kinds, strict=True)]
        kinds = [_of_state(tokens, at, kind, named[at], states) for at, kind in enumerate(kinds)]
        kinds = _of_peoples(tokens, kinds, [span for span in demonyms if sentence.start <= span.start < end])
        yield Line(article, Span(sentence.start, end), tokens, named, kinds, _titled(tokens), ontology)


def _of_state(
    tokens: Sequence[Token], at: int, kind: str | None, mention: Mention | None, states: frozenset[str]
) -> str | None:
    """A state that may act, as no preposition stands before it ("Orsk shelled …", not "in Orsk"); else its kind."""
    acts = kind == "place" and mention is not None and mention.entity in states
    before = tokens[at - 1].lower if at else ""
    return "country" if acts and (before == "by" or before not in PREPOSITIONS) else kind


def _of_peoples(tokens: Sequence[Token], kinds: Sequence[str | None], peoples: Sequence[Span]) -> list[str | None]:
    """These kinds, with "demonym" where nothing else is known of an adjective of people."""
    adjectives = _cover(tokens, [(span, "demonym") for span in peoples])
    return [kind or adjective for kind, adjective in zip(kinds, adjectives, strict=True)]


def _cover(tokens: Sequence[Token], spans: Sequence[tuple[Span, T]]) -> list[T | None]:
    """For each token what lies over it."""
    found: list[T | None] = [None] * len(tokens)
    at = 0
    for span, value in spans:
        while at < len(tokens) and tokens[at].end <= span.start:
            at += 1
        index = at
        while index < len(tokens) and tokens[index].start < span.end:
            found[index] = value
            index += 1
    return found


def _titled(tokens: Sequence[Token]) -> bool:
    """Do most of the longer words begin with a capital?"""
    long = [token for token in tokens if token.word and len(token.text) > 3]
    return len(long) > 3 and sum(token.capital for token in long) > 0.75 * len(long)
