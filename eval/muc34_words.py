"""What the set lists of MUC mean in words."""

import re
import tomllib
from pathlib import Path
from typing import Any

WORDS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "muc34_words.toml").read_text(encoding="utf-8"))

_WORD = re.compile(r"[\w.-]+")


def label_of(kind: str, words: str) -> str:
    """The entry of a set list whose word stands last in the words; longer phrases first; empty where none does."""
    lower = _spaced(words)
    best: tuple[int, int, str] = (-1, 0, "")
    for label, entries in WORDS[kind].items():
        for entry in entries:
            at = lower.rfind(f" {entry} ")
            if at >= 0:
                best = max(best, (at + len(entry), len(entry), label))
    return best[2]


def has(list_: str, words: str) -> bool:
    """Whether a word of the list stands in the words."""
    lower = _spaced(words)
    return any(f" {entry} " in lower for entry in WORDS["words"][list_])


def _spaced(words: str) -> str:
    return f" {' '.join(_WORD.findall(words.lower()))} "
