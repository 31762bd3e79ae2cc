"""Stretches between quotation marks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.records import Span

_MARK = re.compile('[“”"«»]')
_SINGLE = re.compile("[‘’]")
_OPENING = frozenset('“«"')
_BEFORE_OPENING = frozenset("([{—–-‘'")
_ENDS_SPEECH = frozenset(",.?!…;:")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of article text, with its place among the blocks of its article."""

    index: int
    span: Span
    role: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words inside quotation marks.  `parts` are the words without the marks, one for each paragraph they run over;
    [start, end) takes in the marks.  `first` and `last` are the paragraphs where it begins and ends."""

    parts: tuple[Span, ...]
    start: int
    end: int
    first: int
    last: int
    marked: bool = True


@dataclass(frozen=True, slots=True)
class _Stretch:
    open: int
    close: int | None
    mark: str


def find_quotations(text: str, paragraphs: Sequence[Paragraph]) -> list[Quotation]:
    """The quotations of one article, in order.

    A mark without its partner makes no quotation, unless the next paragraph begins with the same opening mark: then the
    quotation runs on, as printers have it.
    """
    found: list[Quotation] = []
    running: list[tuple[Paragraph, _Stretch]] = []
    for paragraph in paragraphs:
        stretches = _stretches(text, paragraph.span)
        if running and not (stretches and _begins_with(text, paragraph, stretches[0], running[-1][1].mark)):
            running = []
        for stretch in stretches:
            running.append((paragraph, stretch))
            if stretch.close is not None:
                found.append(_joined(running))
                running = []
    return found


def _begins_with(text: str, paragraph: Paragraph, stretch: _Stretch, mark: str) -> bool:
    return stretch.mark == mark and not text[paragraph.span.start : stretch.open].strip()


def _joined(running: list[tuple[Paragraph, _Stretch]]) -> Quotation:
    parts = tuple(
        Span(stretch.open + 1, paragraph.span.end if stretch.close is None else stretch.close)
        for paragraph, stretch in running
    )
    (first, opening), (last, closing) = running[0], running[-1]
    end = last.span.end if closing.close is None else closing.close + 1
    return Quotation(parts, opening.open, end, first.index, last.index)


def _stretches(text: str, span: Span) -> list[_Stretch]:
    """Pairs of marks in one block; only the last may lack its end."""
    stretches: list[_Stretch] = []
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(text, span.start, span.end):
        position, mark = match.start(), match.group()
        if opened and _closes(text, position, opened, span):
            stretches.append(_Stretch(opened[0], position, opened[1]))
            opened = None
        elif mark in _OPENING and _can_open(text, position, span):
            opened = (position, mark)
    if opened:
        stretches.append(_Stretch(opened[0], None, opened[1]))
    return stretches or _single_stretches(text, span)


def _can_open(text: str, position: int, span: Span) -> bool:
    before_is_clear = position == span.start or text[position - 1].isspace() or text[position - 1] in _BEFORE_OPENING
    return before_is_clear and position + 1 < span.end and not text[position + 1].isspace()


def _closes(text: str, position: int, opened: tuple[int, str], span: Span) -> bool:
    """The partner of the open mark, or, since pages mix them, a straight mark for a curly one and the other way round.

    A straight mark that stands like an opening one closes nothing: the mark before it never closed.
    """
    mark = text[position]
    if mark == '"' and text[position - 1].isspace() and _can_open(text, position, span):
        return False
    partners = '"”' if opened[1] in '"“' else "»"
    return mark in partners and position > opened[0] + 1


def _single_stretches(text: str, span: Span) -> list[_Stretch]:
    """‘…’ where the closing mark follows a stop or comma, so that it is no apostrophe."""
    stretches: list[_Stretch] = []
    opened: int | None = None
    for match in _SINGLE.finditer(text, span.start, span.end):
        position = match.start()
        if match.group() == "‘":
            opened = position if _can_open(text, position, span) else None
        elif opened is not None and text[position - 1] in _ENDS_SPEECH:
            stretches.append(_Stretch(opened, position, "‘"))
            opened = None
    return stretches
