"""What must hold on every page, whatever it is: counted over all pages of the main-text yardsticks.

Layout: wcxb/html/*.html.gz, naeb/html/*.html.gz.  Faults are characters or pages for which it does not hold; `other`
is the share of furniture characters for which no kind was found (goal: under 0.05).
"""

import gzip
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import pairwise
from pathlib import Path

import numpy as np

from eval.corpus import corpus_hash
from eval.report import Options, Report, Skipped
from headwater.knowledge import Knowledge, load
from headwater.reading.articles import Layout, read
from headwater.records import Page, Span
from headwater.records.identity import digest, page_id
from headwater.text import PageText


@dataclass
class Tally:
    """Faults by kind, and characters of furniture by role."""

    faults: Counter[str] = field(default_factory=Counter)
    furniture: Counter[str] = field(default_factory=Counter)
    characters: int = 0
    unread: int = 0


def measure(data: Path, options: Options) -> Report | Skipped:
    """Figures over the pages under `data`/wcxb and `data`/naeb."""
    paths = sorted([*data.glob("wcxb/html/*.html.gz"), *data.glob("naeb/html/*.html.gz")])
    if not paths:
        return Skipped("properties", f"no pages under {data / 'wcxb'} or {data / 'naeb'}")
    knowledge, tally = load(), Tally()
    for path in paths:
        check(gzip.decompress(path.read_bytes()), path.name, knowledge, tally)
    total = sum(tally.furniture.values())
    figures: dict[str, float] = {"pages": len(paths), "unread": tally.unread, "characters": tally.characters}
    for kind in ("untiled", "overlap", "literal", "entity", "unmapped", "title_words", "read_twice"):
        figures[f"faults.{kind}"] = tally.faults[kind]
    for role, count in sorted(tally.furniture.items()):
        figures[f"furniture.{role}"] = count / max(total, 1)
    return Report("properties", len(paths), corpus_hash(paths), {}, figures)


def check(data: bytes, name: str, knowledge: Knowledge, tally: Tally) -> None:
    """Read one page twice and count what does not hold."""
    sha = digest(data)
    page = Page(page_id(sha, name), name, "text/html", None, sha, data)
    layout, again = read(page, knowledge), read(page, knowledge)
    if not isinstance(layout, Layout) or not isinstance(again, Layout):
        tally.unread += 1
        return
    tally.characters += len(layout.text.text)
    tally.faults["read_twice"] += (layout.blocks, layout.articles) != (again.blocks, again.articles)
    tally.faults["untiled"] += sum(1 for _ in untiled(layout))
    starts = [block.span for block in layout.blocks]
    tally.faults["overlap"] += sum(a.end > b.start for a, b in pairwise(starts))
    tally.faults.update(homeless(layout.text, data))
    for article in layout.articles:
        if article.title is not None and article.title.span.space == "text":
            tally.faults["title_words"] += layout.text[article.title.span] != article.title.text
    for block in layout.blocks:
        if block.article is None and block.role != "metadata":
            tally.furniture[block.role] += block.span.end - block.span.start


def untiled(layout: Layout) -> Iterator[int]:
    """Non-blank characters that are not in exactly one block."""
    covered = np.zeros(len(layout.text.text), dtype=np.int32)
    for block in layout.blocks:
        covered[block.span.start : block.span.end] += 1
    for position in np.flatnonzero(covered != 1).tolist():
        if not layout.text.text[position].isspace() or covered[position] > 1:
            yield position


def homeless(text: PageText, data: bytes) -> Iterator[str]:
    """Characters whose bytes do not give them back; the kind of each."""
    charset = text.decoded.charset
    for stretch in text.stretches_of(Span(0, len(text.text))):
        words = text.text[stretch.start : stretch.end]
        start, end = text.bytes_of(stretch.source_start, stretch.source_end)
        raw = data[start:end].decode(charset, "replace")
        if stretch.kind == "literal" and raw != words:
            yield "literal"
        elif stretch.kind == "entity" and unescape(raw) != words:
            yield "entity"
        elif stretch.kind == "break" and start != end:
            yield "unmapped"
