"""The word lists of lexicon/speech.toml and lexicon/speakers.toml, ready for use."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from headwater.knowledge import Knowledge
from headwater.reading.words import Token

Stance = Literal["neutral", "distancing", "endorsing", "denial"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or phrase that hands over somebody's words, found at tokens [first, last]."""

    first: int
    last: int
    stance: Stance


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What can be a cue, and what a speaker can be called."""

    cues: dict[tuple[str, ...], Stance]
    according: dict[tuple[str, ...], Stance]
    participles: frozenset[str]
    naming: frozenset[str]
    speakers: dict[str, frozenset[str]]
    outlets: frozenset[str]

    def cue_at(self, tokens: list[Token], index: int) -> Cue | None:
        """The longest cue that begins at this token."""
        return _longest(self.cues, tokens, index)

    def according_at(self, tokens: list[Token], index: int) -> Cue | None:
        """A phrase that comes before its source ("according to") and begins at this token."""
        return _longest(self.according, tokens, index)

    def among(self, kind: str, word: str) -> bool:
        """Is the word in this list of lexicon/speakers.toml?"""
        return word in self.speakers[kind]


@lru_cache(maxsize=4)
def lexicon(knowledge: Knowledge) -> Lexicon:
    """The lexicon of this knowledge, compiled once."""
    speech, speakers = knowledge.lexicons["speech"], knowledge.lexicons["speakers"]
    cues: dict[tuple[str, ...], Stance] = {(form,): cue["stance"] for cue in speech["cue"] for form in cue["forms"]}
    cues |= {tuple(phrase["words"].split()): phrase["stance"] for phrase in speech["phrase"]}
    outlets = {name for agency in knowledge.lexicons["agencies"]["agency"] for name in agency["short"] + agency["long"]}
    return Lexicon(
        cues=cues,
        according={tuple(phrase["words"].split()): phrase["stance"] for phrase in speech["source_phrase"]},
        participles=frozenset(speech["participles"]["forms"]),
        naming=frozenset(speech["naming"]["forms"]),
        speakers={name: frozenset(words) for name, words in speakers.items()},
        outlets=frozenset(outlets),
    )


def _longest(phrases: dict[tuple[str, ...], Stance], tokens: list[Token], index: int) -> Cue | None:
    for length in (5, 4, 3, 2, 1):
        key = tuple(token.lower for token in tokens[index : index + length])
        if len(key) == length and key in phrases:
            return Cue(index, index + length - 1, phrases[key])
    return None
