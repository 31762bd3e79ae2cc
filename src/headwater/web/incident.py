"""One incident: who says what of it, from where, and on what the accounts agree or differ."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from headwater.inquiry.incidents import IncidentRow, rows
from headwater.ledger.base import View
from headwater.records import Incident, Origin
from headwater.records.plain import to_plain
from headwater.web import answers, links
from headwater.web.catalogue import Entry
from headwater.web.desk import Desk, desk_of
from headwater.web.incidents import outlets
from headwater.web.locator import locator
from headwater.web.matrix import Matrix, matrix
from headwater.web.mentions import bonds, judged_pairs, mentions
from headwater.web.provenance import trees
from headwater.web.tolls import chart

COLUMNS = (
    "incident", "slot", "value", "stance", "origin", "origin_kind", "as_of", "blame", "relations", "outlet", "title",
    "published", "article", "page", "start", "end", "words", "event", "cell",
)  # fmt: skip
MOST_NEAR = 12


@dataclass(frozen=True, slots=True)
class Sheaf:
    """An incident with its origins, the articles of the ledger, and the matrix."""

    incident: Incident
    origins: Mapping[str, Origin]
    entries: Mapping[str, Entry]
    table: Matrix

    @property
    def members(self) -> tuple[str, ...]:
        """The articles that tell of it, by id."""
        cells = (cell for slot in self.incident.slots for cell in slot.cells)
        return tuple(sorted({article for cell in cells for article in cell.articles}))


def show(request: Request) -> Response:
    """The incident as a page; an id that it had before leads on."""
    desk = desk_of(request)
    view = desk.view_of()
    sheaf = _sheaf(desk, view, request.path_params["id"])
    if sheaf is None:
        return _moved(request, view)
    incident = sheaf.incident
    told = mentions(incident, view, sheaf.entries)
    all_rows: Sequence[IncidentRow] = desk.shelf.kept(view, rows)
    return answers.form_page(
        request,
        "incident.html",
        incident=incident,
        row=next((row for row in all_rows if row.id == incident.id), None),
        table=sheaf.table,
        outlets=outlets(sheaf.members, sheaf.entries),
        chart=chart(incident, sheaf.table.letters, sheaf.entries),
        coded=_coded(sheaf),
        trees=trees(sheaf.table, view, sheaf.entries),
        told=told,
        bonds=bonds(incident, told, judged_pairs(view)),
        map=locator(incident.id, all_rows),
        near=_near(incident, all_rows),
    )


def show_json(request: Request) -> Response:
    """The incident with its origins and articles."""
    desk = desk_of(request)
    view = desk.view_of()
    sheaf = _sheaf(desk, view, request.path_params["id"])
    if sheaf is None:
        return answers.missing(request, "no incident with this id")
    articles = [_article(sheaf.entries[id_]) for id_ in sheaf.members if id_ in sheaf.entries]
    origins = [sheaf.origins[id_] for id_ in sorted(sheaf.origins)]
    return answers.as_json({"incident": sheaf.incident, "origins": origins, "articles": articles})


def show_csv(request: Request) -> Response:
    """The claim matrix, a line for each cell and article."""
    desk = desk_of(request)
    view = desk.view_of()
    sheaf = _sheaf(desk, view, request.path_params["id"])
    if sheaf is None:
        return answers.missing(request, "no incident with this id")
    return answers.as_csv(COLUMNS, _rows(sheaf, view))


def _sheaf(desk: Desk, view: View, id_: str) -> Sheaf | None:
    found = view.find(id_)
    if found is None or not isinstance(found.record, Incident):
        return None
    incident = found.record
    ids = {cell.origin for slot in incident.slots for cell in slot.cells}
    origins = {one: got.record for one in ids if (got := view.find(one)) and isinstance(got.record, Origin)}
    entries = desk.shelf.by_id(view)
    return Sheaf(incident, origins, entries, matrix(incident, origins, entries))


def _moved(request: Request, view: View) -> Response:
    asked = request.path_params["id"]
    now = view.now(asked)
    if now != asked:
        return RedirectResponse(links.incident(now), 303)
    return answers.missing(request, "no incident with this id")


def _coded(sheaf: Sheaf) -> list[tuple[str, list[tuple[str, Any, str]]]]:
    """For each policy, by name, its figure for each slot with the letters of the origins it comes out of."""
    letters = sheaf.table.letters
    found: dict[str, list[tuple[str, Any, str]]] = {}
    for slot in sheaf.incident.slots:
        for name, figured in sorted(slot.policies.items()):
            out_of = ", ".join(dict.fromkeys(letters[id_] for id_ in figured.why if id_ in letters))
            found.setdefault(name, []).append((slot.slot, figured, out_of))
    return sorted(found.items())


def _near(incident: Incident, all_rows: Sequence[IncidentRow]) -> list[IncidentRow]:
    """Other incidents of that country and about those days: what it might be one with."""
    own = next((row for row in all_rows if row.id == incident.id), None)
    if own is None:
        return []
    there = [row for row in all_rows if row.id != own.id and row.place and row.country == own.country]
    others = [row for row in there if _days(own, row)]
    others.sort(key=lambda row: (row.place != own.place, row.type != own.type, row.from_ or "", row.id))
    return others[:MOST_NEAR]


def _days(own: IncidentRow, other: IncidentRow) -> bool:
    """In one month or two that touch, as far as both are dated."""
    if not own.from_ or not other.from_:
        return True
    months = [12 * int(row.from_[:4]) + int(row.from_[5:7]) for row in (own, other) if row.from_]
    return abs(months[0] - months[1]) <= 1


def _article(entry: Entry) -> dict[str, Any]:
    title = entry.article.title.text if entry.article.title else None
    return {
        "article": entry.article.id, "page": entry.page.id, "title": title, "outlet": entry.outlet,
        "published": entry.date, "location": entry.page.location,
    }  # fmt: skip


def _rows(sheaf: Sheaf, view: View) -> Iterator[dict[str, Any]]:
    texts: dict[str, str] = {}
    for line in sheaf.table.lines:
        for column, sayings in zip(sheaf.table.columns, line.sayings, strict=True):
            for saying in sayings:
                cell = saying.cell
                common = {
                    "incident": sheaf.incident.id, "slot": line.slot.slot, "value": saying.words, "stance": cell.stance,
                    "origin": column.name, "origin_kind": column.origin.kind, "as_of": cell.as_of, "blame": cell.blame,
                    "relations": "; ".join(f"{badge.words} ({badge.told})" for badge in saying.badges), "cell": cell.id,
                }  # fmt: skip
                for event, article, span in zip(cell.events, cell.articles, cell.spans, strict=False):
                    entry = sheaf.entries.get(article)
                    told = to_plain(span) | {"event": event, "article": article}
                    if entry is not None:
                        if entry.page.id not in texts:
                            texts[entry.page.id] = view.page_text(entry.page.id) or ""
                        text = texts[entry.page.id]
                        words = text[span.start : span.end] if span.space == "text" else None
                        told |= _article(entry) | {"words": words}
                    yield common | told
