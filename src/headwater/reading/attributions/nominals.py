"""The words that name a speaker next to a cue, with what says who it is and those whom "and" joins to it."""

from dataclasses import replace

from headwater.reading.attributions.asides import (
    ASIDE,
    before_bracket,
    behind_bracket,
    is_apposition,
    next_border,
    tells,
)
from headwater.reading.attributions.extents import OPENERS, Nominal, end_of, ending_at
from headwater.reading.attributions.lexicon import Lexicon
from headwater.reading.words import Token

LONGEST_APPOSITION = 20
_AND = frozenset(("and", "&", "or"))
AUXILIARIES = frozenset(
    "has had have having also later then was is were are been be being will did does do now still again first once just"
    " even already since soon both all quite ever further publicly privately".split()
)


def nominal_after(tokens: list[Token], index: int, lexicon: Lexicon) -> Nominal | None:
    """The nominal that begins at this token, with the apposition behind it: "Maro Tevin, a spokesman for the town"."""
    last = end_of(tokens, index, lexicon)
    if last is None:
        return None
    bracket = behind_bracket(tokens, last)
    if bracket > last:
        return Nominal(index, last, last, bracket)
    if last < len(tokens) and tokens[last].text in ASIDE:
        closing = next_border(tokens, last + 1, lexicon)
        if closing - last <= LONGEST_APPOSITION and is_apposition(tokens, last + 1, closing, lexicon):
            return Nominal(index, last, last + 1, closing)
    return Nominal(index, last)


def nominal_before(tokens: list[Token], cue: int, lexicon: Lexicon) -> Nominal | None:
    """The nominal that ends right before the cue, apposition, adverbs and auxiliaries left aside."""
    end = before_day(tokens, cue, lexicon)
    while end > 0 and _helps(tokens[end - 1], lexicon):
        end -= 1
    end = before_day(tokens, end, lexicon)
    closing, end = end, before_bracket(tokens, end)
    if end < closing:
        nominal = ending_at(tokens, end, lexicon)
        return nominal and Nominal(nominal.first, nominal.last, end, closing)
    if end > 1 and tokens[end - 1].text in ASIDE:
        opening = end - 2
        while opening > 0 and end - opening < LONGEST_APPOSITION and tokens[opening].text not in ASIDE:
            opening -= 1
        nominal = ending_at(tokens, before_bracket(tokens, opening), lexicon)
        if nominal is None or not tells(tokens, opening + 1, end - 1, lexicon):
            return nominal
        return Nominal(nominal.first, nominal.last, opening + 1, end - 1)
    return ending_at(tokens, end, lexicon)


def before_day(tokens: list[Token], end: int, lexicon: Lexicon) -> int:
    """Before "on Monday"."""
    day = end > 2 and tokens[end - 2].lower == "on" and lexicon.among("days", tokens[end - 1].text)
    return end - 2 if day else end


def _helps(token: Token, lexicon: Lexicon) -> bool:
    """Can the word stand between a speaker and the verb?"""
    adverb = token.lower.endswith("ly") and not token.capital
    return token.lower in AUXILIARIES or adverb or lexicon.negates(token.lower)


def joint_before(tokens: list[Token], nominal: Nominal, lexicon: Lexicon) -> Nominal:
    """The nominal with those that "and" joins to it in front: "the ministry and the Observatory"."""
    first = nominal.first
    while first > 1 and tokens[first - 1].lower in _AND:
        end = first - 2 if tokens[first - 2].text == "," else first - 1
        before = ending_at(tokens, end, lexicon)
        if before is None or not _opens(tokens, before.first, lexicon):
            break
        first = before.first
        while first > 1 and tokens[first - 1].text == ",":
            listed = ending_at(tokens, first - 1, lexicon)
            if listed is None or not _opens(tokens, listed.first, lexicon) or listed.last - listed.first > 4:
                break
            first = listed.first
    return replace(nominal, first=first)


def joint_after(tokens: list[Token], nominal: Nominal, lexicon: Lexicon) -> Nominal:
    """The nominal with those that "and" joins to it behind: "Maro Tevin, Iva Dorn and Kem Orsk"."""
    last = max(nominal.last, nominal.app_last)
    listed = last
    while listed + 1 < len(tokens) and tokens[listed].text == ",":
        following = nominal_after(tokens, listed + 1, lexicon)
        if following is None or following.last - following.first > 4 or not tokens[listed + 1].capital:
            break
        listed = following.last
    last = listed if listed < len(tokens) and tokens[listed].lower in _AND else last
    while last + 1 < len(tokens) and tokens[last].lower in _AND:
        following = nominal_after(tokens, last + 1, lexicon)
        if following is None or _is_verb(tokens, following.last, lexicon):
            break
        last = max(following.last, following.app_last)
    return nominal if last == max(nominal.last, nominal.app_last) else replace(nominal, app_last=last)


def _is_verb(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    return at < len(tokens) and (lexicon.cue_at(tokens, at) is not None or tokens[at].lower in AUXILIARIES)


def _opens(tokens: list[Token], first: int, lexicon: Lexicon) -> bool:
    """Does a clause begin here, so that the words are no object of a verb before them?"""
    before = tokens[first - 1] if first else None
    pair = before is not None and before.lower in ("both", "either", "neither")
    return before is None or pair or not before.word or before.lower in OPENERS or lexicon.among("days", before.text)


def reach(nominal: Nominal) -> tuple[int, int]:
    """From the first token of the nominal to the last of its apposition."""
    return nominal.first, max(nominal.last, nominal.app_last)


__all__ = ["AUXILIARIES", "Nominal", "joint_after", "joint_before", "nominal_after", "nominal_before", "reach"]
