"""Bars in the margin: beside which lines of a block each voice speaks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from headwater.marks import Mark
from headwater.records import Span

# Voices at more removes than this stand in one column, and share their look.
MOST_LEVELS = 5
# Words of one voice with no more than a line between them have one bar.
LINE = 80


@dataclass(frozen=True, slots=True)
class Bar:
    """One voice beside one stretch of a block: from `start` to `end` in the page's text, `top` and `height` in percent
    of the block, as far as its characters tell before it is set in lines."""

    of: str
    by: str
    start: int
    end: int
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Column:
    """The bars of one level, in text order; they do not overlap."""

    level: int
    bars: tuple[Bar, ...]


def columns(block: Span, marks: Iterable[Mark]) -> tuple[Column, ...]:
    """The bars beside this block for the contents among its marks, outermost level first."""
    contents = sorted((mark for mark in marks if "content" in mark.classes), key=_level)
    found = []
    for level, theirs in groupby(contents, key=_level):
        bars = _bars(block, sorted(theirs, key=lambda mark: mark.start))
        found.append(Column(level, tuple(bars)))
    return tuple(found)


def _level(mark: Mark) -> int:
    return int(mark.data["level"])


def _bars(block: Span, contents: Sequence[Mark]) -> list[Bar]:
    bars: list[Bar] = []
    for mark in contents:
        start, end = max(mark.start, block.start), min(mark.end, block.end)
        last = bars[-1] if bars else None
        if last is not None and last.of == mark.data["of"] and start - last.end <= LINE:
            bars[-1] = _placed(replace(last, end=max(end, last.end)), block)
            continue
        start = max(start, last.end) if last is not None else start
        if start < end:
            bars.append(_placed(Bar(mark.data["of"], mark.data["by"], start, end, 0, 0), block))
    return bars


def _placed(bar: Bar, block: Span) -> Bar:
    """The bar where its characters would stand if all lines were full."""
    length = max(len(block), 1)
    top, height = (bar.start - block.start) / length, (bar.end - bar.start) / length
    return replace(bar, top=round(100 * top, 1), height=round(100 * height, 1))
