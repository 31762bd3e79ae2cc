"""Quotation marks of one block, in pairs."""

import re
from dataclasses import dataclass

from headwater.records import Span

MARK = re.compile("''|``|[“”\"«»„]")
_SINGLE = re.compile("(?<!')['‘’](?!')")
_OPENING = frozenset(("“", "«", '"', "''", "``", "„"))
_STRAIGHT = frozenset(('"', "''"))
_PARTNERS = {"«": frozenset("»"), "``": frozenset(("''", '"', "”")), "''": frozenset(("''", '"', "”"))}
_ANY_CLOSING = frozenset(('"', "”", "“"))
_BEFORE_OPENING = frozenset("([{—–-‘'")
_ENDS_SPEECH = frozenset(",.?!…;:")


@dataclass(frozen=True, slots=True)
class Stretch:
    """From an opening mark to its partner: [start, end) takes in both, [first, last) are the words between.

    `last` and `end` are null where the partner is lacking.
    """

    start: int
    first: int
    last: int | None
    end: int | None
    mark: str


def stretches(text: str, span: Span) -> list[Stretch]:
    """Pairs of marks in one block; only the last may lack its end."""
    found: list[Stretch] = []
    opened: tuple[int, str] | None = None
    for match in MARK.finditer(text, span.start, span.end):
        position, mark = match.start(), match.group()
        if opened and _closes(text, position, mark, opened, span):
            found.append(Stretch(opened[0], opened[0] + len(opened[1]), position, match.end(), opened[1]))
            opened = None
        elif mark in _OPENING and _can_open(text, position, len(mark), span):
            opened = (position, mark)
    if opened:
        found.append(Stretch(opened[0], opened[0] + len(opened[1]), None, None, opened[1]))
    return found or _single(text, span)


def _can_open(text: str, position: int, width: int, span: Span) -> bool:
    before_is_clear = position == span.start or text[position - 1].isspace() or text[position - 1] in _BEFORE_OPENING
    return before_is_clear and position + width < span.end and not text[position + width].isspace()


def _closes(text: str, position: int, mark: str, opened: tuple[int, str], span: Span) -> bool:
    """The partner of the open mark, or, since pages mix them, a straight mark for a curly one and the other way round.

    A mark that stands like an opening one closes nothing: the mark before it never closed.
    """
    spaced = text[position - 1].isspace()
    if mark in _STRAIGHT and spaced and _can_open(text, position, len(mark), span):
        return False
    if mark == "“" and (spaced or text[position + 1 : position + 2].isalnum()):
        return False
    return mark in _PARTNERS.get(opened[1], _ANY_CLOSING) and position > opened[0] + len(opened[1])


def _single(text: str, span: Span) -> list[Stretch]:
    """‘…’ where the closing mark can be no apostrophe."""
    found: list[Stretch] = []
    opened: int | None = None
    for match in _SINGLE.finditer(text, span.start, span.end):
        position, mark = match.start(), match.group()
        if mark != "‘" and opened is not None and _no_apostrophe(text, position, span):
            found.append(Stretch(opened, opened + 1, position, position + 1, "‘"))
            opened = None
        elif mark != "’" and _can_open(text, position, 1, span) and (mark == "‘" or opened is None):
            opened = position
    return found


def _no_apostrophe(text: str, position: int, span: Span) -> bool:
    """Behind a stop or comma, or behind a word that no possessive can end, where no letter follows."""
    before, after = text[position - 1], text[position + 1 : position + 2] if position + 1 < span.end else ""
    if before in _ENDS_SPEECH:
        return True
    return (
        before.isalnum() and not after.isalnum() and (before != "s" or after in ("", ",", ".", ";", ":", "?", "!", ")"))
    )
