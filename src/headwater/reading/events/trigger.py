"""A word that says that something happens."""

from dataclasses import dataclass
from typing import Literal

from headwater.reading.events.ontology import Use

Voice = Literal["active", "passive", "noun", "counted"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """Tokens [first, last) with what they mean; `begin` is where the auxiliaries of the verb begin."""

    first: int
    last: int
    use: Use
    voice: Voice
    begin: int
    rule: str
