"""What each outlet calls each actor, in its own voice and in the voices that it quotes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from headwater.inquiry.naming import EXAMPLES, Naming, by_actor, namings
from headwater.web import answers
from headwater.web.chain import CLASSES
from headwater.web.desk import desk_of

PER_PAGE = 15
COLUMNS = ("actor", "name", "class", "outlet", "expression", "own", "quoted", "examples")
# What is named but does not act.
NO_ACTORS = frozenset(("place", "facility"))


@dataclass(frozen=True, slots=True)
class Use:
    """An expression, how often it is used, and a mention to look at."""

    expression: str
    number: int
    example: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """What one outlet calls an actor, in its own voice and in those it quotes, the most used first."""

    name: str
    own: tuple[Use, ...]
    quoted: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """An actor, with what each outlet calls it, those with most mentions first."""

    name: str
    class_: str
    uses: int
    outlets: tuple[Outlet, ...]


def show(request: Request) -> Response:
    """The actors named most, each as a table; `q` is a part of a name, `outlet` one outlet, `class` one class."""
    found, asked = _found(request)
    groups = [_named(group) for _, group in by_actor(tuple(found))]
    pages = max(-(-len(groups) // PER_PAGE), 1)
    page = request.query_params.get("page", "1")
    number = min(max(int(page), 1), pages) if page.isascii() and page.isdigit() and len(page) < 8 else 1
    outlets = Counter[str]()
    for one in found:
        outlets[one.outlet] += one.own + one.quoted
    return answers.html(
        request, "naming.html", groups=groups[(number - 1) * PER_PAGE : number * PER_PAGE], total=len(groups),
        asked=asked, page=number, pages=pages, outlets=outlets.most_common(40), kinds=CLASSES,
    )  # fmt: skip


def show_json(request: Request) -> Response:
    """All namings as JSON."""
    return answers.as_json({"namings": _found(request)[0]})


def show_csv(request: Request) -> Response:
    """All namings as CSV."""
    return answers.as_csv(COLUMNS, _rows(_found(request)[0]))


def _found(request: Request) -> tuple[list[Naming], dict[str, str]]:
    desk = desk_of(request)
    asked = {name: request.query_params.get(name, "").strip()[:200] for name in ("q", "outlet", "class")}
    part = asked["q"].casefold()
    kept = [
        one
        for one in desk.shelf.kept(desk.view_of(), namings)
        if part in one.name.casefold()
        and (one.class_ == asked["class"] if asked["class"] else one.class_ not in NO_ACTORS)
        and (not asked["outlet"] or one.outlet == asked["outlet"])
    ]
    return kept, asked


def _named(group: Sequence[Naming]) -> Named:
    found: dict[str, list[Naming]] = {}
    for one in sorted(group, key=_uses, reverse=True):
        found.setdefault(one.outlet, []).append(one)
    ranked = sorted(found.items(), key=lambda item: (-sum(map(_uses, item[1])), item[0]))
    outlets = tuple(Outlet(name, tuple(_own(theirs)), tuple(_quoted(theirs))) for name, theirs in ranked)
    return Named(group[0].name, group[0].class_, sum(map(_uses, group)), outlets)


def _uses(one: Naming) -> int:
    return one.own + one.quoted


def _own(theirs: Sequence[Naming]) -> Iterator[Use]:
    for one in sorted(theirs, key=lambda each: (-each.own, each.expression)):
        if one.own:
            yield Use(one.expression, one.own, one.examples[0])


def _quoted(theirs: Sequence[Naming]) -> Iterator[Use]:
    """After the examples in the outlet's own voice comes one of a quoted voice."""
    for one in sorted(theirs, key=lambda each: (-each.quoted, each.expression)):
        if one.quoted:
            yield Use(one.expression, one.quoted, one.examples[min(one.own, EXAMPLES - 1)])


def _rows(found: Sequence[Naming]) -> Iterator[dict[str, Any]]:
    for one in found:
        yield {
            "actor": one.actor, "name": one.name, "class": one.class_, "outlet": one.outlet,
            "expression": one.expression, "own": one.own, "quoted": one.quoted, "examples": " ".join(one.examples),
        }  # fmt: skip
