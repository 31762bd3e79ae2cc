"""What the encoder says of a page's words: parts of attributions, their links, and names."""

from headwater.reading.signals.hear import hear, hear_inside
from headwater.reading.signals.heard import Link, NamedSpan, Part, Signals

__all__ = ["Link", "NamedSpan", "Part", "Signals", "hear", "hear_inside"]
