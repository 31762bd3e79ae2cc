"""The word lists of lexicon/casualties.toml, ready for use."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from headwater.knowledge import Knowledge
from headwater.reading.words import Token
from headwater.records.events import Qualifier


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """Phrases with what they stand for; the lengths of those that begin and end in a word, longest first."""

    values: dict[tuple[str, ...], Any]
    beginning: dict[str, tuple[int, ...]]
    ending: dict[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a verb or noun says of the people counted; `event` is null where no event is recorded for it."""

    unit: str
    event: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Phrases by use, each with what it stands for; `words` holds the plain lists."""

    triggers: dict[str, Phrases]
    tolls: Phrases
    qualifiers: Phrases
    vague: Phrases
    none: Phrases
    breakdown: Phrases
    planned: Phrases
    units: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    people: dict[str, str]
    words: dict[str, frozenset[str]]
    gate: re.Pattern[str]


@lru_cache(maxsize=4)
def lexicon(knowledge: Knowledge) -> Lexicon:
    """The lexicon of this knowledge, compiled once."""
    data = knowledge.lexicons["casualties"]
    numbers, people, guards = data["numbers"], data["people"], data["guards"]
    uses = ("passive", "active", "bare", "alone", "noun", "of")
    qualifiers: list[Qualifier] = ["at_least", "more_than", "about", "up_to", "between"]
    plain = {**guards, **data["factuality"], "one": numbers["one"], "links": data["tolls"]["links"]}
    plain["subgroups"] = people["subgroups"]
    return Lexicon(
        triggers={
            use: _phrases((word, Trigger(it["unit"], it.get("event"))) for it in data["trigger"] for word in it[use])
            for use in uses
        },
        tolls=_phrases((word, Trigger(one["unit"], one["event"])) for one in data["toll"] for word in one["words"]),
        qualifiers=_phrases((word, name) for name in qualifiers for word in data["qualifiers"][name]),
        vague=_phrases((word, True) for word in data["vague"]["words"]),
        none=_phrases((word, True) for word in numbers["none"]),
        breakdown=_phrases((word, True) for word in guards["breakdown"]),
        planned=_phrases((word, True) for word in data["factuality"]["planned"]),
        units=dict(numbers["units"]),
        tens=dict(numbers["tens"]),
        scales=dict(numbers["scales"]),
        people={word: class_ for class_ in ("unknown", "combatant", "civilian") for word in people[class_]},
        words={name: frozenset(listed) for name, listed in plain.items()},
        gate=_gate([word for one in data["trigger"] for use in uses for word in one[use]], data["toll"]),
    )


def phrase_at(phrases: Phrases, tokens: list[Token], index: int) -> tuple[int, Any] | None:
    """The longest phrase that begins at this token: where it ends, and what it stands for."""
    if index >= len(tokens):
        return None
    for length in phrases.beginning.get(tokens[index].lower, ()):
        key = tuple(token.lower for token in tokens[index : index + length])
        if key in phrases.values:
            return index + length, phrases.values[key]
    return None


def phrase_before(phrases: Phrases, tokens: list[Token], end: int) -> tuple[int, Any] | None:
    """The longest phrase that ends right before this token: where it begins, and what it stands for."""
    if end < 1:
        return None
    for length in phrases.ending.get(tokens[end - 1].lower, ()):
        key = tuple(token.lower for token in tokens[max(end - length, 0) : end])
        if length <= end and key in phrases.values:
            return end - length, phrases.values[key]
    return None


def _gate(triggers: list[str], tolls: list[dict[str, Any]]) -> re.Pattern[str]:
    """Matches in every sentence that holds a trigger or a toll."""
    last = {phrase.split()[-1] for phrase in triggers} | {word.split()[-1] for toll in tolls for word in toll["words"]}
    return re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, last))) + r")\b", re.IGNORECASE)


def _phrases(pairs: Iterable[tuple[str, Any]]) -> Phrases:
    values = {tuple(words.split()): value for words, value in pairs}
    return Phrases(values, _lengths(values, 0), _lengths(values, -1))


def _lengths(phrases: Iterable[tuple[str, ...]], place: int) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        lengths.setdefault(phrase[place], set()).add(len(phrase))
    return {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}
