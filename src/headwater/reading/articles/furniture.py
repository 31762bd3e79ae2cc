"""What kind of furniture a piece of an HTML page is, once it is known to be no part of an article.

Ordered named rules; the first that answers names the role.  A piece that tells nothing by itself takes the kind of its
neighbours in the same container.  What is left is `other`.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from headwater.knowledge import Knowledge
from headwater.reading.articles.outline import Element, Outline, Piece, Verdict
from headwater.reading.articles.phrases import phrase_verdict
from headwater.records import FURNITURE_ROLES

NAME_ATTRIBUTES = ("class", "id", "role", "aria-label", "data-component", "data-testid", "itemprop", "data-module")
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")
RIGHTS = re.compile(r"©|\(c\) ?(?:19|20)\d\d|\bcopyright\b|\ball rights reserved\b", re.IGNORECASE)
NEIGHBOURHOOD = 6  # pieces looked at on either side


@dataclass(frozen=True, slots=True)
class Kind:
    """A line of the lexicon: words and tags that tell a kind of furniture."""

    role: str
    name: str
    words: frozenset[str]
    tags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Context:
    """What the rules look at for one piece."""

    piece: Piece
    text: str
    container: Verdict | None
    knowledge: Knowledge

    @property
    def linked(self) -> float:
        """Share of the characters that stand in links."""
        return self.piece.linked / max(len(self.piece), 1)


def name_kinds(outline: Outline, indices: Iterable[int], knowledge: Knowledge) -> tuple[Verdict, ...]:
    """A verdict with a furniture role for each of these pieces, in their order."""
    namer = _ContainerNamer(knowledge)
    order = tuple(indices)
    named: dict[int, Verdict | None] = {}
    for index in order:
        piece = outline.pieces[index]
        text = outline.text.text[piece.start : piece.end]
        context = Context(piece, text, namer.nearest(piece.element), knowledge)
        named[index] = next((verdict for rule in RULES if (verdict := rule(context)) is not None), None)
    return tuple(named[index] or _from_neighbours(outline, order, at, named) for at, index in enumerate(order))


def name_lines(outline: Outline, knowledge: Knowledge) -> dict[int, Verdict]:
    """The pieces that are furniture by their words alone, in order, without hidden ones."""
    text = outline.text.text
    found = (
        (index, phrase_verdict(text[piece.start : piece.end], knowledge))
        for index, piece in enumerate(outline.pieces)
        if not piece.hidden
    )
    return {index: verdict for index, verdict in found if verdict is not None and verdict.role in FURNITURE_ROLES}


def _hidden(context: Context) -> Verdict | None:
    return Verdict("hidden", "hidden_by_markup") if context.piece.hidden else None


def _head_title(context: Context) -> Verdict | None:
    """The words of <title>, which stand on no part of the page that is shown."""
    element = context.piece.element
    inside = element is not None and element.tag == "title"
    return Verdict("hidden", "title_element") if inside else None


def _phrase(context: Context) -> Verdict | None:
    verdict = phrase_verdict(context.text, context.knowledge)
    return verdict if verdict is not None and verdict.role in FURNITURE_ROLES else None


def _rights(context: Context) -> Verdict | None:
    return Verdict("licence", "rights_line") if len(context.text) < 400 and RIGHTS.search(context.text) else None


def _container(context: Context) -> Verdict | None:
    """The innermost container whose name tells."""
    return context.container


def _linked_title(context: Context) -> Verdict | None:
    """A line that is all link and as long as a headline leads to another story."""
    if context.linked > 0.7 and len(context.text.split()) >= 5:
        return Verdict("related", "linked_title")
    return None


def _linked_label(context: Context) -> Verdict | None:
    return Verdict("navigation", "linked_label") if context.linked > 0.7 else None


RULES: tuple[Callable[[Context], Verdict | None], ...] = (
    _hidden, _head_title, _phrase, _rights, _container, _linked_title, _linked_label,
)  # fmt: skip


class _ContainerNamer:
    """Names containers, each element once."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._known: dict[int, Verdict | None] = {}

    def nearest(self, element: Element | None) -> Verdict | None:
        """What the innermost container of a piece whose name tells is."""
        passed: list[int] = []
        found: Verdict | None = None
        while element is not None and found is None:
            if element.number in self._known:
                found = self._known[element.number]
                break
            passed.append(element.number)
            attributes = element.attributes
            named = " ".join(attributes[name][:300] for name in NAME_ATTRIBUTES if name in attributes)
            found = container_kind(element.tag, named, self._knowledge)
            element = element.parent
        self._known.update(dict.fromkeys(passed, found))
        return found


@lru_cache(maxsize=20_000)  # lists and cards name their parts alike
def container_kind(tag: str, named: str, knowledge: Knowledge) -> Verdict | None:
    """The kind of furniture that an element of this name holds; `named` are the values of its naming attributes."""
    if tag in ("html", "body", "main"):
        return None
    words = name_words(named)
    for kind in _kinds(knowledge):
        if tag in kind.tags or not kind.words.isdisjoint(words):
            return Verdict(kind.role, kind.name)
    return None


def name_words(named: str) -> frozenset[str]:
    """The words in an element's class, id and the like, lower case, apart and as they are joined ("mostread")."""
    return frozenset([word.lower() for word in WORD.findall(named)] + named.lower().split())


@lru_cache(maxsize=4)
def _kinds(knowledge: Knowledge) -> tuple[Kind, ...]:
    return tuple(
        Kind(kind["role"], kind["name"], frozenset(kind.get("words", ())), frozenset(kind.get("tags", ())))
        for kind in knowledge.lexicons["containers"]["kind"]
    )


def _from_neighbours(outline: Outline, order: tuple[int, ...], at: int, named: dict[int, Verdict | None]) -> Verdict:
    """The kind of the nearest named piece, the one before it first, as long as only furniture lies between."""
    for distance in range(1, NEIGHBOURHOOD + 1):
        for side in (-distance, distance):
            beside = at + side
            if not 0 <= beside < len(order) or abs(order[beside] - order[at]) != distance:
                continue
            verdict = named[order[beside]]
            if verdict is not None and verdict.role not in ("hidden", "metadata", "embed_card"):
                return Verdict(verdict.role, "beside_" + verdict.rule.removeprefix("beside_"))
    return Verdict("other", "no_sign")
