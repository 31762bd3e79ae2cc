"""What this stage gives back."""

from dataclasses import dataclass

from headwater.records import Event, Quantity


@dataclass(frozen=True, slots=True)
class Told:
    """The figures of a page and the happenings they belong to; each kind in text order."""

    quantities: tuple[Quantity, ...]
    events: tuple[Event, ...]
