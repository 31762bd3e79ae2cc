"""Our own stage of times, on a text that is one article of a known day."""

from collections.abc import Callable, Sequence

import numpy as np

from eval.times_gold import Document, Timex
from headwater.knowledge import Knowledge, load
from headwater.reading import sentences, times
from headwater.reading.spoken import Spoken
from headwater.records import Article, Block, Moment, Span
from headwater.text import LITERAL, Decoded, TextBuilder


def reader(documents: Sequence[Document]) -> Callable[[Document], Sequence[Timex]]:
    """The function from a document to what the stage finds in it; sentences are cut beforehand."""
    knowledge = load()
    pages = {document.id: spoken(document, knowledge) for document in documents}

    def find(document: Document) -> Sequence[Timex]:
        return [
            Timex(mention.span.start, mention.span.end, mention.value or "", mention.kind.upper())
            for mention in times.read(pages[document.id], knowledge).times
        ]

    return find


def spoken(document: Document, knowledge: Knowledge) -> Spoken:
    """The document as a page read as far as its sentences."""
    text = document.text
    builder = TextBuilder(Decoded(text, "utf-8", np.arange(len(text) + 1)))
    builder.add(text, 0, len(text), LITERAL)
    span = Span(0, len(text))
    written = Moment(Span(0, 0, "given"), document.written, "day", None, False, "given") if document.written else None
    article = Article("a", "p", span, "story", None, (), None, written, None, "en", (), None, "given")
    page = builder.build()
    split = sentences.split(page, (Block("b", "p", span, "body", "a", "given"),), (article,), knowledge)
    return Spoken(page, (article,), split)
