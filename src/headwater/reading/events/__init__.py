"""What is said to have happened, to whom, by whom, where and when."""

from headwater.reading.events.read import read

__all__ = ["read"]
