"""JSON-LD read with the place of every value, so that what a script says can be shown in the bytes of the page.

A script that is not JSON is given up as a whole.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from headwater.reading.articles.facts import bytes_of
from headwater.reading.articles.outline import Fact, Outline
from headwater.records import Span

DEEPEST = 48
LONG_BODY = 500
BLANK = re.compile(r"[\s;,]*")
STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
SCALAR = re.compile(r"-?\d[\d.eE+-]*|true|false|null")
SURROGATE = re.compile(r"[\ud800-\udfff]")  # half a character, which no encoding can write
WRAPPER = re.compile(r"\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*<!\[CDATA\[\*/)?\s*")
ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Report|NewsStory|Review|Liveblog|Opinion\w*)$")
WORTH_READING = re.compile(r'"(?:headline|author|datePublished|publisher|articleBody)"')
STATE_BODY = re.compile(r'"(?:articleBody|body|content|bodyText|text|html)"\s{0,3}:\s{0,3}(?="[^"]{400})')


@dataclass(frozen=True, slots=True)
class Json:
    """A JSON value and where it stands in its script: a string (as `text`), an object or a list."""

    start: int
    end: int
    text: str | None = None
    fields: Mapping[str, "Json"] = field(default_factory=dict)
    items: Sequence["Json"] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """A string of a script, unescaped; `span` covers its bytes, without the quotation marks."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody whom a script names, and the type it gives ("Person", "Organization", or "")."""

    name: Value
    type: str


@dataclass(frozen=True, slots=True)
class ScriptArticle:
    """What JSON-LD says of one article."""

    type: str
    headline: Value | None
    authors: tuple[Agent, ...]
    published: Value | None
    modified: Value | None
    publisher: Agent | None
    address: Value | None
    body: Value | None


class _BrokenError(ValueError):
    """The text is not JSON."""


@lru_cache(maxsize=2)
def script_articles(outline: Outline) -> tuple[ScriptArticle, ...]:
    """The articles that the page's JSON-LD describes, in page order."""
    found: list[ScriptArticle] = []
    for fact in outline.facts:
        if fact.kind == "jsonld" and WORTH_READING.search(fact.value):
            roots = scan(fact.value)
            objects = tuple(_objects(roots))
            full = [node for node in objects if len(node.fields) > 1 and "@id" in node.fields]
            reader = _Reader(outline, fact, {str(node.fields["@id"].text): node for node in full})
            found.extend(reader.article(node) for node in objects if ARTICLE_TYPE.search(_type(node)))
    return tuple(found)


def script_publishers(outline: Outline) -> tuple[Value, ...]:
    """Names of organisations and sites that JSON-LD gives outside its articles."""
    found: list[Value] = []
    for fact in outline.facts:
        if fact.kind == "jsonld" and ("Organization" in fact.value or "WebSite" in fact.value):
            reader = _Reader(outline, fact, {})
            for node in scan(fact.value):
                found.extend(
                    name
                    for item in (node, *node.items, *_listed(node.fields.get("@graph")))
                    if re.search(r"(?:Organization|WebSite)$", _type(item)) and (name := reader.value(item, "name"))
                )
    return tuple(found)


def script_article(outline: Outline) -> str | None:
    """Where a script of the page holds a long article text: what to tell people; None where none does."""
    for article in script_articles(outline):
        if article.body is not None and len(article.body.text) >= LONG_BODY:
            return f"JSON-LD articleBody of {len(article.body.text)} characters"
    for fact in outline.facts:
        if fact.kind == "state":
            for match in STATE_BODY.finditer(fact.value):
                body = STRING.match(fact.value, match.end())
                if body and body.end() - body.start() >= LONG_BODY and body[0].count(" ") >= 60:
                    return f"page state with a text of {body.end() - body.start()} characters"
    return None


def scan(text: str) -> tuple[Json, ...]:
    """The JSON values of a script; none where it is broken."""
    position = _after(WRAPPER, text, 0)
    found: list[Json] = []
    try:
        while position < len(text) and text[position] in "{[":
            value = _value(text, position, 0)
            found.append(value)
            position = _after(BLANK, text, value.end)
    except (_BrokenError, IndexError, json.JSONDecodeError):
        return ()
    return tuple(found)


