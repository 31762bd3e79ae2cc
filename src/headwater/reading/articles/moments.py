"""When an article was published and last changed: where a page says so, the surest place first."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from headwater.reading.articles import dates
from headwater.reading.articles.cues import credit_rule
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

Rule = Callable[[Scope], Moment | None]


def find_published(scope: Scope) -> Moment | None:
    """The first date of publication that the rules find."""
    return next((moment for rule in PUBLISHED_RULES if (moment := rule(scope))), None)


def find_modified(scope: Scope) -> Moment | None:
    """The first date of change that the rules find."""
    return next((moment for rule in MODIFIED_RULES if (moment := rule(scope))), None)


def credit_date(scope: Scope) -> Moment | None:
    """The date in the credit line of a reprint: when its outlet printed it."""
    if scope.draft.kind != "reprint" and scope.owns_page and scope.outline.form == "html":
        return None
    for index in scope.head:
        if scope.context.cues[index].credit:
            found = credit_rule(scope.words(index), scope.patterns)
            if found is not None and found[1].groupdict().get("date"):
                return _in_line(scope, index, found[1].span("date"), "credit_date")
    return None


def jsonld_published(scope: Scope) -> Moment | None:
    """`datePublished` of the JSON-LD article that is this one."""
    return _from_script(scope, scope.script.published if scope.script else None, "jsonld_published")


def jsonld_modified(scope: Scope) -> Moment | None:
    """`dateModified` of the JSON-LD article that is this one."""
    return _from_script(scope, scope.script.modified if scope.script else None, "jsonld_modified")


def meta_published(scope: Scope) -> Moment | None:
    """The first meta tag for the date of publication that holds one."""
    return _from_metas(scope, PUBLISHED_METAS, "meta_published")


def meta_modified(scope: Scope) -> Moment | None:
    """The first meta tag for the date of change that holds one."""
    return _from_metas(scope, MODIFIED_METAS, "meta_modified")


def marked_published(scope: Scope) -> Moment | None:
    """An element of the head whose itemprop says that it holds the date of publication."""
    return _from_marked(scope, ("datepublished", "datecreated"), "marked_published")


def marked_modified(scope: Scope) -> Moment | None:
    """An element of the head whose itemprop says that it holds the date of change."""
    return _from_marked(scope, ("datemodified",), "marked_modified")


def time_element(scope: Scope) -> Moment | None:
    """The first <time> of the head that does not speak of a change."""
    for fact in scope.outline.facts:
        if fact.kind == "time" and _in_head(scope, fact.at) and not _says_modified(scope, fact.at, fact.element):
            moment = _from_value(scope, fact.value, fact.span, "time_element")
            if moment is not None:
                return moment
    return None


def date_line(scope: Scope) -> Moment | None:
    """A line of the head with a date of publication, or with one that says nothing else."""
    for before, stated in _line_dates(scope, scope.head):
        if stated.precision not in ("month", "year") and not _changed(scope, before):
            moment = _moment(scope, stated, "date_line")
            if moment is not None:
                return moment
    return None


def issue_line(scope: Scope) -> Moment | None:
    """A line of the head with a month and a year."""
    for before, stated in _line_dates(scope, scope.head):
        if not _changed(scope, before) and (moment := _moment(scope, stated, "issue_line")):
            return moment
    return None


def date_at_end(scope: Scope) -> Moment | None:
    """A line below the text that says when it was published."""
    labelled = tuple(index for index in scope.tail if scope.patterns.posted.match(scope.words(index)))
    for before, stated in _line_dates(scope, labelled):
        if not _changed(scope, before) and (moment := _moment(scope, stated, "date_at_end")):
            return moment
    return None


def modified_line(scope: Scope) -> Moment | None:
    """A line of the head that says when the text was changed."""
    for before, stated in _line_dates(scope, scope.head):
        if _changed(scope, before) and (moment := _moment(scope, stated, "modified_line")):
            return moment
    return None


def ago_line(scope: Scope) -> Moment | None:
    """ "3 hours ago", counted back from when the page was seen."""
    for index in scope.head:
        if scope.context.cues[index].time or scope.context.cues[index].date:
            stated = dates.from_ago(scope.words(index), scope.patterns, scope.context.page.seen_at)
            if stated is not None:
                base = scope.outline.pieces[index].start
                placed = replace(stated, start=base + stated.start, end=base + stated.end)
                return _moment(scope, placed, "ago_line", inferred=True)
    return None


def given_date(scope: Scope) -> Moment | None:
    """What the user said beside the page."""
    value = scope.context.page.given.published
    stated = dates.read_value(value, scope.patterns) if value and scope.owns_page else None
    return _made(stated, Span(stated.start, stated.end, "given"), "given_date") if stated else None


def address_date(scope: Scope) -> Moment | None:
    """The date in the page's address; the page does not state it."""
    if not scope.owns_page:
        return None
    stated = dates.from_location(scope.context.page.location, scope.patterns)
    if stated is None or dates.is_future(stated, scope.context.page.seen_at):
        return None
    return _made(stated, Span(stated.start, stated.end, "location"), "address_date", inferred=True)


