"""Sentences with their gold labels, ready to be put into windows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from eval.plain_page import plain_page
from eval.polnear_gold import PARTS, Extent, GoldArticle, held_out, read_articles

from headwater.knowledge import Knowledge
from headwater.knowledge.labels import NAME_CLASSES
from headwater.knowledge.pieces import Pieces, Stretch, cut
from headwater.reading import sentences


@dataclass(frozen=True, slots=True, eq=False)
class GoldSpan:
    """A gold part, inside one sentence: words [first, last]; parts of one attribution share `group`."""

    kind: int
    first: int
    last: int
    group: int


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence with its gold parts and names, each in words (indices into `pieces.heads`).

    `parts` is None where nobody annotated attributions, `names` where nobody annotated names; `classes` are the numbers
    of the name classes that the set annotates, `unsure` the words of which it says nothing.
    """

    pieces: Pieces
    parts: tuple[GoldSpan, ...] | None = None
    names: tuple[tuple[int, int, int], ...] | None = None
    classes: frozenset[int] = frozenset()
    unsure: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A text's sentences in order."""

    id: str
    text: str
    sentences: tuple[Sentence, ...]


def cut_text(identity: str, text: str, tokenizer: Any, knowledge: Knowledge) -> list[Pieces]:
    """The sentences of a text as the reader would cut them."""
    page = plain_page(identity, text)
    opening = {block.span.start for block in page.blocks}
    split = sentences.split(page.text, page.blocks, page.articles, knowledge)
    return cut(tokenizer, text, [Stretch(span.start, span.end, span.start in opening) for span in split])


def polnear(data: Path, tokenizer: Any, knowledge: Knowledge, *, test: bool) -> list[Document]:
    """PolNeAR's articles with their parts: the held-out fifth, or the rest."""
    articles = read_articles(data)
    return [_article(gold, tokenizer, knowledge) for gold in articles if held_out(gold.id) == test]


def _article(gold: GoldArticle, tokenizer: Any, knowledge: Knowledge) -> Document:
    found = cut_text(gold.id, gold.text, tokenizer, knowledge)
    extents = [
        (PARTS.index(name), extent, number)
        for number, attribution in enumerate(gold.attributions)
        for name in PARTS
        for extent in getattr(attribution, name)
    ]
    return Document(gold.id, gold.text, tuple(Sentence(pieces, tuple(_parts(pieces, extents))) for pieces in found))


def _parts(pieces: Pieces, extents: Sequence[tuple[int, Extent, int]]) -> Iterator[GoldSpan]:
    for kind, extent, number in extents:
        words = words_of(pieces, extent)
        if words:
            yield GoldSpan(kind, words[0], words[1], number)


def words_of(pieces: Pieces, extent: Extent) -> tuple[int, int] | None:
    """First and last word of the sentence that the extent touches."""
    if not len(pieces) or extent[1] <= pieces.starts[0] or extent[0] >= pieces.ends[-1]:
        return None
    ends = pieces.ends[np.append(pieces.heads[1:] - 1, len(pieces) - 1)]
    inside = np.flatnonzero((pieces.starts[pieces.heads] < extent[1]) & (ends > extent[0]))
    return (int(inside[0]), int(inside[-1])) if len(inside) else None


def named(documents: Sequence[Any], tokenizer: Any, knowledge: Knowledge) -> list[Document]:
    """Documents of eval.names_gold with their names."""
    found: list[Document] = []
    for document in documents:
        classes = frozenset(NAME_CLASSES.index(name) for name in document.classes)
        cuts = cut_text(document.id, document.text, tokenizer, knowledge)
        extents = [((start, end), NAME_CLASSES.index(name)) for start, end, name in document.names]
        parts = []
        for pieces in cuts:
            placed = [(words_of(pieces, extent), number) for extent, number in extents]
            names = tuple((words[0], words[1], number) for words, number in placed if words)
            unsure = tuple(words for stretch in document.unsure if (words := words_of(pieces, stretch)))
            parts.append(Sentence(pieces, None, names, classes, unsure))
        found.append(Document(f"{document.set}/{document.id}", document.text, tuple(parts)))
    return found


def part_labels(sentence: Sentence) -> np.ndarray:
    """The label of each word by its part (BIOES)."""
    labels = np.zeros(len(sentence.pieces.heads), dtype=np.int64)
    # Sources and cues last: where two attributions share words, the shorter part is kept whole.
    for span in sorted(sentence.parts or (), key=lambda span: -(span.last - span.first)):
        base = 1 + 4 * span.kind
        if span.first == span.last:
            labels[span.first] = base + 3
        else:
            labels[span.first : span.last + 1] = base + 1
            labels[span.first], labels[span.last] = base, base + 2
    return labels
