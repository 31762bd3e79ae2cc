"""Numbers as the words put them: low, best and high are what the words alone say."""

import re
from dataclasses import dataclass

from headwater.reading.quantities.lexicon import Lexicon, phrase_at
from headwater.reading.words import Token
from headwater.records.events import Qualifier

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,9}")
_DECIMAL = re.compile(r"\d{1,6}\.\d{1,3}")
_RANGE = re.compile(r"(\d{1,7})-(\d{1,7})")
_DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Figure:
    """Tokens [first, last) that state an amount.

    `article`: "a" and "an", which count only before a noun; `year`: a number in digits that may be a year.
    """

    first: int
    last: int
    low: int | None
    best: int | None
    high: int | None
    qualifier: Qualifier
    article: bool = False
    year: bool = False


def figure_at(tokens: list[Token], index: int, lexicon: Lexicon) -> Figure | None:
    """The figure that begins at this token, its qualifier included."""
    qualified = phrase_at(lexicon.qualifiers, tokens, index)
    if qualified:
        start, qualifier = qualified
        figure = _range(tokens, start, index, lexicon) or _plain(tokens, start, index, lexicon)
        if figure is None or figure.qualifier == "between":
            return None if qualifier == "between" and _is_from(tokens, index) else figure
        return None if qualifier == "between" else _qualified(figure, qualifier)
    figure = _range(tokens, index, index, lexicon) or _plain(tokens, index, index, lexicon)
    return figure or _one(tokens, index, lexicon)


def _is_from(tokens: list[Token], index: int) -> bool:
    """No range begins with "from": the toll rose from 10 to 15."""
    return tokens[index].lower == "from"


def _qualified(figure: Figure, qualifier: Qualifier) -> Figure | None:
    number = figure.best
    if number is None:
        return figure
    if qualifier == "up_to":
        return Figure(figure.first, figure.last, None, None, number, qualifier)
    low = None if qualifier == "about" else number
    return Figure(figure.first, figure.last, low, number, None, qualifier)


def _range(tokens: list[Token], index: int, first: int, lexicon: Lexicon) -> Figure | None:
    """A range: "10 to 15", "20-25", "between 10 and 15", "two or three"."""
    if index == first and index and tokens[index - 1].lower == "from":
        return None
    match = _RANGE.fullmatch(tokens[index].text) if index < len(tokens) else None
    if match:
        return _between(first, index + 1, int(match.group(1)), int(match.group(2)))
    low = _number(tokens, index, lexicon)
    if low is None or low[0] + 1 >= len(tokens):
        return None
    joint = tokens[low[0]]
    joins = joint.lower in {"to", "or"} or joint.text in _DASHES or (first < index and joint.lower == "and")
    high = _number(tokens, low[0] + 1, lexicon) if joins else None
    return _between(first, high[0], low[1], high[1]) if high else None


def _between(first: int, last: int, low: int, high: int) -> Figure | None:
    return Figure(first, last, low, None, high, "between") if low < high else None


def _plain(tokens: list[Token], index: int, first: int, lexicon: Lexicon) -> Figure | None:
    none = phrase_at(lexicon.none, tokens, index)
    if none:
        return Figure(first, none[0], 0, 0, 0, "exact")
    vague = phrase_at(lexicon.vague, tokens, index)
    if vague:
        return Figure(first, vague[0], None, None, None, "vague")
    number = _number(tokens, index, lexicon)
    if number is None:
        return None
    last, value = number
    if [token.lower for token in tokens[last : last + 2]] == ["or", "more"]:
        return Figure(first, last + 2, value, value, None, "at_least")
    year = first == index and last == index + 1 and len(tokens[index].text) == 4 and 1900 <= value <= 2100
    return Figure(first, last, value, value, value, "exact", year=year)


def _one(tokens: list[Token], index: int, lexicon: Lexicon) -> Figure | None:
    if tokens[index].lower in lexicon.words["one"]:
        return Figure(index, index + 1, 1, 1, 1, "exact", article=True)
    return None


def _number(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where the number at this token ends, and its value."""
    if index >= len(tokens):
        return None
    token = tokens[index]
    if _DIGITS.fullmatch(token.text):
        return _scaled(tokens, index + 1, float(token.text.replace(",", "")), lexicon)
    if _DECIMAL.fullmatch(token.text):
        scaled = _scaled(tokens, index + 1, float(token.text), lexicon)
        return scaled if scaled[0] > index + 1 else None
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
    if first is None and tokens[index].lower == "a" and index + 1 < len(tokens):
        first = 1 if tokens[index + 1].lower in lexicon.scales else None
    if first is None:
        return None
    total, current, index = 0, first, index + 1
    while index < len(tokens):
        word = tokens[index].lower
        if word in lexicon.scales:
            current *= lexicon.scales[word]
            total, current = (total + current, 0) if current >= 1000 else (total, current)
            index += 1
        elif (total + current) % 100 == 0 and (small := _small_behind(tokens, index, lexicon)):
            index, current = small[0], current + small[1]
        else:
            break
    return index, total + current


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
