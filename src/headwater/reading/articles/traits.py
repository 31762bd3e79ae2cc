"""What can be counted of the pieces of an HTML page before anyone decides: their characters, markup and place.

Counts of characters are differences of running sums over the whole page text, so a page costs a few array operations
however many pieces it has.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from headwater.reading.articles.characters import (
    CAPITALS,
    COMMA,
    DIGIT,
    ENDS,
    MONEY,
    OTHER_MARK,
    QUOTE,
    SHORT_WORDS,
    STOP,
    UPPER,
    WORD_COUNT,
    Floats,
    Ints,
    count_characters,
)
from headwater.reading.articles.hashes import element_names, flatten, word_hash
from headwater.reading.articles.outline import Element, Outline
from headwater.reading.articles.said_kind import said_kind

LEVELS = (1, 2, 3, 5, 8)  # which containers around a piece are described, from the inside out
NEAR = 3  # elements whose names count as near
PROBED = 3000  # pieces looked up in the text that JSON-LD gives
LONGEST_BODY = 200_000
WORDS = 10  # words of a piece, from its start, that are looked up
FLAGS = (
    "article main nav aside header footer figure figcaption blockquote li table form button select section p div dl "
    "noscript title h1 h2 h3 h4 h5 h6 label option pre td th span a body summary details dt dd address"
).split()
FLAG_BITS = {tag: 1 << bit for bit, tag in enumerate(FLAGS)}


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """Numbers for each piece (rows of `dense`), and hashes of the names around it and of its words.

    `names` and `words` are flat arrays of hashes with `*_ends`, where each row's hashes end.  Rows of `names` are
    elements, whose parents stand in `parents`, before them; row 0 is no element and its own parent.  `near` holds the
    rows of the elements close to each piece, `far` that of the next one out.  `containers` holds, for each piece and
    level, the range of pieces of the container at that level.
    """

    dense: Floats
    names: Ints
    names_ends: Ints
    parents: Ints
    near: Ints
    far: Ints
    words: Ints
    words_ends: Ints
    containers: Ints


def read_traits(outline: Outline) -> Traits:
    """The traits of every piece of an HTML outline."""
    spans = np.array([(piece.start, piece.end) for piece in outline.pieces], dtype=np.int64).reshape(-1, 2)
    characters = count_characters(outline.text.text, spans)
    markup = _read_markup(outline)
    containers = _ranges(markup, spans)
    words = [outline.text.text[start : min(end, start + 200)].lower().split() for start, end in spans.tolist()]
    own = _own(outline, characters, spans)
    parts = [own, _tags(markup), _place(own, characters, containers, spans), _page(outline, own, words)]
    near = [markup.own]
    for _ in range(NEAR):
        near.append(markup.parent[near[-1]])
    names, names_ends = flatten(element_names(element) for element in markup.elements)
    flat, flat_ends = flatten([word_hash(word) for word in line[:WORDS]] for line in words)
    return Traits(
        np.concatenate(parts, axis=1), names, names_ends, markup.parent, np.stack(near[:NEAR], axis=1), near[NEAR],
        flat, flat_ends, containers,
    )  # fmt: skip


# The piece alone


def _own(outline: Outline, counts: Floats, spans: Ints) -> Floats:
    """What a piece says of itself; the first three columns are characters, those in links, those hidden."""
    text = outline.text.text
    length = (spans[:, 1] - spans[:, 0]).astype(np.float32)
    numbers = np.array([(p.linked, p.strong, p.hidden) for p in outline.pieces], dtype=np.float32).reshape(-1, 3)
    linked, strong, hidden = numbers.T
    words = counts[:, WORD_COUNT]
    safe, safe_words = np.maximum(length, 1), np.maximum(words, 1)
    keys = [text[start:end] for start, end in spans.tolist()]
    seen = Counter(keys)
    repeats = np.array([seen[key] for key in keys], dtype=np.float32)
    columns: list[Floats] = [
        length / 1000, linked / 1000, hidden, np.log1p(length) / 8, np.log1p(words) / 6, linked / safe, strong / safe,
        counts[:, DIGIT] / safe, counts[:, UPPER] / safe, counts[:, STOP] / safe_words, counts[:, COMMA] / safe_words,
        counts[:, QUOTE] / safe_words, counts[:, OTHER_MARK] / safe_words, counts[:, MONEY] / safe_words,
        counts[:, SHORT_WORDS] / safe_words, counts[:, CAPITALS] / safe_words, counts[:, ENDS],
        length / safe_words / 10, np.minimum(counts[:, STOP], 8) / 8, (words < 4).astype(np.float32),
        (words > 25).astype(np.float32), np.log2(repeats) / 4, (linked > 0).astype(np.float32),
        (strong >= 0.9 * safe).astype(np.float32), np.minimum(length / 400, 2.0),
    ]  # fmt: skip
    return np.stack(columns, axis=1).astype(np.float32)


# Markup


@dataclass(frozen=True, slots=True, eq=False)
class Markup:
    """The elements around pieces, each once, parents first: `parent` holds the row of each one's parent, `own` that of
    each piece's element.  Row 0 stands for no element and is its own parent."""

    elements: tuple[Element | None, ...]
    parent: Ints
    own: Ints


