"""What is said, cut into words inside quotation marks and words that the enclosing voice puts its own way."""

import re
from collections.abc import Iterator, Sequence

from headwater.reading.attributions.quotations import Quotation
from headwater.records import Content, Span

_INSERTION = re.compile(r"\[[^\[\]\n]{1,200}\]|\([^()\n]{1,200}\)")
_THAT = re.compile(r"that\s+", re.IGNORECASE)
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.)+$")
_LOOSE = " \t\n,;:.…—–-"
_SCARE = re.compile(r"(?:\b(?:the|a|an|its|their|his|her|this|that|these|those|so-called)\s+)$", re.IGNORECASE)
FEWEST_WORDS = 3


def contents_of(text: str, said: Sequence[Span], quotations: Sequence[Quotation]) -> list[Content]:
    """The contents in order: verbatim ones without their marks, paraphrased ones without "that" and the last stop.

    `quotations` are those that share words with what is said.
    """
    return [content for span in said for content in _pieces(text, span, quotations)]


def _pieces(text: str, span: Span, quotations: Sequence[Quotation]) -> Iterator[Content]:
    at, first = span.start, True
    for part, outer, marked in _parts(span, quotations):
        if part.start < at or (marked and _vouched(text, span, outer)):
            continue
        yield from _paraphrased(text, Span(at, max(outer.start, at)), first)
        start, end = max(part.start, span.start), min(part.end, span.end)
        if text[start:end].strip():
            yield Content(_trimmed(text, Span(start, end)), verbatim=True)
        at, first = min(outer.end, span.end), False
    yield from _paraphrased(text, Span(at, span.end), first)


def _parts(span: Span, quotations: Sequence[Quotation]) -> Iterator[tuple[Span, Span, bool]]:
    for quotation in quotations:
        for part, outer in zip(quotation.parts, quotation.outer, strict=True):
            if outer.start < span.end and span.start < outer.end:
                yield part, outer, quotation.marked


def _vouched(text: str, span: Span, outer: Span) -> bool:
    """A word or two between marks in a paraphrase, behind an article: the marks may be the enclosing voice's own."""
    words = len(text[outer.start : outer.end].split())
    inside = span.start < outer.start and outer.end < span.end
    return (
        inside and words < FEWEST_WORDS and bool(_SCARE.search(text[max(span.start, outer.start - 12) : outer.start]))
    )


def _paraphrased(text: str, span: Span, first: bool) -> Iterator[Content]:
    that = _THAT.match(text, span.start, span.end) if first else None
    start = that.end() if that else span.start
    end = span.end
    while end > start and text[end - 1] in _LOOSE and not _ABBREVIATED.search(text, max(start, end - 4), end):
        end -= 1
    while start < end and text[start] in _LOOSE:
        start += 1
    if any(character.isalnum() for character in text[start:end]):
        yield Content(Span(start, end), verbatim=False)


def insertions_of(text: str, contents: Sequence[Content]) -> tuple[Span, ...]:
    """[Words] and (words) that the enclosing voice puts into what it quotes."""
    return tuple(
        Span(match.start(), match.end())
        for content in contents
        if content.verbatim
        for match in _INSERTION.finditer(text, content.span.start, content.span.end)
    )


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))
