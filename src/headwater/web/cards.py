"""The header card of an article: what is known of it, and the words that each value rests on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from headwater.ledger.base import View
from headwater.records import Article, Credit, Moment, PageRecord, Span
from headwater.web.wording import moment, plain_name, shorten

WHERE = {
    "text": "in the text",
    "source": "in the page's markup",
    "location": "in the page's address",
    "given": "given beside the page",
}


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a card.  `words` are those it rests on where they do not stand in the text and are not the value
    itself; `note` says what a reader should know before trusting it."""

    label: str
    value: str
    field: str
    span: Span
    where: str
    words: str
    rule: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """An article and its values, in the order in which one asks for them."""

    article: Article
    values: tuple[Value, ...]

    @property
    def rows(self) -> list[tuple[str, list[Value]]]:
        """The values under their labels: two authors stand in one row."""
        rows: dict[str, list[Value]] = {}
        for value in self.values:
            rows.setdefault(value.label, []).append(value)
        return list(rows.items())


class Words:
    """The words behind a span of any space of a page; the page's bytes are fetched once, and only where needed."""

    def __init__(self, view: View, page: PageRecord, text: str) -> None:
        self._view, self._page, self._text = view, page, text
        self._bytes: bytes | None = None
        self._fetched = False

    def of(self, span: Span, given: str | None = None) -> str:
        """The words, in one line, at most 300 characters; empty where the ledger does not hold them."""
        if span.space == "text":
            return shorten(self._text[span.start : min(span.end, span.start + 600)], 300)
        if span.space == "location":
            return self._page.location[span.start : span.end]
        if span.space == "given":
            return shorten((given or "")[span.start : span.end], 300)
        if not self._fetched:
            self._bytes, self._fetched = self._view.page_bytes(self._page.id), True
        if self._bytes is None:
            return ""
        return shorten(_decoded(self._bytes[span.start : min(span.end, span.start + 1200)], self._page.charset), 300)


def card(article: Article, words: Words, page: PageRecord) -> Card:
    """The header card of an article of this page."""
    return Card(article, tuple(_value(field, words, page) for field in _fields(article, words)))


class Stated(Protocol):
    """A value of a header, with its span and rule."""

    @property
    def span(self) -> Span: ...
    @property
    def rule(self) -> str: ...


Field = tuple[str, str, Stated, str]


def _fields(article: Article, words: Words) -> Iterator[Field]:
    """Name of the field, value as shown, where it comes from, label."""
    for number, author in enumerate(article.authors):
        yield f"author:{number}", author.name, author, "author"
    if article.publisher is not None:
        yield "publisher", article.publisher.name, article.publisher, "publisher"
    for name, when in (("published", article.published), ("modified", article.modified)):
        if when is not None:
            yield name, moment(when), when, name
    for number, credit in enumerate(article.credits):
        yield f"credit:{number}", _credited(credit, words), credit, plain_name(credit.kind)


def _value(field: Field, words: Words, page: PageRecord) -> Value:
    name, shown, stated, label = field
    given = page.given.published if isinstance(stated, Moment) else page.given.outlet
    resting = "" if stated.span.space == "text" else words.of(stated.span, given)
    resting = "" if resting == shown else resting
    note = _doubtful(stated) if isinstance(stated, Moment) else ""
    return Value(label, shown, name, stated.span, WHERE[stated.span.space], resting, stated.rule, note)


def _doubtful(when: Moment) -> str:
    note = f"to the {when.precision}" + (", inferred" if when.inferred else "")
    return note if when.zone or "T" not in when.date else note + ", zone not stated"


def _credited(credit: Credit, words: Words) -> str:
    stated = [part for part in (credit.outlet, credit.author, credit.date) if part]
    return ", ".join(stated) or words.of(credit.span)


def _decoded(data: bytes, charset: str | None) -> str:
    try:
        return data.decode(charset or "utf-8", "backslashreplace")
    except LookupError:
        return data.decode("utf-8", "backslashreplace")
