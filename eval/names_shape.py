"""A text with the names in it, as every set of names is read and every system answers."""

from collections.abc import Sequence
from dataclasses import dataclass

CLASSES = (
    "person", "organisation", "armed_group", "state", "outlet", "place", "platform", "weapon", "temporal", "quantity",
)  # fmt: skip

Name = tuple[int, int, str]
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its names in order, none within or across another; `classes` are those that the set marks at all,
    so that a text says nothing of the others.  `nested` counts names that lay in, or across, one that is kept."""

    set: str
    id: str
    text: str
    names: tuple[Name, ...]
    classes: frozenset[str]
    unsure: tuple[Stretch, ...] = ()
    nested: int = 0


def outermost(names: Sequence[Name]) -> tuple[tuple[Name, ...], int]:
    """The names that lie in no other (of two that cross, the first; of two on the same words, the first given), and
    how many are dropped."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda each: (each[0], -each[1])):
        if not kept or name[0] >= kept[-1][1]:
            kept.append(name)
    return tuple(kept), len(names) - len(kept)


def beside(text: str, unsure: Sequence[Stretch], names: Sequence[Name]) -> tuple[Stretch, ...]:
    """The characters of `unsure` that no name covers, as stretches in order."""
    open_ = {at for start, end in unsure for at in range(start, end)}
    open_ -= {at for start, end, _ in names for at in range(start, end)}
    stretches: list[Stretch] = []
    for at in sorted(open_):
        if stretches and stretches[-1][1] == at:
            stretches[-1] = (stretches[-1][0], at + 1)
        else:
            stretches.append((at, at + 1))
    bare = (trimmed(text, start, end) for start, end in stretches)
    return tuple((start, end) for start, end in bare if start < end)


def trimmed(text: str, start: int, end: int) -> Stretch:
    """The stretch without the blanks around it."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
