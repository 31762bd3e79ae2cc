"""Cases of headers from tests/cases/headers, and HTML pages read as one article from the first heading on."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from headwater.knowledge import Knowledge, load
from headwater.reading.articles.cues import read_cues
from headwater.reading.articles.decode import decode
from headwater.reading.articles.header import Header, HeaderContext, read_header
from headwater.reading.articles.html import outline_html
from headwater.reading.articles.outline import Draft, Outline
from headwater.reading.articles.patterns import Patterns, compiled
from headwater.reading.articles.plain import outline_plain
from headwater.records import Given, Page, Span
from headwater.records.identity import digest

CASES = Path(__file__).parents[2] / "cases" / "headers"
FILES = ("wild", "synthetic", "negative")


@cache
def knowledge() -> Knowledge:
    return load()


def patterns() -> Patterns:
    return compiled(knowledge())


def cases(kind: str, *files: str) -> list[dict[str, Any]]:
    """The cases of a kind in the files, in order."""
    found: list[dict[str, Any]] = []
    for name in files or FILES:
        found += tomllib.loads((CASES / f"{name}.toml").read_text()).get(kind, [])
    return found


def outlined(html: str) -> Outline:
    return outline_html(*decode(html.encode()))


def page(html: str, location: str = "https://lantern.example/bridge", **rest: Any) -> Page:
    data = html.encode()
    given = Given(**rest.pop("given", {}))
    return Page("p1", location, "text/html", None, digest(data), data, given=given, **rest)


def read(html: str, location: str = "https://lantern.example/bridge", **rest: Any) -> tuple[Outline, Header]:
    """The outline, and the header of the one draft that begins with the first h1."""
    outline = outlined(html)
    cues = read_cues(outline, knowledge())
    opening = next((index for index, found in enumerate(cues) if found.heading == 1), 0)
    draft = Draft(tuple(range(opening, len(outline.pieces))), "story", "all", opening)
    context = HeaderContext(page(html, location, **rest), cues, (), (draft,), knowledge())
    return outline, read_header(outline, draft, context)


def read_plain(text: str) -> tuple[Outline, Header]:
    """The outline of a plain text, and the header of all of it."""
    outline = outline_plain(*decode(text.encode()))
    cues = read_cues(outline, knowledge())
    draft = Draft(tuple(range(len(outline.pieces))), "story", "all", 0)
    source = Page("p1", "bridge.txt", "text/plain", None, digest(text.encode()), text.encode())
    return outline, read_header(outline, draft, HeaderContext(source, cues, (), (draft,), knowledge()))


def read_several(html: str, tag: str) -> list[Header]:
    """The headers of the drafts that begin with each element of this tag."""
    outline = outlined(html)
    cues = read_cues(outline, knowledge())
    starts = [number for number, piece in enumerate(outline.pieces) if piece.element and piece.element.tag == tag]
    ends = [*starts[1:], len(outline.pieces)]
    drafts = tuple(
        Draft(tuple(range(start, end)), "story", "each", start) for start, end in zip(starts, ends, strict=True)
    )
    context = HeaderContext(page(html), cues, (), drafts, knowledge())
    return [read_header(outline, draft, context) for draft in drafts]


def words_at(outline: Outline, data: bytes, span: Span) -> str:
    """What stands at a span: words of the page text, or bytes of the page as UTF-8."""
    if span.space == "source":
        return data[span.start : span.end].decode()
    return outline.text[span]
