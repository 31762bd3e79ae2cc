"""The records of this stage stand where every stage may use them."""

from headwater.reading.heard import Link, NamedSpan, Part, PartKind, Signals

__all__ = ["Link", "NamedSpan", "Part", "PartKind", "Signals"]
