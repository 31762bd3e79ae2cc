"""The items of a feed as its XML goes by: never a tree, never more than one item."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

DEEPEST = 400

_FIELDS: Mapping[str, str] = {
    "encoded": "content", "content": "content",
    "description": "description", "summary": "description",
    "link": "link", "guid": "guid",
    "pubDate": "published", "published": "published", "date": "published",
}  # fmt: skip
_ROOTS = frozenset(("rss", "feed", "RDF"))
_ITEMS = frozenset(("item", "entry"))
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_MEDIA = "{http://search.yahoo.com/mrss/}"


class NotAFeedError(Exception):
    """The root is something else; carries its name."""


class TooDeepError(Exception):
    """Elements inside elements, beyond anything that a feed needs."""


@dataclass(slots=True)
class FeedItem:
    """What one item says.  `is_plain` is true of Atom content that is text, not HTML."""

    content: str = ""
    description: str = ""
    link: str | None = None
    guid: str | None = None
    published: str | None = None
    is_plain: bool = False
    too_large: bool = False


class FeedParser:
    """Takes a feed in pieces of bytes; `take` gives the items that are complete, `title` the feed's own name."""

    def __init__(self, limit: int) -> None:
        from defusedxml.ElementTree import XMLParser

        self._collector = _Collector(limit)
        self._parser = XMLParser(target=self._collector)

    @property
    def title(self) -> str | None:
        return self._collector.title

    def feed(self, data: bytes | None) -> None:
        """Parse more, or (None) the end.  Raises what the XML parser raises, NotAFeedError, TooDeepError."""
        if data is None:
            self._parser.close()
        else:
            self._parser.feed(data)

    def take(self) -> list[FeedItem]:
        """The items that have ended since it was last asked."""
        items, self._collector.items = self._collector.items, []
        return items


class _Collector:
    """Follows the parser's events, and keeps the text of the fields above and of nothing else."""

    def __init__(self, limit: int) -> None:
        self.title: str | None = None
        self.items: list[FeedItem] = []
        self._limit = limit
        self._path: list[str] = []
        self._item: FeedItem | None = None
        self._item_depth = 0
        self._field: str | None = None
        self._field_depth = 0
        self._parts: list[str] = []
        self._size = 0
        self._markup = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        local = _local(tag)
        if not self._path and local not in _ROOTS:
            raise NotAFeedError(local)
        self._path.append(local)
        depth = len(self._path)
        if depth > DEEPEST:
            raise TooDeepError
        if self._field:
            if self._markup:
                self._add(_open_tag(local, attributes))
        elif self._item is None and local in _ITEMS:
            self._item, self._item_depth = FeedItem(), depth
        elif self._item is not None and depth == self._item_depth + 1 and not tag.startswith(_MEDIA):
            self._begin_field(local, attributes, self._item)
        elif self._item is None and local == "title" and depth <= 3 and self._path[-2:-1] != ["image"]:
            self._open_field("title", markup=False)

    def data(self, text: str) -> None:
        if self._field:
            self._add(escape(text, quote=False) if self._markup else text)

    def end(self, tag: str) -> None:
        depth = len(self._path)
        if self._field and depth == self._field_depth:
            self._end_field("".join(self._parts))
        elif self._field and self._markup and self._path[-1] not in _VOID:
            self._add(f"</{self._path[-1]}>")
        elif self._item is not None and depth == self._item_depth:
            self.items.append(self._item)
            self._item = None
        self._path.pop()

    def close(self) -> None:
        return None

    def _begin_field(self, local: str, attributes: Mapping[str, str], item: FeedItem) -> None:
        kind = attributes.get("type", "")
        if local == "link" and "href" in attributes:
            if attributes.get("rel", "alternate") == "alternate":
                item.link = item.link or attributes["href"]
        elif local == "guid" and attributes.get("isPermaLink") == "false":
            return
        elif local in _FIELDS:
            if local == "content":
                item.is_plain = kind in ("", "text", "text/plain") and "src" not in attributes
            self._open_field(_FIELDS[local], markup=kind == "xhtml")

    def _open_field(self, name: str, *, markup: bool) -> None:
        self._field, self._field_depth, self._markup = name, len(self._path), markup
        self._parts, self._size = [], 0

    def _end_field(self, text: str) -> None:
        name, self._field = self._field, None
        if name == "title":
            self.title = self.title or text
        elif self._item is not None and name in ("content", "description"):
            setattr(self._item, name, max(getattr(self._item, name), text, key=len))
        elif self._item is not None and name and getattr(self._item, name) is None:
            setattr(self._item, name, text[:4096])

    def _add(self, text: str) -> None:
        self._size += len(text.encode("utf-8", "surrogatepass"))
        if self._size > self._limit:
            self._parts.clear()
            if self._item is not None:
                self._item.too_large = True
        else:
            self._parts.append(text)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _open_tag(local: str, attributes: Mapping[str, Any]) -> str:
    inside = "".join(f' {_local(name)}="{escape(value)}"' for name, value in attributes.items())
    return f"<{local}{inside}>"
