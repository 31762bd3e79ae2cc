"""What gathering is told before it begins: coding policies and which outlets are one house."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules of one codebook, named with its year (acled_2019, ucdp_23 …), and where they were read."""

    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Guide:
    """Policies in the order of their names; `houses` leads from an outlet's host or folded name to its house."""

    policies: tuple[Policy, ...] = ()
    houses: Mapping[str, str] = field(default_factory=dict)
