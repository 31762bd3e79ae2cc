"""HTML to an Outline: the page text with its map home, its pieces, and what the markup says beside the text."""

import re
from collections.abc import Mapping
from functools import partial

from headwater.reading.articles.outline import Element, Fact, FactKind, Outline
from headwater.reading.articles.tokens import Attribute, Token, attributes, tokenize
from headwater.reading.articles.tree import SEPARATE, SILENT, Tree, hides
from headwater.reading.articles.writer import Writer
from headwater.records import Repair, Span
from headwater.text import Decoded

PAGE_STATE = re.compile(r"^\s*(?:window|self|var|let|const)\b[^=]{0,80}=\s*[{\[]|^\s*[{\[]")
LONG_SCRIPT = 1000  # characters, below which a script holds no page state worth a look
ABSENT = Attribute("", 0, 0)
TELLING = frozenset({"html", "meta", "link", "time", "script"})  # elements whose attributes are needed at once


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
        text=reader.writer.builder.build(),
        pieces=tuple(reader.writer.pieces),
        facts=tuple(reader.facts),
        repairs=repairs,
        language_hint=reader.language,
        elements=tuple(reader.tree.elements),
    )


class _HtmlReader:
    """Walks the tokens once: tags go to the tree, text to the writer, and what attributes and scripts say is noted."""

    def __init__(self, decoded: Decoded) -> None:
        self.tree = Tree()
        self.writer = Writer(decoded, self.tree)
        self.facts: list[Fact] = []
        self.language: str | None = None
        self._decoded = decoded
        self._source = decoded.text

    def take(self, token: Token) -> None:
        if token.kind == "start":
            self._open(token)
        elif token.kind == "end":
            self._close(token)
        elif token.kind == "raw" and token.name in ("script", "style"):
            self._note_script(token)
        elif not self.tree.silent:
            self.writer.write(token)

    def close(self) -> None:
        self.writer.end_piece()
        self.tree.close_all(self.writer.builder.length)

    def _open(self, token: Token) -> None:
        name = token.name
        if name == "br":
            self.writer.line_break()
            return
        if name in SEPARATE:
            self.writer.end_piece()
        inner = self._source[token.inner_start : token.inner_end].lower()
        telling = name in TELLING or "hidden" in inner or "none" in inner or "itemprop" in inner
        found = attributes(self._source, token) if telling and inner else {}
        plain = {key: attribute.value for key, attribute in found.items()}
        given = plain if telling or not inner else partial(_plain_attributes, self._source, token)
        element = self.tree.open(name, given, self.writer.builder.length, hidden=bool(plain) and hides(plain))
        if found and not (self.tree.silent and name in SILENT):
            self._note(element, found)

    def _close(self, token: Token) -> None:
        if token.name == "br":
            self.writer.line_break()
            return
        if token.name in SEPARATE:
            self.writer.end_piece()
        closed = self.tree.close(token.name, self.writer.builder.length)
        if closed is not None and closed.tag == "title" and closed.end > closed.start:
            self._note_title(closed)

    def _note(self, element: Element, found: Mapping[str, Attribute]) -> None:
        tag = element.tag
        if tag == "html":
            self.language = self.language or element.attributes.get("lang") or None
        elif tag == "meta" and "content" in found:
            for key in ("property", "name", "itemprop", "http-equiv"):
                if key in found:
                    self._fact("meta", found[key].value.lower(), found["content"], element)
        elif tag == "link" and "href" in found:
            if "canonical" in found.get("rel", ABSENT).value.lower().split():
                self._fact("canonical", "canonical", found["href"], element)
        elif tag == "time" and "datetime" in found:
            self._fact("time", found.get("itemprop", ABSENT).value, found["datetime"], element)
        elif "itemprop" in found:
            where = next((name for name in ("content", "datetime", "href") if name in found), None)
            if where is not None:
                self._fact("microdata", found["itemprop"].value, found[where], element)

    def _note_script(self, token: Token) -> None:
        current = self.tree.current()
        if token.name != "script" or current is None:
            return
        kind = current.attributes.get("type", "").lower()
        script = Attribute(self._source[token.start : token.end], token.start, token.end)
        if "ld+json" in kind:
            self._fact("jsonld", "", script, current)
        elif kind == "application/json" or (len(script.value) > LONG_SCRIPT and PAGE_STATE.match(script.value)):
            self._fact("state", current.attributes.get("id", ""), script, current)

    def _note_title(self, element: Element) -> None:
        """The title of the page; a drawing may have one too, which is none."""
        drawn = any(ancestor.tag in ("svg", "math") for ancestor in element.path())
        if drawn or any(fact.kind == "title" for fact in self.facts):
            return
        piece = self.writer.pieces[-1]
        text = self.writer.builder.tail(piece.start)
        self.facts.append(Fact("title", "title", text, Span(piece.start, piece.end), piece.start, element))

    def _fact(self, kind: FactKind, name: str, value: Attribute, element: Element) -> None:
        offsets = self._decoded.offsets
        span = Span(int(offsets[value.start]), int(offsets[value.end]), "source")
        self.facts.append(Fact(kind, name, value.value, span, self.writer.builder.length, element))


def _plain_attributes(source: str, token: Token) -> dict[str, str]:
    return {name: attribute.value for name, attribute in attributes(source, token).items()}
