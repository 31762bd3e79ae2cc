"""Who says it: quotations and the speakers whom the text gives them to."""

from headwater.reading.attributions.read import read
from headwater.reading.attributions.said import Said

__all__ = ["Said", "read"]
