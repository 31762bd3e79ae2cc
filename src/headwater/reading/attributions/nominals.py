"""Where the words that name a speaker begin and end, next to a cue."""

from dataclasses import dataclass

from headwater.reading.attributions.lexicon import Lexicon
from headwater.reading.words import Token

LONGEST = 16
LONGEST_APPOSITION = 20
_BORDERS = frozenset('.;:,“”"‘()—–?!…')
_OPENERS = frozenset("and but that while when as because where after before until if".split())
_ASIDE = frozenset({",", "—", "–"})
_AUXILIARIES = frozenset({"has", "had", "have", "also", "later", "then", "would", "was", "is", "were"})


@dataclass(frozen=True, slots=True)
class Nominal:
    """Tokens [first, last) that name a speaker, and [app_first, app_last) that say between commas who it is."""

    first: int
    last: int
    app_first: int = 0
    app_last: int = 0


def nominal_after(tokens: list[Token], index: int, lexicon: Lexicon) -> Nominal | None:
    """The nominal that begins at this token, with the apposition behind it: "Maro Tevin, a spokesman for the town"."""
    last = _end(tokens, index, lexicon)
    if last is None:
        return None
    if last < len(tokens) and tokens[last].text == ",":
        closing = _next_border(tokens, last + 1)
        if closing - last <= LONGEST_APPOSITION and _is_apposition(tokens, last + 1, closing, lexicon):
            return Nominal(index, last, last + 1, closing)
    return Nominal(index, last)


def nominal_before(tokens: list[Token], cue: int, lexicon: Lexicon) -> Nominal | None:
    """The nominal that ends right before the cue, apposition, adverbs and auxiliaries left aside."""
    end = cue
    while end > 0 and (tokens[end - 1].lower in _AUXILIARIES or tokens[end - 1].lower.endswith("ly")):
        end -= 1
    end = _before_bracket(tokens, end)
    if end > 1 and tokens[end - 1].text in _ASIDE:
        opening = end - 2
        while opening > 0 and end - opening < LONGEST_APPOSITION and tokens[opening].text not in _ASIDE:
            opening -= 1
        nominal = _ending_at(tokens, opening, lexicon)
        return nominal and Nominal(nominal.first, nominal.last, opening + 1, end - 1)
    return _ending_at(tokens, end, lexicon)


def _before_bracket(tokens: list[Token], end: int) -> int:
    """Where the bracket that ends here began: "Maro Tevin (Orsk) said"."""
    if end and tokens[end - 1].text == ")":
        for opening in range(end - 2, max(end - 9, -1), -1):
            if tokens[opening].text == "(":
                return opening
    return end


def _ending_at(tokens: list[Token], end: int, lexicon: Lexicon) -> Nominal | None:
    start = end
    while start > 0 and end - start < LONGEST and not _is_border(tokens, start - 1, lexicon):
        start -= 1
    for first in range(start, end):
        if _end(tokens, first, lexicon) == end:
            return Nominal(first, end)
    return None


def _is_border(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    token = tokens[index]
    if token.text == "." and index and _takes_stop(tokens[index - 1], lexicon):
        return False
    return token.text in _BORDERS or token.lower in _OPENERS


def _end(tokens: list[Token], first: int, lexicon: Lexicon) -> int | None:
    """Where the nominal that begins at `first` ends; None where none begins there."""
    if first >= len(tokens) or not _can_begin(tokens, first, lexicon):
        return None
    if lexicon.among("pronouns", tokens[first].lower):
        return first + 1
    index, links, named = first, 0, False
    while index < len(tokens) and index - first < LONGEST:
        token = tokens[index]
        if token.text == "." and _takes_stop(tokens[index - 1], lexicon):
            index += 1
        elif not token.word or lexicon.among("days", token.text):
            break
        elif token.capital:
            named, index = True, index + 1
        elif lexicon.among("links", token.lower):
            if links == 2 or not _links(tokens, index, lexicon):
                break
            links, named, index = links + 1, False, index + 1
        elif _ends_here(tokens, index, named, lexicon):
            break
        else:
            index += 1
    return _trimmed(tokens, first, index, lexicon)


def _can_begin(tokens: list[Token], first: int, lexicon: Lexicon) -> bool:
    token = tokens[first]
    if not token.word or lexicon.among("days", token.text) or token.text[0].isdigit():
        return False
    begins_name = token.capital and not lexicon.among("stops", token.lower)
    lists = ("determiners", "pronouns", "people", "organisation", "person", "armed_group", "document", "particles")
    if begins_name or any(lexicon.among(kind, token.lower) for kind in lists):
        return True
    following = tokens[first + 1] if first + 1 < len(tokens) else None
    if following is None or lexicon.among("stops", token.lower) or (token.lower,) in lexicon.cues:
        return False
    leads = any(lexicon.among(kind, following.lower) for kind in ("people", "person", "organisation", "document"))
    return leads or (following.capital and not lexicon.among("links", token.lower))


def _ends_here(tokens: list[Token], index: int, named: bool, lexicon: Lexicon) -> bool:
    word = tokens[index].lower
    following_capital = index + 1 < len(tokens) and tokens[index + 1].capital
    if named and word in lexicon.speakers["particles"] and following_capital:
        return False
    if lexicon.among("stops", word) or word in _OPENERS or (word,) in lexicon.cues or word.endswith("ly"):
        return True
    known = any(lexicon.among(kind, word) for kind in ("person", "people", "organisation", "document", "determiners"))
    return named and not known


def _links(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """A nominal goes on over "of", "for", "at" only from a word for a speaker: "a doctor at the hospital"."""
    kinds = ("person", "people", "organisation", "document", "state")
    before = tokens[index - 1].lower
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return any(lexicon.among(kind, before) for kind in kinds) and after is not None and after.word


def _takes_stop(token: Token, lexicon: Lexicon) -> bool:
    return lexicon.among("abbreviated", token.text) or (len(token.text) == 1 and token.capital)


def _trimmed(tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> int | None:
    while last > first and (
        lexicon.among("links", tokens[last - 1].lower) or lexicon.among("determiners", tokens[last - 1].lower)
    ):
        last -= 1
    if (
        last > first + 1
        and tokens[last - 1].text == "."
        and tokens[last - 2].text not in lexicon.speakers["abbreviated"]
    ):
        last -= 1
    return last if last > first else None


def _next_border(tokens: list[Token], index: int) -> int:
    while index < len(tokens) and tokens[index].text not in ',.;:“"?!':
        index += 1
    return index


def _is_apposition(tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    words = [token.lower for token in tokens[first:last]]
    if not words:
        return False
    opens = lexicon.among("determiners", words[0]) or lexicon.among("person", words[0]) or words[0] == "who"
    particles = lexicon.speakers["particles"]
    names = all(token.capital or token.text == "." or token.lower in particles for token in tokens[first:last])
    holds_role = any(lexicon.among("person", word) for word in words)
    return (opens and (holds_role or words[0] == "who")) or (holds_role and not words[0].endswith("ing")) or names
