"""Which articles share words, and who had them first."""

from dataclasses import dataclass
from typing import Literal

from headwater.records.span import Span

Relation = Literal["identical", "edited_copy", "partial_reuse", "shared_quote", "self_update", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages of one article that a copy is about; the n-th of one side answers the n-th of the other."""

    article: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """What a finding rests on: a kind, the record it is read from, and the words."""

    kind: str
    id: str | None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles with words in common.  `unknown` is a right answer for the direction."""

    id: str
    a: Passages
    b: Passages
    relation: Relation
    direction: Literal["a_from_b", "b_from_a", "common_source", "unknown"]
    common_source: str | None
    score: float
    reason: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """An article in a family of copies; `parent` is the member it was taken from, where that is known."""

    article: str
    spans: tuple[Span, ...]
    parent: str | None
    direction: Literal["from_parent", "to_parent", "common_source", "unknown"]
    relation: Relation


@dataclass(frozen=True, slots=True)
class NamedRoot:
    """An agency or outlet that the texts credit, though its own page is not in the ledger."""

    name: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Articles tied together by copies.  `root` is the article they all come from, null where it is not here."""

    id: str
    kind: Literal["copies", "boilerplate"]
    members: tuple[Member, ...]
    root: str | None
    root_named: NamedRoot | None


@dataclass(frozen=True, slots=True)
class Imprint:
    """What is kept of an article so that later articles can be held against it: rows of numbers as bytes.

    `digest` changes with anything that a comparison rests on.  `date` is the stated one, `9999` where there is none.
    """

    article: str
    digest: str
    outlet: str
    date: str
    words: int
    embedded_in: str | None
    prints: bytes
    shingles: bytes


@dataclass(frozen=True, slots=True)
class Compared:
    """Two articles that were compared: `key` is the hash of all that the answer rests on, `copy` the id of what was
    found (null for nothing), `tie` the kind of family that it ties."""

    key: str
    a: str
    b: str
    copy: str | None
    tie: Literal["copies", "boilerplate"] | None
