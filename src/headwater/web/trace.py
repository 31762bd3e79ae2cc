"""Where words come from: each place that has them, under the one it was taken from, with the voices around them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from headwater.inquiry.tracing import Stand, children, trace
from headwater.records import Span
from headwater.web import answers
from headwater.web.desk import desk_of
from headwater.web.links import at

COLUMNS = (
    "published", "outlet", "title", "words", "origin", "chain", "taken_from", "how", "credited", "article", "page",
    "start", "end", "location",
)  # fmt: skip
DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Branch:
    """A place of the words, a link to it, and the places that were taken from it."""

    stand: Stand
    href: str
    below: tuple["Branch", ...]


def show(request: Request) -> Response:
    """The tree of the words or record that `q` names."""
    asked, stands = _found(request)
    tree = tuple(_branches(children(stands), None, DEEPEST))
    return answers.html(request, "trace.html", q=asked, tree=tree, total=len(stands))


def show_json(request: Request) -> Response:
    """The places as JSON."""
    asked, stands = _found(request)
    return answers.as_json({"asked": asked, "stands": [{**asdict(one), "origin": one.origin} for one in stands]})


def show_csv(request: Request) -> Response:
    """The places as CSV."""
    return answers.as_csv(COLUMNS, (_row(one) for one in _found(request)[1]))


def _found(request: Request) -> tuple[str, Sequence[Stand]]:
    asked = request.query_params.get("q", "").strip()[:2000]
    return asked, trace(desk_of(request).view_of(), asked) if asked else ()


def _branches(tree: Mapping[str | None, list[Stand]], above: str | None, left: int) -> Iterator[Branch]:
    for stand in tree.get(above, ()) if left else ():
        href = at(stand.page, Span(stand.start, stand.end))
        yield Branch(stand, href, tuple(_branches(tree, stand.article, left - 1)))


def _row(one: Stand) -> dict[str, Any]:
    told = {**asdict(one), "origin": one.origin}
    return told | {"chain": " > ".join(" and ".join(speaker.names) for speaker in one.chain)}
