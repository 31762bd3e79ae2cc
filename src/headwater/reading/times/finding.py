"""Where expressions of time may stand in a sentence, and what rules match there."""

import re
from collections.abc import Generator, Sequence
from functools import lru_cache

from headwater.reading.times.lexicon import WORDS, Lexicon
from headwater.reading.times.lexing import NONE, Line
from headwater.reading.times.parts import Parts
from headwater.reading.times.pattern import Match, matches

_RUN = re.compile(f"[^{NONE}]+")
_DIGITS = re.compile(r"\d{4}|\d{1,2}:\d\d")


def triggers(text: str, lexicon: Lexicon) -> list[int]:
    """The places of all words and digits without which there is no expression, in order."""
    words, digits = lexicon.triggers, _DIGITS
    return [
        match.start()
        for match in WORDS.finditer(text)
        if (word := match.group()) in words or (word[0].isdigit() and _digits(word, text, match.end(), digits))
    ]


def _digits(word: str, text: str, end: int, pattern: re.Pattern[str]) -> bool:
    return (
        bool(pattern.match(word))
        or text[end : end + 1] in ("s", "t", "n", "r")
        or (len(word) == 2 and text[end - 3 : end - 2] in ("'", "’"))
    )


def candidates(line: Line, lexicon: Lexicon) -> Generator[tuple[int, Sequence[Parts]], int | None, None]:
    """Word by word, what matches there, the longest first.  Send back the word where to go on."""
    for run in _RUN.finditer(line.classes):
        at, offset = 0, run.start()
        classes = run.group()
        while at < len(classes):
            found = _matches(lexicon, classes, at)
            end = None
            if found:
                end = yield offset + at, [Parts(line, offset + at, match, offset, lexicon) for match in found]
            at = at + 1 if end is None else end - offset


@lru_cache(maxsize=60_000)
def _matches(lexicon: Lexicon, classes: str, at: int) -> tuple[Match, ...]:
    return matches(lexicon.rules, classes, at)
