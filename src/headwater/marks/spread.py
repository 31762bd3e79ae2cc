"""Marks of a long text, handed out to the stretches in which it is drawn."""

from collections.abc import Sequence

from headwater.marks.mark import Mark
from headwater.records import Span


def spread(marks: Sequence[Mark], windows: Sequence[Span]) -> list[list[Mark]]:
    """For each window the marks that touch it, so that a page is drawn block by block in one pass.

    The windows are in order and do not overlap.  Marks that begin together stay in the order in which they are given.

    >>> spread([Mark(2, 8)], [Span(0, 4), Span(5, 9), Span(9, 12)]) == [[Mark(2, 8)], [Mark(2, 8)], []]
    True
    """
    waiting = sorted(marks, key=lambda mark: mark.start)[::-1]
    active: list[Mark] = []
    shares: list[list[Mark]] = []
    for window in windows:
        while waiting and waiting[-1].start < window.end:
            active.append(waiting.pop())
        active = [mark for mark in active if mark.end > window.start]
        shares.append(list(active))
    return shares
