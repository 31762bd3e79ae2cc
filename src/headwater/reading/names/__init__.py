"""Who and what an article names: entities, and a mention for each place that names one."""

from headwater.reading.named import Named
from headwater.reading.names.read import read

__all__ = ["Named", "read"]
