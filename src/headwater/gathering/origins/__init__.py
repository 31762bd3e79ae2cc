"""From how many independent mouths each account of a happening comes, and on what they agree or differ."""

from headwater.gathering.origins.weighing import Weighed, weigh

__all__ = ["Weighed", "weigh"]
