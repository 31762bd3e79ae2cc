"""To be filled in by the stage of places."""

from headwater.reading.places.read import read

__all__ = ["read"]
