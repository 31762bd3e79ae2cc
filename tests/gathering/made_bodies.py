"""Article bodies from a few given fields, for tests of gathering."""

from collections.abc import Mapping
from typing import Any

from headwater.records import Article, ArticleBody, Credit, Moment, Name, Span, Words

SOURCE = Span(0, 4, "source")


def make_body(id_: str, given: Mapping[str, Any]) -> ArticleBody:
    """The body with these `paragraphs`; one line break of page text between them."""
    position = int(given.get("offset", 0))
    paragraphs: list[Words] = []
    for text in given["paragraphs"]:
        paragraphs.append(Words(Span(position, position + len(text)), text))
        position += len(text) + 1
    publisher = given.get("publisher")
    credit = given.get("credit")
    article = Article(
        id=id_,
        page="p-" + id_,
        span=Span(int(given.get("offset", 0)), position),
        kind=given.get("kind", "story"),
        title=None,
        authors=(),
        publisher=Name(SOURCE, publisher, "made") if publisher else None,
        published=_moment(given),
        modified=None,
        language="en",
        credits=(Credit(SOURCE, "agency", credit, None, None, "made"),) if credit else (),
        embedded_in=given.get("embedded_in"),
        rule="made",
    )
    return ArticleBody(article, given.get("location", id_ + ".html"), tuple(paragraphs))


def page_text(body: ArticleBody) -> str:
    """The page text that the paragraphs stand in, blanks for the rest."""
    text = [" "] * body.article.span.end
    for paragraph in body.paragraphs:
        text[paragraph.span.start : paragraph.span.end] = paragraph.text
    return "".join(text)


def _moment(given: Mapping[str, Any]) -> Moment | None:
    date = given.get("published")
    if date is None:
        return None
    precision = "day" if len(date) == 10 else "minute"
    return Moment(SOURCE, date, precision, given.get("zone"), bool(given.get("inferred")), "made")  # type: ignore[arg-type]
