"""HTML to an Outline: the page text with its map home, its pieces, and what the markup says beside the text."""

import re
from collections.abc import Mapping

from headwater.reading.articles.outline import Element, Fact, FactKind, Outline, Piece
from headwater.reading.articles.tokens import REFERENCE, Attribute, Token, attributes, reference, tokenize
from headwater.reading.articles.tree import Tree, is_silent, separates
from headwater.records import Repair, Span
from headwater.text import BLANK, BREAK, ENTITY, LITERAL, REPAIRED, Decoded, TextBuilder

WHITE = "\t\n\f\r "
# What in a text cannot be taken over as it is: white space but for a single space, references, control characters.
SPECIAL = re.compile(r"[\t\n\f\r ]{2,}|[\t\n\f\r]|&|[\x00-\x08\x0b\x0e-\x1f]")
BLANK_LINES = re.compile(r"\n[\t\r ]*\n[\t\n\r ]*")
PAGE_STATE = re.compile(r"^\s*(?:window|self|var|let|const)\b[^=]{0,80}=\s*[{\[]|^\s*[{\[]")


def outline_html(decoded: Decoded, repairs: tuple[Repair, ...] = ()) -> Outline:
    """The page in pieces.

    Every text node of the HTML5 tree is in the page text, in source order, except those of script, style and template;
    white space is collapsed; pieces end at the borders of block-level elements and at blank lines.
    """
    reader = _HtmlReader(decoded)
    for token in tokenize(decoded.text):
        reader.take(token)
    reader.close()
    return Outline(
        form="html",
        text=reader.builder.build(),
        pieces=tuple(reader.pieces),
        facts=tuple(reader.facts),
        repairs=repairs,
        language_hint=reader.language,
        elements=tuple(reader.tree.elements),
    )


