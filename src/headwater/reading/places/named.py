"""What earlier stages name on the page."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.records import Span


@dataclass(frozen=True, slots=True)
class Names:
    """Names that earlier stages found, in text order, by what they name; `said` are names, folded, that the article
    speaks of as places elsewhere."""

    places: Sequence[Span]
    states: Sequence[Span]
    persons: Sequence[Span]
    bodies: Sequence[Span]
    said: frozenset[str] = frozenset()

    def within(self, where: Span) -> "Names":
        """Those that begin in a stretch of the text."""
        places, states, persons, bodies = (
            _within(spans, where) for spans in (self.places, self.states, self.persons, self.bodies)
        )
        return Names(places, states, persons, bodies, self.said)


def _start(span: Span) -> int:
    return span.start


def _within(spans: Sequence[Span], where: Span) -> list[Span]:
    first = bisect_left(spans, where.start, key=_start)
    last = bisect_left(spans, where.end, key=_start)
    return list(spans[first:last])
