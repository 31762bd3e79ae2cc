"""One page: the reader, its panel, and the bytes behind its words."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from headwater.inquiry.incidents import rows
from headwater.ledger.base import View
from headwater.records import Copy, Incident, Judgement, PageRecord, Run, Span, Unread
from headwater.web import answers, links
from headwater.web.cards import Words, card
from headwater.web.catalogue import host
from headwater.web.chain import speaking
from headwater.web.desk import desk_of
from headwater.web.layout import lay_out, removes
from headwater.web.marking import marks_of
from headwater.web.panel import Describer
from headwater.web.places import place_of
from headwater.web.sheet import Sheet, load, plain

# Enough for any passage a person would want to check by eye.
MOST_RAW = 64 * 1024


def read(request: Request) -> Response:
    """The page as text, with everything that was read on it."""
    view = desk_of(request).view_of()
    id_ = request.path_params["id"]
    sheet = load(view, id_)
    if sheet is None:
        return _not_read(request, view, id_)
    asked = span_of(request, len(sheet.text))
    words = Words(view, sheet.page, sheet.text)
    sections = lay_out(sheet, marks_of(sheet, asked), asked)
    return answers.html(
        request,
        "reader.html",
        sheet=sheet,
        host=host(sheet.page),
        sections=sections,
        removes=removes(sections),
        speaking=speaking(sheet.attributions),
        cards={article.id: card(article, words, sheet.page) for article in sheet.articles},
        asked=asked,
        counts=_counts(sheet),
    )


def read_json(request: Request) -> Response:
    """The page's records and text."""
    view = desk_of(request).view_of()
    sheet = load(view, request.path_params["id"])
    if sheet is not None:
        return answers.as_json(plain(sheet))
    page = view.page(request.path_params["id"])
    return answers.as_json(page) if page is not None else answers.missing(request, "no page with this id")


def panel(request: Request) -> Response:
    """What the marks named by `of` are: a piece of HTML for the side panel."""
    desk = desk_of(request)
    view = desk.view_of()
    sheet = load(view, request.path_params["id"])
    if sheet is None:
        return answers.missing(request, "no page with this id")
    place, incidents = _number(request.query_params.get("at"), 0), desk.shelf.kept(view, rows)
    describer = Describer(view, sheet, place, incidents)
    notes = describer.describe_all(request.query_params.getlist("of")[:40])
    return answers.html(request, "panel.html", notes=notes, page=sheet.page)


def raw(request: Request) -> Response:
    """The bytes of the page as received that stand behind a span of its text."""
    return _raw(request, as_json=False)


def raw_json(request: Request) -> Response:
    """The byte ranges behind a span, with the bytes as text."""
    return _raw(request, as_json=True)


@dataclass(frozen=True, slots=True)
class RawRange:
    """A stretch of the page as received; `text` is its bytes read in the page's charset, broken ones as `\\xNN`."""

    start: int
    end: int
    text: str


def _raw(request: Request, *, as_json: bool) -> Response:
    desk = desk_of(request)
    view = desk.view_of()
    id_ = request.path_params["id"]
    page, text = view.page(id_), view.page_text(id_)
    if desk.raw_of is None or not isinstance(page, PageRecord) or text is None:
        return answers.missing(request, "no bytes can be shown for this address")
    span = span_of(request, len(text)) or Span(0, min(len(text), 2000))
    data = view.page_bytes(id_)
    ranges = _ranges(data, desk.raw_of(id_, span), page.charset) if data is not None else []
    if as_json:
        return answers.as_json({"page": id_, "text": span, "kept": data is not None, "ranges": ranges})
    shown = text[span.start : span.end][:MOST_RAW]
    return answers.html(request, "raw.html", page=page, span=span, words=shown, ranges=ranges, kept=data is not None)


def _ranges(data: bytes, found: Sequence[tuple[int, int]], charset: str | None) -> list[RawRange]:
    ranges: list[RawRange] = []
    left = MOST_RAW
    for start, end in found:
        piece = data[start : min(end, start + left)]
        left -= len(piece)
        try:
            text = piece.decode(charset or "utf-8", "backslashreplace")
        except LookupError:
            text = piece.decode("utf-8", "backslashreplace")
        ranges.append(RawRange(start, end, text))
        if left <= 0:
            break
    return ranges


def find(request: Request) -> Response:
    """To the place where a record stands."""
    view = desk_of(request).view_of()
    id_ = request.path_params["id"]
    found = view.find(id_) or view.find(view.now(id_))
    if found is None:
        return answers.missing(request, "no record with this id")
    if isinstance(found.record, Copy):
        return RedirectResponse(f"/copy/{found.record.id}", 303)
    if isinstance(found.record, Run):
        return RedirectResponse(f"/about#{found.record.id}", 303)
    if isinstance(found.record, Incident):
        return RedirectResponse(links.incident(found.record.id), 303)
    if isinstance(found.record, Judgement):
        return RedirectResponse("/review#decided", 303)
    span = place_of(found.record)
    if found.page is None:
        return answers.missing(request, f"this {found.kind} stands on no single page")
    return RedirectResponse(links.at(found.page, span) if span else links.page(found.page), 303)


def find_json(request: Request) -> Response:
    """The record with this id."""
    found = desk_of(request).view_of().find(request.path_params["id"])
    return answers.as_json(found) if found is not None else answers.missing(request, "no record with this id")


def span_of(request: Request, length: int) -> Span | None:
    """The span that `start` and `end` ask for, cut to the text; None where they make no sense."""
    start = _number(request.query_params.get("start"), -1)
    end = min(_number(request.query_params.get("end"), -1), length)
    return Span(start, end) if 0 <= start < end else None


def _not_read(request: Request, view: View, id_: str) -> Response:
    page = view.page(id_)
    if isinstance(page, Unread):
        return answers.html(request, "unread_page.html", unread=page)
    return answers.missing(request, "no page with this id")


def _counts(sheet: Sheet) -> dict[str, int]:
    return {
        "quotation": len(sheet.attributions),
        "figure": len(sheet.quantities),
        "event": len(sheet.events),
        "copy": len({copy.id for copies in sheet.copies.values() for copy in copies}),
        "header": sum(1 for _ in sheet.articles),
    }


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 12 else default
