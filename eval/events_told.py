"""An event mention as it is compared."""

from dataclasses import dataclass

Extent = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """One mention, coded or found; `roles` are the words that fill each."""

    extent: Extent
    type: str
    factuality: str
    background: bool
    roles: dict[str, tuple[Extent, ...]]
