"""When an article was published and last changed: where a page says so, the surest place first."""

import re
from collections.abc import Callable
from dataclasses import replace

from headwater.reading.articles import dates
from headwater.reading.articles.cues import credit_rule
from headwater.reading.articles.datings import (
    MODIFIED_METAS,
    PUBLISHED_METAS,
    from_marked,
    from_metas,
    from_script,
    from_value,
    in_head,
    in_line,
    is_changed,
    line_dates,
    made,
    moment_of,
    says_modified,
)
from headwater.reading.articles.scope import Scope
from headwater.records import Moment, Span

PUBLISHED_META = re.compile(r"(?:^|[.:_-])(?:publish(?:ed)?|publication|pub)[._-]?(?:date|time)$")

Rule = Callable[[Scope], Moment | None]


def find_published(scope: Scope) -> Moment | None:
    """The first date of publication that the rules find; finer and with its zone where the markup agrees with a shown
    one."""
    shown = next((moment for rule in PUBLISHED_RULES if (moment := rule(scope))), None)
    if shown is None or shown.rule not in SHOWN or (shown.precision == "second" and shown.zone):
        return shown
    stated = (moment for rule in STATED_RULES if (moment := rule(scope)))
    return next((moment for moment in stated if _is_finer(moment, shown)), shown)


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
                return in_line(scope, index, found[1].span("date"), "credit_date")
    return None


def jsonld_published(scope: Scope) -> Moment | None:
    """`datePublished` of the JSON-LD article that is this one."""
    return from_script(scope, scope.script.published if scope.script else None, "jsonld_published")


def jsonld_modified(scope: Scope) -> Moment | None:
    """`dateModified` of the JSON-LD article that is this one."""
    return from_script(scope, scope.script.modified if scope.script else None, "jsonld_modified")


def meta_published(scope: Scope) -> Moment | None:
    """The first meta tag for the date of publication that holds one."""
    others = {fact.name for fact in scope.outline.facts if fact.kind == "meta" and PUBLISHED_META.search(fact.name)}
    return from_metas(scope, (*PUBLISHED_METAS, *sorted(others)), "meta_published")


def meta_modified(scope: Scope) -> Moment | None:
    """The first meta tag for the date of change that holds one."""
    return from_metas(scope, MODIFIED_METAS, "meta_modified")


def marked_published(scope: Scope) -> Moment | None:
    """An element of the head whose itemprop says that it holds the date of publication."""
    return from_marked(scope, ("datepublished", "datecreated"), "marked_published")


def marked_modified(scope: Scope) -> Moment | None:
    """An element of the head whose itemprop says that it holds the date of change."""
    return from_marked(scope, ("datemodified",), "marked_modified")


def time_element(scope: Scope) -> Moment | None:
    """The first <time> of the head that does not speak of a change."""
    for fact in scope.outline.facts:
        if fact.kind == "time" and in_head(scope, fact.at) and not says_modified(scope, fact.at, fact.element):
            moment = from_value(scope, fact.value, fact.span, "time_element")
            if moment is not None:
                return moment
    return None


def first_published_clock(scope: Scope) -> Moment | None:
    """A line of the head with a date that goes on "first published at 09.25": that day at this time."""
    text = scope.outline.text.text
    for before, stated in line_dates(scope, scope.head):
        rest = text[stated.end : stated.end + 60].split("\n")[0]
        label = scope.patterns.posted.search(rest)
        clock = scope.patterns.clock.match(rest, label.end() + 1) if label else None
        if (
            label
            and clock
            and label["kind"].lower() in scope.patterns.words["published"]
            and not is_changed(scope, before)
        ):
            timed = dates.at_clock(stated, clock, stated.end)
            return moment_of(scope, timed, "first_published_clock")
    return None


def date_line(scope: Scope) -> Moment | None:
    """A line of the head with a date of publication, or with one that says nothing else; of several dates the one that
    the markup names, too, else the first."""
    shown = (
        moment_of(scope, stated, "date_line")
        for before, stated in line_dates(scope, scope.head)
        if stated.precision not in ("month", "year") and not is_changed(scope, before)
    )
    moments = [moment for moment in shown if moment is not None]
    if len(moments) <= 1:
        return moments[0] if moments else None
    stated = _stated_day(scope)
    return next((moment for moment in moments if moment.date[:10] == stated), moments[0])


