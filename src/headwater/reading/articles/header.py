"""The header of an article: title, authors, publisher, dates, language and credits, each with its place and rule.

Rules stand in ordered lists, the first answer wins, and its name is kept.  What the page does not give is null.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from headwater.reading.articles.authors import find_authors
from headwater.reading.articles.credits import find_credits
from headwater.reading.articles.cues import is_date_label
from headwater.reading.articles.language import language_of
from headwater.reading.articles.moments import find_modified, find_published
from headwater.reading.articles.outline import Draft, Outline, Verdict
from headwater.reading.articles.publishers import find_publisher
from headwater.reading.articles.scope import HeaderContext, Scope, open_scope
from headwater.reading.articles.titles import Title, find_title
from headwater.records import Article, Credit, Moment, Name, Span, Words
from headwater.records.identity import record_id

__all__ = ["Header", "HeaderContext", "article_id", "make_article", "read_header"]

STANDFIRST_TOKENS = ("standfirst", "dek", "subtitle", "subhead", "summary", "lede", "deck", "excerpt", "strapline")


@dataclass(frozen=True, slots=True)
class Header:
    """What is read of one article beside its text.  `roles` are the verdicts on the pieces of the header."""

    title: Words | None
    authors: tuple[Name, ...]
    publisher: Name | None
    published: Moment | None
    modified: Moment | None
    language: str
    credits: tuple[Credit, ...]
    roles: Mapping[int, Verdict]


def read_header(outline: Outline, draft: Draft, context: HeaderContext) -> Header:
    """The header of a draft."""
    scope = open_scope(outline, draft, context)
    title = find_title(scope)
    byline = find_authors(scope)
    publisher = find_publisher(scope)
    credited = find_credits(scope, byline.agencies, publisher)
    roles = _roles(scope, title)
    roles.update(
        (index, Verdict("byline", byline.authors[0].rule))
        for index in byline.pieces
        if byline.authors and not (title and title.piece == index)
    )
    roles.update((index, Verdict("metadata", rule)) for index, rule in credited.pieces if index not in roles)
    return Header(
        title=title.words if title else None,
        authors=byline.authors,
        publisher=publisher,
        published=find_published(scope),
        modified=find_modified(scope),
        language=language_of(_body(scope)),
        credits=credited.credits,
        roles=roles,
    )


def article_id(outline: Outline, draft: Draft, page: str) -> str:
    """The id that the draft's article has: what others that are embedded in it point to."""
    return record_id("article", page, _span(outline, draft), draft.kind)


def make_article(outline: Outline, draft: Draft, header: Header, page: str, *, embedded_in: str | None) -> Article:
    """The article of a draft with its header; `embedded_in` is the id of the article it stands inside."""
    return Article(
        id=article_id(outline, draft, page),
        page=page,
        span=_span(outline, draft),
        kind=draft.kind,
        title=header.title,
        authors=header.authors,
        publisher=header.publisher,
        published=header.published,
        modified=header.modified,
        language=header.language,
        credits=header.credits,
        embedded_in=embedded_in,
        rule=draft.rule,
        doubt=draft.doubt,
    )


def _span(outline: Outline, draft: Draft) -> Span:
    indices = (*draft.pieces, draft.opening)
    return Span(outline.pieces[min(indices)].start, outline.pieces[max(indices)].end)


def _body(scope: Scope) -> str:
    """The beginning of the running text of the draft, enough to tell its language."""
    parts: list[str] = []
    length = 0
    for index in scope.draft.pieces:
        if scope.context.cues[index].sentences:
            parts.append(scope.words(index))
            length += len(parts[-1])
        if length > 5000:
            break
    return "\n".join(parts)


def _roles(scope: Scope, title: Title | None) -> dict[int, Verdict]:
    """The verdicts on the pieces of the head: headline, standfirst, bylines, dates."""
    roles: dict[int, Verdict] = {}
    seen_prose = False
    for index in scope.head:
        cues = scope.context.cues[index]
        seen_prose = seen_prose or (cues.sentences >= 1 and len(scope.outline.pieces[index]) >= 140)
        if seen_prose:
            break
        if cues.byline:
            roles[index] = Verdict("byline", "byline_line")
        elif cues.credit or cues.date or cues.time:
            rule = "credit_line" if cues.credit else "date_line" if cues.date else "time_line"
            roles[index] = Verdict("metadata", rule)
        elif _is_label(scope, index):
            roles[index] = Verdict("metadata", "date_label")
    if title is not None and title.piece is not None:
        roles[title.piece] = Verdict("headline", title.rule)
        standfirst = _standfirst(scope, title.piece)
        if standfirst is not None and standfirst not in roles:
            roles[standfirst] = Verdict("standfirst", "below_title")
    return roles


def _standfirst(scope: Scope, title: int) -> int | None:
    """The piece right below the title, where its element says so, or where it is a line and the byline follows it."""
    after = [index for index in scope.head if index > title][:2]
    if not after or not 30 <= len(scope.outline.pieces[after[0]]) <= 400:
        return None
    cues = scope.context.cues[after[0]]
    if cues.byline or cues.date or cues.credit or cues.time or cues.name_like or cues.dateline:
        return None
    element = scope.outline.pieces[after[0]].element
    said = " ".join(place.attributes.get("class", "").lower() for place in (element.path()[:2] if element else ()))
    if any(token in said for token in STANDFIRST_TOKENS) or cues.heading is not None:
        return after[0]
    following = scope.context.cues[after[1]] if len(after) > 1 else None
    if following is None:
        return None
    follows = following.byline or following.name_like or following.date or _is_label(scope, after[1])
    return after[0] if follows else None


def _is_label(scope: Scope, index: int) -> bool:
    """True for "Published", and for the "on" that stands by itself after it."""
    words = scope.words(index)
    if words.strip().lower() == "on" and index:
        return is_date_label(scope.words(index - 1), scope.patterns)
    return is_date_label(words, scope.patterns)
