"""The word lists of lexicon/speech.toml and lexicon/speakers.toml, ready for use."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from headwater.knowledge import Knowledge
from headwater.reading.words import Token

Stance = Literal["neutral", "distancing", "endorsing", "denial"]
CueKind = Literal["speech", "writing", "belief", "intention", "accusation"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A verb or phrase of the lexicon: how it words what is said, and what may follow it."""

    stance: Stance
    kind: CueKind
    takes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or phrase that hands over somebody's words, found at tokens [first, last]."""

    first: int
    last: int
    entry: Entry

    @property
    def stance(self) -> Stance:
        return self.entry.stance


Phrases = Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What can be a cue, and what a speaker can be called."""

    cues: Phrases
    according: Phrases
    afterwards: Phrases
    nouns: Mapping[str, Stance]
    adverbs: Mapping[str, Stance]
    speech: Mapping[str, frozenset[str]]
    speakers: Mapping[str, frozenset[str]]
    outlets: frozenset[str]

    def cue_at(self, tokens: Sequence[Token], index: int) -> Cue | None:
        """The longest cue that begins at this token."""
        return _longest(self.cues, tokens, index)

    def according_at(self, tokens: Sequence[Token], index: int) -> Cue | None:
        """A phrase that comes before its source ("according to") and begins at this token."""
        return _longest(self.according, tokens, index)

    def among(self, kind: str, word: str) -> bool:
        """Is the word in this list of lexicon/speakers.toml?"""
        return word in self.speakers[kind]

    def any_of(self, kinds: Iterable[str], word: str) -> bool:
        """Is the word in one of these lists of lexicon/speakers.toml?"""
        return any(word in self.speakers[kind] for kind in kinds)

    def negates(self, word: str) -> bool:
        """Does the word, in lower case, turn a verb into its opposite?"""
        return word in self.speech["negation.words"] or word.endswith(tuple(self.speech["negation.endings"]))

    def hands_over(self, word: str) -> bool:
        """Can a cue begin with this word, in lower case?"""
        return word in self.cues or word in self.nouns or word in self.according


@lru_cache(maxsize=4)
def lexicon(knowledge: Knowledge) -> Lexicon:
    """The lexicon of this knowledge, compiled once."""
    speech, speakers = knowledge.lexicons["speech"], knowledge.lexicons["speakers"]
    cues = [((form,), _entry(cue)) for cue in speech["cue"] for form in cue["forms"]]
    cues += [(tuple(phrase["words"].split()), _entry(phrase)) for phrase in speech["phrase"]]
    outlets = {name for agency in knowledge.lexicons["agencies"]["agency"] for name in agency["short"] + agency["long"]}
    lists = {
        f"{section}.{name}": frozenset(words)
        for section in ("citing", "negation", "reproach", "tallies")
        for name, words in speech[section].items()
    }
    return Lexicon(
        cues=_by_first_word(cues),
        according=_by_first_word((tuple(one["words"].split()), _entry(one)) for one in speech["source_phrase"]),
        afterwards=_plain(speech["afterwards"]["before"]),
        nouns=_by_word(speech["nouns"]),
        adverbs=_by_word(speech["adverbs"]),
        speech=lists,
        speakers={name: frozenset(words) for name, words in speakers.items()},
        outlets=frozenset(outlets),
    )


def _entry(written: Mapping[str, Any]) -> Entry:
    return Entry(written["stance"], written.get("kind", "speech"), frozenset(written.get("takes", ())))


def _plain(phrases: Iterable[str]) -> Phrases:
    return _by_first_word((tuple(phrase.split()), Entry("neutral", "speech", frozenset())) for phrase in phrases)


def _by_word(lists: Mapping[str, Iterable[str]]) -> dict[str, Stance]:
    return {word: stance for stance, words in lists.items() for word in words}  # type: ignore[misc]


def _by_first_word(phrases: Iterable[tuple[tuple[str, ...], Entry]]) -> Phrases:
    found: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for words, entry in phrases:
        found.setdefault(words[0], []).append((words, entry))
    return {first: tuple(sorted(own, key=lambda one: -len(one[0]))) for first, own in found.items()}


def longest_at(phrases: Phrases, tokens: Sequence[Token], index: int) -> Cue | None:
    """The longest of these phrases that begins at this token."""
    return _longest(phrases, tokens, index)


def _longest(phrases: Phrases, tokens: Sequence[Token], index: int) -> Cue | None:
    if index >= len(tokens):
        return None
    for words, entry in phrases.get(tokens[index].lower, ()):
        if len(words) == 1 or tuple(token.lower for token in tokens[index : index + len(words)]) == words:
            return Cue(index, index + len(words) - 1, entry)
    return None
