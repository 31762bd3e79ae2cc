"""What stands in one sentence, out of all that stands on the page.

Looked up by place, so that a sentence of a long page costs no more than one of a short page.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from headwater.reading.events.arguments import Surroundings
from headwater.records import Span

T = TypeVar("T")
LONGEST_TRIGGER = 300  # characters: so far before the sentence may words begin that reach into it


class Nearby:
    """The surroundings of a page, cut to the sentence asked for."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._places = _Shelf(around.places, lambda one: one.span.start)
        self._times = _Shelf(around.times, lambda one: one.span.start)
        self._numbers = _Shelf(
            [one for one in around.numbers if one.trigger], lambda one: one.trigger.start if one.trigger else 0
        )

    def of(self, span: Span) -> Surroundings:
        """Places, times and numbers whose words (of a number: the words for what befell those counted) can touch it."""
        return replace(
            self._around,
            places=self._places.of(span),
            times=self._times.of(span),
            numbers=self._numbers.of(span),
        )


class _Shelf(Generic[T]):
    """Things by where they begin; given out in the order they came in."""

    def __init__(self, things: Sequence[T], start: Callable[[T], int]) -> None:
        self._ordered = sorted((start(one), place) for place, one in enumerate(things))
        self._things = things

    def of(self, span: Span) -> tuple[T, ...]:
        first = bisect_left(self._ordered, (span.start - LONGEST_TRIGGER, -1))
        last = bisect_left(self._ordered, (span.end, -1))
        return tuple(self._things[place] for place in sorted(place for _, place in self._ordered[first:last]))
