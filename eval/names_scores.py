"""Found names against those that people marked: a name is right with its exact span and class.

Where a set leaves open what is a name (`unsure`), a found name that touches none of its names counts neither way.  In
gum and uner, which mark proper names, words without a capital are no found name but of time: re3d, from which a system
may have learned too, marks "the militants" as well.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from eval.names_bodies import is_country
from eval.names_shape import CLASSES, Document, Name
from eval.words import Overlap, overlap

_ARTICLES = ("the ", "a ", "an ")
_PROPER_ONLY = frozenset({"gum", "uner"})
_BODIES = frozenset({"armed_group", "state", "outlet"})


@dataclass(frozen=True, slots=True)
class Tally:
    """How many names were marked, found, and found right."""

    marked: int = 0
    found: int = 0
    right: int = 0

    def overlap(self) -> Overlap:
        """Precision, recall and F1."""
        return overlap(self.right, self.found - self.right, self.marked - self.right)


def tallies(
    documents: Sequence[Document], found: Sequence[Sequence[Name]], *, bodies: bool = True
) -> Mapping[str, Tally]:
    """A tally for each class, for all classes ("all"), and for all when classes do not count ("span").

    Without `bodies`, armed groups, states and outlets are organisations, which is all that re3d itself says.
    """
    marked, seen, right = Counter[str](), Counter[str](), Counter[str]()
    for document, names in zip(documents, found, strict=True):
        gold = {_merged(_shed(document, name), bodies) for name in document.names}
        ours = {_merged(_shed(document, name), bodies) for name in _counted(document, names)}
        spans = {name[:2] for name in gold}, {name[:2] for name in ours}
        for counter, some in ((marked, gold), (seen, ours), (right, gold & ours)):
            counter.update(class_ for _, _, class_ in some)
            counter["all"] += len(some)
        marked["span"] += len(spans[0])
        seen["span"] += len(spans[1])
        right["span"] += len(spans[0] & spans[1])
    return {name: Tally(marked[name], seen[name], right[name]) for name in ("all", "span", *CLASSES) if marked[name]}


def _counted(document: Document, names: Sequence[Name]) -> Iterator[Name]:
    """The found names of classes that the set marks, without those in stretches that it leaves open."""
    for start, end, class_ in names:
        shown = _as_in_set(document, (start, end, class_))
        if shown not in document.classes or not _is_proper(document, (start, end, class_)):
            continue
        touches = any(first < end and start < last for first, last, _ in document.names)
        if touches or not any(first <= start and end <= last for first, last in document.unsure):
            yield start, end, shown


def _is_proper(document: Document, name: Name) -> bool:
    start, end, class_ = name
    proper_only = document.set in _PROPER_ONLY and class_ != "temporal"
    return not proper_only or any(character.isupper() for character in document.text[start:end])


def _as_in_set(document: Document, name: Name) -> str:
    """The class in the words of the set: one that knows no states has the countries among them as places."""
    start, end, class_ = name
    if class_ in document.classes or class_ not in _BODIES:
        return class_
    return "place" if class_ == "state" and is_country(document.text[start:end]) else "organisation"


def _shed(document: Document, name: Name) -> Name:
    """The name without its article in uner, which marks names without; as it is in the others."""
    start, end, class_ = name
    words = document.text[start:end].lower()
    article = next((each for each in _ARTICLES if words.startswith(each)), "") if document.set == "uner" else ""
    return start + len(article), end, class_


def _merged(name: Name, bodies: bool) -> Name:
    return name if bodies or name[2] not in _BODIES else (name[0], name[1], "organisation")
