"""What is said to have happened: how many were killed, injured, missing, captured, displaced, and the words for it."""

from headwater.reading.events.read import read
from headwater.reading.events.told import Told

__all__ = ["Told", "read"]
