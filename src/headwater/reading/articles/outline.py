"""A page taken to pieces, before anyone says what the pieces are.

`html.py` and `plain.py` make an Outline; everything after works on it, for both alike.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from headwater.records import Repair, Span
from headwater.text import PageText

SAYING = ("class", "id", "itemprop", "rel", "data-testid")
NOTHING: frozenset[str] = frozenset()
WORD = re.compile(r"[a-z]+")


class Element:
    """An element of the HTML tree: its tag, attributes (names lower case, values unescaped), parent, and place.

    `number` counts elements in document order.  `start` and `end` are the page text it covers.  Attributes may be given
    as a function, which is called when somebody first asks: most elements are never asked.
    """

    __slots__ = ("_attributes", "_names", "end", "number", "parent", "start", "tag")

    def __init__(
        self,
        tag: str,
        attributes: Mapping[str, str] | Callable[[], Mapping[str, str]],
        parent: "Element | None",
        number: int,
    ) -> None:
        self.tag = tag
        self._attributes = attributes
        self._names: frozenset[str] | None = None
        self.parent = parent
        self.number = number
        self.start = 0
        self.end = 0

    @property
    def attributes(self) -> Mapping[str, str]:
        """Names and values; of two attributes with one name the first counts."""
        found = self._attributes
        if callable(found):
            found = self._attributes = found()
        return found

    @property
    def names(self) -> frozenset[str]:
        """The words in its class, id and the like, lower case: what its maker calls it."""
        if self._names is None:
            said = self.attributes
            self._names = _words(" ".join([said[name] for name in SAYING if name in said])) if said else NOTHING
        return self._names

    def path(self) -> "list[Element]":
        """This element and its ancestors, innermost first."""
        chain: list[Element] = []
        element: Element | None = self
        while element is not None:
            chain.append(element)
            element = element.parent
        return chain


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A stretch of page text between two block borders: [start, end) without blanks at either end.

    HTML: `element` is the innermost block-level element around it; `linked`, `strong` count characters inside links and
    inside bold or strong elements; `hidden` is true for text hidden by attribute or inline style and in noscript.
    Plain text: one line or paragraph each; `element` is None; `gap` counts the blank lines before it.
    """

    start: int
    end: int
    element: Element | None = None
    linked: int = 0
    strong: int = 0
    hidden: bool = False
    gap: int = 0

    def __len__(self) -> int:
        return self.end - self.start


@lru_cache(maxsize=4096)
def _words(said: str) -> frozenset[str]:
    return frozenset(WORD.findall(said.lower()))


FactKind = Literal["meta", "jsonld", "state", "time", "canonical", "microdata", "title"]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the page says in its markup rather than in its text.

    meta: `name` is the name / property / itemprop / http-equiv, lower case, `value` the content.
    jsonld: `value` is the script's raw text.  state: a script of type application/json, or one that sets a page state.
    time: `value` is a <time> element's datetime; microdata: `name` an itemprop on a body element whose value
    stands in an attribute (content, datetime, href).  canonical: the address in link rel=canonical.
    `span` covers the value in the bytes of the page (space `source`); `at` is where in the page text it stands.
    """

    kind: FactKind
    name: str
    value: str
    span: Span
    at: int
    element: Element | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """A page in pieces, in text order; `form` tells how it was made."""

    form: Literal["html", "plain"]
    text: PageText
    pieces: tuple[Piece, ...]
    facts: tuple[Fact, ...] = ()
    repairs: tuple[Repair, ...] = ()
    language_hint: str | None = None
    elements: tuple[Element, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a piece is, and the rule or model head that says so."""

    role: str
    rule: str
    doubt: float | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """An article before its header is read: which pieces make it up, and how it stands to the others.

    `pieces` are indices into the outline, in order.  `embedded_in` is the index of another draft.  `opening` is the
    piece with which its header begins.
    """

    pieces: tuple[int, ...]
    kind: Literal["story", "introduction", "reprint", "entry", "brief"]
    rule: str
    opening: int
    embedded_in: int | None = None
    doubt: float | None = None
