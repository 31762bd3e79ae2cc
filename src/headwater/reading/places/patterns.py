"""The patterns of phrases of place, made of the word lists of lexicon/places.toml."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from headwater.knowledge import Knowledge
from headwater.reading.places.lists import Lists, lists

NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
} | {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "a few": 3, "several": 5, "a dozen": 12}


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
    number = rf"\d[\d,]*(?:\.\d+)?|{_any(NUMBERS)}"
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
