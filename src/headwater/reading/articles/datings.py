"""Dates as the text and the markup of one draft state them, made into moments with their place."""

from collections.abc import Iterator
from dataclasses import replace

from headwater.reading.articles import dates
from headwater.reading.articles.dates import Stated
from headwater.reading.articles.facts import metas, narrowed
from headwater.reading.articles.jsonld import Value
from headwater.reading.articles.outline import Element
from headwater.reading.articles.scope import Scope
from headwater.records import Moment, Span

PUBLISHED_METAS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "article:published", "published_time", "publish-date", "publishdate", "publish_date", "pubdate",
    "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date",
    "date.published", "article.published", "article_date_original", "originalpublicationdate",
    "cxenseparse:recs:publishtime",
    "citation_publication_date", "citation_date", "datecreated", "date", "pub_date", "article:post_date",
)  # fmt: skip
MODIFIED_METAS = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dc.date.modified",
    "dcterms.modified", "last-modified", "lastmod", "article.updated", "revised", "article:modified",
)  # fmt: skip


def from_script(scope: Scope, value: Value | None, rule: str) -> Moment | None:
    """The moment in a value of a JSON-LD article."""
    return None if value is None else from_value(scope, value.text, value.span, rule)


def from_metas(scope: Scope, names: tuple[str, ...], rule: str) -> Moment | None:
    """The first moment in the meta tags of these names, for the article that they speak of."""
    if not scope.owns_page:
        return None
    found = (from_value(scope, fact.value, fact.span, rule) for fact in metas(scope.outline, names))
    return next((moment for moment in found if moment), None)


def from_marked(scope: Scope, names: tuple[str, ...], rule: str) -> Moment | None:
    """The first moment that an element of the head with one of these itemprops holds."""
    for fact in scope.outline.facts:
        if fact.kind in ("microdata", "time") and fact.name.lower() in names and in_head(scope, fact.at):
            moment = from_value(scope, fact.value, fact.span, rule)
            if moment is not None:
                return moment
    return None


def from_value(scope: Scope, value: str, span: Span, rule: str) -> Moment | None:
    """The moment that a value of the markup states, unless it lies ahead."""
    stated = dates.read_value(value, scope.patterns)
    stated = dates.settled(stated, _order(scope)) if stated else None
    if stated is None or dates.is_future(stated, scope.context.page.seen_at):
        return None
    return made(stated, narrowed(scope.outline, value, span, (stated.start, stated.end)), rule)


def line_dates(scope: Scope, pieces: tuple[int, ...]) -> Iterator[tuple[str, Stated]]:
    """The dates of the date lines among the pieces, in order, each with the words before it; `start` and `end` count
    in the page text."""
    text = scope.outline.text.text
    for index in pieces:
        cues = scope.context.cues[index]
        if cues.date or cues.byline:
            first = scope.outline.pieces[index].start
            for start, end in scope.lines(index):
                for stated in dates.find_dates(text[start:end], scope.patterns):
                    yield (
                        text[first : start + stated.start],
                        replace(stated, start=start + stated.start, end=start + stated.end),
                    )


def in_line(scope: Scope, index: int, place: tuple[int, int], rule: str) -> Moment | None:
    """The date that begins at a place of a piece."""
    for stated in dates.find_dates(scope.words(index), scope.patterns):
        if place[0] <= stated.start < place[1]:
            base = scope.outline.pieces[index].start
            return moment_of(scope, replace(stated, start=base + stated.start, end=base + stated.end), rule)
    return None


def moment_of(scope: Scope, stated: Stated, rule: str, *, inferred: bool = False) -> Moment | None:
    """The moment that words of the text state, with day and month the right way round and the year told."""
    seen_at = scope.context.page.seen_at
    settled = dates.settled(stated, _order(scope))
    if settled is not None and settled.yearless:
        known = [value.date for value in _known(scope) if not value.yearless and value.turned is None]
        settled, inferred = dates.with_year(settled, known, seen_at), True
    if settled is None or dates.is_future(settled, seen_at):
        return None
    return made(settled, Span(stated.start, stated.end), rule, inferred=inferred)


def made(stated: Stated, span: Span, rule: str, *, inferred: bool = False) -> Moment:
    """The moment of a settled date."""
    return Moment(span, stated.date, stated.precision, stated.zone, inferred, rule)


def is_changed(scope: Scope, before: str) -> bool:
    """True where the last word of its kind before a date says that it is one of change."""
    said = [match["kind"].lower() for match in scope.patterns.posted.finditer(before)]
    return bool(said) and " ".join(said[-1].split()) in scope.patterns.words["modified"]


def _order(scope: Scope) -> dates.Order | None:
    return dates.settle_order(_known(scope))


def _known(scope: Scope) -> Iterator[Stated]:
    """Dates that the page states anywhere near the head or in its markup, to read unclear ones by."""
    for index in (*scope.head, *scope.tail):
        if scope.context.cues[index].date:
            yield from dates.find_dates(scope.words(index), scope.patterns)
    for fact in scope.outline.facts:
        if fact.kind == "time" or (fact.kind == "meta" and fact.name in PUBLISHED_METAS):
            stated = dates.read_value(fact.value, scope.patterns)
            if stated is not None:
                yield stated
    stated = dates.from_location(scope.context.page.location, scope.patterns)
    if stated is not None:
        yield stated


def in_head(scope: Scope, at: int) -> bool:
    """True for a place of the page text in the head."""
    pieces = scope.outline.pieces
    return bool(scope.head) and pieces[scope.head[0]].start - 1 <= at <= pieces[scope.head[-1]].end


def says_modified(scope: Scope, at: int, element: Element | None) -> bool:
    """True where an element, or the words before it, say that it tells of a change."""
    said = " ".join(element.attributes.get(name, "") for name in ("class", "itemprop")).lower() if element else ""
    before = scope.outline.text.text[max(at - 30, 0) : at].lower().split("\n")[-1]
    return any(word in text for text in (said, before) for word in ("modified", "update"))
