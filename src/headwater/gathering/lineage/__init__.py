"""Which articles share words, exactly where, and who had them first."""

from headwater.gathering.lineage.copying import find_copies
from headwater.gathering.lineage.families import group

__all__ = ["find_copies", "group"]
