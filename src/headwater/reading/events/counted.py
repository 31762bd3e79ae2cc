"""Triggers that only a quantity knows: "12 dead", "the death toll rose to 41"."""

from collections.abc import Sequence

from headwater.reading.events.line import Line
from headwater.reading.events.ontology import Use
from headwater.reading.events.trigger import Trigger
from headwater.reading.numbered import Numbered


def with_counted(line: Line, found: Sequence[Trigger], numbers: Sequence[Numbered]) -> list[Trigger]:
    """These triggers and those of quantities in the line that none of them covers, in text order.

    Nobody is sought around such a one but those counted.
    """
    triggers = list(found)
    for numbered in numbers:
        where, type_ = numbered.trigger, numbered.event
        if where is None or type_ is None or not line.span.start <= where.start < line.span.end:
            continue
        spot = line.within(where)
        if spot is None or any(one.first < spot[1] and spot[0] < one.last for one in triggers):
            continue
        use = Use(line.ontology.types.get(type_, line.ontology.types["other"]), {"object": "victim"})
        triggers.append(Trigger(*spot, use, "counted", spot[0], "counted"))
    return sorted(triggers, key=lambda one: one.first)
