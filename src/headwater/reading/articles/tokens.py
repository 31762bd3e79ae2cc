"""HTML as tags and text, each with the characters of the source it stands on.

The tokenization rules are those of the HTML standard (section 13.2.5), for a page whose scripts do not run.  One pass,
linear in the length of the page whatever it contains.
"""

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5
from typing import NamedTuple

RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes"})
ESCAPABLE = frozenset({"textarea", "title"})
UNPARSED = RAW | ESCAPABLE | {"plaintext"}

_NAME = r"[^\t\n\f\r />][^\t\n\f\r />=]*+"
_EQUALS = r"[\t\n\f\r ]*+=[\t\n\f\r ]*+"
_BARE = r"""[^\t\n\f\r >"'][^\t\n\f\r >]*+"""
_ATTRIBUTE = rf"""{_NAME}(?:{_EQUALS}(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|{_BARE}|))?+"""
TAG = re.compile(rf"<(/?)([a-zA-Z][^\t\n\f\r />]*+)((?:[\t\n\f\r /]++|{_ATTRIBUTE})*+)>")
ATTRIBUTE = re.compile(rf"""({_NAME})(?:{_EQUALS}(?:"([^"]*+)"|'([^']*+)'|({_BARE})|))?+""")
MARKUP = tuple(f"<{sign}" for sign in "/!?abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
COMMENT_END = re.compile(r"--!?>")
SCRIPT_MARK = re.compile(r"<!--|-->|<(/?)script(?=[\t\n\f\r />])", re.IGNORECASE)
RAW_END = {
    name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE) for name in RAW | ESCAPABLE if name != "script"
}
REFERENCE = re.compile(r"&(?:#[0-9]{1,32};?|#[xX][0-9a-fA-F]{1,32};?|[a-zA-Z][a-zA-Z0-9]{1,40};?)")


class Token(NamedTuple):
    """A tag or a stretch of text.  `kind` is `text`, `raw` (text without character references), `start` or `end`.

    For tags `name` is lower case and [inner_start, inner_end) are the source characters of the attributes.
    """

    kind: str
    name: str
    start: int
    end: int
    inner_start: int = 0
    inner_end: int = 0


class Attribute(NamedTuple):
    """An attribute's value, unescaped, and the source characters of the value between its quotation marks."""

    value: str
    start: int
    end: int


def tokenize(source: str) -> Iterator[Token]:
    """The tags and texts of a page in source order; comments, doctypes and processing instructions are left out."""
    position = begun = 0  # `begun` is where the text that is being passed over begins
    while (stop := source.find("<", position)) >= 0:
        tag = TAG.match(source, stop)
        if tag is None and not source.startswith(MARKUP, stop):
            position = stop + 1  # a sign like any other
            continue
        if stop > begun:
            yield Token("text", "", begun, stop)
        if tag is None:
            position = begun = _after_markup(source, stop)
            continue
        position = begun = tag.end()
        name = tag[2].lower()
        if tag[1]:
            yield Token("end", name, stop, position)
            continue
        yield Token("start", name, stop, position, tag.start(3), tag.end(3))
        if name in UNPARSED:
            close = _raw_end(source, position, name)
            if close > position:
                yield Token("text" if name in ESCAPABLE else "raw", name, position, close)
            position = begun = close
    if begun < len(source):
        yield Token("text", "", begun, len(source))


def attributes(source: str, token: Token) -> dict[str, Attribute]:
    """The attributes of a start tag; of two with one name the first counts."""
    found: dict[str, Attribute] = {}
    for match in ATTRIBUTE.finditer(source, token.inner_start, token.inner_end):
        name = match.group(1).lower()
        if name not in found:
            group = match.lastindex or 1
            value = match.group(group) if group > 1 else ""
            start, stop = match.span(group) if group > 1 else (match.end(), match.end())
            found[name] = Attribute(unescape(value) if "&" in value else value, start, stop)
    return found


def reference(text: str) -> tuple[str, int]:
    """What a character reference at the beginning of `text` stands for, and how many characters of it that takes.

    Nothing, and 0, where it is none ("&c", "AT&T").  Without a semicolon only the old names count, longest first.
    """
    if text[1] == "#":
        return unescape(text) or "\ufffd", len(text)
    if text[1:] in html5:
        return html5[text[1:]], len(text)
    for length in range(min(len(text), 8), 2, -1):
        if text[1:length] in html5:
            return html5[text[1:length]], length
    return "", 0


def _after_markup(source: str, start: int) -> int:
    """Where the source goes on after a comment, declaration or broken tag that begins at `start`."""
    if source.startswith("<!--", start):
        if source.startswith((">", "->"), start + 4):
            return source.index(">", start) + 1
        found = COMMENT_END.search(source, start + 4)
        return found.end() if found else len(source)
    if source[start + 1] in "!?" or (source[start + 1] == "/" and not source[start + 2 : start + 3].isalpha()):
        close = source.find(">", start + 1)
        return close + 1 if close >= 0 else len(source)
    return len(source)  # a tag that never ends: the standard drops it with all that follows


def _raw_end(source: str, start: int, name: str) -> int:
    if name == "script":
        return _script_end(source, start)
    if name == "plaintext":
        return len(source)
    found = RAW_END[name].search(source, start)
    return found.start() if found else len(source)


def _script_end(source: str, start: int) -> int:
    """Where a script's text ends: not at an end tag inside `<!-- <script>` (the standard's escaped states)."""
    escaped = inside = False
    for mark in SCRIPT_MARK.finditer(source, start):
        if mark.group() == "<!--":
            escaped = True
        elif mark.group() == "-->":
            escaped = inside = False
        elif mark.group(1) and not inside:
            return mark.start()
        elif escaped:
            inside = not mark.group(1)
    return len(source)
