"""What a system finds in a paper, in the same form for ours and for rivals."""

from collections.abc import Callable
from dataclasses import dataclass

from eval.plain_page import PlainPage

Extent = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Paper:
    """A text laid out as a page of one article, with the sentences that our splitter makes of it."""

    id: str
    page: PlainPage
    sentences: tuple[Extent, ...]

    @property
    def text(self) -> str:
        """Its text."""
        return self.page.text.text


@dataclass(frozen=True, slots=True)
class FoundSource:
    """One speaker.  `name` is null where the system does not say who it is; `namings` are all places that, by the
    system, name the same one."""

    extent: Extent | None
    name: str | None = None
    class_: str | None = None
    namings: tuple[Extent, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundAttribution:
    """One attribution.  `parent` is the index of the one whose content it stands in; stance, kind and the verbatim
    contents are null or empty for a system that does not tell them."""

    sources: tuple[FoundSource, ...]
    cues: tuple[Extent, ...]
    contents: tuple[Extent, ...]
    parent: int | None = None
    stance: str | None = None
    kind: str | None = None


System = Callable[[Paper], tuple[FoundAttribution, ...]]


def outermost(found: tuple[FoundAttribution, ...]) -> tuple[FoundAttribution, ...]:
    """Those that stand in no other's content."""
    return tuple(attribution for attribution in found if attribution.parent is None)
