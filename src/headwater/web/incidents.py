"""The list of incidents: what happened, as many pages tell it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from headwater.inquiry.incidents import IncidentRow, rows
from headwater.ledger.base import View
from headwater.web import answers, lists
from headwater.web.catalogue import Entry, Facet
from headwater.web.desk import Desk, desk_of
from headwater.web.histogram import Histogram, of_dates
from headwater.web.sifting import Wanted, choose, facet, matching, ordered, wanted

PER_PAGE = 40
MOST_HITS = 500
FACETS = (
    ("type", "What"),
    ("country", "Country"),
    ("place", "Place"),
    ("disputed", "Disputed"),
    ("harm", "Casualties"),
    ("told", "Told in"),
)
COLUMNS = (
    "incident", "name", "type", "from", "to", "place", "country", "killed", "injured", "deaths", "origins_shown",
    "origins_possible", "articles", "outlets", "disputed", "blamed", "named",
)  # fmt: skip
# Filters that only the list of articles has: a link to that list from before it had an address of its own.
OF_ARTICLES = frozenset(("outlet", "kind"))


@dataclass(frozen=True, slots=True)
class Line:
    """An incident as the list shows it, with the outlets that tell of it, those with most articles first."""

    row: IncidentRow
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """What a request for the list comes to: all incidents that pass, and what they passed through."""

    asked: Wanted
    found: tuple[IncidentRow, ...]
    before: tuple[IncidentRow, ...]

    @property
    def pages(self) -> int:
        return max(-(-len(self.found) // PER_PAGE), 1)

    def shown(self) -> tuple[IncidentRow, ...]:
        """The incidents of the page asked for."""
        start = (min(self.asked.page, self.pages) - 1) * PER_PAGE
        return self.found[start : start + PER_PAGE]

    def facets(self) -> list[tuple[str, str, list[Facet]]]:
        """Name, label and values of each facet that has any."""
        found = [(name, label, facet(self.before, self.asked, name)) for name, label in FACETS]
        return [one for one in found if one[2] and [value.value for value in one[2]] != ["unknown"]]

    def names(self) -> dict[str, str]:
        """What the accounts call each country, by its code."""
        return {row.country: row.country_name for row in reversed(self.before) if row.country and row.country_name}

    def dates(self) -> Histogram:
        """Bars for the first days: of all, or of the year or month that is asked for, or of the month of a day."""
        when = self.asked.when
        around = replace(self.asked, when="" if when == "undated" else when[:7])
        days = [row.from_ or row.to for row in choose(self.before, around)]
        return of_dates([day for day in days if day is None or day.startswith(around.when)], when)


def front(request: Request) -> Response:
    """The incidents, or the articles where there are none."""
    if OF_ARTICLES.intersection(request.query_params):
        return RedirectResponse(f"/articles?{request.url.query}", 303)
    return show(request) if _any(request) else lists.show(request)


def front_json(request: Request) -> Response:
    """The front page as JSON."""
    return show_json(request) if _any(request) else lists.show_json(request)


def front_csv(request: Request) -> Response:
    """The front page as CSV."""
    return show_csv(request) if _any(request) else lists.show_csv(request)


def show(request: Request) -> Response:
    """The list as a page."""
    desk = desk_of(request)
    view = desk.view_of()
    listing = _listing(desk, view, wanted(request.query_params))
    entries = desk.shelf.by_id(view)
    lines = [Line(row, outlets(row.members, entries)) for row in listing.shown()]
    counts = view.counts()
    return answers.html(request, "incidents.html", listing=listing, asked=listing.asked, lines=lines, counts=counts)


def show_json(request: Request) -> Response:
    """The list's page as JSON, with how many there are in all."""
    desk = desk_of(request)
    view = desk.view_of()
    listing = _listing(desk, view, wanted(request.query_params))
    entries = desk.shelf.by_id(view)
    return answers.as_json({
        "found": len(listing.found), "page": listing.asked.page, "pages": listing.pages,
        "incidents": [{**_plain(row), "outlets": outlets(row.members, entries)} for row in listing.shown()],
    })  # fmt: skip


def show_csv(request: Request) -> Response:
    """The whole list, not only one page of it."""
    desk = desk_of(request)
    view = desk.view_of()
    listing = _listing(desk, view, wanted(request.query_params))
    return answers.as_csv(COLUMNS, _flat(listing.found, desk.shelf.by_id(view)))


def outlets(members: Sequence[str], entries: Mapping[str, Entry]) -> tuple[str, ...]:
    """The outlets of these articles, each once, by name."""
    return tuple(sorted({entries[member].outlet for member in members if member in entries}))


def _any(request: Request) -> bool:
    desk = desk_of(request)
    return bool(desk.shelf.kept(desk.view_of(), rows))


def _listing(desk: Desk, view: View, asked: Wanted) -> Listing:
    before: Sequence[IncidentRow] = desk.shelf.kept(view, rows)
    if not asked.q:
        return Listing(asked, tuple(ordered(choose(before, asked), asked.sort)), tuple(before))
    hits = frozenset(hit.article.id for hit in view.search(asked.q, limit=MOST_HITS))
    before = matching(before, asked.q, hits)
    return Listing(asked, tuple(choose(before, asked)), tuple(before))


def _plain(row: IncidentRow) -> dict[str, Any]:
    return {
        "incident": row.id, "name": row.name, "type": row.type, "from": row.from_, "to": row.to, "place": row.place,
        "country": row.country, "killed": row.killed, "injured": row.injured, "deaths": row.deaths,
        "origins_shown": row.shown, "origins_possible": row.possible, "articles": row.articles,
        "disputed": row.disputed, "blamed": row.blamed, "named": row.named,
    }  # fmt: skip


def _flat(found: Sequence[IncidentRow], entries: Mapping[str, Entry]) -> Iterator[dict[str, Any]]:
    for row in found:
        joined = {name: "; ".join(getattr(row, name)) for name in ("disputed", "blamed", "named")}
        yield {**_plain(row), **joined, "outlets": "; ".join(outlets(row.members, entries))}
