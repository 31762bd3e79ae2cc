"""To be filled in by the stage of times."""

from headwater.reading.times.read import read

__all__ = ["read"]
