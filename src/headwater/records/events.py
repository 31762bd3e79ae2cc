"""What is said to have happened, with the numbers that are said of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from headwater.records.span import Span

Factuality = Literal["asserted", "reported", "possible", "denied", "planned", "ordered", "hypothetical"]
Qualifier = Literal["exact", "at_least", "more_than", "about", "up_to", "between", "vague", "plural"]


@dataclass(frozen=True, slots=True)
class Counted:
    """Of whom or of what a quantity is: "civilians", "soldiers", "children"."""

    span: Span | None
    text: str | None
    class_: Literal["civilian", "combatant", "mixed", "unknown"] = "unknown"
    subgroup: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class PartOf:
    """A breakdown: "12 killed, including 3 children"."""

    id: str
    how: Literal["including", "besides"]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a figure covers; `from_` and `to` are ISO dates, null where not stated."""

    kind: Literal["event", "several_events", "period", "conflict"]
    from_: str | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True)
class PolicyFigure:
    """What a named coding policy makes of the words, with the rule and page of its codebook.

    A codebook that writes one number gives it as all three.  `unit` is what the figure is of, where that is not the
    quantity's own ("casualties" coded as injured).
    """

    low: int | None
    best: int | None
    high: int | None
    status: Literal["coded", "blank", "no_rule"]
    rule: str | None = None
    page: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that the text states.  `low`, `best`, `high` say what the words alone say; unknown is null, never 0.

    `wording` names how an amount without figures is put ("several", "dozens"), as codebooks list them; else null.
    """

    id: str
    article: str
    span: Span
    text: str
    low: int | None
    best: int | None
    high: int | None
    qualifier: Qualifier
    unit: str
    of: Counted | None
    rule: str
    part_of: PartOf | None = None
    scope: Scope | None = None
    attributions: tuple[str, ...] = ()
    factuality: Factuality = "asserted"
    policies: Mapping[str, PolicyFigure] = field(default_factory=dict)
    wording: str | None = None
    doubt: float | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """A part that somebody or something plays in an event; attributions, factuality and blame are its own."""

    role: Literal["perpetrator", "target", "victim", "participant", "means", "place", "time", "quantity"]
    span: Span | None
    text: str | None
    value: Mapping[str, Any] | None
    rule: str
    attributions: tuple[str, ...] = ()
    factuality: Factuality = "asserted"
    blame: Literal["fact", "accused", "claimed", "suspected", "possible"] | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One mention of a happening.  Polarity, factuality and attributions speak of *that it happened*; `cause` is the id
    of the attack that a killing or injury is said to come of, in the same sentence, or that a verb goes on with ("the
    raid hit a school")."""

    id: str
    article: str
    type: str
    span: Span
    text: str
    polarity: Literal["positive", "negative"]
    factuality: Factuality
    attributions: tuple[str, ...]
    background: bool
    arguments: tuple[Argument, ...]
    rule: str
    doubt: float | None = None
    cause: str | None = None
