"""Who is counted: the noun behind a figure."""

from dataclasses import dataclass
from typing import Literal, cast

from headwater.reading.quantities.figures import Figure
from headwater.reading.quantities.lexicon import Lexicon, phrase_at
from headwater.reading.words import Token
from headwater.records import Counted, Span

MOST_MODIFIERS = 4
Class = Literal["civilian", "combatant", "mixed", "unknown"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A figure with the noun it counts, tokens [figure.first, last).  `noun` is null for a bare figure: "killed 12"."""

    figure: Figure
    last: int
    noun: Counted | None


def phrase_of(text: str, tokens: list[Token], figure: Figure, lexicon: Lexicon) -> Phrase | None:
    """The figure with its noun, or bare; None where what follows is no people: "12 days", "two birds"."""
    if _guarded(tokens, figure, lexicon):
        return None
    start = _skip_of(tokens, figure.last, lexicon)
    end = _noun_end(tokens, start, lexicon)
    if end is not None:
        return Phrase(figure, end, _counted(text, tokens, start, end, lexicon))
    if figure.article or figure.year or not (_is_nobody(tokens, figure) or _ends_bare(tokens, figure.last, lexicon)):
        return None
    return Phrase(figure, _skip_more(tokens, figure.last), None)


def _guarded(tokens: list[Token], figure: Figure, lexicon: Lexicon) -> bool:
    """Money, dates, percentages, measures, decimals."""
    before = tokens[figure.first - 1].text if figure.first else ""
    after = tokens[figure.last].text if figure.last < len(tokens) else ""
    words = lexicon.words
    months = before.rstrip(".") in words["months"] or after in words["months"]
    return months or before in words["currency"] or after.lower() in words["not_people"] or after in words["currency"]


def _ends_bare(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """May a count without a noun end here: at a mark, at "in", at "were", at "dead"?"""
    if index >= len(tokens) or not tokens[index].word:
        return True
    listed = lexicon.words["after_bare"] | lexicon.words["auxiliaries"]
    uses = ("noun", "bare", "alone")
    return tokens[index].lower in listed or any(phrase_at(lexicon.triggers[use], tokens, index) for use in uses)


def _is_nobody(tokens: list[Token], figure: Figure) -> bool:
    return figure.high == 0 and tokens[figure.last - 1].lower in {"one", "nobody", "none", "no-one"}


def _skip_of(tokens: list[Token], index: int, lexicon: Lexicon) -> int:
    """Behind "of": "dozens of the civilians", "three of them"."""
    index = _skip_more(tokens, index) if index + 1 < len(tokens) and tokens[index].lower == "more" else index
    if index < len(tokens) and tokens[index].lower == "of":
        index += 1
        while index < len(tokens) and tokens[index].lower in {"the", "its", "his", "their", "our", "these", "those"}:
            index += 1
    return index


def _skip_more(tokens: list[Token], index: int) -> int:
    return index + 1 if index < len(tokens) and tokens[index].lower in {"more", "others"} else index


def _noun_end(tokens: list[Token], start: int, lexicon: Lexicon) -> int | None:
    """Where the noun ends: the last of the people words in a row, at most four words on."""
    for index in range(start, min(start + MOST_MODIFIERS + 1, len(tokens))):
        token = tokens[index]
        if token.lower in lexicon.people:
            rest = range(index, len(tokens))
            return next((end for end in rest if tokens[end].lower not in lexicon.people), len(tokens))
        if not token.word or token.text.isdigit() or _cannot_modify(token, lexicon):
            return None
        if _is_of_a_people(tokens, index, lexicon):
            return index + 1
    return None


def _cannot_modify(token: Token, lexicon: Lexicon) -> bool:
    return token.lower in lexicon.words["after_bare"] or token.lower in lexicon.words["not_people"]


def _is_of_a_people(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """A capital plural with no other noun of people behind it: "12 Belmarians"."""
    token = tokens[index]
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    plural = token.capital and token.text.endswith("s") and token.text.isalpha() and not token.text.isupper()
    ends = not following[:1].isalnum() or following in lexicon.words["after_bare"] | lexicon.words["auxiliaries"]
    return plural and len(token.text) > 4 and ends


def _counted(text: str, tokens: list[Token], start: int, end: int, lexicon: Lexicon) -> Counted | None:
    if start >= end:
        return None
    span = Span(tokens[start].start, tokens[end - 1].end)
    head = tokens[end - 1].lower
    classes = [lexicon.people.get(token.lower) for token in tokens[start:end]]
    stated = [class_ for class_ in classes if class_ and class_ != "unknown"]
    class_ = cast(Class, stated[-1] if stated else "unknown")
    subgroup = head if head in lexicon.words["subgroups"] else None
    return Counted(span, text[span.start : span.end], class_, subgroup)
