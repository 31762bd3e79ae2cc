"""Article text cut into sentences: block borders first, then a splitter, then repair."""

from collections.abc import Iterator
from itertools import pairwise

from headwater.knowledge import Knowledge
from headwater.reading.sentences.repair import repair, words
from headwater.records import ARTICLE_ROLES, Article, Block, Span
from headwater.text import PageText

# The splitter's time grows with the square of what it is given, on text made to hurt it.
LONGEST = 8_000


def split(
    text: PageText, blocks: tuple[Block, ...], articles: tuple[Article, ...], knowledge: Knowledge
) -> tuple[Span, ...]:
    """The sentences of all article text, in page order; every non-blank character of it is in exactly one.

    A sentence has no blanks at its ends and never crosses a block; text longer than LONGEST is
    cut first, at a line's or a sentence's end where it has one.
    """
    languages = {article.id: article.language for article in articles}
    sentences: list[Span] = []
    for block in sorted(blocks, key=lambda block: block.span):
        if block.role in ARTICLE_ROLES and block.article is not None:
            language = languages.get(block.article, "en")
            for start, end in _split_block(text[block.span], language, knowledge):
                sentences.append(Span(block.span.start + start, block.span.start + end))
    return tuple(sentences)


def _split_block(text: str, language: str, knowledge: Knowledge) -> Iterator[tuple[int, int]]:
    for start, end in _portions(text):
        portion = text[start:end]
        cuts = _cuts(portion, "en" if language == "und" else language)
        borders = [0, *repair(portion, cuts, words(knowledge)), len(portion)]
        for left, right in pairwise(borders):
            sentence = portion[left:right]
            if sentence.strip():
                begin = start + left + len(sentence) - len(sentence.lstrip())
                yield begin, begin + len(sentence.strip())


def _cuts(text: str, language: str) -> list[int]:
    import sentencex

    cuts: list[int] = []
    position = 0
    for segment in sentencex.segment(language, text):
        position += len(segment)
        cuts.append(position)
    return cuts[:-1] if position == len(text) else []


def _portions(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > LONGEST:
        lowest, limit = start + LONGEST // 2, start + LONGEST
        marks = (mark for mark in ("\n", ". ", " ") if mark in text[lowest:limit])
        end = next((text.rfind(mark, lowest, limit) + len(mark) for mark in marks), limit)
        yield start, end
        start = end
    yield start, len(text)
