"""A person's decisions: the queue, what was decided, and the form that writes."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from headwater.errors import InputError
from headwater.inquiry.doubts import doubts
from headwater.records import Judgement
from headwater.web import answers
from headwater.web.desk import Desk, desk_of
from headwater.web.queue import Clerk
from headwater.web.reviewer import Reviewer

PER_PAGE = 12
MOST_BYTES = 64 * 1024
# A small ledger is gathered within this time, and the answer shows what came of it.
PATIENCE_S = 2.0
VERDICTS = frozenset(("accept", "reject", "correct", "same", "different", "withdraw"))
COLUMNS = ("id", "at", "by", "verdict", "kind", "of", "field", "value", "why", "withdrawn_at")


def show(request: Request) -> Response:
    """What waits to be decided, the doubtful ties first, and what was decided."""
    desk = desk_of(request)
    view = desk.view_of()
    found = desk.shelf.kept(view, doubts)
    kind = request.query_params.get("kind", "")
    counts = {name: sum(one.kind == name for one in found) for name in ("tie", "slot", "attribution")}
    waiting = [one for one in found if kind in ("", one.kind)]
    items = list(Clerk(view, desk.shelf.by_id(view)).items(iter(waiting[:PER_PAGE])))
    trouble = desk.reviewer.trouble if desk.reviewer else ""
    return answers.form_page(
        request, "review.html", items=items, waiting=len(waiting), counts=counts, kind=kind,
        judgements=_judgements(desk), trouble=trouble,
    )  # fmt: skip


def show_json(request: Request) -> Response:
    """The queue and the judgements as JSON."""
    desk = desk_of(request)
    return answers.as_json({"queue": desk.shelf.kept(desk.view_of(), doubts), "judgements": _judgements(desk)})


def show_csv(request: Request) -> Response:
    """The judgements as CSV."""
    return answers.as_csv(COLUMNS, _rows(_judgements(desk_of(request))))


async def decide(request: Request) -> Response:
    """Write what the form says, have the ledger gathered anew, and go back to where the form stood."""
    desk = desk_of(request)
    if desk.reviewer is None:
        return answers.missing(request, "this desk only shows; nothing can be decided here")
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BYTES:
            return _refused(request, "the form is too long", 413)
    form = parse_qs(body.decode("utf-8", "replace"), max_num_fields=200)
    if not desk.tokens.holds(request, _one(form, "token")):
        return _refused(request, "this form was not sent from a page of this desk; load the page again", 403)
    if _one(form, "verdict") not in VERDICTS:
        return _refused(request, "there is no such verdict", 400)
    try:
        await run_in_threadpool(_write, desk.reviewer, form)
    except InputError as error:
        return _refused(request, str(error), 400)
    desk.shelf.forget()
    await run_in_threadpool(desk.reviewer.gather_anew, patience=PATIENCE_S)
    return RedirectResponse(_back(_one(form, "back")), 303)


def _write(reviewer: Reviewer, form: dict[str, list[str]]) -> Judgement:
    verdict, ids = _one(form, "verdict"), tuple(dict.fromkeys(form.get("id", ())))
    if verdict == "withdraw":
        return reviewer.withdraw(ids[0] if ids else "")
    given = (*ids, _one(form, "field"), _one(form, "value")) if verdict == "correct" else ids
    return reviewer.judge(verdict, given, _one(form, "why").strip()[:500] or None)


def _one(form: dict[str, list[str]], name: str) -> str:
    return form.get(name, [""])[0]


def _back(asked: str) -> str:
    """The page to go back to: one of this desk, else the queue."""
    here = asked.startswith("/") and not asked.startswith(("//", "/\\")) and asked.isprintable() and asked.isascii()
    return asked if here else "/review"


def _refused(request: Request, why: str, status: int) -> Response:
    return answers.html(request, "missing.html", status=status, what=why)


def _judgements(desk: Desk) -> list[Judgement]:
    """The latest first."""
    return sorted(desk.view_of().records("judgement"), key=lambda one: (one.at, one.id), reverse=True)


def _rows(found: list[Judgement]) -> Iterator[dict[str, Any]]:
    for one in found:
        yield {
            "id": one.id, "at": one.at, "by": one.by, "verdict": one.verdict, "kind": one.target.kind,
            "of": one.target.id, "field": one.target.field, "value": one.value, "why": one.why,
            "withdrawn_at": one.withdrawn_at,
        }  # fmt: skip
