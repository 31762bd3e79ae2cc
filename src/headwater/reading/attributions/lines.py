"""Sentences as the rules look at them: words and marks, with each quotation as a single token."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.reading.attributions.quotations import Quotation
from headwater.reading.words import Token, tokenize
from headwater.records import Span

QUOTED = "“”"
LONGEST = 4000


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One sentence, or several over which a quotation runs.  A token with the text QUOTED is a quotation whole."""

    text: str
    tokens: list[Token]
    role: str

    def span(self, first: int, last: int) -> Span:
        """The words of tokens [first, last)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


def lines_of(
    text: str, span: Span, role: str, sentences: Sequence[Span], quotations: Sequence[Quotation]
) -> Iterator[Line]:
    """The lines of a paragraph (or of any stretch); both sequences are in order and all meet the span."""
    quoted = [outer for quotation in quotations for outer in quotation.outer if span.start <= outer.start < span.end]
    index = 0
    for piece in _merged(span, sentences, quoted):
        own: list[Span] = []
        while index < len(quoted) and quoted[index].start < piece.end:
            own.append(quoted[index])
            index += 1
        yield Line(text, _tokens(text, piece, own), role)


def _merged(span: Span, sentences: Sequence[Span], quoted: Sequence[Span]) -> Iterator[Span]:
    """Sentences cut to the span, those joined over which a quotation runs."""
    index, open_ = 0, -1
    start: int | None = None
    for sentence in sentences:
        left, right = max(sentence.start, span.start), min(sentence.end, span.end)
        if left >= right:
            continue
        start = left if start is None else start
        while index < len(quoted) and quoted[index].start < right:
            open_ = max(open_, quoted[index].end)
            index += 1
        if open_ <= right:
            yield Span(start, right)
            start = None
    if start is not None:
        yield Span(start, span.end)


def _tokens(text: str, span: Span, quoted: Sequence[Span]) -> list[Token]:
    tokens: list[Token] = []
    start, limit = span.start, min(span.end, span.start + LONGEST)
    for quotation in quoted:
        if quotation.start >= limit:
            break
        tokens += tokenize(text, start, quotation.start)
        tokens.append(Token(QUOTED, quotation.start, quotation.end, QUOTED))
        start = max(quotation.end, start)
        limit = max(limit, start)
    return tokens + tokenize(text, start, min(span.end, max(limit, start)))
