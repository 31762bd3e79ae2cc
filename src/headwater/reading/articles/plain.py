"""Plain text to an Outline: the decoded file as page text, its lines and paragraphs as pieces."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from headwater.reading.articles.outline import Outline, Piece
from headwater.records import Repair
from headwater.text import LITERAL, REPAIRED, Decoded, PageText, TextBuilder

REPLACEMENT = "\ufffd"
# Everything below the space but tab and the line breaks, and the second block of controls but its line break.
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]+")
LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
UNDERLINE = re.compile(r"(?:={3,}|-{3,}|~{3,})\s*$")
OPENS_ITEM = re.compile(r"(?:[-*+•·▪●◦]\s|\d{1,3}[.)]\s|#{1,6}\s|\|)")
SENTENCE_END = (".", "!", "?", ".”", '."', ".)", ":", "…", "”", '"')
NARROWEST, WIDEST = 45, 110  # columns at which people and programs wrap prose
FEWEST_WRAPS = 4
SLACK = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: [start, end) without blanks, its indent, and the blank lines before it."""

    start: int
    end: int
    indent: int
    gap: int

    def __len__(self) -> int:
        return self.end - self.start


def outline_plain(decoded: Decoded, repairs: tuple[Repair, ...] = ()) -> Outline:
    """The file in pieces, one for each line, or for each paragraph where the lines are wrapped by hand.

    The page text is the decoded file; damaged stretches are mended in it, and control characters become U+FFFD.
    """
    page, controls = _page_text(decoded)
    notes = (Repair("control_characters", "shown as U+FFFD", controls),) if controls else ()
    lines = list(_lines(page.text))
    width = wrap_width(page.text, lines)
    return Outline(form="plain", text=page, pieces=tuple(_pieces(page.text, lines, width)), repairs=repairs + notes)


def _page_text(decoded: Decoded) -> tuple[PageText, int]:
    """The page text, and how many control characters were replaced in it."""
    builder = TextBuilder(decoded)
    source = decoded.text
    position = controls = 0
    for start, end, mended in [*decoded.damaged, (len(source), len(source), "")]:
        for match in CONTROL.finditer(source, position, start):
            _add_literal(builder, source, position, match.start())
            builder.add(REPLACEMENT * len(match[0]), match.start(), match.end(), REPAIRED)
            controls += len(match[0])
            position = match.end()
        _add_literal(builder, source, position, start)
        if mended:
            builder.add(mended, start, end, REPAIRED)
        position = end
    return builder.build(), controls


def _add_literal(builder: TextBuilder, source: str, start: int, end: int) -> None:
    if start < end:
        builder.add(source[start:end], start, end, LITERAL)


def _lines(text: str) -> Iterator[Line]:
    gap = 0
    before = 0
    first = True
    for match in LINE.finditer(text):
        words = match[0].strip()
        if not words:
            continue
        indent = len(match[0]) - len(match[0].lstrip())
        start = match.start() + indent
        breaks = sum(1 for _ in BREAK.finditer(text, before, start))
        gap = breaks if first else breaks - 1
        yield Line(start, start + len(words), indent, max(gap, 0))
        before, first = start + len(words), False


def wrap_width(text: str, lines: Sequence[Line]) -> int | None:
    """The width at which the file is wrapped by hand, or None where its lines are paragraphs.

    In wrapped prose the first word of the next line would not have fitted, and most lines stop in mid-sentence.
    """
    pairs = [(line, after) for line, after in pairwise(lines) if after.gap == 0 and len(line) >= NARROWEST * 3 // 4]
    if len(pairs) < FEWEST_WRAPS:
        return None
    lengths = sorted(line.indent + len(line) for line, _ in pairs)
    width = lengths[len(lengths) * 19 // 20]
    if not NARROWEST <= width <= WIDEST:
        return None
    full = [line for line, after in pairs if _is_full(text, line, after, width)]
    open_ended = sum(1 for line in full if not text[line.start : line.end].endswith(SENTENCE_END))
    return width if len(full) >= 0.6 * len(pairs) and open_ended >= 0.5 * len(full) else None


def _is_full(text: str, line: Line, after: Line, width: int) -> bool:
    space = text.find(" ", after.start, after.end)
    word = (space if space >= 0 else after.end) - after.start
    return line.indent + len(line) + 1 + word > width - SLACK


def _pieces(text: str, lines: Sequence[Line], width: int | None) -> Iterator[Piece]:
    """Pieces of one line, or of the lines of one wrapped paragraph."""
    index = 0
    while index < len(lines):
        last = index
        if width is not None:
            while last + 1 < len(lines) and _joins(text, lines[last], lines[last + 1], width):
                last += 1
        yield Piece(lines[index].start, lines[last].end, gap=lines[index].gap)
        index = last + 1


def _joins(text: str, line: Line, after: Line, width: int) -> bool:
    """True where `after` goes on with the paragraph of `line`."""
    if after.gap > 0 or after.indent > line.indent + 1:
        return False
    words = text[after.start : min(after.end, after.start + 8)]
    if OPENS_ITEM.match(words) or UNDERLINE.match(text, after.start, after.end):
        return False
    return _is_full(text, line, after, width) and not text.startswith("#", line.start)
