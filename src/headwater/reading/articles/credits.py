"""Where an article's text came from, in its own words: credit lines, datelines, agency tags, agencies in bylines."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from headwater.reading.articles import dates
from headwater.reading.articles.agencies import LETTERS
from headwater.reading.articles.cues import credit_rule
from headwater.reading.articles.patterns import Patterns
from headwater.reading.articles.scope import Scope
from headwater.records import Credit, Name, Span

ALONE_BEFORE = re.compile(r"(?:copyright|©|\(c\)|by|source:|[\s(\[/–—―-]|(?:19|20)\d\d){0,8}", re.IGNORECASE)
ALONE_AFTER = re.compile(r"[\s)\].]{0,4}(?:(?:19|20)\d\d)?$")


@dataclass(frozen=True, slots=True)
class Credited:
    """The credits of an article, and the pieces that are nothing but a credit line."""

    credits: tuple[Credit, ...]
    pieces: tuple[tuple[int, str], ...]


def find_credits(scope: Scope, agencies: tuple[Name, ...], publisher: Name | None) -> Credited:
    """All credits, in page order, each outlet once per kind; `agencies` were named in the place of authors.  What the
    publisher says of itself on its own page credits nobody else."""
    found: list[tuple[Credit, int | None]] = [pair for rule in RULES for pair in rule(scope)]
    found += [(_of_agency(scope, name), None) for name in agencies]
    own = {scope.patterns.agencies.get(publisher.name, publisher.name)} if publisher else set()
    if scope.draft.kind != "reprint":
        found = [pair for pair in found if pair[0].outlet not in own]
    found.sort(key=lambda pair: (pair[0].span.space != "text", pair[0].span.start))
    kept: dict[tuple[str, str | None], Credit] = {}
    for credit, _ in found:
        kept.setdefault((credit.kind, credit.outlet), credit)
    lines = tuple((index, credit.rule) for credit, index in found if index is not None)
    return Credited(tuple(kept.values()), lines)


def credit_lines(scope: Scope) -> Iterator[tuple[Credit, int | None]]:
    """Lines at the head or the end that are credits as a whole."""
    for index in dict.fromkeys((*scope.head, *scope.tail)):
        if scope.context.cues[index].credit:
            found = credit_rule(scope.words(index), scope.patterns)
            if found is not None:
                yield read_credit(found[0], found[1], scope.outline.pieces[index].start, scope.patterns), index


def dateline(scope: Scope) -> Iterator[tuple[Credit, int | None]]:
    """The agency in the dateline of the first paragraphs: "KYIV, March 3 (Reuters) -"."""
    for index in dict.fromkeys((*scope.head, *scope.draft.pieces[:6])):
        if scope.context.cues[index].dateline:
            match = scope.patterns.dateline.match(scope.words(index))
            if match and match["agency"]:
                for agency in scope.patterns.agency.finditer(match["agency"]):
                    base = scope.outline.pieces[index].start + match.start("agency")
                    span = Span(base + agency.start(), base + agency.end())
                    yield Credit(span, "agency", scope.patterns.agencies[agency[0]], None, None, "dateline"), None
                if LETTERS.fullmatch(match["agency"]) and not scope.patterns.agency.search(match["agency"]):
                    base = scope.outline.pieces[index].start
                    span = Span(base + match.start("agency"), base + match.end("agency"))
                    yield Credit(span, "agency", match["agency"], None, None, "dateline_letters"), None
                return


def agency_line(scope: Scope) -> Iterator[tuple[Credit, int | None]]:
    """A line at the head or the end that holds nothing but an agency, or its copyright."""
    for index in dict.fromkeys((*scope.head, *scope.tail)):
        words = scope.words(index)
        if len(words) > 60 or scope.context.cues[index].credit:
            continue
        start, end = ALONE_BEFORE.match(words), ALONE_AFTER.search(words)
        first, last = start.end() if start else 0, end.start() if end else len(words)
        if scope.patterns.agency.fullmatch(words, first, max(first, last)):
            base = scope.outline.pieces[index].start
            outlet = scope.patterns.agencies[words[first:last]]
            yield Credit(Span(base + first, base + last), "agency", outlet, None, None, "agency_line"), index


def agency_at_end(scope: Scope) -> Iterator[tuple[Credit, int | None]]:
    """An agency's tag at the very end of the text: "… on Friday. (Reuters)", "--AFP"."""
    for index in scope.draft.pieces[-3:]:
        words = scope.words(index)
        match = scope.patterns.agency_end.search(words, max(len(words) - 60, 0))
        if match and not scope.context.cues[index].credit:
            base = scope.outline.pieces[index].start
            span = Span(base + match.start("agency"), base + match.end("agency"))
            yield Credit(span, "agency", scope.patterns.agencies[match["agency"]], None, None, "agency_at_end"), None


RULES: tuple[Callable[[Scope], Iterator[tuple[Credit, int | None]]], ...] = (
    credit_lines,
    dateline,
    agency_line,
    agency_at_end,
)


def read_credit(rule: str, match: re.Match[str], base: int, patterns: Patterns) -> Credit:
    """The credit that a line states; `base` is where the line begins in the page text."""
    groups = match.groupdict()
    outlet = (groups.get("outlet") or "").strip(" .…:*_\"“”'") or None
    if outlet and patterns.agency.fullmatch(outlet):
        outlet = patterns.agencies[outlet]
    day = dates.find_dates(groups["date"], patterns) if groups.get("date") else []
    return Credit(
        span=Span(base + match.start(), base + match.start() + len(match[0].rstrip())),
        kind=patterns.credit_kinds[rule],
        outlet=outlet,
        author=(groups.get("author") or "").strip() or None,
        date=day[0].date if day and day[0].turned is None and not day[0].yearless else None,
        rule=rule,
    )


def _of_agency(scope: Scope, name: Name) -> Credit:
    outlet = next((known for form, known in scope.patterns.agencies.items() if form in name.name), name.name)
    exact = scope.patterns.agencies.get(name.name, outlet)
    return Credit(name.span, "agency", exact, None, None, f"{name.rule}_agency")
