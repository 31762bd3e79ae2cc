"""What the encoder says of a page: what the stage of signals gives back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from headwater.knowledge import Knowledge
from headwater.records import Span
from headwater.text import PageText

PartKind = Literal["source", "cue", "content"]


@dataclass(frozen=True, slots=True)
class Part:
    """A source, a cue or a content, as the encoder marks it; it never crosses a sentence.  `doubt` is in 0..1."""

    kind: PartKind
    span: Span
    doubt: float


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A name, with what it names: person, organisation, armed_group, state, outlet, place, platform, weapon, temporal
    or quantity."""

    class_: str
    span: Span
    doubt: float


@dataclass(frozen=True, slots=True)
class Link:
    """`parts[other]`, a source or a cue, belongs to `parts[content]` with probability `weight`."""

    content: int
    other: int
    weight: float


@dataclass(frozen=True, slots=True)
class Signals:
    """All that one pass of the encoder says of a page, in text order."""

    parts: tuple[Part, ...] = ()
    links: tuple[Link, ...] = ()
    names: tuple[NamedSpan, ...] = ()


class HearInside(Protocol):
    """Reads each stretch as a sentence of its own: the second pass, for what is said within what is said."""

    def __call__(self, text: PageText, stretches: Sequence[Span], knowledge: Knowledge, /) -> Signals: ...


def unheard(text: PageText, stretches: Sequence[Span], knowledge: Knowledge, /) -> Signals:
    """No encoder: nothing is heard."""
    return Signals()
