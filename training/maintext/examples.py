"""Pages with gold text, as the model sees them."""

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from headwater.reading.articles.decode import decode
from headwater.reading.articles.html import outline_html
from headwater.reading.articles.outline import Outline
from headwater.reading.articles.traits import Traits, read_traits
from training.maintext.align import matched_words

Bag = tuple[NDArray[np.int64], NDArray[np.int64]]  # embedding rows, and how many each piece has

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A page: its traits, how much of each piece is gold, and what is needed to score a selection of pieces."""

    id: str
    set: str
    kind: str
    host: str
    traits: Traits
    hidden: NDArray[np.bool_]
    texts: tuple[str, ...]
    gold: str
    lengths: NDArray[np.float32]
    shares: NDArray[np.float32]
    kept: dict[int, tuple[Bag, Bag, Bag]] = field(default_factory=dict)

    def bags(self, rows: Mapping[int, int]) -> tuple[Bag, Bag, Bag]:
        """Names near, names far, and words of each piece, as embedding rows known to `rows`; kept for the next call."""
        if id(rows) not in self.kept:
            self.kept.clear()
            self.kept[id(rows)] = _bags(self.traits, rows)
        return self.kept[id(rows)]


def _bags(traits: Traits, rows: Mapping[int, int]) -> tuple[Bag, Bag, Bag]:
    known = [rows.get(number, 0) for number in traits.names.tolist()]
    edges = [0, *traits.names_ends.tolist()]
    own = [[row for row in known[edges[at] : edges[at + 1]] if row] for at in range(len(traits.parents))]
    path: list[list[int]] = []
    for at, parent in enumerate(traits.parents.tolist()):
        path.append((path[parent] if at else []) + own[at])
    near = [[row for element in near for row in own[element]] for near in traits.near.tolist()]
    far = [path[element] for element in traits.far.tolist()]
    known = [rows.get(number, 0) for number in traits.words.tolist()]
    edges = [0, *traits.words_ends.tolist()]
    words = [[row for row in known[edges[at] : edges[at + 1]] if row] for at in range(len(edges) - 1)]
    return _bag(near), _bag(far), _bag(words)


def _bag(lists: list[list[int]]) -> Bag:
    flat = [row for rows in lists for row in rows]
    return np.array(flat, dtype=np.int64), np.array([len(rows) for rows in lists], dtype=np.int64)


def read_examples(data: Path) -> Iterator[Example]:
    """All pages of both sets that have gold text."""
    for path in sorted((data / "wcxb/ground-truth").glob("*.json")):
        record = json.loads(path.read_bytes())
        gold = record["ground_truth"].get("main_content") or ""
        kind = record["_internal"]["page_type"]["primary"]
        yield _example(path.stem, "wcxb", kind, data / f"wcxb/html/{path.stem}.html.gz", gold)
    for key, entry in sorted(json.loads((data / "naeb/articles.json").read_bytes()).items()):
        yield _example(key, "naeb", "news", data / f"naeb/html/{key}.html.gz", entry["articleBody"])


def _example(identity: str, set_: str, kind: str, page: Path, gold: str) -> Example:
    outline = outline_html(decode(gzip.decompress(page.read_bytes()), "utf-8")[0])
    text = outline.text.text
    texts = tuple(text[piece.start : piece.end] for piece in outline.pieces)
    words = [WORD.findall(piece.lower()) for piece in texts]
    shares = np.array(matched_words(words, WORD.findall(gold.lower())), dtype=np.float32)
    lengths = np.array([len(piece) for piece in words], dtype=np.float32)
    hidden = np.array([piece.hidden for piece in outline.pieces], dtype=bool)
    return Example(
        identity, set_, kind, host_of(outline), read_traits(outline), hidden, texts, gold, lengths, shares
    )  # fmt: skip


def host_of(outline: Outline) -> str:
    """The site that a page says it is of; two-part name."""
    for kind, name in (("canonical", "canonical"), ("meta", "og:url"), ("meta", "og:site_name")):
        for fact in outline.facts:
            if fact.kind == kind and fact.name == name and fact.value:
                return ".".join((urlsplit(fact.value).hostname or fact.value).split(".")[-2:])
    return f"page {len(outline.text.text)}"
