"""A quotation with the words around it: all that the rules for speakers look at."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.reading.attributions.lines import Line, lines_of
from headwater.reading.attributions.quotations import Paragraph, Quotation
from headwater.reading.words import Token, tokenize
from headwater.records import Span

WINDOW = 500


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """`before` and `after` are the tokens of the quotation's own sentence, up to the next quotation on either side.

    `ends_speech`: the quoted words end in a stop or comma.  `alone`: the quotation is its whole paragraph.
    `introduction` is the last sentence of the paragraph before, where the quotation is alone; `sequel` the sentence
    behind the quotation, where the quotation ends one.
    """

    text: str
    before: list[Token]
    after: list[Token]
    words: int
    capital: bool
    ends_speech: bool
    alone: bool
    introduction: list[Token]
    sequel: list[Token]


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """One article: its text, paragraphs, sentences and quotations, each in order."""

    text: str
    paragraphs: Sequence[Paragraph]
    sentences: Sequence[Span]
    quotations: Sequence[Quotation]

    def setting(self, index: int) -> Setting:
        """The setting of the quotation with this index."""
        quotation = self.quotations[index]
        first, last = self.paragraphs[quotation.first], self.paragraphs[quotation.last]
        opening, closing = self.sentence_at(quotation.parts[0].start), self.sentence_at(quotation.end - 1)
        left = max(first.span.start, opening.start, quotation.start - WINDOW, self._end_before(index))
        right = min(last.span.end, closing.end, quotation.end + WINDOW, self._start_after(index))
        words = self.text[quotation.parts[0].start : quotation.parts[-1].end].strip()
        alone = not self.text[first.span.start : quotation.start].strip() and not self.text[
            quotation.end : last.span.end
        ].strip(" .")
        return Setting(
            self.text,
            tokenize(self.text, left, quotation.start),
            tokenize(self.text, quotation.end, right),
            len(words.split()),
            words[:1].isupper(),
            words.rstrip("’'”")[-1:] in tuple(",.?!…—–-"),
            alone,
            self._introduction(quotation) if alone else [],
            self._sequel(quotation, closing),
        )

    def _sequel(self, quotation: Quotation, closing: Span) -> list[Token]:
        """The next sentence of the paragraph, or the first of the next one."""
        if self.text[quotation.end : closing.end].strip():
            return []
        index = bisect_right(self.sentences, Span(closing.start, len(self.text) + 1))
        if index >= len(self.sentences) or self.sentences[index].start - quotation.end > 3:
            return []
        sentence = self.sentences[index]
        return tokenize(self.text, sentence.start, min(sentence.end, sentence.start + WINDOW))

    def lines(self) -> Iterator[tuple[int, Line]]:
        """Each line of the text with the number of its paragraph, in order."""
        for paragraph in self.paragraphs:
            first = bisect_right(self.sentences, Span(paragraph.span.start, 0)) - 1
            own: list[Span] = []
            for index in range(max(first, 0), len(self.sentences)):
                if self.sentences[index].start >= paragraph.span.end:
                    break
                own.append(self.sentences[index])
            quotations = self._quotations_in(paragraph)
            for line in lines_of(self.text, paragraph.span, paragraph.role, own, quotations):
                yield paragraph.index, line

    def _quotations_in(self, paragraph: Paragraph) -> list[Quotation]:
        first = bisect_right(self.quotations, paragraph.span.start, key=lambda one: one.end)
        own: list[Quotation] = []
        for index in range(first, len(self.quotations)):
            if self.quotations[index].start >= paragraph.span.end:
                break
            own.append(self.quotations[index])
        return own

    def outside(self) -> list[list[Span]]:
        """For each paragraph, its stretches outside quotation marks, in order."""
        stretches: list[list[Span]] = []
        index = 0
        for paragraph in self.paragraphs:
            start, end = paragraph.span.start, paragraph.span.end
            own: list[Span] = []
            while index < len(self.quotations) and self.quotations[index].start < end:
                own.append(Span(start, max(self.quotations[index].start, start)))
                start = self.quotations[index].end
                if start > end:
                    break
                index += 1
            own.append(Span(start, max(start, end)))
            stretches.append([span for span in own if len(span)])
        return stretches

    def last_sentence(self, paragraph: Paragraph) -> Span:
        """The sentence with which the paragraph ends."""
        return self.sentence_at(paragraph.span.end - 1)

    def _introduction(self, quotation: Quotation) -> list[Token]:
        if quotation.first == 0 or self.paragraphs[quotation.first - 1].role not in ("body", "standfirst", "list"):
            return []
        sentence = self.last_sentence(self.paragraphs[quotation.first - 1])
        return tokenize(self.text, max(sentence.start, sentence.end - WINDOW), sentence.end)

    def sentence_at(self, position: int) -> Span:
        """The sentence around this place."""
        index = bisect_right(self.sentences, Span(position, len(self.text) + 1)) - 1
        return self.sentences[max(index, 0)]

    def sentences_in(self, span: Span) -> Iterator[Span]:
        """The span, cut where sentences end."""
        index = max(bisect_right(self.sentences, Span(span.start, len(self.text) + 1)) - 1, 0)
        while index < len(self.sentences) and self.sentences[index].start < span.end:
            sentence = self.sentences[index]
            start, end = max(sentence.start, span.start), min(sentence.end, span.end)
            if start < end:
                yield Span(start, end)
            index += 1

    def paragraph_at(self, position: int) -> int:
        """The number of the paragraph around this place."""
        return max(bisect_right(self.paragraphs, position, key=lambda paragraph: paragraph.span.start) - 1, 0)

    def _end_before(self, index: int) -> int:
        return self.quotations[index - 1].end if index else 0

    def _start_after(self, index: int) -> int:
        return self.quotations[index + 1].start if index + 1 < len(self.quotations) else len(self.text)
