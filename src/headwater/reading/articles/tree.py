"""The open elements of an HTML page: the part of the HTML5 tree construction that text and its order depend on."""

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from headwater.reading.articles.outline import Element

Attributes: TypeAlias = Mapping[str, str] | Callable[[], Mapping[str, str]]

VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
SILENT = frozenset({"script", "style", "template"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form frameset head header hgroup html legend li listing main menu nav ol optgroup p plaintext pre search"
    " section summary table tbody td template textarea tfoot th thead title tr ul xmp".split()
)
# Not block-level, but their texts do not run into what stands beside them.
SEPARATE = BLOCKS | frozenset(
    "hr option select button label input iframe object video audio noscript svg math noembed noframes".split()
)
FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
STRONG = frozenset({"b", "strong"})
PREFORMATTED = frozenset({"pre", "textarea", "listing", "xmp", "plaintext"})
WEIGHTY = STRONG | SILENT | PREFORMATTED | {"a", "p"}
CLOSES_P = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header hgroup"
    " main menu nav ol p search section summary ul h1 h2 h3 h4 h5 h6 pre listing form table hr xmp plaintext li dd dt"
    .split()
)  # fmt: skip
SCOPE = frozenset("applet caption html table td th marquee object template svg math foreignobject".split())
PARAGRAPH = frozenset({"p"})
PARAGRAPH_SCOPE = SCOPE | {"button"}
# Which open elements a start tag ends, and where the search for them stops.
ENDS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), SCOPE | {"ul", "ol", "menu", "dir"}),
    "dd": (frozenset({"dd", "dt"}), SCOPE | {"dl"}),
    "dt": (frozenset({"dd", "dt"}), SCOPE | {"dl"}),
    "option": (frozenset({"option"}), SCOPE | {"select", "optgroup"}),
    "optgroup": (frozenset({"option", "optgroup"}), SCOPE | {"select"}),
    "td": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    "th": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "tbody": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
    "thead": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
    "tfoot": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
    "body": (frozenset({"head"}), frozenset()),
    "a": (frozenset({"a"}), SCOPE | {"div", "section", "article", "li"}),
    "button": (frozenset({"button"}), SCOPE),
    **dict.fromkeys(HEADINGS, (HEADINGS, SCOPE | (BLOCKS - HEADINGS))),
}
ALL_TABLE_PARTS = frozenset({"table", "tbody", "thead", "tfoot", "tr", "td", "th"})
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
DEPTH = 512  # as browsers do: deeper elements become siblings


class Tree:
    """The stack of open elements, with counts of those that matter to the text inside them."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.links = self.strongs = self.hiders = self.silent = self.preformatted = self.paragraphs = 0
        self._stack: list[Element] = []
        self._hiding: set[int] = set()

    def open(self, tag: str, attributes: Attributes, at: int, *, hidden: bool = False) -> Element:
        """Open an element at page-text position `at`, ending those that it implies the end of.

        `hidden` says that its own attributes hide it.
        """
        self._imply_ends(tag, at)
        parent = self._stack[-1] if self._stack else None
        element = Element(tag, attributes, parent, len(self.elements))
        element.start = element.end = at
        self.elements.append(element)
        if tag not in VOID:
            if len(self._stack) >= DEPTH:
                self._pop(at)
            self._stack.append(element)
            # A page's html and body are shown whatever they say: a script that does not run here would show them.
            if tag == "noscript" or (hidden and tag not in ("html", "body")):
                self.hiders += 1
                self._hiding.add(element.number)
            if tag in WEIGHTY:
                self._weigh(tag, 1)
        return element

    def close(self, tag: str, at: int) -> Element | None:
        """Take an end tag: the element that it closed, or None where there was none to close."""
        index = self._open_index(tag)
        if index is None:
            return None
        element = self._stack[index]
        if tag in FORMATTING and any(above.tag in BLOCKS for above in self._stack[index + 1 :]):
            del self._stack[index]
            self._leave(element, at)
        else:
            while len(self._stack) > index:
                self._pop(at)
        return element

    def close_all(self, at: int) -> None:
        """The page has ended."""
        while self._stack:
            self._pop(at)

    def current(self) -> Element | None:
        """The innermost open element."""
        return self._stack[-1] if self._stack else None

    def block(self) -> Element | None:
        """The innermost open element that is block-level, or otherwise keeps its text apart."""
        for element in reversed(self._stack):
            if element.tag in SEPARATE:
                return element
        return None

    def _imply_ends(self, tag: str, at: int) -> None:
        if self.paragraphs and tag in CLOSES_P:
            self._end_open(PARAGRAPH, PARAGRAPH_SCOPE, at)
        rule = ENDS.get(tag)
        if rule is not None:
            self._end_open(rule[0], rule[1], at)

    def _end_open(self, tags: frozenset[str], stop: frozenset[str], at: int) -> None:
        for index in range(len(self._stack) - 1, -1, -1):
            name = self._stack[index].tag
            if name in tags:
                while len(self._stack) > index:
                    self._pop(at)
                return
            if name in stop:
                return

    def _open_index(self, tag: str) -> int | None:
        crossing = ALL_TABLE_PARTS if tag in ALL_TABLE_PARTS else None
        for index in range(len(self._stack) - 1, -1, -1):
            name = self._stack[index].tag
            if name == tag:
                return index
            if crossing is None and name in SCOPE and tag not in ("html", "body"):
                return None
            if crossing is not None and name == "table":
                return None
        return None

    def _pop(self, at: int) -> None:
        self._leave(self._stack.pop(), at)

    def _leave(self, element: Element, at: int) -> None:
        element.end = at
        if element.tag in WEIGHTY:
            self._weigh(element.tag, -1)
        if element.number in self._hiding:
            self.hiders -= 1

    def _weigh(self, tag: str, step: int) -> None:
        if tag == "a":
            self.links += step
        elif tag in STRONG:
            self.strongs += step
        elif tag in SILENT:
            self.silent += step
        elif tag == "p":
            self.paragraphs += step
        else:
            self.preformatted += step


def hides(attributes: Mapping[str, str]) -> bool:
    """Whether these attributes hide their element: by the attribute of that name, or by inline style."""
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return True
    return HIDDEN_STYLE.search(attributes.get("style", "")) is not None