def issue_line(scope: Scope) -> Moment | None:
    """A line of the head with a month and a year."""
    for before, stated in line_dates(scope, scope.head):
        if not is_changed(scope, before) and (moment := moment_of(scope, stated, "issue_line")):
            return moment
    return None


def date_at_end(scope: Scope) -> Moment | None:
    """A line below the text that says when it was published, or by whom and when."""
    cues = scope.context.cues
    labelled = tuple(
        index
        for index in scope.tail
        if scope.patterns.posted.match(scope.words(index)) or (cues[index].byline and cues[index].date)
    )
    for before, stated in line_dates(scope, labelled):
        if not is_changed(scope, before) and (moment := moment_of(scope, stated, "date_at_end")):
            return moment
    return None


def modified_line(scope: Scope) -> Moment | None:
    """A line of the head that says when the text was changed."""
    for before, stated in line_dates(scope, scope.head):
        if is_changed(scope, before) and (moment := moment_of(scope, stated, "modified_line")):
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
                return moment_of(scope, placed, "ago_line", inferred=True)
    return None


def given_date(scope: Scope) -> Moment | None:
    """What the user said beside the page."""
    value = scope.context.page.given.published
    stated = dates.read_value(value, scope.patterns) if value and scope.owns_page else None
    return made(stated, Span(stated.start, stated.end, "given"), "given_date") if stated else None


def title_date(scope: Scope) -> Moment | None:
    """The date in the <title>, as papers have it that put a day's issue on one page."""
    titles = [fact for fact in scope.outline.facts if fact.kind == "title"] if scope.owns_page else []
    for fact in titles:
        for stated in dates.find_dates(fact.value[:200], scope.patterns):
            if stated.precision != "month":
                base = fact.span.start
                return moment_of(scope, replace(stated, start=base + stated.start, end=base + stated.end), "title_date")
    return None


def address_date(scope: Scope) -> Moment | None:
    """The date in the page's address; the page does not state it."""
    if not scope.owns_page:
        return None
    stated = dates.from_location(scope.context.page.location, scope.patterns)
    if stated is None or dates.is_future(stated, scope.context.page.seen_at):
        return None
    return made(stated, Span(stated.start, stated.end, "location"), "address_date", inferred=True)


def date_of_change(scope: Scope) -> Moment | None:
    """Where nothing else is stated: the article came out on the day of its last change at the latest."""
    changed = find_modified(scope)
    return replace(changed, inferred=True, rule="date_of_change") if changed is not None else None


PUBLISHED_RULES: tuple[Rule, ...] = (
    credit_date,
    first_published_clock,
    date_line,
    date_at_end,
    marked_published,
    jsonld_published,
    meta_published,
    time_element,
    given_date,
    ago_line,
    issue_line,
    title_date,
    address_date,
    date_of_change,
)
SHOWN = ("first_published_clock", "date_line", "date_at_end")
STATED_RULES: tuple[Rule, ...] = (marked_published, jsonld_published, meta_published, time_element)
MODIFIED_RULES: tuple[Rule, ...] = (jsonld_modified, meta_modified, marked_modified, modified_line)


def _is_finer(stated: Moment, shown: Moment) -> bool:
    """True where the markup names the shown day and, but for whole quarters of an hour by which zones differ, the shown
    time, and says more of it."""
    if stated.date[:10] != shown.date[:10] or stated.precision not in ("minute", "second"):
        return False
    if stated.date[11:16] == "00:00" or (shown.zone and not stated.zone):
        return False
    if shown.precision == "day":
        return True
    return (int(stated.date[14:16]) - int(shown.date[14:16])) % 15 == 0


def _stated_day(scope: Scope) -> str | None:
    """The day of publication as the markup has it."""
    return next((moment.date[:10] for rule in STATED_RULES[:3] if (moment := rule(scope))), None)
