"""Page text, and the map home from each of its characters to the bytes of the page as received.

The text of a page is built once, left to right, by whoever reads its source (HTML or plain text); every stretch that is
added says which characters of the decoded source it comes from.  Nothing is ever found again by searching.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from headwater.records import Span

Kind = Literal["literal", "entity", "repaired", "blank", "break"]
KINDS: tuple[Kind, ...] = ("literal", "entity", "repaired", "blank", "break")
LITERAL, ENTITY, REPAIRED, BLANK, BREAK = range(5)


@dataclass(frozen=True, slots=True, eq=False)
class Decoded:
    """Bytes as characters: `offsets[i]` is the byte where character i begins, `offsets[len(text)]` the end.

    `damaged` holds (start, end, repaired text) for stretches of `text` that stand for mended encoding damage, in order;
    for undecodable bytes the repaired text is U+FFFD itself.
    """

    text: str
    charset: str
    offsets: NDArray[np.int64]
    damaged: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of page text of one kind, and the characters of the decoded source that it stands for.

    For `literal` both sides are equally long and go character by character; for the other kinds the whole stretch
    stands for the whole of the source side, which is empty for `break`.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    kind: Kind


@dataclass(frozen=True, slots=True, eq=False)
class PageText:
    """The text of a page with its map home.  `text[span]` is exactly the words, `raw(span)` the bytes behind them."""

    text: str
    decoded: Decoded = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)
    stretches: tuple[tuple[int, int, int], ...] = field(repr=False)

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def stretches_of(self, span: Span) -> Iterator[Stretch]:
        """The stretches that cover the span, in order, cut to it where they are literal."""
        index = max(bisect_right(self.starts, span.start) - 1, 0)
        while index < len(self.starts) and self.starts[index] < span.end:
            start = self.starts[index]
            end = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
            source_start, source_end, kind = self.stretches[index]
            if kind == LITERAL:
                cut_start, cut_end = max(start, span.start), min(end, span.end)
                yield Stretch(
                    cut_start, cut_end, source_start + cut_start - start, source_start + cut_end - start, "literal"
                )
            elif end > span.start:
                yield Stretch(start, end, source_start, source_end, KINDS[kind])
            index += 1

    def raw(self, span: Span) -> list[tuple[int, int]]:
        """Byte ranges of the page as received that the span stands for, in order, neighbours joined."""
        ranges: list[tuple[int, int]] = []
        for stretch in self.stretches_of(span):
            if stretch.source_start == stretch.source_end:
                continue
            start, end = self.bytes_of(stretch.source_start, stretch.source_end)
            if ranges and ranges[-1][1] == start:
                ranges[-1] = (ranges[-1][0], end)
            else:
                ranges.append((start, end))
        return ranges

    def kind_at(self, position: int) -> Kind:
        """What the character at `position` is."""
        return next(self.stretches_of(Span(position, position + 1))).kind

    def bytes_of(self, source_start: int, source_end: int) -> tuple[int, int]:
        """The byte range of a stretch of the decoded source."""
        offsets = self.decoded.offsets
        return int(offsets[source_start]), int(offsets[source_end])


class TextBuilder:
    """Builds a PageText left to right.  `length` is the page text's length so far."""

    __slots__ = ("_decoded", "_parts", "_starts", "_stretches", "length")

    def __init__(self, decoded: Decoded) -> None:
        self._decoded = decoded
        self._parts: list[str] = []
        self._starts: list[int] = []
        self._stretches: list[tuple[int, int, int]] = []
        self.length = 0

    def add(self, text: str, source_start: int, source_end: int, kind: int) -> None:
        """Append `text`, which stands for source characters [source_start, source_end)."""
        self._starts.append(self.length)
        self._stretches.append((source_start, source_end, kind))
        self._parts.append(text)
        self.length += len(text)

    def tail(self, start: int) -> str:
        """The text added so far from page-text position `start` on."""
        parts: list[str] = []
        for part, begin in zip(reversed(self._parts), reversed(self._starts), strict=True):
            parts.append(part)
            if begin <= start:
                break
        return "".join(reversed(parts))

    def build(self) -> PageText:
        """The finished page text."""
        return PageText("".join(self._parts), self._decoded, tuple(self._starts), tuple(self._stretches))