PUBLISHED_RULES: tuple[Rule, ...] = (
    credit_date,
    date_line,
    marked_published,
    jsonld_published,
    meta_published,
    time_element,
    date_at_end,
    given_date,
    ago_line,
    issue_line,
    address_date,
)
MODIFIED_RULES: tuple[Rule, ...] = (jsonld_modified, meta_modified, marked_modified, modified_line)


def _from_script(scope: Scope, value: Value | None, rule: str) -> Moment | None:
    return None if value is None else _from_value(scope, value.text, value.span, rule)


def _from_metas(scope: Scope, names: tuple[str, ...], rule: str) -> Moment | None:
    if not scope.owns_page:
        return None
    found = (_from_value(scope, fact.value, fact.span, rule) for fact in metas(scope.outline, names))
    return next((moment for moment in found if moment), None)


def _from_marked(scope: Scope, names: tuple[str, ...], rule: str) -> Moment | None:
    for fact in scope.outline.facts:
        if fact.kind in ("microdata", "time") and fact.name.lower() in names and _in_head(scope, fact.at):
            moment = _from_value(scope, fact.value, fact.span, rule)
            if moment is not None:
                return moment
    return None


def _from_value(scope: Scope, value: str, span: Span, rule: str) -> Moment | None:
    stated = dates.read_value(value, scope.patterns)
    stated = dates.settled(stated, _order(scope)) if stated else None
    if stated is None or dates.is_future(stated, scope.context.page.seen_at):
        return None
    return _made(stated, narrowed(scope.outline, value, span, (stated.start, stated.end)), rule)


def _line_dates(scope: Scope, pieces: tuple[int, ...]) -> Iterator[tuple[str, Stated]]:
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


def _in_line(scope: Scope, index: int, place: tuple[int, int], rule: str) -> Moment | None:
    for stated in dates.find_dates(scope.words(index), scope.patterns):
        if place[0] <= stated.start < place[1]:
            base = scope.outline.pieces[index].start
            return _moment(scope, replace(stated, start=base + stated.start, end=base + stated.end), rule)
    return None


def _moment(scope: Scope, stated: Stated, rule: str, *, inferred: bool = False) -> Moment | None:
    """The moment that words of the text state, with day and month the right way round and the year told."""
    seen_at = scope.context.page.seen_at
    settled = dates.settled(stated, _order(scope))
    if settled is not None and settled.yearless:
        known = [value.date for value in _known(scope) if not value.yearless and value.turned is None]
        settled, inferred = dates.with_year(settled, known, seen_at), True
    if settled is None or dates.is_future(settled, seen_at):
        return None
    return _made(settled, Span(stated.start, stated.end), rule, inferred=inferred)


def _made(stated: Stated, span: Span, rule: str, *, inferred: bool = False) -> Moment:
    return Moment(span, stated.date, stated.precision, stated.zone, inferred, rule)


def _changed(scope: Scope, before: str) -> bool:
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


def _in_head(scope: Scope, at: int) -> bool:
    pieces = scope.outline.pieces
    return bool(scope.head) and pieces[scope.head[0]].start - 1 <= at <= pieces[scope.head[-1]].end


def _says_modified(scope: Scope, at: int, element: Element | None) -> bool:
    said = " ".join(element.attributes.get(name, "") for name in ("class", "itemprop")).lower() if element else ""
    before = scope.outline.text.text[max(at - 30, 0) : at].lower().split("\n")[-1]
    return any(word in text for text in (said, before) for word in ("modified", "update"))
