"""The times of a page."""

from headwater.knowledge import Knowledge
from headwater.reading.spoken import Spoken
from headwater.reading.timed import Timed


def read(page: Spoken, knowledge: Knowledge) -> Timed:
    """None yet."""
    return Timed()
