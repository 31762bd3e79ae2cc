"""Blocks of a page, and the articles they make up."""

from dataclasses import dataclass
from typing import Literal

from headwater.records.span import Span, Words

ArticleRole = Literal["headline", "standfirst", "body", "heading", "quotation", "list", "caption", "correction"]
HeaderRole = Literal["byline", "dateline", "metadata"]
FurnitureRole = Literal[
    "navigation", "advert", "donation", "newsletter", "share", "comments", "licence", "disclaimer",
    "author_bio", "related", "embed_card", "hidden", "other",
]  # fmt: skip
Role = ArticleRole | HeaderRole | FurnitureRole

ARTICLE_ROLES: tuple[ArticleRole, ...] = (
    "headline", "standfirst", "body", "heading", "quotation", "list", "caption", "correction",
)  # fmt: skip
HEADER_ROLES: tuple[HeaderRole, ...] = ("byline", "dateline", "metadata")
FURNITURE_ROLES: tuple[FurnitureRole, ...] = (
    "navigation", "advert", "donation", "newsletter", "share", "comments", "licence", "disclaimer",
    "author_bio", "related", "embed_card", "hidden", "other",
)  # fmt: skip

Precision = Literal["second", "minute", "hour", "day", "month", "year"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the page text between two block borders.  Blocks tile the page: every non-blank character is in
    exactly one.  `article` is null for furniture; `rule` names the rule or model head that gave the role."""

    id: str
    page: str
    span: Span
    role: Role
    article: str | None
    rule: str
    doubt: float | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A person or outlet named on the page.  `span` covers the words that name it, in the text or the source."""

    span: Span
    name: str
    rule: str


@dataclass(frozen=True, slots=True)
class Moment:
    """When an article came out: ISO 8601 `date` no finer than `precision`; `zone` as stated (`+02:00`, `Z`) or null.
    `inferred` is true for a date that the page does not state as its date of publication (an address, say)."""

    span: Span
    date: str
    precision: Precision
    zone: str | None
    inferred: bool
    rule: str


CreditKind = Literal["reprint", "via", "originally_published", "syndicated", "agency"]


@dataclass(frozen=True, slots=True)
class Credit:
    """Words that say where an article's text came from."""

    span: Span
    kind: CreditKind
    outlet: str | None
    author: str | None
    date: str | None
    rule: str


ArticleKind = Literal["story", "introduction", "reprint", "entry", "brief"]


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a page.  `embedded_in` is the article it stands inside: a reprint in its introduction, an entry
    in its live blog.  What the page does not give is null."""

    id: str
    page: str
    span: Span
    kind: ArticleKind
    title: Words | None
    authors: tuple[Name, ...]
    publisher: Name | None
    published: Moment | None
    modified: Moment | None
    language: str
    credits: tuple[Credit, ...]
    embedded_in: str | None
    rule: str
    doubt: float | None = None


@dataclass(frozen=True, slots=True)
class ArticleBody:
    """An article with the words of its blocks, in page order: all that gathering needs of a page."""

    article: Article
    location: str
    paragraphs: tuple[Words, ...]
