"""Lines that are furniture by their words alone, in any make of page: share lines, pleas, notices, labels."""

import re
from dataclasses import dataclass
from functools import lru_cache

from headwater.knowledge import Knowledge
from headwater.knowledge.knowledge import Lexicon
from headwater.reading.articles.outline import Verdict

LONGEST_LINE = 140
LONGEST_PARAGRAPH = 1600
MARKS = " |•·»«›‹>→←↓↑↗*#-–—_:;,.!?…[](){}<+=/\\\"'“”‘’▶►▼▲✕×&"
NOT_GROUPS = ("words", "negative")


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """A pattern that is enough wherever it stands, and the stems of which one must stand there too."""

    name: str
    needs: tuple[str, ...]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """All patterns of the lexicon, compiled, for words in lower case; in the one for lines group names are rules."""

    lines: re.Pattern[str]
    paragraphs: tuple[Paragraphs, ...]
    roles: dict[str, str]


@lru_cache(maxsize=4096)  # a page says "Share" many times, and several rules ask
def phrase_verdict(text: str, knowledge: Knowledge) -> Verdict | None:
    """What a line or paragraph is by its words alone, or None where words alone do not tell.

    Whole short lines are matched to the end; in a paragraph only unmistakable words count (a donation plea, a licence).
    """
    if len(text) > LONGEST_PARAGRAPH:
        return None
    book = phrasebook(knowledge)
    words = " ".join(text.split()).replace("’", "'").lower()
    line = words.strip(MARKS)
    rule = _of_line(line, book) if len(line) <= LONGEST_LINE else None
    rule = rule or _of_paragraph(words, book)
    return Verdict(book.roles[rule], rule) if rule else None


@lru_cache(maxsize=4)
def phrasebook(knowledge: Knowledge) -> Phrasebook:
    """The patterns of lexicon/furniture.toml, compiled once per Knowledge."""
    lexicon = knowledge.lexicons["furniture"]
    lines: list[str] = []
    paragraphs: list[Paragraphs] = []
    roles: dict[str, str] = {}
    for role, group in lexicon.items():
        if role in NOT_GROUPS:
            continue
        for phrase in group:
            name = phrase["name"]
            roles[name] = role
            if "lines" in phrase:
                lines.append(f"(?P<{name}>{alternatives(phrase['lines'], lexicon)})")
            if "within" in phrase:
                pattern = re.compile(alternatives(phrase["within"], lexicon))
                paragraphs.append(Paragraphs(name, tuple(phrase["needs"]), pattern))
    return Phrasebook(re.compile("|".join(lines)), tuple(paragraphs), roles)


def alternatives(patterns: list[str], lexicon: Lexicon) -> str:
    """The patterns as one, with {network} and the like replaced by their words."""
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    for key, words in lexicon["words"].items():
        joined = joined.replace("{" + key + "}", "(?:" + "|".join(words) + ")")
    return joined


def _of_line(line: str, book: Phrasebook) -> str | None:
    found = book.lines.fullmatch(line)
    return found.lastgroup if found else None


def _of_paragraph(words: str, book: Phrasebook) -> str | None:
    for phrase in book.paragraphs:
        for stem in phrase.needs:
            if stem in words:
                if phrase.pattern.search(words):
                    return phrase.name
                break
    return None
