"""The word lists of lexicon/certainty.toml, ready for use."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from headwater.knowledge import Knowledge
from headwater.reading.verbs import Verbs, verbs

Effect = Literal["sure", "reported", "possible", "planned", "ordered", "hypothetical", "denied", "negative"]
# "that!" only where "that" itself stands there.
LinkKind = Literal["to", "ing", "of", "object", "that", "that!", "from", "with"]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """`over` leads from the words that govern (one to three of them) to what they do over each kind of link."""

    over: Mapping[tuple[str, ...], Mapping[str, Effect]]
    near: Mapping[str, str]
    phrases: Mapping[str, frozenset[tuple[str, ...]]]
    clause: Mapping[str, frozenset[str]]
    verbs: Verbs

    def effect(self, words: tuple[str, ...], link: LinkKind) -> Effect | None:
        """What these words, one to three, do to what hangs on them by that link."""
        return self.over[words].get(link) if words in self.over else None


_PHRASES = ("exempt", "unreal", "ended", "unmade")


@lru_cache(maxsize=4)
def lexicon(knowledge: Knowledge) -> Lexicon:
    """The lexicon of this knowledge, compiled once."""
    data, inflected = knowledge.lexicons["certainty"], verbs(knowledge)
    over: dict[tuple[str, ...], dict[str, Effect]] = {}
    for entry in data["over"]:
        explicit = ["that!" if link == "that" else link for link in entry["links"]]
        for words in entry["verbs"]:
            for form in inflected.forms(words):
                _enter(over, form, explicit if entry.get("explicit") else entry["links"], entry["effect"])
        for words in entry["words"]:
            _enter(over, words, explicit, entry["effect"])
    near = {word: kind for kind, words in data["near"].items() if kind not in _PHRASES for word in words}
    return Lexicon(
        over,
        near,
        {kind: frozenset(tuple(words.split()) for words in data["near"][kind]) for kind in _PHRASES},
        {kind: frozenset(words) for kind, words in data["clause"].items()},
        inflected,
    )


def _enter(over: dict[tuple[str, ...], dict[str, Effect]], words: str, links: list[str], effect: Effect) -> None:
    """Earlier entries stay."""
    for link in links:
        over.setdefault(tuple(words.split()), {}).setdefault(link, effect)
