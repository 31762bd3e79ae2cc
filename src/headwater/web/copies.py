"""Copies: the list of pairs, and two articles side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from headwater.ledger.base import View
from headwater.marks import Mark, draw, spread
from headwater.records import ARTICLE_ROLES, HEADER_ROLES, Article, Copy, PageRecord, Passages
from headwater.web import answers
from headwater.web.catalogue import Entry
from headwater.web.desk import desk_of
from headwater.web.wording import moment

PER_PAGE = 50
# Colours for passages, given out in turn; the number beside each tells them apart where colours repeat.
COLOURS = 6
COLUMNS = (
    "copy", "relation", "direction", "common_source", "score", "passages", "characters", "a_title", "a_outlet",
    "a_published", "a_article", "b_title", "b_outlet", "b_published", "b_article",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """A copy with the two articles it is about; a side is None where its article is no longer in the ledger."""

    copy: Copy
    a: Entry | None
    b: Entry | None

    @property
    def characters(self) -> int:
        return sum(len(span) for span in self.copy.a.spans)


@dataclass(frozen=True, slots=True)
class Side:
    """One article of a pair, its blocks drawn with the shared passages marked."""

    entry: Entry
    letter: str
    paragraphs: tuple[tuple[str, str, int], ...]


def show(request: Request) -> Response:
    """The list of copies, strongest first; those of standing text only where asked for."""
    pairs = _pairs(request)
    page = request.query_params.get("page", "1")
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 8 else 1
    pages = max(-(-len(pairs) // PER_PAGE), 1)
    number = min(max(number, 1), pages)
    shown = pairs[(number - 1) * PER_PAGE : number * PER_PAGE]
    article = request.query_params.get("article")
    return answers.html(
        request,
        "copies.html",
        pairs=shown,
        total=len(pairs),
        page=number,
        pages=pages,
        article=article,
        all=_wants_all(request),
    )


def show_json(request: Request) -> Response:
    """The copies of the list."""
    pairs = _pairs(request)
    return answers.as_json({"found": len(pairs), "copies": [pair.copy for pair in pairs]})


def show_csv(request: Request) -> Response:
    """All copies with the titles, outlets and dates of both sides."""
    return answers.as_csv(COLUMNS, _rows(_pairs(request)))


def show_pair(request: Request) -> Response:
    """Two articles side by side."""
    view = desk_of(request).view_of()
    found = view.find(request.path_params["id"])
    if found is None or not isinstance(found.record, Copy):
        return answers.missing(request, "no copy with this id")
    copy = found.record
    sides = [side for passages, letter in ((copy.a, "a"), (copy.b, "b")) if (side := _side(view, passages, letter))]
    if len(sides) < 2:
        return answers.missing(request, "an article of this copy is no longer in the ledger")
    return answers.html(request, "copy.html", pair=Pair(copy, sides[0].entry, sides[1].entry), sides=sides)


def show_pair_json(request: Request) -> Response:
    """The record of a copy."""
    found = desk_of(request).view_of().find(request.path_params["id"])
    if found is None or not isinstance(found.record, Copy):
        return answers.missing(request, "no copy with this id")
    return answers.as_json(found.record)


def _wants_all(request: Request) -> bool:
    """With the pairs that share only what their outlets print on every page?"""
    return request.query_params.get("all") == "1"


def _pairs(request: Request) -> list[Pair]:
    desk, article = desk_of(request), request.query_params.get("article")
    view = desk.view_of()
    by_id = {entry.article.id: entry for entry in desk.shelf.entries(view)}
    found = view.copies_of(article) if article else view.records("copy")
    copies: list[Copy] = [copy for copy in found if _wants_all(request) or copy.relation != "boilerplate"]
    copies.sort(key=lambda copy: (-copy.score, copy.id))
    return [Pair(copy, by_id.get(copy.a.article), by_id.get(copy.b.article)) for copy in copies]


def _side(view: View, passages: Passages, letter: str) -> Side | None:
    found = view.find(passages.article)
    if found is None or found.page is None or not isinstance(found.record, Article):
        return None
    page, text = view.page(found.page), view.page_text(found.page)
    if not isinstance(page, PageRecord) or text is None:
        return None
    roles = ARTICLE_ROLES + HEADER_ROLES
    blocks = [b for b in view.records("block", page=found.page) if b.article == found.record.id and b.role in roles]
    blocks.sort(key=lambda block: block.span.start)
    marks = list(_passages(passages, letter))
    windows = [block.span for block in blocks]
    drawn = (draw(text, share, window=window) for share, window in zip(spread(marks, windows), windows, strict=True))
    paragraphs = [(block.role, html, block.span.start) for block, html in zip(blocks, drawn, strict=True)]
    return Side(Entry(found.record, page), letter, tuple(paragraphs))


def _passages(passages: Passages, letter: str) -> Iterator[Mark]:
    other = "b" if letter == "a" else "a"
    for number, span in enumerate(passages.spans, start=1):
        if span.space == "text":
            yield Mark(
                span.start, span.end, ("passage", f"colour-{(number - 1) % COLOURS + 1}"), f"passage {number}",
                href=f"#m-{other}{number}", id=f"{letter}{number}", data={"n": str(number)},
            )  # fmt: skip


def _rows(pairs: list[Pair]) -> Iterator[dict[str, Any]]:
    for pair in pairs:
        copy = pair.copy
        row: dict[str, Any] = {
            "copy": copy.id, "relation": copy.relation, "direction": copy.direction,
            "common_source": copy.common_source, "score": round(copy.score, 3), "passages": len(copy.a.spans),
            "characters": pair.characters, "a_article": copy.a.article, "b_article": copy.b.article,
        }  # fmt: skip
        for letter, entry in (("a", pair.a), ("b", pair.b)):
            if entry is not None:
                title = entry.article.title
                row |= {f"{letter}_title": title.text if title else None, f"{letter}_outlet": entry.outlet}
                row[f"{letter}_published"] = moment(entry.article.published) or None
        yield row
