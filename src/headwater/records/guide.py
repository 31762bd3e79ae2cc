"""What gathering is told before it begins: coding policies and which outlets are one house."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from headwater.records.policies import Policy


@dataclass(frozen=True, slots=True)
class Guide:
    """Policies in the order of their names; `houses` leads from an outlet's host or folded name to its house.

    `agencies` are the houses that are news agencies.  `observers` are words for those whom an outlet sends
    ("correspondent"), `spokespeople` words for what speaks for a body ("spokesman", "statement"), `nameless` words for
    people that name nobody ("residents"), `bodies` words by which the name of a body ends ("hospital"), all folded.
    """

    policies: tuple[Policy, ...] = ()
    houses: Mapping[str, str] = field(default_factory=dict)
    agencies: frozenset[str] = frozenset()
    observers: frozenset[str] = frozenset()
    spokespeople: frozenset[str] = frozenset()
    nameless: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
