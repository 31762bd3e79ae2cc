"""Which event mentions speak of the same happening in the world."""

from headwater.gathering.incidents.grouping import group

__all__ = ["group"]
