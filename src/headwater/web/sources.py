"""Who quotes whom, and which origins the incidents rest on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from starlette.requests import Request
from starlette.responses import Response

from headwater.inquiry.sources import Quoted, Rest, outlets_of, quoted, rests
from headwater.web import answers
from headwater.web.desk import desk_of

FEW, MOST = 30, 300
COLUMNS = ("kind", "name", "class", "outlet", "attributions", "articles", "incidents", "slots", "examples")


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """Rows of a table: those shown at once, those folded away, and how many there are in all."""

    first: Sequence[T]
    more: Sequence[T]
    total: int


def show(request: Request) -> Response:
    """Speakers and origins as tables; `q` is a part of a name, `outlet` one outlet."""
    speakers, origins, asked = _found(request)
    desk = desk_of(request)
    outlets = list(outlets_of(desk.shelf.kept(desk.view_of(), quoted)))
    return answers.html(
        request, "sources.html", asked=asked, outlets=outlets[:40],
        speakers=_parted([one for one in speakers if one.class_ != "unnamed"]),
        unnamed=_parted([one for one in speakers if one.class_ == "unnamed"]),
        origins=_parted([one for one in origins if one.kind != "unnamed"]),
        nameless=_parted([one for one in origins if one.kind == "unnamed"]),
    )  # fmt: skip


def show_json(request: Request) -> Response:
    """The same as JSON, all of it."""
    speakers, origins, _ = _found(request)
    return answers.as_json({"speakers": speakers, "origins": origins})


def show_csv(request: Request) -> Response:
    """The same as CSV: a line for each speaker and outlet, then one for each origin."""
    speakers, origins, _ = _found(request)
    return answers.as_csv(COLUMNS, _rows(speakers, origins))


def _found(request: Request) -> tuple[list[Quoted], list[Rest], dict[str, str]]:
    desk = desk_of(request)
    view = desk.view_of()
    asked = {name: request.query_params.get(name, "").strip()[:200] for name in ("q", "outlet")}
    part = asked["q"].casefold()
    speakers = [
        one
        for one in desk.shelf.kept(view, quoted)
        if part in one.name.casefold() and (not asked["outlet"] or asked["outlet"] in dict(one.outlets))
    ]
    if asked["outlet"]:
        speakers.sort(key=lambda one: -dict(one.outlets)[asked["outlet"]])
    origins = [
        one
        for one in desk.shelf.kept(view, rests)
        if part in one.name.casefold() and (not asked["outlet"] or asked["outlet"] in one.outlets)
    ]
    return speakers, origins, asked


def _parted(found: Sequence[T]) -> Part[T]:
    return Part(found[:FEW], found[FEW:MOST], len(found))


def _rows(speakers: Sequence[Quoted], origins: Sequence[Rest]) -> Iterator[dict[str, Any]]:
    for one in speakers:
        for outlet, number in one.outlets:
            yield {
                "kind": "speaker", "name": one.name, "class": one.class_, "outlet": outlet, "attributions": number,
                "articles": one.articles, "examples": " ".join(one.examples),
            }  # fmt: skip
    for rest in origins:
        yield {
            "kind": "origin", "name": rest.name, "class": rest.kind, "outlet": "; ".join(rest.outlets),
            "incidents": len(rest.incidents), "slots": rest.slots,
        }  # fmt: skip
