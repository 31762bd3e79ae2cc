"""Titles, bylines and dates right above each stretch of main text, which the main-text model leaves out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.reading.articles.cues import Cues
from headwater.reading.articles.outline import Outline, Verdict

TOP_REACH = 14  # pieces above the first main text in which an h1, a byline or a date belongs to it
REACH = 6  # pieces above any text in which its own title is looked for
SHORTEST_TEXT = 60  # characters of a sentence that is running text
OWN_TEXT = 400  # characters of text below a title that state that it belongs to them
OWN_REACH = 20  # pieces in which that text must stand
LONGEST_TITLE = 260


@dataclass(frozen=True, slots=True)
class Ground:
    """A page with what is known of its pieces: their cues, and which of them are main text."""

    outline: Outline
    cues: Sequence[Cues]
    kept: NDArray[np.bool_]

    def words(self, index: int) -> str:
        """The text of a piece."""
        piece = self.outline.pieces[index]
        return self.outline.text.text[piece.start : piece.end]

    def tells(self, index: int) -> bool:
        """True for a piece of main text that holds a sentence of running text."""
        return bool(self.kept[index]) and self.cues[index].sentences > 0 and self.long(index)

    def long(self, index: int) -> bool:
        """True for a piece that is long enough for running text, and no heading."""
        return len(self.outline.pieces[index]) >= SHORTEST_TEXT and self.cues[index].heading is None

    def states(self, index: int) -> bool:
        """True for a line that says who wrote the text, when, or where it comes from."""
        cues = self.cues[index]
        return cues.byline or cues.date or cues.credit

    def linked(self, index: int) -> bool:
        """True for a line that is nearly all link."""
        piece = self.outline.pieces[index]
        return piece.linked >= 0.8 * len(piece)


def header_verdicts(outline: Outline, cues: Sequence[Cues], kept: NDArray[np.bool_]) -> dict[int, Verdict]:
    """Roles for lines of headers that are no main text; those at the top of the page win over those further down."""
    if not kept.any():
        return {}
    on = Ground(outline, cues, kept)
    found: dict[int, Verdict] = {}
    for number, start in enumerate(_starts(on)):
        found.update(_above_text(on, start, first=not number))
    return found | _above_all(on)


def _above_all(on: Ground) -> dict[int, Verdict]:
    """The h1 above the first main text, with the bylines and dates between the two."""
    found: dict[int, Verdict] = {}
    first = int(np.argmax(on.kept))
    shown = [index for index in range(max(0, first - TOP_REACH), first) if not on.outline.pieces[index].hidden]
    top = next((index for index in reversed(shown) if on.cues[index].heading == 1), None)
    if top is not None:
        found[top] = Verdict("headline", "header:h1")
    for index in shown if top is None else [index for index in shown if index > top]:
        if on.cues[index].byline or on.cues[index].date:
            found[index] = _stating(on, index)
    return found


def _starts(on: Ground) -> list[int]:
    """Where running text begins behind anything else."""
    tells = [on.tells(index) for index in range(len(on.cues))]
    return [index for index, told in enumerate(tells) if told and not (index and tells[index - 1])]


def _above_text(on: Ground, start: int, *, first: bool) -> dict[int, Verdict]:
    """The title of the text at `start`, with the lines between that state something; nothing where it has no title."""
    above = _lines_above(on, start)
    title = _title(on, above, start)
    if title is None:
        return {}
    lines = above[: above.index(title)]
    found = {index: _stating(on, index) for index in lines if on.states(index) and not on.kept[index]}
    heads = first or any(on.states(index) for index in lines)
    if not on.kept[title] or on.cues[title].heading is None:
        found[title] = Verdict("headline" if heads else "heading", "header:own_title")
    return found


def stated_titles(on: Ground) -> tuple[int, ...]:
    """Titles with a line below that says who wrote the text, when, or where it comes from."""
    found: list[int] = []
    for start in _starts(on):
        above = _lines_above(on, start)
        title = _title(on, above, start)
        if title is not None and any(on.states(index) for index in above[: above.index(title)]):
            found.append(title)
    return tuple(found)


def _lines_above(on: Ground, start: int) -> list[int]:
    """The pieces above a text up to the nearest heading or other running text, the nearest first."""
    above: list[int] = []
    for index in range(start - 1, max(-1, start - 1 - 2 * TOP_REACH), -1):
        if on.outline.pieces[index].hidden:
            continue
        if len(above) == TOP_REACH or on.tells(index):
            break
        above.append(index)
        if on.cues[index].heading is not None:
            break
    return above


def _title(on: Ground, above: Sequence[int], start: int) -> int | None:
    """The heading among the lines above a text, or else the line right above those that state who wrote it and when."""
    if not above:
        return None
    if on.cues[above[-1]].heading is not None:
        stated = any(on.states(index) for index in above) or bool(on.kept[above[-1]])
        own = stated or (not on.linked(above[-1]) and _text_below(on, start) >= OWN_TEXT)
        return above[-1] if own and len(above) <= REACH else None
    lowest = next((number for number, index in enumerate(above[:2]) if on.states(index)), None)
    if lowest is None:
        return None
    line = next((index for index in above[lowest:] if not on.states(index)), None)
    return line if line is not None and _could_be_title(on, line) else None


def _could_be_title(on: Ground, index: int) -> bool:
    return on.cues[index].title_like and not on.linked(index) and len(on.words(index)) <= LONGEST_TITLE


def _text_below(on: Ground, start: int) -> int:
    """Characters of running text from `start` to the next heading."""
    length = 0
    for index in range(start, min(start + OWN_REACH, len(on.cues))):
        if on.cues[index].heading is not None or length >= OWN_TEXT:
            break
        length += len(on.outline.pieces[index]) if on.tells(index) else 0
    return length


def _stating(on: Ground, index: int) -> Verdict:
    if on.cues[index].byline:
        return Verdict("byline", "header:byline_cue")
    return Verdict("metadata", "header:date_cue" if on.cues[index].date else "header:credit_cue")