class _HtmlReader:
    """Walks the tokens once, keeping the open elements, the text so far and the piece being built."""

    def __init__(self, decoded: Decoded) -> None:
        self.decoded = decoded
        self.source = decoded.text
        self.builder = TextBuilder(decoded)
        self.tree = Tree()
        self.pieces: list[Piece] = []
        self.facts: list[Fact] = []
        self.language: str | None = None
        self._damaged = list(decoded.damaged)
        self._next_damage = 0
        self._piece_start = -1
        self._piece_element: Element | None = None
        self._linked = self._strong = self._hidden = self._shown = 0
        self._pending: tuple[int, int] | None = None
        self._breaks = 0
        self._newline = -1  # where the line break of a pre stands in the source
        self._ragged = False

    def take(self, token: Token) -> None:
        if token.kind == "start":
            self._open(token)
        elif token.kind == "end":
            self._close(token)
        elif token.kind == "raw" and token.name in ("script", "style"):
            self._script(token)
        elif not self.tree.silent:
            self._text(token)

    def close(self) -> None:
        self._end_piece()
        self.tree.close_all(self.builder.length)

    # Tags

    def _open(self, token: Token) -> None:
        if token.name == "br":
            self._break()
            return
        if separates(token.name):
            self._end_piece()
        found = attributes(self.source, token) if token.inner_end > token.inner_start else {}
        element = self.tree.open(token.name, found, self.builder.length)
        if self.tree.silent and is_silent(token.name):
            return
        if found:
            self._note_facts(element, found)
        if token.name == "html" and "lang" in found:
            self.language = self.language or found["lang"].value or None

    def _close(self, token: Token) -> None:
        if token.name == "br":
            self._break()
            return
        if separates(token.name):
            self._end_piece()
        closed = self.tree.close(token.name, self.builder.length)
        if closed is not None and closed.tag == "title" and closed.end > closed.start:
            self._note_title(closed)

    def _break(self) -> None:
        """A line break; two in a row end the piece, as a blank line would."""
        self._breaks += 1
        if self._breaks >= 2:
            self._end_piece()
        self._pending = None

    # Text

    def _text(self, token: Token) -> None:
        if self.tree.preformatted:
            self._preformatted(token)
            return
        source = self.source
        if source[token.start] in "\n " and source[token.start : token.end].strip(WHITE) == "":
            self._blank(token.start, token.end)
            return
        position = token.start
        references = token.kind == "text"
        for special in SPECIAL.finditer(self.source, token.start, token.end):
            if special.start() < position:
                continue
            self._literal(position, special.start())
            position = self._special(special, token.end) if references or special.group() != "&" else special.start()
        self._literal(position, token.end)

    def _preformatted(self, token: Token) -> None:
        """Text of pre and textarea: lines stay lines, blank lines end a piece."""
        position = token.start
        for blank in BLANK_LINES.finditer(self.source, token.start, token.end):
            self._lines(position, blank.start())
            self._end_piece()
            position = blank.end()
        self._lines(position, token.end)

    def _lines(self, start: int, end: int) -> None:
        for line in re.finditer(r"[^\n]*\n?", self.source[start:end]):
            stop = start + line.end() - line.group().endswith("\n")
            self._inline(start + line.start(), stop)
            if self._piece_start >= 0 and stop < start + line.end():
                self._breaks, self._newline = 1, stop

    def _inline(self, start: int, end: int) -> None:
        position = start
        for special in SPECIAL.finditer(self.source, start, end):
            if special.start() < position:
                continue
            self._literal(position, special.start())
            position = self._special(special, end)
        self._literal(position, end)

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
        found = REFERENCE.match(self.source, start, end)
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
        """Take over source characters as they are, but for damaged stretches and blanks at a piece's edges."""
        if start >= end:
            return
        if self.source[start] == " ":
            self._blank(start, start + 1)
            start += 1
        trailing = end > start and self.source[end - 1] == " "
        stop = end - 1 if trailing else end
        while start < stop:
            damage = self._damage_within(start, stop)
            if damage is None:
                self._emit(self.source[start:stop], start, stop, LITERAL)
                break
            if damage[0] > start:
                self._emit(self.source[start : damage[0]], start, damage[0], LITERAL)
            self._emit(damage[2], damage[0], damage[1], REPAIRED)
            start = damage[1]
        if trailing and start <= stop:
            self._blank(stop, end)

    def _damage_within(self, start: int, end: int) -> tuple[int, int, str] | None:
        while self._next_damage < len(self._damaged) and self._damaged[self._next_damage][1] <= start:
            self._next_damage += 1
        if self._next_damage < len(self._damaged):
            found = self._damaged[self._next_damage]
            if found[0] < end:
                return found
        return None

    def _blank(self, start: int, end: int) -> None:
        if self._piece_start >= 0 and self._pending is None:
            self._pending = (start, end)

    def _emit(self, text: str, start: int, end: int, kind: int) -> None:
        if not text:
            return
        builder = self.builder
        if self._piece_start < 0:
            if builder.length:
                builder.add("\n", start, start, BREAK)
            self._piece_start = builder.length
            self._piece_element = self.tree.block()
        elif self._newline >= 0:
            builder.add("\n", self._newline, self._newline + 1, LITERAL)
        elif self._breaks:
            builder.add("\n", start, start, BREAK)
        elif self._pending is not None:
            blank_start, blank_end = self._pending
            single = blank_end - blank_start == 1 and self.source[blank_start] == " "
            builder.add(" ", blank_start, blank_end, LITERAL if single else BLANK)
        self._pending = None
        self._breaks = 0
        self._newline = -1
        builder.add(text, start, end, kind)
        if text[0].isspace() or text[-1].isspace():
            self._ragged = True
        self._count(len(text))

    def _count(self, length: int) -> None:
        tree = self.tree
        if tree.links:
            self._linked += length
        if tree.strongs:
            self._strong += length
        if tree.hiders:
            self._hidden += length
        else:
            self._shown += length

    def _end_piece(self) -> None:
        if self._piece_start >= 0:
            start, end = self._trimmed()
            if start < end:
                hidden = self._hidden > self._shown
                self.pieces.append(Piece(start, end, self._piece_element, self._linked, self._strong, hidden))
        self._piece_start = -1
        self._linked = self._strong = self._hidden = self._shown = 0
        self._pending = None
        self._breaks = 0
        self._newline = -1
        self._ragged = False

    def _trimmed(self) -> tuple[int, int]:
        """The piece without no-break spaces and the like at its ends; empty where there is nothing else."""
        start, end = self._piece_start, self.builder.length
        if not self._ragged:
            return start, end
        text = self.builder.tail(start)
        return start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())

    # What the markup says beside the text

    def _script(self, token: Token) -> None:
        current = self.tree.current()
        if token.name != "script" or current is None:
            return
        kind = current.attributes.get("type", "").lower()
        text = self.source[token.start : token.end]
        if "ld+json" in kind:
            self._fact("jsonld", "", text, token.start, token.end, current)
        elif kind == "application/json" or (len(text) > 1000 and PAGE_STATE.match(text)):
            self._fact("state", current.attributes.get("id", ""), text, token.start, token.end, current)

    def _note_facts(self, element: Element, found: Mapping[str, Attribute]) -> None:
        tag = element.tag
        if tag == "meta" and "content" in found:
            for key in ("property", "name", "itemprop", "http-equiv"):
                if key in found:
                    self._attribute_fact("meta", found[key].value.lower(), found["content"], element)
        elif tag == "link" and "href" in found:
            if "canonical" in found.get("rel", Attribute("", 0, 0)).value.lower().split():
                self._attribute_fact("canonical", "canonical", found["href"], element)
        elif tag == "time" and "datetime" in found:
            self._attribute_fact("time", found.get("itemprop", Attribute("", 0, 0)).value, found["datetime"], element)
        elif "itemprop" in found or "rel" in found:
            name = (found.get("itemprop") or found["rel"]).value
            for key in ("content", "datetime", "href"):
                if key in found:
                    self._attribute_fact("microdata", name, found[key], element)
                    break

    def _note_title(self, element: Element) -> None:
        if any(fact.kind == "title" for fact in self.facts) or not self._in_head(element):
            return
        piece = self.pieces[-1]
        text = self.builder.tail(piece.start)
        self.facts.append(Fact("title", "title", text, Span(piece.start, piece.end), piece.start, element))

    def _in_head(self, element: Element) -> bool:
        return not any(ancestor.tag in ("svg", "math") for ancestor in element.path())

    def _attribute_fact(self, kind: FactKind, name: str, value: Attribute, element: Element) -> None:
        self._fact(kind, name, value.value, value.start, value.end, element)

    def _fact(self, kind: FactKind, name: str, value: str, start: int, end: int, element: Element) -> None:  # noqa: PLR0913, PLR0917
        offsets = self.decoded.offsets
        span = Span(int(offsets[start]), int(offsets[end]), "source")
        self.facts.append(Fact(kind, name, value, span, self.builder.length, element))
