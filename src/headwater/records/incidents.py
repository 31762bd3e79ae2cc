"""What the accounts of one happening agree and differ on."""

from dataclasses import dataclass
from typing import Any, Literal

from headwater.records.lineage import Reason
from headwater.records.span import Span


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
    """What one origin says about one slot."""

    id: str
    value: Any
    stance: Literal["affirms", "denies"]
    origin: str
    as_of: str | None
    events: tuple[str, ...]
    articles: tuple[str, ...]
    spans: tuple[Span, ...]


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
class Slot:
    """One question about an incident: happened, when, where, perpetrator, killed …"""

    id: str
    slot: str
    cells: tuple[Cell, ...]
    relations: tuple[CellRelation, ...]
    origins: OriginCount
    by_value: tuple[ValueOrigins, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """One happening in the world, as the pages tell it."""

    id: str
    name: str
    type: str
    events: tuple[str, ...]
    from_: str | None
    to: str | None
    place: Any
    slots: tuple[Slot, ...]
