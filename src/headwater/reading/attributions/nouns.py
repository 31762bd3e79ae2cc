"""Nouns that hand over a clause: "accusations by the army that …", "the mayor's claim that …"."""

from collections.abc import Iterator

from headwater.reading.attributions.draft import Draft
from headwater.reading.attributions.following import narrated
from headwater.reading.attributions.lexicon import Lexicon
from headwater.reading.attributions.lines import Line
from headwater.reading.attributions.nominals import nominal_after, reach
from headwater.reading.words import Token
from headwater.records import Span

_OF_SOMEBODY = frozenset(("his", "her", "their", "its", "my", "our"))
_ENDING = frozenset((".", "?", "!", "…", ";", ","))


def nouns(line: Line, lexicon: Lexicon) -> Iterator[Draft]:
    """Where a noun of saying has its speaker before it ("'s", "his") or behind it ("by"), and a "that" follows."""
    tokens = line.tokens
    until = 0
    for at, token in enumerate(tokens):
        if token.lower not in lexicon.nouns or at < until:
            continue
        by = _by(tokens, at, lexicon)
        source = by or _whose(tokens, at, lexicon)
        that = by[1] if by else at + 1
        if source is None or that + 2 > len(tokens) or tokens[that].lower != "that":
            continue
        last = narrated(tokens, that, len(tokens), lexicon)
        while last > that and tokens[last - 1].text in _ENDING:
            last -= 1
        if last > that + 1:
            until = last
            yield Draft((_bare(line, source),), (line.span(at, at + 1),), (line.span(that, last),), "noun_that")


def _by(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    if at + 2 >= len(tokens) or tokens[at + 1].lower not in ("by", "from"):
        return None
    nominal = nominal_after(tokens, at + 2, lexicon)
    return reach(nominal) if nominal else None


def _whose(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    first = at
    while first and at - first < 6 and tokens[first - 1].word and not tokens[first - 1].lower.endswith(("'s", "’s")):
        if tokens[first - 1].lower in _OF_SOMEBODY:
            return first - 1, first
        first -= 1
    if not first or at - first > 2 or not tokens[first - 1].lower.endswith(("'s", "’s")):
        return None
    begin = first - 1
    while begin and (tokens[begin - 1].capital or lexicon.among("determiners", tokens[begin - 1].lower)):
        begin -= 1
    return begin, first


def _bare(line: Line, source: tuple[int, int]) -> Span:
    """The words without "'s"."""
    span = line.span(*source)
    end = span.end - 2 if line.text[span.start : span.end].endswith(("'s", "’s")) else span.end
    return Span(span.start, end)
