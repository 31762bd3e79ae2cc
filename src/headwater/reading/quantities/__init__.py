"""How many were killed, injured, missing, captured, displaced, and the words for it."""

from headwater.reading.quantities.read import read

__all__ = ["read"]