def _after(pattern: re.Pattern[str], text: str, position: int) -> int:
    match = pattern.match(text, position)
    return match.end() if match else position


def _value(text: str, position: int, depth: int) -> Json:
    if depth > DEEPEST:
        raise _BrokenError
    first = text[position]
    if first == '"':
        return _string(text, position)
    if first == "{":
        return _object(text, position, depth)
    if first == "[":
        return _list(text, position, depth)
    match = SCALAR.match(text, position)
    if match is None:
        raise _BrokenError
    return Json(position, match.end())


def _string(text: str, position: int) -> Json:
    match = STRING.match(text, position)
    if match is None:
        raise _BrokenError
    words = SURROGATE.sub("\ufffd", str(json.loads(match[0], strict=False)))
    return Json(position + 1, match.end() - 1, text=words)


def _object(text: str, start: int, depth: int) -> Json:
    fields: dict[str, Json] = {}
    position = _after(BLANK, text, start + 1)
    while text[position] != "}":
        key = _string(text, position)
        position = _after(BLANK, text, key.end + 1)
        if text[position] != ":":
            raise _BrokenError
        value = _value(text, _after(BLANK, text, position + 1), depth + 1)
        fields.setdefault(key.text or "", value)
        position = _after(BLANK, text, value.end + (value.text is not None))
    return Json(start, position + 1, fields=fields)


def _list(text: str, start: int, depth: int) -> Json:
    items: list[Json] = []
    position = _after(BLANK, text, start + 1)
    while text[position] != "]":
        value = _value(text, position, depth + 1)
        items.append(value)
        position = _after(BLANK, text, value.end + (value.text is not None))
    return Json(start, position + 1, items=items)


def _objects(roots: Sequence[Json]) -> Iterator[Json]:
    """All objects at or under these, in the order in which they stand."""
    for node in roots:
        if node.fields:
            yield node
        yield from _objects(tuple(node.fields.values()) or node.items)


def _listed(node: Json | None) -> Sequence[Json]:
    if node is None:
        return ()
    return node.items or (node,)


def _type(node: Json) -> str:
    """The type of an object; of several, the first that is an article's."""
    types = [item.text or "" for item in _listed(node.fields.get("@type"))]
    return next((type_ for type_ in types if ARTICLE_TYPE.search(type_)), types[0] if types else "")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads objects of one script; `named` are its objects by @id."""

    outline: Outline
    fact: Fact
    named: Mapping[str, Json]

    def article(self, node: Json) -> ScriptArticle:
        publishers = self.agents(node, "publisher")
        return ScriptArticle(
            type=_type(node),
            headline=self.value(node, "headline") or self.value(node, "name"),
            authors=self.agents(node, "author") or self.agents(node, "creator"),
            published=self.value(node, "datePublished") or self.value(node, "dateCreated"),
            modified=self.value(node, "dateModified"),
            publisher=publishers[0] if publishers else None,
            address=self.value(node, "url") or self.value(node, "mainEntityOfPage"),
            body=self.value(node, "articleBody"),
        )

    def value(self, node: Json, key: str) -> Value | None:
        """The string under `key`, or under its @id or name where that is an object, or the first of a list."""
        for item in _listed(node.fields.get(key)):
            inner = item.fields.get("@id") or item.fields.get("name") if item.fields else item
            if inner is not None and inner.text and inner.text.strip():
                return Value(inner.text, bytes_of(self.outline, self.fact, inner.start, inner.end))
        return None

    def agents(self, node: Json, key: str) -> tuple[Agent, ...]:
        """Those whom the values under `key` name, references followed."""
        found: list[Agent] = []
        for item in _listed(node.fields.get(key)):
            if item.text is not None:
                found += [Agent(name, "") for name in [self._own(item)] if name]
                continue
            target = item
            if "name" not in item.fields and "@id" in item.fields:
                target = self.named.get(str(item.fields["@id"].text), item)
            found += [
                Agent(name, _type(target)) for part in _listed(target.fields.get("name")) if (name := self._own(part))
            ]
        return tuple(found)

    def _own(self, item: Json) -> Value | None:
        if not item.text or not item.text.strip():
            return None
        return Value(item.text, bytes_of(self.outline, self.fact, item.start, item.end))
