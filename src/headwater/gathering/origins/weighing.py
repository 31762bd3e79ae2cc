"""The accounts of each happening, by slot and origin."""

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.gathering.happening import Tied
from headwater.records import Account, Guide, Incident, Origin


@dataclass(frozen=True, slots=True)
class Weighed:
    """Incidents with their slots, and the origins that their cells name, each by id."""

    incidents: tuple[Incident, ...] = ()
    origins: tuple[Origin, ...] = ()


def weigh(accounts: Sequence[Account], tied: Tied, guide: Guide) -> Weighed:
    """None yet."""
    return Weighed()
