"""Text in capitals, as the stages look at it: letter for letter the same, with the case that running text would have.

Wire copy of older days, headlines, old scrapes.  Where a block of an article has (nearly) no small letters, a shadow of
the page's text is made, of the same length, in which every offset means what it meant; spans keep pointing at the text
as received.  A page without such blocks gets its own text back.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from headwater.knowledge import Knowledge
from headwater.reading.casing import cased, writing_of
from headwater.records import ARTICLE_ROLES, Article, Block, Span
from headwater.text import PageText

Record = TypeVar("Record")

# A run of small letters in so many characters is still text in capitals ("McDONALD").
STRAY = 150
LEAST_WORDS = 3

_SMALL_RUN = re.compile(r"[a-zà-öø-ÿ]{3}")
_CAPITAL_WORD = re.compile(r"[^\W\d_a-z]{2,}")


def restored(text: PageText, blocks: Sequence[Block], articles: Sequence[Article], knowledge: Knowledge) -> PageText:
    """The text as the stages look at it; the very same where no block of an English article is in capitals."""
    shouted = list(_shouted(text, blocks, articles))
    if not shouted or "casing" not in knowledge.weights:
        return text
    parts: list[str] = []
    at = 0
    for span in shouted:
        parts += [text.text[at : span.start], cased(text[span], writing_of(knowledge))]
        at = span.end
    return replace(text, text="".join([*parts, text.text[at:]]))


def as_received(record: Record, text: PageText) -> Record:
    """The record with the words of its spans as they stand in the text."""
    changed = {
        field.name: after
        for field in fields(record)  # type: ignore[arg-type]
        if (after := _received(getattr(record, field.name), text)) is not getattr(record, field.name)
    }
    span, words = getattr(record, "span", None), getattr(record, "text", None)
    if isinstance(span, Span) and span.space == "text" and isinstance(words, str) and len(words) == len(span):
        changed["text"] = text[span]
    return replace(record, **changed) if changed else record  # type: ignore[type-var]


def in_capitals(words: str) -> bool:
    """Whether (nearly) all of it is in capitals; two words alone may be a name."""
    allowed = len(words) // STRAY
    for number, _ in enumerate(_SMALL_RUN.finditer(words)):
        if number == allowed:
            return False
    return sum(1 for _ in _CAPITAL_WORD.finditer(words)) >= LEAST_WORDS


def _shouted(text: PageText, blocks: Sequence[Block], articles: Sequence[Article]) -> Iterator[Span]:
    english = {article.id for article in articles if article.language.split("-")[0] in ("en", "und")}
    for block in sorted(blocks, key=lambda block: block.span):
        if block.article in english and block.role in ARTICLE_ROLES and in_capitals(text[block.span]):
            yield block.span


def _received(value: Any, text: PageText) -> Any:
    if isinstance(value, tuple):
        after = tuple(_received(one, text) for one in value)
        return after if any(one is not other for one, other in zip(after, value, strict=True)) else value
    if is_dataclass(value) and not isinstance(value, (type, Span)):
        return as_received(value, text)
    return value
