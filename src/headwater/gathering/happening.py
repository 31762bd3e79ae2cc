"""What ties articles together, as far as the counting of origins needs it."""

from dataclasses import dataclass

from headwater.records import Actor, Copy, Family, Tie

__all__ = ["Happening", "Tie", "Tied"]


@dataclass(frozen=True, slots=True)
class Happening:
    """The event mentions of one happening, in the order of their ids, and what ties them."""

    id: str
    events: tuple[str, ...]
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class Tied:
    """All that was found between articles before origins are weighed."""

    copies: tuple[Copy, ...] = ()
    families: tuple[Family, ...] = ()
    actors: tuple[Actor, ...] = ()
    happenings: tuple[Happening, ...] = ()
