"""Spans side by side."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from headwater.records import Span


def meets(spans: Sequence[Span], span: Span) -> Iterator[Span]:
    """Those of the spans (in order, none sharing words) that share a word with this one, in order."""
    index = max(bisect_left(spans, Span(span.start, span.start)) - 1, 0)
    while index < len(spans) and spans[index].start < span.end:
        if spans[index].end > span.start:
            yield spans[index]
        index += 1


def united(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans in order, those that share words as one."""
    last: Span | None = None
    for span in sorted(spans):
        if last is not None and span.start < last.end:
            last = Span(last.start, max(last.end, span.end))
        else:
            if last is not None:
                yield last
            last = span
    if last is not None:
        yield last


def holds(spans: Sequence[Span], span: Span) -> bool:
    """Does one of the spans (in order, none sharing words) hold this one?"""
    index = bisect_right(spans, Span(span.start, 1 << 60)) - 1
    return index >= 0 and spans[index].start <= span.start and span.end <= spans[index].end


def cut(text: str, span: Span, start: int, end: int) -> Span:
    """The span without what lies outside [start, end), blanks, commas and semicolons at the new ends left aside."""
    if start <= span.start and span.end <= end:
        return span
    start, end = max(span.start, start), min(span.end, end)
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    return Span(start, max(start, end))
