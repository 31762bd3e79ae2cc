"""An incident in short: what a run keeps of it, so that a later run can say what changed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SketchedValue:
    """One distinct value of a slot, as compact JSON, with its stance and the origins behind it."""

    value: str
    stance: str
    shown: int
    possible: int


@dataclass(frozen=True, slots=True)
class SketchedSlot:
    """A slot with its distinct values, in order, whether any are disputed, and the origins of all."""

    slot: str
    values: tuple[SketchedValue, ...]
    disputed: bool
    shown: int = 0
    possible: int = 0


@dataclass(frozen=True, slots=True)
class Sketch:
    """An incident with its members and what is said of it."""

    id: str
    name: str
    type: str
    from_: str | None
    to: str | None
    events: tuple[str, ...]
    slots: tuple[SketchedSlot, ...]
