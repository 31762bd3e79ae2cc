"""Overlapping spans drawn once, as HTML: for web, report and notebook."""

from headwater.marks.draw import draw
from headwater.marks.mark import Mark, safe_href
from headwater.marks.spread import spread

__all__ = ["Mark", "draw", "safe_href", "spread"]
