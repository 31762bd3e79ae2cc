"""An attribution before its speaker is resolved."""

from dataclasses import dataclass
from typing import Literal

from headwater.reading.attributions.lexicon import Stance
from headwater.reading.attributions.naming import Naming
from headwater.reading.attributions.quotations import Quotation
from headwater.records import Span


@dataclass(slots=True)
class Draft:
    """Quotations of one speaker under one cue; more are added while the speaker goes on."""

    quotations: list[Quotation]
    naming: Naming
    cue: Span
    stance: Stance
    kind: Literal["direct", "mixed"]
    rule: str
