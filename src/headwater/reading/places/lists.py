"""lexicon/places.toml compiled, with the demonyms of the dictionary of states."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from headwater.knowledge import Knowledge
from headwater.knowledge.gazetteer import Gazetteer

Words = frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Lists:
    """Word lists in lower case.  `demonyms` and `short` lead from words as written to a name of the gazetteer;
    `behind` are words that follow a place (area, countryside, border); `raw` is
    the lexicon itself."""

    gazetteer: Gazetteer
    raw: Mapping[str, Any]
    kinds: Mapping[str, tuple[str, ...]]
    directions: Mapping[str, int]
    words: Mapping[str, Words]
    behind: Words
    demonyms: Mapping[str, str]
    short: Mapping[str, str]
    weights: Mapping[str, float]


@lru_cache(maxsize=4)
def lists(knowledge: Knowledge) -> Lists | None:
    """What the stage knows; null where the knowledge has no gazetteer."""
    if knowledge.gazetteer is None:
        return None
    raw = knowledge.lexicons["places"]
    return Lists(
        knowledge.gazetteer,
        raw,
        {word: tuple(kinds) for word, kinds in raw["kinds"].items()},
        raw["directions"],
        {name: frozenset(words) for name, words in raw["words"].items()},
        frozenset(word for words in raw["behind"].values() for word in words),
        _demonyms(knowledge, raw),
        raw["short"],
        raw["rank"],
    )


def _demonyms(knowledge: Knowledge, raw: Mapping[str, Any]) -> dict[str, str]:
    """Adjectives and peoples, each with the name of its place."""
    found: dict[str, str] = {}
    for lexicon in knowledge.lexicons.values():
        for actor in lexicon.get("actor", ()):
            if actor.get("class") == "state":
                found |= dict.fromkeys(actor.get("demonyms", ()), actor["name"])
    return found | dict(raw["demonyms"])
