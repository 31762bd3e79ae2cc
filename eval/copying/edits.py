"""Copies with known edits: each word of the copy knows the word of the original that it is, if it is one."""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from eval.copying.texts import Text

_WORD = re.compile(r"\w+\W*")
_END = re.compile(r"[.!?][\"”']*\s*$")
LINE = 40  # words of a paragraph in a copy


@dataclass(frozen=True, slots=True)
class Token:
    """A word with what follows it up to the next; `origin` is its number in the original, null for the editor's."""

    text: str
    origin: int | None


Edit = Callable[[list[Token], random.Random, "Donor"], list[Token]]


@dataclass(frozen=True, slots=True)
class Donor:
    """Another article of the set, from which editors take words."""

    tokens: Sequence[Token]


@dataclass(frozen=True, slots=True)
class Injected:
    """A copy, the id of its original, how it was edited, and the characters of both that are the same words."""

    copy: Text
    original: str
    donor: str
    kind: str
    original_characters: frozenset[int] = field(repr=False)
    copy_characters: frozenset[int] = field(repr=False)


def tokens_of(text: Text) -> list[Token]:
    """The words of an article, numbered."""
    return [Token(match.group(), number) for number, match in enumerate(_WORD.finditer(text.text + " "))]


def sentences_of(tokens: Sequence[Token]) -> list[list[Token]]:
    """The words by sentence, as far as full stops tell."""
    found: list[list[Token]] = [[]]
    for token in tokens:
        found[-1].append(token)
        if _END.search(token.text) or "\n" in token.text:
            found.append([])
    return [sentence for sentence in found if sentence]


def exact(tokens: list[Token], chance: random.Random, donor: Donor) -> list[Token]:
    return list(tokens)


def third(tokens: list[Token], chance: random.Random, donor: Donor) -> list[Token]:
    """A third of the sentences: the first ones, or from anywhere, in one piece."""
    sentences = sentences_of(tokens)
    wanted, start = len(tokens) / 3, chance.choice((0, chance.randrange(len(sentences))))
    kept: list[Token] = []
    for sentence in sentences[start:] + sentences[:start][::-1]:
        if len(kept) < wanted:
            kept = kept + sentence if sentence[0].origin >= tokens[0].origin else sentence + kept  # type: ignore[operator]
    return sorted(kept, key=lambda token: token.origin or 0)


def reordered(tokens: list[Token], chance: random.Random, donor: Donor) -> list[Token]:
    sentences = sentences_of(tokens)
    chance.shuffle(sentences)
    return [token for sentence in sentences for token in sentence]


def changed(rate: float) -> Edit:
    """Every word with this chance is another one, or is left out, or has one put before it."""

    def edit(tokens: list[Token], chance: random.Random, donor: Donor) -> list[Token]:
        made: list[Token] = []
        for token in tokens:
            if chance.random() >= rate:
                made.append(token)
                continue
            other = Token(chance.choice(donor.tokens).text.split("\n")[0] + " ", None)
            way = chance.random()
            made.extend([other] if way < 0.7 else [] if way < 0.85 else [other, token])
        return made

    return edit


def new_lead(tokens: list[Token], chance: random.Random, donor: Donor) -> list[Token]:
    """The first two sentences make way for the first three of another article."""
    lead = [Token(token.text, None) for sentence in sentences_of(donor.tokens)[:3] for token in sentence][:90]
    return lead + [token for sentence in sentences_of(tokens)[2:] for token in sentence]


KINDS: Mapping[str, Edit] = {
    "exact": exact,
    "third": third,
    "reordered": reordered,
    "changed05": changed(0.05),
    "changed15": changed(0.15),
    "changed30": changed(0.30),
    "new_lead": new_lead,
}


def inject(original: Text, donor: Text, kind: str, chance: random.Random) -> Injected:
    """A copy of `original` by an outlet of its own; of half, the date is stated, a day after that of the original."""
    tokens = KINDS[kind](tokens_of(original), chance, Donor(tokens_of(donor)))
    lines = [tokens[at : at + LINE] for at in range(0, len(tokens), LINE)]
    paragraphs = tuple("".join(token.text for token in line).replace("\n", " ").strip() for line in lines)
    date = _day_after(original.date) if original.date and chance.random() < 0.5 else None
    copy = Text(f"copy-{kind}-{original.id}", paragraphs, f"made {kind}", date=date)
    ours, theirs = _characters(original, copy, [token for line in lines for token in line])
    return Injected(copy, original.id, donor.id, kind, ours, theirs)


def _day_after(date: str) -> str:
    """Near enough to a day after, and a date."""
    year, month, day = (int(part) for part in date.split("-"))
    return f"{year}-{month:02}-{day + 1:02}" if day < 28 else f"{year + month // 12}-{month % 12 + 1:02}-01"


def _characters(original: Text, copy: Text, tokens: Sequence[Token]) -> tuple[frozenset[int], frozenset[int]]:
    """The characters of the words in common on both sides, with those between two that follow one another on both
    within a paragraph."""
    ours = [match.span() for match in re.finditer(r"\w+", original.text)]
    theirs = [match.span() for match in re.finditer(r"\w+", copy.text)]
    kept, copied = set[int](), set[int]()
    before: int | None = None
    for place, token in enumerate(tokens):
        if token.origin is not None:
            kept.update(range(*ours[token.origin]))
            copied.update(range(*theirs[place]))
        if token.origin is not None and before is not None and token.origin == before + 1:
            gaps = (ours[before][1], ours[before + 1][0]), (theirs[place - 1][1], theirs[place][0])
            if not any("\n" in side.text[start:end] for side, (start, end) in zip((original, copy), gaps, strict=True)):
                kept.update(range(*gaps[0]))
                copied.update(range(*gaps[1]))
        before = token.origin
    return frozenset(kept), frozenset(copied)
