"""Names of elements and words of a text as numbers, so that a model need not hold the strings."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np

from headwater.reading.articles.characters import Ints
from headwater.reading.articles.outline import Element

NAMING = ("class", "id", "role", "itemprop", "aria-label", "data-testid", "data-component", "itemtype", "rel")
PART = re.compile(r"[A-Z]?[a-z]{2,24}|[A-Z]{2,24}")
LONGEST_NAME = 400
DIGITS = re.compile(r"\d")
EDGES = ".,:;!?()\"'“”"


def element_names(element: Element | None) -> tuple[int, ...]:
    """Hashes of an element's tag and of the words in its class, id, role and the like."""
    if element is None:
        return ()
    attributes = element.attributes
    if not attributes:
        return _hashes(element.tag, "")
    return _hashes(element.tag, " ".join([attributes[name][:LONGEST_NAME] for name in NAMING if name in attributes]))


@lru_cache(maxsize=20000)
def _hashes(tag: str, names: str) -> tuple[int, ...]:
    parts = {part.lower() for part in PART.findall(names)[:24]}
    return (crc32(b"<" + tag.encode()), *sorted(crc32(part.encode()) for part in parts))


@lru_cache(maxsize=50000)
def word_hash(word: str) -> int:
    """Hash of a word of the text, digits made alike."""
    return crc32(b"=" + DIGITS.sub("0", word.strip(EDGES)).encode())


def flatten(rows: Iterable[Sequence[int]]) -> tuple[Ints, Ints]:
    flat: list[int] = []
    ends: list[int] = []
    for row in rows:
        flat.extend(row)
        ends.append(len(flat))
    return np.array(flat, dtype=np.int64), np.array(ends, dtype=np.int64)
