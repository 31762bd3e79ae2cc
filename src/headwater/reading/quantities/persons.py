"""Where people are named in a sentence."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from headwater.reading.quantities.lexicon import Lexicon
from headwater.reading.quantities.nouns import head_here
from headwater.reading.words import Token
from headwater.records import Entity, Mention, Span

MOST_NAMES = 5


class Cast:
    """The mentions of a page with their entities, by place."""

    def __init__(self, entities: Sequence[Entity], mentions: Sequence[Mention]) -> None:
        known = {entity.id: entity for entity in entities}
        ordered = sorted((mention.span.start, mention.span.end, mention.entity) for mention in mentions)
        self._starts = [start for start, _, _ in ordered]
        self._named = [(Span(start, end), known[entity]) for start, end, entity in ordered if entity in known]
        if len(self._named) != len(ordered):
            self._starts = [span.start for span, _ in self._named]

    def within(self, span: Span) -> list[tuple[Span, Entity]]:
        """The mentions that begin inside the span, in text order."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return self._named[first:last]


def persons(tokens: list[Token], cast: Cast, lexicon: Lexicon) -> Mapping[int, int]:
    """From the first token of each person's name behind its last.

    The names are those of the page; a row of two to four words with capitals before an age counts too.
    """
    if not tokens:
        return {}
    around = cast.within(Span(tokens[0].start, tokens[-1].end))
    starts = {token.start: index for index, token in enumerate(tokens)}
    ends = {token.end: index + 1 for index, token in enumerate(tokens)}
    found = {
        starts[span.start]: ends[span.end]
        for span, entity in around
        if entity.class_ == "person" and span.start in starts and span.end in ends and entity.name[:1].isupper()
    }
    found = {first: last for first, last in found.items() if not _is_noun(tokens, first, last, lexicon)}
    taken = {index for first, last in found.items() for index in range(first, last)}
    others = {starts[span.start] for span, entity in around if entity.class_ != "person" and span.start in starts}
    return found | _by_age(tokens, taken | others, lexicon)


def _is_noun(tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """A word for people that was taken for a name."""
    head = head_here(tokens, first, lexicon)
    return head is not None and head.last == last


def _by_age(tokens: list[Token], taken: set[int], lexicon: Lexicon) -> dict[int, int]:
    """Maro Tevin, 34,"""
    found: dict[int, int] = {}
    for index in range(2, len(tokens)):
        comma = tokens[index - 1].text == ","
        age = tokens[index].text.isdigit() and len(tokens[index].text) == 2
        if not (comma and age and index - 2 not in taken) or head_here(tokens, index + 1, lexicon):
            continue  # "the Orsk Clinic, 18 civilians died": no age
        first = index - 1
        while first > max(index - 1 - MOST_NAMES, 0) and tokens[first - 1].capital and first - 1 not in taken:
            first -= 1
        if first < index - 2:
            found[first] = index - 1
    return found
