"""How many: what the stage of quantities gives back."""

from dataclasses import dataclass

from headwater.records import Quantity, Span


@dataclass(frozen=True, slots=True)
class Numbered:
    """A quantity, with the words that say what befell those counted ("were killed") and the type of event that these
    words mean, null where they mean none ("the rebels have 300 fighters")."""

    quantity: Quantity
    trigger: Span | None
    event: str | None


@dataclass(frozen=True, slots=True)
class Numbers:
    """The quantities of a page, in text order."""

    numbered: tuple[Numbered, ...] = ()
