"""The desk as an application: which address shows what."""

from collections.abc import Callable, Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from headwater.errors import HeadwaterError
from headwater.ledger.base import View
from headwater.web import (
    about,
    answers,
    copies,
    incident,
    incidents,
    lists,
    naming,
    reader,
    review,
    sources,
    trace,
    who_speaks,
)
from headwater.web.desk import Desk, Progress, RawOf
from headwater.web.reviewer import Reviewer
from headwater.web.safety import LOOPBACK, Guarded

STATIC = Path(__file__).parent / "static"


def create_app(  # noqa: PLR0913 - one parameter for each thing that is handed in
    view_of: Callable[[], View],
    *,
    title: str,
    progress: Callable[[], Progress | None] = lambda: None,
    raw_of: RawOf | None = None,
    hosts: Sequence[str] = LOOPBACK,
    reviewer: Reviewer | None = None,
) -> Starlette:
    """The desk over a ledger.

    `view_of` is called in the thread of each request; `raw_of` gives the byte ranges behind a span of a page; `hosts`
    are the names that the desk answers under, loopback by default, `*` for any.  Without a `reviewer` nothing can be
    decided here, and no form is shown.
    """
    app = Starlette(
        routes=_routes(),
        middleware=[Middleware(Guarded, hosts=tuple(hosts))],
        exception_handlers={404: _unknown, HeadwaterError: _troubled},
    )
    desk = Desk(title, view_of, progress, raw_of, reviewer)
    if reviewer is not None:
        reviewer.done = desk.shelf.forget
    app.state.desk = desk
    return app


def _routes() -> list[BaseRoute]:
    # A twin comes before its page, whose id would otherwise take in the ".json".
    return [
        Route("/", incidents.front),
        Route("/.json", incidents.front_json),
        Route("/.csv", incidents.front_csv),
        Route("/incidents", incidents.show),
        Route("/incidents.json", incidents.show_json),
        Route("/incidents.csv", incidents.show_csv),
        Route("/incident/{id}.json", incident.show_json),
        Route("/incident/{id}.csv", incident.show_csv),
        Route("/incident/{id}", incident.show),
        Route("/articles", lists.show),
        Route("/articles.json", lists.show_json),
        Route("/articles.csv", lists.show_csv),
        Route("/page/{id}/panel", reader.panel),
        Route("/page/{id}/voices", who_speaks.show),
        Route("/page/{id}/voices.json", who_speaks.show_json),
        Route("/page/{id}/voices.csv", who_speaks.show_csv),
        Route("/page/{id}/raw", reader.raw),
        Route("/page/{id}/raw.json", reader.raw_json),
        Route("/page/{id}.json", reader.read_json),
        Route("/page/{id}", reader.read),
        Route("/r/{id}.json", reader.find_json),
        Route("/r/{id}", reader.find),
        Route("/sources", sources.show),
        Route("/sources.json", sources.show_json),
        Route("/sources.csv", sources.show_csv),
        Route("/naming", naming.show),
        Route("/naming.json", naming.show_json),
        Route("/naming.csv", naming.show_csv),
        Route("/trace", trace.show),
        Route("/trace.json", trace.show_json),
        Route("/trace.csv", trace.show_csv),
        Route("/review", review.show),
        Route("/review", review.decide, methods=["POST"]),
        Route("/review.json", review.show_json),
        Route("/review.csv", review.show_csv),
        Route("/copies", copies.show),
        Route("/copies.json", copies.show_json),
        Route("/copies.csv", copies.show_csv),
        Route("/copy/{id}.json", copies.show_pair_json),
        Route("/copy/{id}", copies.show_pair),
        Route("/unread", about.unread),
        Route("/unread.json", about.unread_json),
        Route("/unread.csv", about.unread_csv),
        Route("/about", about.about),
        Route("/about.json", about.about_json),
        Route("/progress.json", about.progress),
        Route("/favicon.ico", _icon),
        Mount("/static", StaticFiles(directory=STATIC), name="static"),
    ]


async def _troubled(request: Request, error: Exception) -> Response:
    """A ledger that is locked or has gone: its one line, in place of a page."""
    if request.url.path.endswith(".json"):
        return answers.as_json({"error": str(error)}, status=503)
    return answers.html(request, "missing.html", status=503, what=str(error))


async def _icon(_request: Request) -> Response:
    return FileResponse(STATIC / "icon.svg", media_type="image/svg+xml")


async def _unknown(request: Request, _error: Exception) -> Response:
    return answers.missing(request, "nothing at this address")
