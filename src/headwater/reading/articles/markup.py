"""What elements and dividing lines say of where the articles of a page begin."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from headwater.reading.articles.leaves import Leaf
from headwater.reading.articles.outline import Element, Outline

DEEPEST = 12  # ancestors of a piece that are looked at
ENOUGH_PROSE = 200
OUTER = frozenset({"body", "main", "html"})


def markup_features(outline: Outline, page: Sequence[Leaf]) -> Mapping[int, frozenset[str]]:
    """Features for the titles of a page; for plain text, only what capitals and lines of dashes or stars tell."""
    titles = [index for index, leaf in enumerate(page) if leaf.titular]
    rules = _after_rules(outline, page) if outline.form == "html" else _after_lines(page)
    divided = _divided(page, rules)
    if outline.form != "html":
        capitals = _in_capitals(page, titles)
        return {
            index: frozenset(name for name, holds in (("divided", divided), ("capitals", capitals)) if index in holds)
            for index in divided | capitals
        }
    containers = _item_titles(page)
    top = _top_level(page, titles)
    features: dict[int, frozenset[str]] = {}
    for index in titles:
        leaf = page[index]
        named = {
            "container": index in containers,
            "rule": index in rules,
            "divided": index in divided,
            "top_level": top is not None and leaf.cues.heading == top,
            "below_top": top is not None and (leaf.cues.heading or top) > top,
            "linked_title": leaf.piece.linked >= 0.8 * len(leaf.piece),
        }
        features[index] = frozenset(name for name, holds in named.items() if holds)
    return features


def _top_level(page: Sequence[Leaf], titles: Sequence[int]) -> int | None:
    """The heading level of the first title that has something but another title below it."""
    below = (page[index].cues.heading for index in titles if index + 1 < len(page) and not page[index + 1].titular)
    return next((level for level in below if level is not None), None)


def is_live_blog(outline: Outline) -> bool:
    """True where the page's structured data calls it a live blog."""
    return any(fact.kind == "jsonld" and "LiveBlogPosting" in fact.value for fact in outline.facts)


def _item_titles(page: Sequence[Leaf]) -> frozenset[int]:
    """Titles that come first in one of several like containers, each of which holds an article's worth of text."""
    first: dict[int, int] = {}
    elements: dict[int, Element] = {}
    prose: dict[int, int] = defaultdict(int)
    stated: set[int] = set()
    for index, leaf in enumerate(page):
        for element in _around(leaf) if not leaf.furniture else ():
            elements[element.number] = element
            if leaf.titular:
                first.setdefault(element.number, index)
                if leaf.piece.linked >= 0.8 * len(leaf.piece) and first[element.number] == index:
                    stated.add(element.number)
            if leaf.prose and not leaf.titular:
                prose[element.number] += len(leaf.text)
            if leaf.evidence - {"label"}:
                stated.add(element.number)
    groups: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    for number in first:
        if prose[number] >= ENOUGH_PROSE and (number in stated or elements[number].tag == "article"):
            groups[_make(elements[number])].append(number)
    return frozenset(first[number] for group in groups.values() if len(group) >= 2 for number in group)


def _around(leaf: Leaf) -> list[Element]:
    """The elements around a piece, inside out, up to the page's own."""
    around: list[Element] = []
    for element in leaf.piece.element.path()[:DEEPEST] if leaf.piece.element is not None else []:
        if element.tag in OUTER:
            break
        around.append(element)
    return around


def _make(element: Element) -> tuple[int, str, str]:
    """What like containers have in common: the parent, the tag and the first class."""
    classes = element.attributes.get("class", "").split()
    return (element.parent.number if element.parent else -1, element.tag, classes[0] if classes else "")


def _divided(page: Sequence[Leaf], rules: frozenset[int]) -> frozenset[int]:
    """Titles after dividing lines, where there are two such lines or more and each has a title and text below it."""
    opens = all(
        page[index].titular and index + 1 < len(page) and page[index + 1].prose and not page[index + 1].titular
        for index in rules
    )
    return rules if opens and len(rules) >= 2 else frozenset()


def _in_capitals(page: Sequence[Leaf], titles: Sequence[int]) -> frozenset[int]:
    """Titles in capitals throughout, where the first title of the page is one too."""
    capitals = [index for index in titles if page[index].text.isupper()]
    return frozenset(capitals[1:]) if capitals and capitals[0] == titles[0] else frozenset()


def _after_lines(page: Sequence[Leaf]) -> frozenset[int]:
    """Pieces of plain text that come right after a line without any letter or figure."""
    lines = [index for index, leaf in enumerate(page) if not any(char.isalnum() for char in leaf.text)]
    return frozenset(index + 1 for index in lines if index + 1 < len(page) and index + 1 not in lines)


def _after_rules(outline: Outline, page: Sequence[Leaf]) -> frozenset[int]:
    """Pieces that come right after a horizontal rule."""
    rules = sorted(element.start for element in outline.elements if element.tag == "hr")
    marked: set[int] = set()
    at = 0
    for index, leaf in enumerate(page):
        if at < len(rules) and rules[at] <= leaf.piece.start:
            marked.add(index)
            while at < len(rules) and rules[at] <= leaf.piece.start:
                at += 1
    return frozenset(marked)
