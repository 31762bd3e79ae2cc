"""Stretches between quotation marks."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from headwater.reading.attributions.pairs import MARK, Stretch, stretches
from headwater.records import Span

Ends = Callable[[int, int], int | None]
"""Where, in a stretch after a mark that does not close, the quoted words end."""


def nowhere(start: int, end: int) -> int | None:
    """Nothing tells."""
    return None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of article text, with its place among the blocks of its article."""

    index: int
    span: Span
    role: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words inside quotation marks.  `parts` are the words without the marks, one for each paragraph they run over,
    `outer` the same with them; [start, end) takes in the marks.  `first` and `last` are the paragraphs where it begins
    and ends."""

    parts: tuple[Span, ...]
    start: int
    end: int
    first: int
    last: int
    outer: tuple[Span, ...]
    marked: bool = True


def find_quotations(text: str, paragraphs: Sequence[Paragraph], ends: Ends = nowhere) -> list[Quotation]:
    """The quotations of one article, in order.

    A mark without its partner makes no quotation, unless `ends` says where the words for the speaker begin, or the next
    paragraph begins with the same opening mark (the quotation runs on, as printers have it) or has a closing mark that
    was never opened (a blank line cut the quotation in two).
    """
    found: list[Quotation] = []
    running: list[tuple[Paragraph, Stretch]] = []
    for paragraph in paragraphs:
        own = stretches(text, paragraph.span)
        rest = _second_half(text, paragraph, running[-1][1].mark) if running else None
        if rest is not None:
            own = [rest, *stretches(text, Span(rest.end or 0, paragraph.span.end))]
        elif running and not (own and _begins_with(text, paragraph, own[0], running[-1][1].mark)):
            running = []
        for stretch in own:
            closed = stretch if stretch.last is not None else _closed(stretch, paragraph, ends)
            running.append((paragraph, closed))
            if closed.last is not None:
                found.append(_joined(running))
                running = []
    return found


def _closed(stretch: Stretch, paragraph: Paragraph, ends: Ends) -> Stretch:
    """The stretch, closed where the words for the speaker begin: “We left, said Maro Tevin."""
    end = ends(stretch.first, paragraph.span.end)
    return stretch if end is None else Stretch(stretch.start, stretch.first, end, end, stretch.mark)


def _second_half(text: str, paragraph: Paragraph, mark: str) -> Stretch | None:
    """The second half of a quotation that a blank line cuts: up to a closing mark that nothing opened."""
    first = MARK.search(text, paragraph.span.start, paragraph.span.end)
    if first is None or mark not in ("“", "«") or first.group() not in "”»" or first.start() == paragraph.span.start:
        return None
    return Stretch(paragraph.span.start, paragraph.span.start, first.start(), first.end(), mark)


def _begins_with(text: str, paragraph: Paragraph, stretch: Stretch, mark: str) -> bool:
    return stretch.mark == mark and not text[paragraph.span.start : stretch.start].strip()


def _joined(running: list[tuple[Paragraph, Stretch]]) -> Quotation:
    parts = tuple(
        Span(stretch.first, paragraph.span.end if stretch.last is None else stretch.last)
        for paragraph, stretch in running
    )
    outer = tuple(
        Span(stretch.start, paragraph.span.end if stretch.end is None else stretch.end)
        for paragraph, stretch in running
    )
    first, last = running[0][0].index, running[-1][0].index
    return Quotation(parts, outer[0].start, outer[-1].end, first, last, outer)


def meets_quotation(quotations: Sequence[Quotation], span: Span) -> list[Quotation]:
    """The quotations (in order, none sharing words) that share words with the span."""
    index = bisect_right(quotations, span.start, key=lambda one: one.end)
    found: list[Quotation] = []
    while index < len(quotations) and quotations[index].start < span.end:
        if any(outer.start < span.end and span.start < outer.end for outer in quotations[index].outer):
            found.append(quotations[index])
        index += 1
    return found
