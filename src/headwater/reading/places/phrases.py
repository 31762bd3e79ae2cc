"""How the words around a toponym relate to it what is said to be there: near it, ten miles east of it, on its border.

Patterns are made of the word lists of lexicon/places.toml.  Each rule looks at the sentence before and behind the
toponym; the first that finds something gives the relation and how far the whole phrase reaches.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from headwater.reading.places.codes import Relation
from headwater.reading.places.patterns import NUMBERS, Patterns


@dataclass(frozen=True, slots=True)
class Phrase:
    """The relation, in kilometres and degrees from north where said; the phrase reaches from `start` to `end`."""

    relation: Relation
    rule: str
    start: int
    end: int
    km: float | None = None
    bearing: int | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """A toponym in its sentence: `before` ends where it starts, `behind` starts where it ends."""

    start: int
    end: int
    before: str
    behind: str
    country: bool


Rule = Callable[[Around, Patterns], Phrase | None]


def phrase_of(around: Around, patterns: Patterns) -> Phrase:
    """The phrase around a toponym; `at` where no rule says otherwise."""
    head = patterns.head.search(around.before)
    bare = (
        replace(around, before=around.before[: head.start()], start=around.start - len(head.group()))
        if head
        else around
    )
    words = bare.before.lower().removesuffix("the ").split()
    rules = RULES if words and words[-1] in patterns.leading else BEHIND
    found = next((phrase for rule in rules if (phrase := rule(bare, patterns))), None)
    if found is None:
        tail = patterns.tail.match(around.behind)
        found = Phrase("at", "at", bare.start, around.end + (tail.end() if tail else 0))
    local = patterns.local.search(around.before[: len(around.before) - (around.start - found.start)])
    return replace(found, start=found.start - len(local.group())) if local and found.relation != "at" else found


def offset(around: Around, patterns: Patterns) -> Phrase | None:
    """10 km east of Harim, some 20 miles (32 km) from Harim"""
    match = patterns.offset.search(around.before)
    if match is None:
        return None
    number = match["number"].lower()
    amount = float(NUMBERS[number]) if number in NUMBERS else float(number.replace(",", ""))
    km = amount * patterns.units[match["unit"].lower()]
    return Phrase("offset", "offset", *_reach(around, match), km=km, bearing=_bearing(match["direction"], patterns))


def side(around: Around, patterns: Patterns) -> Phrase | None:
    """North-west of Harim, to the east of it; in the north of a country is a part of it"""
    match = patterns.side.search(around.before)
    if match is None:
        return None
    inside = around.country or match["inside"] is not None
    rule = "part" if inside else "side"
    return Phrase(
        "part" if inside else "near", rule, *_reach(around, match), bearing=_bearing(match["direction"], patterns)
    )


def part(around: Around, patterns: Patterns) -> Phrase | None:
    """Southern Syria, north-western Idlib"""
    match = patterns.part.search(around.before)
    if match is None:
        return None
    tail = patterns.behind["rural"].match(around.behind)
    if tail:
        return Phrase("rural", "rural", around.start - len(match.group()), around.end + tail.end())
    return Phrase("part", "part", *_reach(around, match), bearing=_bearing(match["direction"], patterns))


def _before(relation: Relation) -> Rule:
    def rule(around: Around, patterns: Patterns) -> Phrase | None:
        match = patterns.before[relation].search(around.before)
        return Phrase(relation, relation, *_reach(around, match)) if match else None

    return rule


def _behind(relation: Relation) -> Rule:
    def rule(around: Around, patterns: Patterns) -> Phrase | None:
        match = patterns.behind[relation].match(around.behind)
        return Phrase(relation, relation, around.start, around.end + match.end()) if match else None

    return rule


def land(around: Around, patterns: Patterns) -> Phrase | None:
    """Syrian territory, Turkish airspace"""
    match = patterns.behind["land"].match(around.behind)
    return Phrase("at", "land", around.start, around.end + match.end()) if match else None


RULES: Sequence[Rule] = (
    offset, land, _before("sea"), _before("coast"), _before("border"), _behind("border"), _behind("road"), side,
    _before("between"), _before("rural"), _behind("rural"), part, _before("near"), _behind("near"), _behind("coast"),
    _before("middle"), _before("part"),
)  # fmt: skip
# Those that still can say something where no word in front of the toponym leads to it.
BEHIND: Sequence[Rule] = (land, _behind("border"), _behind("road"), _behind("rural"), _behind("near"), _behind("coast"))


def _reach(around: Around, match: re.Match[str]) -> tuple[int, int]:
    return around.start - len(match.group()), around.end


def _bearing(direction: str | None, patterns: Patterns) -> int | None:
    return patterns.directions[direction.lower()] if direction else None
