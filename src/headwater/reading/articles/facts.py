"""What a page's markup says beside its text, looked up by name, with the exact bytes behind a part of a value."""

import re
from collections.abc import Iterator

import numpy as np

from headwater.reading.articles.outline import Fact, Outline
from headwater.records import Span

SITE_PART = re.compile(r"\s+[|–—\-:·»•]+\s+|\s*\|\s*")


def metas(outline: Outline, names: tuple[str, ...]) -> Iterator[Fact]:
    """The meta facts of these names that say something, in the order of the names."""
    for name in names:
        for fact in outline.facts:
            if fact.kind == "meta" and fact.name == name and fact.value.strip():
                yield fact


def bytes_of(outline: Outline, fact: Fact, start: int, end: int) -> Span:
    """The bytes behind value[start:end]; those of the whole value where it is not written as it reads."""
    return narrowed(outline, fact.value, fact.span, (start, end))


def narrowed(outline: Outline, value: str, whole: Span, part: tuple[int, int]) -> Span:
    """The bytes of a part of a value that stands in the bytes `whole`; all of them where it is written otherwise."""
    decoded = outline.text.decoded
    first = int(np.searchsorted(decoded.offsets, whole.start))
    last = int(np.searchsorted(decoded.offsets, whole.end))
    if decoded.text[first:last] != value:
        return whole
    return Span(int(decoded.offsets[first + part[0]]), int(decoded.offsets[first + part[1]]), "source")


def trimmed(value: str) -> tuple[int, int]:
    """Where the value begins and ends without the blanks around it."""
    start = len(value) - len(value.lstrip())
    return start, max(start, len(value.rstrip()))


def title_parts(value: str) -> list[tuple[int, int]]:
    """Start and end of what dashes, bars and the like keep apart in a <title>."""
    parts = [(match.start(), match.end()) for match in SITE_PART.finditer(value)]
    starts, ends = [0, *(end for _, end in parts)], [*(start for start, _ in parts), len(value)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if end > start]
