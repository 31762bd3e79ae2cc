"""Which event mentions speak of the same happening in the world."""

from headwater.gathering.incidents.grouping import group
from headwater.gathering.incidents.seeing import kinds_of
from headwater.gathering.incidents.telling import main_event

__all__ = ["group", "kinds_of", "main_event"]