def _read_markup(outline: Outline) -> Markup:
    needed: dict[int, Element] = {}
    for piece in outline.pieces:
        element = piece.element
        while element is not None and element.number not in needed:
            needed[element.number] = element
            element = element.parent
    ordered = [needed[number] for number in sorted(needed)]
    rows = {element.number: row for row, element in enumerate(ordered, 1)}
    parents = [0, *(0 if element.parent is None else rows[element.parent.number] for element in ordered)]
    own = [0 if piece.element is None else rows[piece.element.number] for piece in outline.pieces]
    return Markup((None, *ordered), np.array(parents, dtype=np.int64), np.array(own, dtype=np.int64))


def _tags(markup: Markup) -> Floats:
    """Which elements a piece stands in, how deep, and how many pieces stand in the like."""
    size = len(markup.elements)
    own, around, depth, kind = [0] * size, [0] * size, [0] * size, [0] * size
    kinds: dict[tuple[int, str, str], int] = {}
    parents = markup.parent.tolist()
    for row, (element, parent) in enumerate(zip(markup.elements, parents, strict=True)):
        if element is None:
            continue
        own[row] = FLAG_BITS.get(element.tag, 0)
        around[row] = around[parent] | own[row]
        depth[row] = depth[parent] + 1
        above = kind[parent] if row else 0
        key = (above % 1009, element.tag, element.attributes.get("class", "")[:40])
        kind[row] = kinds.setdefault(key, len(kinds) + 1)
    alike = np.bincount(np.array(kind)[markup.own])[np.array(kind)[markup.own]] if len(markup.own) else np.zeros(0)
    columns = [
        np.minimum(np.array(depth)[markup.own], 24) / 24, np.log1p(alike) / 5, alike / max(len(markup.own), 1),
    ]  # fmt: skip
    bits = [_bits(np.array(flags, dtype=np.int64)[markup.own]) for flags in (around, own)]
    return np.concatenate([*bits, np.stack(columns, axis=1)], axis=1).astype(np.float32)


def _bits(flags: Ints) -> Floats:
    return np.asarray((flags[:, None] >> np.arange(len(FLAGS))) & 1, dtype=np.float32)


# Place


def _ranges(markup: Markup, spans: Ints) -> Ints:
    """For each piece and level, the pieces [first, last) that its container at that level holds.

    Levels count only containers that hold more text than the one before.
    """
    edges = np.array([(0, 0) if e is None else (e.start, e.end) for e in markup.elements], dtype=np.int64)
    size = (edges[:, 1] - edges[:, 0]).tolist()
    wider, parents = list(range(len(size))), markup.parent.tolist()
    for row in range(1, len(size)):
        parent = parents[row]
        wider[row] = parent if size[parent] > size[row] else (wider[parent] if parent else row)
        if size[wider[row]] <= size[row]:
            wider[row] = row
    steps = np.array(wider, dtype=np.int64)
    levels, current = [], markup.own
    for level in range(1, LEVELS[-1] + 1):
        current = steps[current]
        if level in LEVELS:
            levels.append(edges[current])
    chosen = np.stack(levels, axis=1) if levels else np.zeros((0, len(LEVELS), 2), dtype=np.int64)
    first = np.searchsorted(spans[:, 0], chosen[:, :, 0], side="left")
    last = np.searchsorted(spans[:, 1], chosen[:, :, 1], side="right")
    number = np.arange(len(spans))[:, None]
    return np.stack([np.minimum(first, number), np.maximum(last, number + 1)], axis=2)


