"""Text of an HTML page to page text and pieces, each character with those of the source that it stands for."""

import re

from headwater.reading.articles.outline import Element, Piece
from headwater.reading.articles.tokens import REFERENCE, Token, reference
from headwater.reading.articles.tree import Tree
from headwater.text import BLANK, BREAK, ENTITY, LITERAL, REPAIRED, Decoded, TextBuilder

WHITE = "\t\n\f\r "
# What in a text cannot be taken over as it is: white space but for a single space, references, control characters.
SPECIAL = re.compile(r"[\t\n\f\r ]{2,}|[\t\n\f\r]|&|[\x00-\x08\x0b\x0e-\x1f]")
BLANK_LINES = re.compile(r"\n[\t\r ]*\n[\t\n\r ]*")
LINE = re.compile(r"[^\n]*\n?")


class Writer:
    """Writes the page text left to right; a piece begins with its first character that is no blank.

    White space is collapsed to one blank within a piece and left out around it.  The tree tells in which element a
    piece begins, and what its characters stand inside of.
    """

    def __init__(self, decoded: Decoded, tree: Tree) -> None:
        self.builder = TextBuilder(decoded)
        self.pieces: list[Piece] = []
        self._source = decoded.text
        self._tree = tree
        self._damaged = decoded.damaged
        self._next_damage = 0
        self._begin_afresh()

    def _begin_afresh(self) -> None:
        self._start = -1
        self._element: Element | None = None
        self._linked = self._strong = self._hidden = self._shown = 0
        self._pending: tuple[int, int] | None = None  # a blank that counts only if more text follows
        self._breaks = 0
        self._newline = -1  # where the line break of a pre stands in the source
        self._ragged = False  # whether a blank of another sort may stand at an end

    def write(self, token: Token) -> None:
        """Take over a token's text; in `raw` ones an ampersand is only that."""
        source, start, end = self._source, token.start, token.end
        if self._tree.preformatted:
            self._write_lines(start, end)
        elif source[start] in "\n " and not source[start:end].strip(WHITE):
            self._blank(start, end)
        else:
            self._write(start, end, references=token.kind == "text")

    def line_break(self) -> None:
        """A line break; two in a row end the piece, as a blank line would."""
        self._breaks += 1
        if self._breaks >= 2:
            self.end_piece()
        self._pending = None

    def end_piece(self) -> None:
        """What follows belongs to another piece."""
        if self._start >= 0:
            start, end = self._trimmed()
            if start < end:
                hidden = self._hidden > self._shown
                self.pieces.append(Piece(start, end, self._element, self._linked, self._strong, hidden))
            self._begin_afresh()
        self._pending = None
        self._breaks = 0

    def _write(self, start: int, end: int, *, references: bool = True) -> None:
        position = start
        for special in SPECIAL.finditer(self._source, start, end):
            if special.start() < position:
                continue
            self._literal(position, special.start())
            position = special.start()
            if references or special.group() != "&":
                position = self._special(special, end)
        self._literal(position, end)

    def _write_lines(self, start: int, end: int) -> None:
        """Text of pre and textarea: lines stay lines, blank lines end a piece."""
        position = start
        for blank in BLANK_LINES.finditer(self._source, start, end):
            self._write_paragraph(position, blank.start())
            self.end_piece()
            position = blank.end()
        self._write_paragraph(position, end)

    def _write_paragraph(self, start: int, end: int) -> None:
        for line in LINE.finditer(self._source[start:end]):
            stop = start + line.end() - line.group().endswith("\n")
            self._write(start + line.start(), stop)
            if self._start >= 0 and stop < start + line.end():
                self._breaks, self._newline = 1, stop

    def _special(self, special: re.Match[str], end: int) -> int:
        """Take what cannot be taken over as it is; where the text goes on."""
        start = special.start()
        first = special.group()[0]
        if first in WHITE:
            self._blank(start, special.end())
            return special.end()
        if first != "&":
            self._emit("\ufffd", start, start + 1, REPAIRED)
            return start + 1
        found = REFERENCE.match(self._source, start, end)
        value, length = reference(found.group()) if found else ("", 0)
        if not length:
            self._literal(start, start + 1)
            return start + 1
        if value.strip(WHITE):
            # A reference to two characters, or to none that exists, cannot be told from its bytes one by one.
            kind = ENTITY if len(value) == 1 and value != "\ufffd" else REPAIRED
            self._emit(value, start, start + length, kind)
        else:
            self._blank(start, start + length)
        return start + length

    def _literal(self, start: int, end: int) -> None:
        """Take over source characters as they are, but for damaged stretches and blanks at the ends."""
        if start >= end:
            return
        if self._source[start] == " ":
            self._blank(start, start + 1)
            start += 1
        trailing = end > start and self._source[end - 1] == " "
        stop = end - 1 if trailing else end
        while start < stop:
            damage = self._damage_within(start, stop)
            if damage is None:
                self._emit(self._source[start:stop], start, stop, LITERAL)
                break
            if damage[0] > start:
                self._emit(self._source[start : damage[0]], start, damage[0], LITERAL)
            self._emit(damage[2], damage[0], damage[1], REPAIRED)
            start = damage[1]
        if trailing and start <= stop:
            self._blank(stop, end)

    def _damage_within(self, start: int, end: int) -> tuple[int, int, str] | None:
        damaged = self._damaged
        while self._next_damage < len(damaged) and damaged[self._next_damage][1] <= start:
            self._next_damage += 1
        if self._next_damage < len(damaged) and damaged[self._next_damage][0] < end:
            return damaged[self._next_damage]
        return None

    def _blank(self, start: int, end: int) -> None:
        if self._start >= 0 and self._pending is None:
            self._pending = (start, end)

    def _emit(self, text: str, start: int, end: int, kind: int) -> None:
        if not text:
            return
        self._join(start)
        self.builder.add(text, start, end, kind)
        self._ragged = self._ragged or text[0].isspace() or text[-1].isspace()
        self._count(len(text))

    def _join(self, source: int) -> None:
        """What stands between the text so far and the characters that come now."""
        builder = self.builder
        if self._start < 0:
            if builder.length:
                builder.add("\n", source, source, BREAK)
            self._start = builder.length
            self._element = self._tree.block()
        elif self._newline >= 0:
            builder.add("\n", self._newline, self._newline + 1, LITERAL)
        elif self._breaks:
            builder.add("\n", source, source, BREAK)
        elif self._pending is not None:
            start, end = self._pending
            single = end - start == 1 and self._source[start] == " "
            builder.add(" ", start, end, LITERAL if single else BLANK)
        self._pending = None
        self._breaks = 0
        self._newline = -1

    def _count(self, length: int) -> None:
        tree = self._tree
        if tree.links:
            self._linked += length
        if tree.strongs:
            self._strong += length
        if tree.hiders:
            self._hidden += length
        else:
            self._shown += length

    def _trimmed(self) -> tuple[int, int]:
        """The piece without no-break spaces and the like at its ends; empty where there is nothing else."""
        start, end = self._start, self.builder.length
        if not self._ragged:
            return start, end
        text = self.builder.tail(start)
        return start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())
