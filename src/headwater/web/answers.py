"""A view of the ledger in its three dresses: HTML, JSON, CSV."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from headwater.marks import safe_href
from headwater.records.plain import to_plain
from headwater.web import links, wording
from headwater.web.chain import CLASSES
from headwater.web.desk import desk_of

# A cell that begins with one of these is taken for a formula by spreadsheet programs.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def html(request: Request, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """The template filled in, with the desk's title and progress."""
    desk = desk_of(request)
    page = environment().get_template(template).render(
        desk_title=desk.title, progress=desk.progress_plain(), has_raw=desk.raw_of is not None, **context
    )  # fmt: skip
    return HTMLResponse(page, status_code=status)


def form_page(request: Request, template: str, **context: Any) -> HTMLResponse:
    """The template filled in, with what its forms need: `may_review`, and a token that only this visit has."""
    desk = desk_of(request)
    if desk.reviewer is None:
        return html(request, template, may_review=False, token="", **context)
    visit = desk.tokens.visit(request)
    page = html(request, template, may_review=True, token=desk.tokens.of(visit), **context)
    desk.tokens.remember(page, visit)
    return page


def as_json(value: Any, *, status: int = 200) -> Response:
    """Records and plain values as JSON, on one line each key in the order of the record's fields."""
    body = json.dumps(to_plain(value), ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")
    return Response(body, status_code=status, media_type="application/json")


def as_csv(header: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Response:
    """Rows as CSV that no spreadsheet program runs: a cell that looks like a formula begins with an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_cell(row.get(name)) for name in header] for row in rows)
    return Response(text.getvalue().encode("utf-8", "backslashreplace"), media_type="text/csv; charset=utf-8")


def missing(request: Request, what: str) -> Response:
    """404, in the dress that was asked for."""
    if request.url.path.endswith(".json"):
        return as_json({"error": what}, status=404)
    return html(request, "missing.html", status=404, what=what)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return str(value)
    written = str(value)
    return "'" + written if written.lstrip().startswith(_FORMULA) or written.startswith(_FORMULA) else written


@cache
def environment() -> Environment:
    """The templates, escaping everything."""
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "safe_href": safe_href,
        "number": wording.number,
        "moment": wording.moment,
        "words": wording.plain_name,
        "day": wording.day,
        "zone": wording.zone,
        "percent": wording.percent,
        "brief": lambda text: wording.shorten(text, 96),
        "short": lambda text: wording.shorten(text, 300),
        "quoted": lambda value: quote(str(value), safe=""),
    }
    made.globals |= {"count": wording.count, "link_to": links.at, "classes": CLASSES}
    return made
