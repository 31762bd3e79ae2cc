"""Whose word a stretch of text is."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from headwater.records import Attribution, Span

_END = 1 << 60


class Voices:
    """The attributions of a page, by the place of their contents."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._contents = sorted((content.span, at) for at, one in enumerate(attributions) for content in one.contents)
        self._reach = list(accumulate((span.end for span, _ in self._contents), max))
        self._attributions = attributions

    def around(self, span: Span) -> list[Attribution]:
        """Those whose content holds the span, the outermost first."""
        index = bisect_right(self._contents, (Span(span.start, _END), 0)) - 1
        found: list[int] = []
        while index >= 0 and self._reach[index] >= span.end:
            content, at = self._contents[index]
            if span.end <= content.end and at not in found:
                found.append(at)
            index -= 1
        return [self._attributions[at] for at in reversed(found)]
