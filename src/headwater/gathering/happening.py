"""What ties articles together, as far as the counting of origins needs it."""

from dataclasses import dataclass

from headwater.records import Actor, Copy, Family, Reason


@dataclass(frozen=True, slots=True)
class Tie:
    """Two event mentions that were held to speak of one happening, how surely, and why."""

    a: str
    b: str
    score: float
    reason: tuple[Reason, ...]


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