def _place(own: Floats, counts: Floats, containers: Ints, spans: Ints) -> Floats:
    """Where a piece stands, and what its containers hold."""
    number = len(spans)
    order = np.arange(number, dtype=np.float32)
    length, linked = own[:, 0] * 1000, own[:, 1] * 1000
    total = max(float(length.sum()), 1.0)
    prose = np.where((counts[:, STOP] >= 1) & (length > 80) & (linked < 0.4 * length), length, 0).astype(np.float32)
    columns: list[Floats] = [
        order / max(number, 1), np.cumsum(length) / total, np.minimum(order, 40) / 40,
        np.minimum(number - 1 - order, 40) / 40, _smooth(prose) / 400, _smooth(linked / np.maximum(length, 1)),
        (np.cumsum(prose) > 0).astype(np.float32), (np.cumsum(prose[::-1])[::-1] > 0).astype(np.float32),
    ]  # fmt: skip
    lengths, links, proses = (np.concatenate([[0.0], np.cumsum(v, dtype=np.float64)]) for v in (length, linked, prose))
    all_prose = max(float(prose.sum()), 1.0)
    for level in range(len(LEVELS)):
        first, last = containers[:, level, 0], containers[:, level, 1]
        held = np.maximum(lengths[last] - lengths[first], 1)
        inside = proses[last] - proses[first]
        columns += [
            np.log1p(held) / 10, held / total, (links[last] - links[first]) / held, inside / held, inside / all_prose,
            np.log1p(last - first) / 5, (order - first) / np.maximum(last - first, 1),
        ]  # fmt: skip
    return np.stack(columns, axis=1).astype(np.float32)


def _smooth(values: Floats) -> Floats:
    """Mean over four pieces on either side."""
    padded = np.concatenate([np.zeros(5), np.cumsum(np.concatenate([values, np.zeros(4)]))])
    return np.asarray((padded[9:] - padded[:-9]) / 9, dtype=np.float32)


# The page


def _page(outline: Outline, own: Floats, words: Sequence[Sequence[str]]) -> Floats:
    """The page as a whole, repeated for each piece; and how near a piece's words are to the page's title, description
    and text as its metadata give them."""
    text = outline.text.text
    titles = [f.value for f in outline.facts if f.kind == "title" or f.name in ("og:title", "twitter:title")]
    described = [f.value for f in outline.facts if f.name in ("description", "og:description")]
    scripts = (fact.value for fact in outline.facts if fact.kind == "jsonld")
    bodies = " ".join(script for script in scripts if '"articleBody"' in script)[:LONGEST_BODY]
    title, description = (frozenset(" ".join(said[:3]).lower().split()) for said in (titles, described))
    rows = np.zeros((len(words), 7), dtype=np.float32)
    for index, line in enumerate(words):
        if not line:
            continue
        rows[index, 0] = len(title.intersection(line)) / max(len(title), len(line))
        rows[index, 1] = len(description.intersection(line)) / max(len(description), len(line))
        if bodies and len(line) > 3 and index < PROBED:
            start = outline.pieces[index].start
            rows[index, 2] = _probe(text[start : min(start + 160, outline.pieces[index].end)]) in bodies
    rows[:, 3] = bool(bodies)
    if len(words):
        h1 = np.array([p.element is not None and p.element.tag == "h1" for p in outline.pieces], dtype=bool)
        anchor = int(np.argmax(h1)) if h1.any() else int(np.argmax(rows[:, 0]))
        order = np.arange(len(words), dtype=np.float32)
        rows[:, 4] = order > anchor
        rows[:, 5] = np.clip((order - anchor) / 50, -1, 1)
        rows[:, 6] = h1.any()
    whole = np.concatenate([_whole(outline, own), said_kind(outline)])
    return np.concatenate([rows, np.tile(whole, (len(words), 1))], axis=1)


def _whole(outline: Outline, own: Floats) -> Floats:
    """Figures of the page."""
    length = own[:, 0] * 1000
    total = max(float(length.sum()), 1.0)
    tags = Counter(element.tag for element in outline.elements)
    scales = (("article", 3), ("p", 5), ("li", 6), ("img", 5), ("h1", 2))
    counted = [np.log1p(tags[tag]) / scale for tag, scale in scales]
    return np.array(
        [
            own[:, 1].sum() * 1000 / total, float(length[length > 120].sum()) / total, np.log1p(len(own)) / 7,
            np.log1p(total) / 12, *counted, np.log1p(tags["h2"] + tags["h3"]) / 4, float(tags["main"] > 0),
            float(np.median(length)) / 100 if len(own) else 0.0,
            float((own[:, 2] * length).sum()) / total,
        ],
        dtype=np.float32,
    )  # fmt: skip


def _probe(text: str) -> str:
    """A run of a piece's characters that JSON writes as they are."""
    runs = re.split(r"[^\w ,.]", text, maxsplit=20)
    return max(runs, key=len).strip()[:60] or "\0"
