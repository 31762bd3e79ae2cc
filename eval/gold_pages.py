"""Pages with their truth: what articles they hold, and what is said of each (format: eval/pages_unseen/README.md)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article of the truth: its text in parts (sentences or paragraphs), and by field every right answer."""

    parts: tuple[str, ...]
    first: str
    last: str
    dateline: str | None
    embedded_in: int | None
    right: Mapping[str, tuple[Any, ...]]
    credits: tuple[Mapping[str, Any], ...]

    @property
    def length(self) -> int:
        """Characters of its text."""
        return sum(len(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class GoldPage:
    """One page of the truth, in page order, and strings of furniture that stand in no article."""

    path: Path
    articles: tuple[GoldArticle, ...]
    furniture: tuple[str, ...]

    @property
    def name(self) -> str:
        """The page's file name."""
        return self.path.name


def load(pages: Path, truths: Path) -> list[GoldPage]:
    """The pages under `pages` that have a truth under `truths`, by name."""
    records = [json.loads(path.read_bytes()) for path in truths.glob("*.json")]
    return sorted((_page(pages, record) for record in records if "page" in record), key=lambda gold: gold.name)


def one_line(text: str) -> str:
    """The text with each run of white space as one space."""
    return " ".join(text.split())


def _page(pages: Path, record: Mapping[str, Any]) -> GoldPage:
    articles = tuple(_article(article) for article in record["articles"])
    return GoldPage(pages / record["page"], articles, tuple(one_line(words) for words in record["in_no_article"]))


def _article(record: Mapping[str, Any]) -> GoldArticle:
    fields = ("title", "authors", "publisher", "published", "kind")
    return GoldArticle(
        parts=tuple(one_line(part) for part in record.get("sentences") or record["paragraphs"]),
        first=record["first"],
        last=record["last"],
        dateline=record["dateline"],
        embedded_in=record["embedded_in"],
        right={name: (record[name], *record.get(f"{name}_or", ())) for name in fields},
        credits=tuple(record["credits"]),
    )
