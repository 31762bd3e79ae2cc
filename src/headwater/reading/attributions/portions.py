"""What the encoder says, stretch by stretch."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from headwater.reading.heard import Link, Signals
from headwater.records import Span


def portions(heard: Signals, groups: Sequence[Sequence[Span]]) -> Iterator[Signals]:
    """For each group of spans (in order) the parts that lie inside one of them, with the links between them."""
    order = sorted(range(len(heard.parts)), key=lambda at: (heard.parts[at].span, at))
    parts = [heard.parts[at] for at in order]
    places = {at: place for place, at in enumerate(order)}
    links: dict[int, list[Link]] = {}
    for link in heard.links:
        if link.content in places and link.other in places:
            links.setdefault(places[link.content], []).append(link)
    starts = [part.span.start for part in parts]
    for spans in groups:
        own = [
            at
            for span in spans
            for at in range(bisect_left(starts, span.start), bisect_left(starts, span.end))
            if parts[at].span.end <= span.end
        ]
        numbers = {at: number for number, at in enumerate(own)}
        kept = tuple(
            Link(numbers[at], numbers[places[link.other]], link.weight)
            for at in own
            for link in links.get(at, ())
            if places[link.other] in numbers
        )
        yield Signals(tuple(parts[at] for at in own), kept)
