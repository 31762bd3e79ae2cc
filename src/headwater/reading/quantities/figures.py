"""Numbers as the words put them: low, best and high are what the words alone say."""

from dataclasses import dataclass, replace

from headwater.reading.quantities.lexicon import Lexicon, phrase_at
from headwater.reading.quantities.numerals import RANGE, number_at
from headwater.reading.words import Token
from headwater.records.events import Qualifier

_DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Figure:
    """Tokens [first, last) that state an amount.

    `wording` names an amount without a figure; `year`: a number in digits that may be a year; `further`: "another 12",
    besides those told before; `percent`: a share.
    """

    first: int
    last: int
    low: int | None
    best: int | None
    high: int | None
    qualifier: Qualifier
    wording: str | None = None
    year: bool = False
    further: bool = False
    percent: bool = False


def figure_at(tokens: list[Token], index: int, lexicon: Lexicon) -> Figure | None:
    """The figure that begins at this token, its qualifier included."""
    if index >= len(tokens):
        return None
    further = phrase_at(lexicon.further, tokens, index)
    if further:
        figure = figure_at(tokens, further[0], lexicon)
        return replace(figure, first=index, further=True) if figure and not figure.further else None
    words = phrase_at(lexicon.qualifiers, tokens, index)
    figure = _qualified_at(tokens, index, words, lexicon) if words else None
    figure = figure or _range(tokens, index, index, lexicon) or _plain(tokens, index, index, lexicon)
    return _with_behind(tokens, figure, lexicon) if figure else None


def _qualified_at(tokens: list[Token], index: int, words: tuple[int, Qualifier], lexicon: Lexicon) -> Figure | None:
    start, qualifier = words
    nested = phrase_at(lexicon.qualifiers, tokens, start)
    if nested and nested[1] != "between":  # "a total of at least 12": the inner one says more
        start, qualifier = nested
    figure = _range(tokens, start, index, lexicon) or _plain(tokens, start, index, lexicon)
    if figure is None or figure.qualifier == "between":
        return None if qualifier == "between" and tokens[index].lower == "from" else figure
    return None if qualifier == "between" else qualified(figure, qualifier)


def qualified(figure: Figure, qualifier: Qualifier) -> Figure:
    """The figure with what its qualifier leaves of low, best and high."""
    number = figure.best
    if not number or qualifier == "exact":
        return figure
    if qualifier == "up_to":
        return replace(figure, low=None, best=None, high=number, qualifier=qualifier)
    low = None if qualifier == "about" else number
    return replace(figure, low=low, best=number, high=None, qualifier=qualifier)


def _with_behind(tokens: list[Token], figure: Figure, lexicon: Lexicon) -> Figure:
    """12 or more; 200 or so."""
    behind = phrase_at(lexicon.behind, tokens, figure.last)
    if behind is None or figure.qualifier != "exact":
        return figure
    return qualified(replace(figure, last=behind[0]), behind[1])


def _range(tokens: list[Token], index: int, first: int, lexicon: Lexicon) -> Figure | None:
    """A range: "10 to 15", "20-25", "between 10 and 15", "two or three"."""
    if index == first and index and tokens[index - 1].lower == "from":
        return None
    match = RANGE.fullmatch(tokens[index].text) if index < len(tokens) else None
    if match:
        return _between(first, index + 1, int(match.group(1)), int(match.group(2)))
    low = number_at(tokens, index, lexicon)
    if low is None or low[0] + 1 >= len(tokens):
        return None
    joint = tokens[low[0]]
    joins = joint.lower in {"to", "or"} or joint.text in _DASHES or (first < index and joint.lower == "and")
    high = number_at(tokens, low[0] + 1, lexicon) if joins else None
    return _between(first, high[0], _scaled_alike(low[1], high[1]), high[1]) if high else None


def _scaled_alike(low: int, high: int) -> int:
    """The low of "two to three thousand" is 2,000."""
    for scale in (1_000_000, 1000, 100):
        if high >= scale and high % scale == 0 and low < high // scale and low < 100:
            return low * scale
    return low


def _between(first: int, last: int, low: int, high: int) -> Figure | None:
    return Figure(first, last, low, None, high, "between") if low < high else None


def _plain(tokens: list[Token], index: int, first: int, lexicon: Lexicon) -> Figure | None:
    none = phrase_at(lexicon.none, tokens, index)
    if none:
        return Figure(first, none[0], 0, 0, 0, "exact")
    vague = phrase_at(lexicon.vague, tokens, index)
    if vague:
        return Figure(first, vague[0], None, None, None, "vague", vague[1])
    number = number_at(tokens, index, lexicon)
    share = _one_in(tokens, index, lexicon) if number else phrase_at(lexicon.fractions, tokens, index)
    if share:
        return _share(first, share[0], share[1])
    if number is None:
        return None
    last, value = number
    stated = phrase_at(lexicon.stated, tokens, index)
    year = first == index and last == index + 1 and len(tokens[index].text) == 4 and 1900 <= value <= 2100
    return Figure(first, last, value, value, value, "exact", stated[1] if stated else None, year)


def _one_in(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[int, float] | None:
    """One in five; three out of ten."""
    some = number_at(tokens, index, lexicon)
    if some is None or some[0] + 1 >= len(tokens):
        return None
    joint = [token.lower for token in tokens[some[0] : some[0] + 2]]
    behind = some[0] + (2 if joint == ["out", "of"] else 1 if joint[0] == "in" else 99)
    whole = number_at(tokens, behind, lexicon)
    if whole is None or not 0 < some[1] < whole[1] <= 100 or whole[0] - behind > 1:
        return None
    follows = tokens[whole[0]].lower if whole[0] < len(tokens) else ""
    return None if follows in lexicon.words["not_people"] else (whole[0], 100 * some[1] / whole[1])


def _share(first: int, last: int, percent: float) -> Figure:
    whole = round(percent)
    if percent == whole and 100 % whole == 0:
        return Figure(first, last, whole, whole, whole, "exact", percent=True)
    return Figure(first, last, None, whole, None, "about", percent=True)
