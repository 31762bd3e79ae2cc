"""What the words beside a toponym say of it: the kind of place it is, and what it lies in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from headwater.reading.places.lines import Line
from headwater.reading.places.lists import Lists
from headwater.reading.places.toponym import Toponym

TOWNS = ("capital", "city", "town", "village")
# BEIRUT (Reuters), SANAA — …: in the first sentences, and in capitals.
DATELINE, FIRST = frozenset(["(", "—", "–", "--", "-"]), 4


@dataclass(frozen=True, slots=True)
class Hints:
    """`kinds` that its word of kind allows (none: no such word); `holders` are numbers of the toponyms it lies in."""

    kinds: tuple[str, ...] = ()
    holders: tuple[int, ...] = ()


def hints(toponyms: Sequence[Toponym], lines: Sequence[Line], lists: Lists) -> list[Hints]:
    """One for each toponym."""
    begins = {(one.line, one.first): number for number, one in enumerate(toponyms)}
    ends = {(one.line, one.last): number for number, one in enumerate(toponyms)}
    return [
        Hints(kinds_of(one, lines[one.line], lists), tuple(_holders(one, lines[one.line], begins, ends, lists)))
        for one in toponyms
    ]


def kinds_of(one: Toponym, line: Line, lists: Lists) -> tuple[str, ...]:
    """Idlib province; the town of Harim; the towns of Harim and Orsk; Harim city"""
    if one.text.isupper() and len(one.text) > 3 and line.lower(one.last) in DATELINE and line.number <= FIRST:
        return TOWNS
    behind = singular(line.lower(one.last), lists)
    if behind in lists.kinds and behind not in ("state", "field", "strip", "square"):
        return lists.kinds[behind]
    last = line.lower(one.last - 1)
    if last in lists.kinds and one.last - one.first > 1:
        return lists.kinds[last]
    before = line.lower(one.first - 2) if line.lower(one.first - 1) == "of" else line.lower(one.first - 1)
    return lists.kinds.get(singular(before, lists), ())


def singular(word: str, lists: Lists) -> str:
    """Town, of towns; city, of cities; any other word as it is."""
    for ending, into in (("ies", "y"), ("s", "")):
        if word.endswith(ending) and word.removesuffix(ending) + into in lists.kinds:
            return word.removesuffix(ending) + into
    return word


def _holders(
    one: Toponym, line: Line, begins: Mapping[tuple[int, int], int], ends: Mapping[tuple[int, int], int], lists: Lists
) -> list[int]:
    """Springfield, Illinois; Harim in Idlib; Harim (Idlib); Syria's Harim; the Syrian town of Harim"""
    found: list[int] = []
    behind = one.last
    if line.lower(behind) in lists.kinds:
        behind += 1
    if line.lower(behind) in (",", "in", "(", "of"):
        after = behind + 1
        while line.lower(after) in ("the", "in", "of", "nearby", "rural", "countryside", *lists.directions):
            after += 1
        found += [begins[one.line, after]] if (one.line, after) in begins else []
    before = one.first
    if line.lower(before - 1) == "of" and line.lower(before - 2).removesuffix("s") in lists.kinds:
        before -= 2
    while line.lower(before - 1) in ("'s", "’s", "'", "’", *lists.kinds, *lists.directions, "rebel-held", "central"):
        before -= 1
    found += [ends[one.line, before]] if (one.line, before) in ends else []
    return found
