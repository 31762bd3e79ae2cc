"""What the accounts of one happening agree and differ on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from headwater.records.lineage import Reason
from headwater.records.span import Span

DISPUTES = frozenset(("conflict", "deny"))  # relations of cells that cannot both hold


@dataclass(frozen=True, slots=True)
class Actor:
    """The same person, group or body across articles."""

    id: str
    name: str
    class_: str
    known_as: str | None
    entities: tuple[str, ...]
    reason: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an account comes from, once copies, credits and chains are followed as far as they go."""

    id: str
    kind: Literal["speaker", "agency", "outlet", "document", "unnamed"]
    name: str | None
    reason: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one origin says about one slot.

    The n-th event, article and span belong together: the event mention, the article it stands in and the words there;
    the earliest stands first, and `as_of` is its date.  `blame` is how a perpetrator is named, the surest of them.
    """

    id: str
    value: Any
    stance: Literal["affirms", "denies"]
    origin: str
    as_of: str | None
    events: tuple[str, ...]
    articles: tuple[str, ...]
    spans: tuple[Span, ...]
    blame: str | None = None


@dataclass(frozen=True, slots=True)
class CellRelation:
    """How one cell stands to another: b to a."""

    a: str
    b: str
    relation: Literal["same", "refine", "update", "conflict", "deny"]


@dataclass(frozen=True, slots=True)
class OriginCount:
    """Origins told apart by what the texts show, and as many as there could be."""

    shown: int
    possible: int


@dataclass(frozen=True, slots=True)
class ValueOrigins:
    """The count of origins behind one distinct value of a slot."""

    value: Any
    origins: OriginCount


@dataclass(frozen=True, slots=True)
class Figured:
    """What a named policy writes where sources differ, by which rule, and out of which cells (`why`, cell ids).

    `rules` and `pages` name the rule of each number that is written, in the order low, best, high, each once.  `parts`
    is how the policy divides the figure where it is a sum over several days or places, else empty; `note`: the codebook
    asks that the dispute be noted.
    """

    low: int | None
    best: int | None
    high: int | None
    status: Literal["coded", "blank", "no_rule"]
    rules: tuple[str, ...]
    pages: tuple[str, ...]
    why: tuple[str, ...]
    note: bool = False
    parts: tuple[int | None, ...] = ()
    divided_by: str | None = None


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade of evidence under one policy, the rule that gave it, and the cells it rests on."""

    policy: str
    grade: str
    rule: str
    page: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """Two event mentions that were held to speak of one happening, how surely (0 to 1), and why."""

    a: str
    b: str
    score: float
    reason: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """One question about an incident: happened, when, where, perpetrator, killed …

    `origins` and `by_value` count those who affirm.
    """

    id: str
    slot: str
    cells: tuple[Cell, ...]
    relations: tuple[CellRelation, ...]
    origins: OriginCount
    by_value: tuple[ValueOrigins, ...]
    policies: Mapping[str, Figured] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Incident:
    """One happening in the world, as the pages tell it.

    `ties` are the links found between its event mentions, how sure each is, and what was weighed.
    """

    id: str
    name: str
    type: str
    events: tuple[str, ...]
    from_: str | None
    to: str | None
    place: Any
    slots: tuple[Slot, ...]
    grades: tuple[Grade, ...] = ()
    ties: tuple[Tie, ...] = ()
