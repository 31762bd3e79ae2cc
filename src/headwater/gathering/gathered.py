"""What gathering gives back."""

from dataclasses import dataclass

from headwater.records import Actor, Copy, Family, Incident, Origin


@dataclass(frozen=True, slots=True)
class Kin:
    """Which articles share words: what all else in gathering rests on, each kind in the order of its ids."""

    copies: tuple[Copy, ...] = ()
    families: tuple[Family, ...] = ()


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything found across articles, each kind in the order of its ids."""

    copies: tuple[Copy, ...] = ()
    families: tuple[Family, ...] = ()
    actors: tuple[Actor, ...] = ()
    origins: tuple[Origin, ...] = ()
    incidents: tuple[Incident, ...] = ()
