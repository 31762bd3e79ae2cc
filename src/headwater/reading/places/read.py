"""The places of a page."""

from headwater.knowledge import Knowledge
from headwater.reading.placed import Placed
from headwater.reading.spoken import Spoken


def read(page: Spoken, knowledge: Knowledge) -> Placed:
    """None yet."""
    return Placed()
