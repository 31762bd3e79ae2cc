"""The word lists of casualties.toml, numbers.toml and counted.toml, ready for use."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, get_args

from headwater.knowledge import Knowledge
from headwater.reading.words import Token
from headwater.records.events import Qualifier

USES = ("passive", "active", "bare", "alone", "noun", "of", "among")
Class = Literal["civilian", "combatant", "mixed", "unknown"]


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """Phrases with what they stand for; the lengths of those that begin and end in a word, longest first."""

    values: dict[tuple[str, ...], Any]
    beginning: dict[str, tuple[int, ...]]
    ending: dict[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a verb or noun says of those counted; `event` is null where none is recorded, `things` where it is said of
    things alone."""

    unit: str
    event: str | None
    things: bool = False


@dataclass(frozen=True, slots=True)
class Noun:
    """Who or what a noun means.  `unit` is that of things, null for people; `many` where it is a plural."""

    class_: Class
    subgroup: str | None
    unit: str | None
    many: bool
    state: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Phrases by use, each with what it stands for; `words` holds the plain lists."""

    triggers: dict[str, Phrases]
    tolls: Phrases
    qualifiers: Phrases
    behind: Phrases
    vague: Phrases
    stated: Phrases
    none: Phrases
    further: Phrases
    fractions: Phrases
    measures: Phrases
    nouns: Phrases
    lists: dict[str, Phrases]
    units: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    suffixes: dict[str, int]
    words: dict[str, frozenset[str]]
    gate: re.Pattern[str]


@lru_cache(maxsize=4)
def lexicon(knowledge: Knowledge) -> Lexicon:
    """The lexicon of this knowledge, compiled once."""
    data, numbers, counted = (knowledge.lexicons[name] for name in ("casualties", "numbers", "counted"))
    guards, plain, adjectives = data["guards"], numbers["numbers"], counted["adjectives"]
    nouns = list(_nouns(counted))
    return Lexicon(
        triggers={use: _phrases(_triggers(data["trigger"], use)) for use in USES},
        tolls=_phrases((word, Trigger(one["unit"], one["event"])) for one in data["toll"] for word in one["words"]),
        qualifiers=_phrases(_qualifiers(numbers["qualifiers"])),
        behind=_phrases(_behind(numbers["qualifiers"])),
        vague=_phrases(_named(numbers["vague"])),
        stated=_phrases(_named(numbers["stated"])),
        none=_phrases((word, True) for word in plain["none"]),
        further=_phrases((word, True) for word in plain["further"]),
        fractions=_phrases(plain["fractions"].items()),
        measures=_phrases(_named(counted["measures"])),
        nouns=_phrases(nouns),
        lists={
            "breakdown": _flags(guards["breakdown"]),
            "besides": _flags(guards["besides"]),
            "joints": _flags(guards["joints"]),
            "unclear": _flags(guards["unclear"]),
            "massacre": _flags(data["massacre"]["words"]),
        },
        units=dict(plain["units"]),
        tens=dict(plain["tens"]),
        scales=dict(plain["scales"]),
        suffixes=dict(plain["suffixes"]),
        words={
            name: frozenset(listed)
            for name, listed in {
                **guards,
                **{key: adjectives[key] for key in ("determiners", "determiners_one")},
                "adjectives": adjectives["words"],
                "finite": adjectives["finite"],
                **{f"bodies_{name}": words for name, words in counted["bodies"].items()},
                "one": plain["one"],
                "links": data["tolls"]["links"],
            }.items()
        },
        gate=_gate(data, nouns, counted["measures"]),
    )


def phrase_at(phrases: Phrases, tokens: list[Token], index: int) -> tuple[int, Any] | None:
    """The longest phrase that begins at this token: where it ends, and what it stands for."""
    if index >= len(tokens):
        return None
    for length in phrases.beginning.get(tokens[index].lower, ()):
        key = tuple(token.lower for token in tokens[index : index + length])
        if key in phrases.values:
            return index + len(key), phrases.values[key]
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


def _triggers(entries: list[dict[str, Any]], use: str) -> Iterable[tuple[str, Trigger | tuple[Trigger, ...]]]:
    """Each phrase with what it says of people and of things; one that says both is listed once for each."""
    found: dict[str, list[Trigger]] = {}
    for entry in entries:
        trigger = Trigger(entry["unit"], entry.get("event"), entry.get("of_things", False))
        for word in entry[use]:
            found.setdefault(word, []).append(trigger)
    return ((word, tuple(triggers)) for word, triggers in found.items())


def _nouns(counted: Mapping[str, Any]) -> Iterable[tuple[str, Noun]]:
    for entry in [*counted["thing"], *counted["people"]]:
        for many, words in ((False, entry["one"]), (True, entry["many"])):
            state = entry.get("state", False)
            noun = Noun(entry.get("class", "unknown"), entry.get("subgroup"), entry.get("unit"), many, state)
            yield from ((word, noun) for word in words)


def _qualifiers(lists: dict[str, list[str]]) -> Iterable[tuple[str, str]]:
    return ((word, name) for name in get_args(Qualifier) for word in lists.get(name, ()))


def _behind(lists: dict[str, list[str]]) -> Iterable[tuple[str, str]]:
    return ((word, name) for name in ("at_least", "about") for word in lists[f"behind_{name}"])


def _named(lists: dict[str, list[str]]) -> Iterable[tuple[str, str]]:
    return ((word, name) for name, words in lists.items() for word in words)


def _flags(words: list[str]) -> Phrases:
    return _phrases((word, True) for word in words)


def _gate(data: Mapping[str, Any], nouns: list[tuple[str, Noun]], measures: dict[str, list[str]]) -> re.Pattern[str]:
    """Matches in every sentence that holds a trigger, a toll, or something that is counted by itself."""
    phrases = [word for one in data["trigger"] for use in USES for word in one[use]]
    phrases += [word for toll in data["toll"] for word in toll["words"]] + data["massacre"]["words"]
    phrases += [word for word, noun in nouns if noun.unit or noun.class_ == "combatant"]
    phrases += [word for words in measures.values() for word in words]
    last = {phrase.split()[-1] for phrase in phrases}
    return re.compile(r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, last))) + r")(?!\w)", re.IGNORECASE)


def _phrases(pairs: Iterable[tuple[str, Any]]) -> Phrases:
    values = {tuple(words.lower().split()): value for words, value in pairs}
    return Phrases(values, _lengths(values, 0), _lengths(values, -1))


def _lengths(phrases: Iterable[tuple[str, ...]], place: int) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        lengths.setdefault(phrase[place], set()).add(len(phrase))
    return {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}
