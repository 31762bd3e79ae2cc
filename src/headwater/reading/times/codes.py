"""What codebooks make of a time."""

from headwater.knowledge import Knowledge
from headwater.reading.timed import TimeMention


def acled_precision(mention: TimeMention, knowledge: Knowledge) -> int | None:
    """ACLED's TIME_PRECISION: 1 the day, 2 the week or weekend, 3 the month; null where less is known, which it does
    not code (2019 codebook)."""
    table: dict[str, int] = knowledge.lexicons["times"]["codes"]["acled"]
    return table.get(str(mention.precision)) if mention.precision is not None else None
