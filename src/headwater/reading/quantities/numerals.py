"""Whole numbers in digits and in words."""

import re

from headwater.reading.quantities.lexicon import Lexicon
from headwater.reading.words import Token

RANGE = re.compile(r"(\d{1,7})[-–](\d{1,7})")
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,9}")
_DECIMAL = re.compile(r"\d{1,6}\.\d{1,3}")
_SCALED = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)(m|k|mln|bn)", re.IGNORECASE)


def number_at(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where the number at this token ends, and its value."""
    if index >= len(tokens):
        return None
    token = tokens[index]
    if _DIGITS.fullmatch(token.text):
        return _scaled(tokens, index + 1, float(token.text.replace(",", "")), lexicon)
    if _DECIMAL.fullmatch(token.text):
        scaled = _scaled(tokens, index + 1, float(token.text), lexicon)
        return scaled if scaled[0] > index + 1 else None
    close = _SCALED.fullmatch(token.text)
    if close:
        return index + 1, round(float(close.group(1)) * lexicon.suffixes[close.group(2).lower()])
    return _spelled(tokens, index, lexicon)


def _scaled(tokens: list[Token], index: int, value: float, lexicon: Lexicon) -> tuple[int, int]:
    while index < len(tokens) and tokens[index].lower in lexicon.scales:
        value *= lexicon.scales[tokens[index].lower]
        index += 1
    return index, round(value)


def _spelled(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """A number in words: "twenty-three", "two hundred and five", "a dozen", "half a dozen"."""
    if [token.lower for token in tokens[index : index + 3]] == ["half", "a", "dozen"]:
        return index + 3, 6
    first = _small(tokens[index].lower, lexicon)
    if first is not None:
        return _summed(tokens, index + 1, first, lexicon)
    scaled = index + 1 < len(tokens) and tokens[index + 1].lower in lexicon.scales
    return _summed(tokens, index + 1, 1, lexicon) if scaled and tokens[index].lower == "a" else None


def _summed(tokens: list[Token], index: int, first: int, lexicon: Lexicon) -> tuple[int, int]:
    total, current = 0, first
    while index < len(tokens):
        word = tokens[index].lower
        if word in lexicon.scales:
            current *= lexicon.scales[word]
            total, current = (total + current, 0) if current >= 1000 else (total, current)
            index += 1
        elif (small := _small_behind(tokens, index, lexicon)) and _adds(total + current, small[1]):
            index, current = small[0], current + small[1]
        else:
            break
    return index, total + current


def _adds(number: int, small: int) -> bool:
    """One hundred and five; sixty nine."""
    return number > 0 and (number % 100 == 0 or (number % 10 == 0 and number % 100 >= 20 and small < 10))


def _small_behind(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[int, int] | None:
    at = index + 1 if tokens[index].lower == "and" else index
    small = _small(tokens[at].lower, lexicon) if at < len(tokens) else None
    return (at + 1, small) if small else None


def _small(word: str, lexicon: Lexicon) -> int | None:
    if word in lexicon.units or word in lexicon.tens:
        return lexicon.units.get(word, lexicon.tens.get(word))
    tens, dash, unit = word.partition("-")
    if dash and tens in lexicon.tens and 0 < lexicon.units.get(unit, 0) < 10:
        return lexicon.tens[tens] + lexicon.units[unit]
    return None
