"""Which of the found spans stands for which of the gold: by the share of characters that both have."""

import re
from collections.abc import Callable, Iterable, Sequence

from eval.attributing.found import Extent

# What ends the noun phrase whose last word is its head: "the mayor | of Orsk", "Iva Dorn |, who …".
_BEHIND_HEAD = re.compile(
    r"\s*[,;:(\[–—]|\s-\s|\s(?:of|who|whom|whose|which|that|in|for|with|at|from|on|to|by|near|inside|and|as)\b"
)
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")


def characters(text: str, extents: Iterable[Extent]) -> frozenset[int]:
    """Positions of the extents' characters that are not blank."""
    return frozenset(at for start, end in extents for at in range(start, end) if not text[at].isspace())


def likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """Intersection over union; 0 where both are empty."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0


def pairs(
    found: Sequence[frozenset[int]],
    gold: Sequence[frozenset[int]],
    least: float = 0.0,
    allowed: Callable[[int, int], bool] = lambda _i, _j: True,
) -> list[tuple[int, int, float]]:
    """One to one, the likest first: (found, gold, likeness), none under `least`, without a shared character, or that is
    not allowed."""
    scored = [(likeness(ours, theirs), i, j) for i, ours in enumerate(found) for j, theirs in enumerate(gold)]
    scored = [one for one in scored if one[0] > 0 and one[0] >= least and allowed(*one[1:])]
    scored.sort(key=lambda one: (-one[0], one[1], one[2]))
    taken_found: set[int] = set()
    taken_gold: set[int] = set()
    chosen = []
    for value, i, j in scored:
        if i not in taken_found and j not in taken_gold:
            taken_found.add(i)
            taken_gold.add(j)
            chosen.append((i, j, value))
    return chosen


def head(text: str, extent: Extent) -> Extent:
    """The head word of a noun phrase by its form: the last one before a comma, preposition, relative word or "and";
    the extent itself where it has no word."""
    words = list(_WORD.finditer(text, *extent))
    if not words:
        return extent
    border = _BEHIND_HEAD.search(text, words[0].end(), extent[1])
    inside = [word for word in words if border is None or word.end() <= border.start()]
    word = (inside or words)[-1] if border is None else (inside or words[:1])[-1]
    return word.span()


def head_of_name(text: str, extent: Extent) -> Extent:
    """The last word of a name."""
    words = list(_WORD.finditer(text, *extent))
    return words[-1].span() if words else extent


def overlaps(one: Extent, other: Extent) -> bool:
    """Whether they share a character."""
    return one[0] < other[1] and other[0] < one[1]


def covers(one: Extent, other: Extent) -> bool:
    """Whether the second lies in the first."""
    return one[0] <= other[0] and other[1] <= one[1]
