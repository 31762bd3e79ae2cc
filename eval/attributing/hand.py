"""Attributions coded by hand (eval/gold/README.md has the format), with the papers that they were coded on."""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from eval.attributing.found import Extent, Paper
from eval.attributing.ours import knowledge, laid_out, paper_of
from eval.attributing.parts import Parts
from eval.plain_page import PlainPage
from headwater.reading import articles
from headwater.records import Page, Unread
from headwater.records.identity import digest

GOLD = Path(__file__).parents[1] / "gold"
FILES = ("syrianews_a", "syrianews_b", "pages")


@dataclass(frozen=True, slots=True)
class HandSource:
    """One speaker as coded: its words, null where it is not said beside the content; its class; and a name of it
    anywhere in the article, or null."""

    extent: Extent | None
    class_: str
    resolves_to: Extent | None


@dataclass(frozen=True, slots=True)
class HandAttribution:
    """One attribution as coded."""

    sources: tuple[HandSource, ...]
    cues: tuple[Extent, ...]
    contents: tuple[Extent, ...]
    kind: str
    stance: str
    parent: int | None
    phenomena: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HandArticle:
    """One article as coded: only what lies in `sentences` was looked at."""

    set: str
    id: str
    sha256: str
    sentences: tuple[Extent, ...]
    attributions: tuple[HandAttribution, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """An article with its paper; `paper` is null where the data is absent or the text is another one."""

    article: HandArticle
    paper: Paper | None
    reason: str = ""


def load_hand(path: Path) -> list[HandArticle]:
    """The articles of one file."""
    return [_article(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def hand_parts(article: HandArticle) -> Parts:
    """Its spans by part, a tuple for each attribution."""
    return {
        "source": [tuple(source.extent for source in one.sources if source.extent) for one in article.attributions],
        "cue": [one.cues for one in article.attributions],
        "content": [one.contents for one in article.attributions],
    }


def judged(data: Path, coded: list[HandArticle]) -> Iterator[Judged]:
    """The articles with their papers, in their order."""
    rows = _rows(data / "syrianews")
    for article in coded:
        text = rows.get(article.id) if article.set == "syrianews" else _page_text(data, article.id)
        if text is None:
            yield Judged(article, None, "not there")
        elif sha256(text.encode()).hexdigest() != article.sha256:
            yield Judged(article, None, "another text")
        else:
            paper = paper_of(article.id, text) if article.set == "syrianews" else _page_paper(article.id, text)
            yield Judged(article, paper, "" if paper else "offsets of another text")


def _rows(folder: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            found |= {row["unit_id"]: row["content"] for row in csv.DictReader(lines)}
    return found


def _page_text(data: Path, name: str) -> str | None:
    """A page beside the data sets, or among them."""
    places = (data.parent / "pages" / name, data / "pages" / name)
    return next((path.read_bytes().decode("utf-8") for path in places if path.is_file()), None)


def _page_paper(name: str, text: str) -> Paper | None:
    """The page as the product takes it apart, with all its articles."""
    data = text.encode()
    layout = articles.read(Page(name, name, "text/plain", None, digest(data), data), knowledge())
    if isinstance(layout, Unread) or layout.text.text != text:
        return None
    return laid_out(name, PlainPage(layout.text, layout.blocks, layout.articles))


def _article(entry: Mapping[str, Any]) -> HandArticle:
    attributions = tuple(_attribution(one) for one in entry["attributions"])
    return HandArticle(entry["set"], entry["id"], entry["sha256"], _extents(entry["sentences"]), attributions)


def _attribution(entry: Mapping[str, Any]) -> HandAttribution:
    sources = tuple(
        HandSource(
            None if one["start"] is None else (one["start"], one["end"]),
            one["class"],
            tuple(one["resolves_to"]) if one["resolves_to"] else None,
        )
        for one in entry["sources"]
    )
    fields = entry["kind"], entry["stance"], entry["parent"], tuple(entry["phenomena"])
    return HandAttribution(sources, _extents(entry["cues"]), _extents(entry["contents"]), *fields)


def _extents(spans: list[list[int]]) -> tuple[Extent, ...]:
    return tuple((span[0], span[1]) for span in spans)
