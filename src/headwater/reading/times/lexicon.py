"""The words and patterns of times.toml, ready for use."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from headwater.knowledge import Knowledge
from headwater.reading.times.pattern import Rule, compile_pattern, compile_rules
from headwater.reading.verbs import verbs

TOKEN = re.compile(
    r"(?P<iso>\d{4}-\d{2}-\d{2}(?!\d)|(?<![\d/])\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\d/]))"
    r"|(?P<clock>\d{1,2}[:.][0-5]\d(?=(?::\d\d)?\s?(?:[ap]\.?m\b|hrs|hours|h\b|gmt|utc|local))"
    r"|(?<![\d:])\d{1,2}:[0-5]\d(?![\d:])"
    r"|\d{1,2}[0-5]\d(?=\s?(?:[ap]\.?m\b))|[012]\d[0-5]\d(?=\s?(?:hrs|hours\b|gmt|utc)))"
    r"|(?P<nth>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<decade>(?:1[0-9]|20)\d0['’]?s\b|(?<![\w.,])['’]?[2-9]0s\b|\d{1,2}0s(?=\sB\.?C))"
    r"|(?P<short>(?<!\w)['’]\d\d(?![\w-]))"
    r"|(?P<half>(?<![\d/])1/2(?![\d/])|½)"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"|(?P<word>[ap]\.m\.?|[bB]\.[cC]\.(?:[eE]\.)?|[aA]\.[dD]\.|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*)"
    r"|(?P<mark>['’]s\b|\S)",
    re.IGNORECASE,
)
WORDS = re.compile(r"[^\W\d_]+|\d[\d:]*")
# Classes whose words alone, or with others, can be an expression.
CORE = (
    "MONTH WEEKDAY WEEKDAYS HOLIDAY SEASON UNIT UNITS WEEKEND CENTURY PART MOMENT TIMEWORD DEICTIC TONIGHT OVERNIGHT "
    "LASTNIGHT OTHERDAY NOW RECENTLY RECENT ONCE SET ERA AMPM OCLOCK"
).split()
# "Nineteen ninety-six", as broadcasts write it.
CENTURIES = ("eighteen", "nineteen", "thousand")


@dataclass(frozen=True, slots=True)
class Meant:
    """What a word or phrase stands for in a pattern."""

    class_: str
    value: Any


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Words by their first word, longest phrases first; `proper` words need a capital.  `triggers` holds the words, in
    every usual spelling, without which no sentence has an expression."""

    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Meant], ...]]
    proper: frozenset[str]
    triggers: frozenset[str]
    rules: tuple[Rule, ...]
    follow: re.Pattern[str]
    chars: Mapping[str, str]
    units: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    ordinals: Mapping[str, int]
    guards: Mapping[str, frozenset[str]]
    pasts: frozenset[str]
    edges: Mapping[str, Mapping[str, tuple[int, int]]]


@lru_cache(maxsize=4)
def lexicon(knowledge: Knowledge) -> Lexicon:
    """The lexicon of this knowledge, compiled once."""
    data, numbers = knowledge.lexicons["times"], knowledge.lexicons["numbers"]["numbers"]
    chars = {class_: chr(0x100 + at) for at, class_ in enumerate([*data["proper"], *data["classes"], *data["given"]])}
    entries = list(_entries(data))
    phrases: dict[str, list[tuple[tuple[str, ...], Meant]]] = {}
    for words, meant in entries:
        phrases.setdefault(words[0], []).append((words, meant))
    return Lexicon(
        phrases={first: tuple(sorted(some, key=lambda pair: -len(pair[0]))) for first, some in phrases.items()},
        proper=frozenset(data["proper"]),
        triggers=frozenset(_spellings([*(words[-1] for words, meant in entries if meant.class_ in CORE), *CENTURIES])),
        rules=compile_rules(data, chars),
        follow=compile_pattern(data["follow"]["year"], data, chars),
        chars=chars,
        units=numbers["units"],
        tens=numbers["tens"],
        scales=numbers["scales"],
        ordinals=data["ordinals"],
        guards={name: frozenset(words) for name, words in data["guards"].items()},
        pasts=frozenset(verbs(knowledge).pasts),
        edges={
            unit: {edge: (low, high) for edge, (low, high) in table.items()} for unit, table in data["edges"].items()
        },
    )


def _entries(data: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Meant]]:
    for class_, words in [*data["proper"].items(), *data["classes"].items()]:
        for phrase, value in words.items():
            yield tuple(match.group() for match in TOKEN.finditer(phrase)), Meant(class_, value)


def _spellings(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        last = [match.group() for match in WORDS.finditer(word)]
        if last:
            yield from (last[-1], last[-1].capitalize(), last[-1].upper())
