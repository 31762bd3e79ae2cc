"""The list of articles, with search, facets and pages."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from headwater.ledger.base import Hit, View
from headwater.marks import Mark, draw
from headwater.records import Copy
from headwater.web import answers
from headwater.web.catalogue import Asked, Entry, asked, choose, facet, ordered
from headwater.web.desk import Desk, desk_of
from headwater.web.histogram import histogram
from headwater.web.marking import CASUALTIES
from headwater.web.wording import moment

PER_PAGE = 40
MOST_HITS = 500

COLUMNS = (
    "article", "page", "title", "outlet", "published", "precision", "inferred", "kind", "language", "authors",
    "credits", "quotations", "figures", "copies", "location",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tally:
    """How much was read in an article; `casualties` are the figures of people killed, hurt, missing or taken."""

    quotations: int
    figures: int
    casualties: int
    copies: int


@dataclass(frozen=True, slots=True)
class Line:
    """An article of the list as it is shown; `snippet` is HTML with the words searched for marked."""

    entry: Entry
    tally: Tally
    snippet: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What a request for the list comes to: all entries that pass, and what they passed through."""

    asked: Asked
    found: tuple[Entry, ...]
    before: tuple[Entry, ...]
    snippets: dict[str, str]
    cut: bool

    @property
    def pages(self) -> int:
        return max(-(-len(self.found) // PER_PAGE), 1)

    def shown(self) -> tuple[Entry, ...]:
        """The entries of the page asked for."""
        start = (min(self.asked.page, self.pages) - 1) * PER_PAGE
        return self.found[start : start + PER_PAGE]


def show(request: Request) -> Response:
    """The list as a page."""
    desk = desk_of(request)
    view = desk.view_of()
    listing = _listing(desk, view, asked(request.query_params))
    return answers.html(
        request,
        "list.html",
        listing=listing,
        asked=listing.asked,
        lines=_lines(view, listing),
        outlets=facet(listing.before, listing.asked, "outlet"),
        kinds=facet(listing.before, listing.asked, "kind"),
        dates=histogram(choose(listing.before, listing.asked, but="when"), listing.asked.when),
        counts=view.counts(),
    )


def show_json(request: Request) -> Response:
    """The list's page as JSON, with how many there are in all."""
    desk = desk_of(request)
    view = desk.view_of()
    listing = _listing(desk, view, asked(request.query_params))
    shown = tallied(view, listing.shown())
    rows = [{**_row(entry, tally), "credits": entry.article.credits} for entry, tally in shown]
    return answers.as_json({
        "found": len(listing.found), "page": listing.asked.page, "pages": listing.pages, "articles": rows,
    })  # fmt: skip


def show_csv(request: Request) -> Response:
    """The whole list, not only one page of it."""
    desk = desk_of(request)
    view = desk.view_of()
    listing = _listing(desk, view, asked(request.query_params))
    return answers.as_csv(COLUMNS, _rows(view, listing.found))


def tallied(view: View, entries: Sequence[Entry]) -> Iterator[tuple[Entry, Tally]]:
    """The entries with their counts: page by page for a screenful, in one pass over the ledger for more."""
    pages = list(dict.fromkeys(entry.page.id for entry in entries))
    few = len(pages) <= PER_PAGE
    quotations: Counter[str] = Counter()
    figures: Counter[str] = Counter()
    casualties: Counter[str] = Counter()
    for page in pages if few else [None]:
        quotations.update(said.article for said in view.records("attribution", page=page))
        for quantity in view.records("quantity", page=page):
            figures[quantity.article] += 1
            casualties[quantity.article] += quantity.unit in CASUALTIES
    copies = _copies(view, [entry.article.id for entry in entries] if few else None)
    for entry in entries:
        id_ = entry.article.id
        yield entry, Tally(quotations[id_], figures[id_], casualties[id_], copies[id_])


def _copies(view: View, articles: Sequence[str] | None) -> Counter[str]:
    """How many copies each article is in; for None of all articles."""
    if articles is not None:
        return Counter({article: sum(map(_of_note, view.copies_of(article))) for article in articles})
    noted = filter(_of_note, view.records("copy"))
    return Counter(side.article for copy in noted for side in (copy.a, copy.b))


def _of_note(copy: Copy) -> bool:
    """More than what an outlet prints on every page."""
    return copy.relation != "boilerplate"


def _lines(view: View, listing: Listing) -> list[Line]:
    shown = tallied(view, listing.shown())
    return [Line(entry, tally, listing.snippets.get(entry.article.id, "")) for entry, tally in shown]


def _listing(desk: Desk, view: View, wanted: Asked) -> Listing:
    entries = desk.shelf.entries(view)
    if not wanted.q:
        found = ordered(choose(entries, wanted), wanted.sort)
        return Listing(wanted, tuple(found), tuple(entries), {}, cut=False)
    hits = view.search(wanted.q, limit=MOST_HITS)
    before = [Entry(hit.article, hit.page) for hit in hits]
    snippets = {hit.article.id: _snippet(hit) for hit in hits}
    return Listing(wanted, tuple(choose(before, wanted)), tuple(before), snippets, cut=len(hits) == MOST_HITS)


def _snippet(hit: Hit) -> str:
    return draw(hit.snippet, [Mark(start, end, ("hit",)) for start, end in hit.marks])


def _rows(view: View, entries: Sequence[Entry]) -> Iterator[dict[str, Any]]:
    for entry, tally in tallied(view, entries):
        row = _row(entry, tally)
        credited = [f"{c.kind}: {c.outlet or c.author or ''}".strip() for c in entry.article.credits]
        yield {**row, "authors": "; ".join(row["authors"]), "credits": "; ".join(credited)}


def _row(entry: Entry, tally: Tally) -> dict[str, Any]:
    article, published = entry.article, entry.article.published
    return {
        "article": article.id,
        "page": entry.page.id,
        "title": article.title.text if article.title else None,
        "outlet": entry.outlet,
        "published": published.date if published else None,
        "precision": published.precision if published else None,
        "inferred": published.inferred if published else None,
        "shown_as": moment(published) or None,
        "kind": article.kind,
        "language": article.language,
        "authors": [author.name for author in article.authors],
        "quotations": tally.quotations,
        "figures": tally.figures,
        "copies": tally.copies,
        "location": entry.page.location,
    }
