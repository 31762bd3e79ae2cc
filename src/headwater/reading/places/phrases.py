"""How the words around a toponym relate to it what is said to be there: near it, ten miles east of it, on its border.

Patterns are made of the word lists of lexicon/places.toml.  Each rule looks at the sentence before and behind the
toponym; the first that finds something gives the relation and how far the whole phrase reaches.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from headwater.knowledge import Knowledge
from headwater.reading.places.codes import Relation
from headwater.reading.places.lists import Lists, lists

_NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
} | {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "a few": 3, "several": 5, "a dozen": 12}


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


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """Compiled patterns; those of `before` are bound to the toponym, those of `behind` too."""

    head: re.Pattern[str]
    tail: re.Pattern[str]
    offset: re.Pattern[str]
    side: re.Pattern[str]
    part: re.Pattern[str]
    local: re.Pattern[str]
    before: Mapping[str, re.Pattern[str]]
    behind: Mapping[str, re.Pattern[str]]
    leading: frozenset[str]
    directions: Mapping[str, int]
    units: Mapping[str, float]


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
    amount = float(_NUMBERS[number]) if number in _NUMBERS else float(number.replace(",", ""))
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


@lru_cache(maxsize=4)
def patterns_of(knowledge: Knowledge) -> Patterns:
    """The patterns of this knowledge, which must have a gazetteer."""
    known = lists(knowledge)
    if known is None:
        raise ValueError("no gazetteer, no patterns")
    return _compiled(known)


def _compiled(known: Lists) -> Patterns:
    raw = known.raw
    kinds = _any(sorted({*known.kinds, "towns", "villages", "cities", "districts", "provinces", "neighborhoods"}))
    direction, unit = _any(known.directions), _any(raw["units"])
    number = rf"\d[\d,]*(?:\.\d+)?|{_any(_NUMBERS)}"
    relations, behind = raw["relations"], raw["behind"]
    the = r"(?:the\s+)?"
    return Patterns(
        head=re.compile(
            rf"(?:\b[Tt]he\s+)?(?:\b[A-Z][a-z]+(?:n|i|sh|ese|ch)\s+)?(?:\b[a-z]+(?:-[a-z]+)?\s+)?"
            rf"\b(?i:{kinds})\s+(?:of\s+)?$"
        ),
        tail=re.compile(rf"\s+{kinds}\b"),
        offset=re.compile(
            rf"(?:\b(?:about|some|around|nearly|almost|roughly|approximately|just|less than|more than)\s+)?"
            rf"(?<![\w.])(?P<number>{number})[\s-]?(?P<unit>{unit})\b(?:\s*\([^()]{{1,20}}\))?,?\s+(?:away\s+)?"
            rf"(?:(?:to\s+)?{the}(?P<direction>{direction})\s+)?"
            rf"(?:of|from|outside|off|away from|beyond|inside|into)\s+{the}$",
            re.IGNORECASE,
        ),
        side=re.compile(
            rf"\b(?P<inside>in\s+)?(?:to\s+|from\s+)?{the}(?P<direction>{direction})\s+(?:side\s+|outskirts\s+|edge\s+)?of\s+{the}$",
            re.IGNORECASE,
        ),
        part=re.compile(rf"\b(?:rural\s+|the\s+)?(?P<direction>{direction})\s+(?:rural\s+)?$", re.IGNORECASE),
        local=re.compile(
            rf"\b(?i:a|an|another|one|the)\s+(?:[a-z-]+\s+){{0,2}}{kinds}\s+(?:located\s+|situated\s+|lying\s+)?(?:in\s+)?$",
        ),
        before={name: _phrases(words) for name, words in relations.items()},
        behind={name: re.compile(rf"(?:'s|’s)?\s+(?:\w+ern\s+)?{_any(words)}\b") for name, words in behind.items()},
        leading=_leading(relations, known.directions),
        directions=known.directions,
        units=raw["units"],
    )


def _leading(relations: Mapping[str, Sequence[str]], directions: Mapping[str, int]) -> frozenset[str]:
    """Last words in front of a toponym without which no pattern of `before` can match."""
    last = {phrase.split()[-1] for phrases in relations.values() for phrase in phrases}
    return frozenset({*last, *directions, "of", "from", "outside", "off", "beyond", "inside", "into"})


def _phrases(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b{_any(words)}\s+(?:the\s+)?$", re.IGNORECASE)


def _any(words: Mapping[str, object] | Sequence[str]) -> str:
    spelled = (re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
    return f"(?:{'|'.join(spelled)})"
