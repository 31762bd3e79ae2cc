"""What was not read, what the ledger was made with, and how far a reading has come."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from headwater.records import PageRecord, Unread
from headwater.web import answers
from headwater.web.desk import Desk, desk_of

UNREAD_COLUMNS = ("page", "location", "media_type", "length", "stage", "reason", "detail")
# More than this in one table helps nobody; the CSV has them all.
MOST_ROWS = 1000


def unread(request: Request) -> Response:
    """Pages that were not read, by reason, and pages on which no article was found."""
    desk = desk_of(request)
    pages = list(_unread(desk))
    reasons = Counter(page.reason for page in pages)
    bare = _without_article(desk)
    return answers.html(
        request, "unread.html",
        unread=pages[:MOST_ROWS], total=len(pages), reasons=reasons.most_common(), bare=bare[:MOST_ROWS],
        bare_total=len(bare),
    )  # fmt: skip


def unread_json(request: Request) -> Response:
    """The same as JSON."""
    desk = desk_of(request)
    return answers.as_json({"unread": list(_unread(desk)), "without_article": _without_article(desk)})


def unread_csv(request: Request) -> Response:
    """The unread pages as CSV."""
    return answers.as_csv(UNREAD_COLUMNS, _rows(desk_of(request)))


def about(request: Request) -> Response:
    """The ledger's counts, and the runs that made it."""
    view = desk_of(request).view_of()
    return answers.html(request, "about.html", counts=view.counts(), runs=view.runs()[::-1])


def about_json(request: Request) -> Response:
    """The same as JSON."""
    view = desk_of(request).view_of()
    return answers.as_json({"counts": dict(view.counts()), "runs": view.runs()})


def progress(request: Request) -> Response:
    """How far the reading has come."""
    return answers.as_json(desk_of(request).progress_plain())


def _unread(desk: Desk) -> Iterator[Unread]:
    for page in desk.view_of().pages(status="unread"):
        if isinstance(page, Unread):
            yield page


def _without_article(desk: Desk) -> list[PageRecord]:
    view = desk.view_of()
    having = {entry.page.id for entry in desk.shelf.entries(view)}
    return [page for page in view.pages(status="read") if isinstance(page, PageRecord) and page.id not in having]


def _rows(desk: Desk) -> Iterator[dict[str, Any]]:
    for found in _unread(desk):
        page = found.page
        yield {
            "page": page.id, "location": page.location, "media_type": page.media_type, "length": page.length,
            "stage": found.stage, "reason": found.reason, "detail": found.detail,
        }  # fmt: skip
