"""What the reader knows before it reads: one frozen Knowledge, loaded once per process and passed in."""

from headwater.knowledge.knowledge import Knowledge, load

__all__ = ["Knowledge", "load"]
