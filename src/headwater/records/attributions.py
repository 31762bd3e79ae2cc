"""Who says it, in what words, and in which words of the page that is stated."""

from dataclasses import dataclass
from typing import Literal

from headwater.records.span import Span

SourceClass = Literal["person", "organisation", "armed_group", "state", "outlet", "document", "unnamed"]
EntityClass = SourceClass | Literal["place", "facility"]


@dataclass(frozen=True, slots=True)
class Source:
    """One speaker of an attribution.  `span` and `text` may be null where the speaker is only resolved, not named
    beside the words; `described_as` is what is said of an unnamed one ("a senior US official")."""

    span: Span | None
    text: str | None
    entity: str | None
    name: str | None
    class_: SourceClass
    office: str | None = None
    side: str | None = None
    described_as: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """What is said: `verbatim` for words inside quotation marks (or a block quotation)."""

    span: Span
    verbatim: bool


@dataclass(frozen=True, slots=True)
class Attribution:
    """A stretch of text that is somebody's word.  `parent` is the attribution whose content this one stands in."""

    id: str
    article: str
    sources: tuple[Source, ...]
    cues: tuple[Span, ...]
    contents: tuple[Content, ...]
    insertions: tuple[Span, ...]
    kind: Literal["direct", "indirect", "mixed"]
    stance: Literal["neutral", "distancing", "endorsing", "denial"]
    parent: str | None
    rule: str
    doubt: float | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something named in one article."""

    id: str
    article: str
    name: str
    class_: EntityClass
    known_as: str | None = None
    side: str | None = None
    described_as: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an article names an entity; `voice` is the attribution around it, null for the outlet's own."""

    id: str
    entity: str
    article: str
    span: Span
    text: str
    voice: str | None = None
