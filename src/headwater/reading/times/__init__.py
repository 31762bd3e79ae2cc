"""Expressions of time, and the days that they mean."""

from headwater.reading.times.codes import acled_precision
from headwater.reading.times.read import read

__all__ = ["acled_precision", "read"]
