"""The same person, group or body across articles."""

from headwater.gathering.actors.joining import join

__all__ = ["join"]
