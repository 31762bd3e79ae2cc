"""The lines within a piece: what line breaks, and inline elements set side by side without a blank, keep apart."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from headwater.reading.articles.outline import Element, Outline, Piece


def lines_of(outline: Outline, piece: Piece) -> list[tuple[int, int]]:
    """Start and end of each line of the piece, in the page text, without blanks at either end.

    "By Dana OrlikMay 6, 2018", where name and date are two elements, is two lines.
    """
    text = outline.text.text
    borders = {piece.start, piece.end, *_line_breaks(text, piece), *_glued(outline, piece)}
    ordered = sorted(borders)
    found: list[tuple[int, int]] = []
    for start, end in pairwise(ordered):
        words = text[start:end]
        left, right = len(words) - len(words.lstrip()), len(words.rstrip())
        if right > left:
            found.append((start + left, start + right))
    return found


def spaced(outline: Outline, piece: Piece) -> str:
    """The words of the piece with a blank wherever only the border of an element keeps two apart."""
    text = outline.text.text
    borders = sorted(_glued(outline, piece))
    if not borders:
        return text[piece.start : piece.end]
    return " ".join(text[start:end] for start, end in zip([piece.start, *borders], [*borders, piece.end], strict=True))


def _line_breaks(text: str, piece: Piece) -> list[int]:
    return [place for place in range(piece.start, piece.end) if text[place] == "\n"]


def elements_within(outline: Outline, piece: Piece) -> Iterator[Element]:
    """The elements that begin in the piece, at most the first sixty."""
    elements = outline.elements
    first = bisect_left(elements, piece.start, key=_start)
    for number in range(first, min(first + 60, len(elements))):
        if elements[number].start >= piece.end:
            return
        yield elements[number]


def _glued(outline: Outline, piece: Piece) -> set[int]:
    """Where an element of the piece begins or ends between two letters or digits, the second a capital or a digit."""
    text = outline.text.text
    places = {place for element in elements_within(outline, piece) for place in (element.start, element.end)}
    return {
        place
        for place in places
        if piece.start < place < piece.end
        and text[place - 1].isalnum()
        and (text[place].isupper() or text[place].isdigit())
    }


def _start(element: Element) -> int:
    return element.start
