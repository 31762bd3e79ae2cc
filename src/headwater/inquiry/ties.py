"""Which ties hold an incident together."""

from collections.abc import Sequence

from headwater.records import Tie


def holding(ties: Sequence[Tie]) -> tuple[Tie, ...]:
    """The surest ties that join all mentions which any tie joins, the least sure first: a maximum spanning forest.

    Each of the others only repeats what surer ones say; to doubt one of these is to doubt that it is one happening.

    >>> [tie.score for tie in holding([Tie("a", "b", 0.9, ()), Tie("b", "c", 0.6, ()), Tie("a", "c", 0.2, ())])]
    [0.6, 0.9]
    """
    parent: dict[str, str] = {}

    def root(event: str) -> str:
        while parent.setdefault(event, event) != event:
            parent[event] = parent[parent[event]]
            event = parent[event]
        return event

    kept = []
    for tie in sorted(ties, key=lambda one: (-one.score, one.a, one.b)):
        a, b = root(tie.a), root(tie.b)
        if a != b:
            parent[b] = a
            kept.append(tie)
    return tuple(reversed(kept))
