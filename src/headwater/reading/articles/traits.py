"""What can be counted of the pieces of an HTML page before anyone decides: their characters, markup and place.

Counts of characters are differences of running sums over the whole page text, so a page costs a few array operations
however many pieces it has.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from headwater.reading.articles.outline import Element, Outline

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

LEVELS = (1, 2, 3, 5, 8)  # which containers around a piece are described, from the inside out
NEAR = 3  # elements whose names count as near
WORDS = 10  # words of a piece, from its start, that are looked up
FARTHEST = 24  # containers looked at
FLAGS = (
    "article main nav aside header footer figure figcaption blockquote li table form button select section p div dl "
    "noscript title h1 h2 h3 h4 h5 h6 label option pre td th span a body summary details dt dd address"
).split()
FLAG_BITS = {tag: 1 << bit for bit, tag in enumerate(FLAGS)}
NAMING = ("class", "id", "role", "itemprop", "aria-label", "data-testid", "data-component", "itemtype", "rel")
PART = re.compile(r"[A-Z]?[a-z]{2,24}|[A-Z]{2,24}")
LONGEST_NAME = 400
# Character classes that are counted.
SPACE, DIGIT, UPPER, LOWER, STOP, COMMA, QUOTE, OTHER_MARK, MONEY = range(9)
CLASSES = {STOP: ".!?…。", COMMA: ",;:", QUOTE: "\"'“”‘’«»", OTHER_MARK: "|/>•·©»→()[]#@&+-–—", MONEY: "$€£%¥"}


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """Numbers for each piece (rows of `dense`), and hashes of the names around it and of its words.

    `near`, `far` and `words` are flat arrays of hashes with `*_ends`, where each piece's hashes end.
    `containers` holds, for each level, the range of pieces of the container at that level (rows: piece, level, 2).
    """

    dense: Floats
    near: Ints
    near_ends: Ints
    far: Ints
    far_ends: Ints
    words: Ints
    words_ends: Ints
    containers: Ints


def read_traits(outline: Outline) -> Traits:
    """The traits of every piece of an HTML outline."""
    spans = np.array([(piece.start, piece.end) for piece in outline.pieces], dtype=np.int64).reshape(-1, 2)
    counts = _count_characters(outline.text.text, spans)
    paths = _paths(outline)
    containers = _ranges(outline, paths, spans)
    texts = [outline.text.text[start:end] for start, end in spans.tolist()]
    dense = np.concatenate(
        [
            _own(outline, counts, texts),
            _markup(outline, paths),
            _place(outline, counts, containers, spans),
            _page(outline, counts),
        ],
        axis=1,
    )
    near, near_ends = _flatten([_names(path[:NEAR]) for path in paths])
    far, far_ends = _flatten([_names(path[NEAR:]) for path in paths])
    words, words_ends = _flatten([_word_hashes(text) for text in texts])
    return Traits(dense, near, near_ends, far, far_ends, words, words_ends, containers)


# Characters


@lru_cache(maxsize=1)
def _class_table() -> NDArray[np.uint8]:
    """Class of each code point below 0x3000, as bits would be: one number, 255 for none."""
    table = np.full(0x3000, 255, dtype=np.uint8)
    for code in range(0x3000):
        character = chr(code)
        if character.isspace():
            table[code] = SPACE
        elif character.isdigit():
            table[code] = DIGIT
        elif character.isupper():
            table[code] = UPPER
        elif character.isalpha():
            table[code] = LOWER
    for number, members in CLASSES.items():
        for character in members:
            if ord(character) < 0x3000:
                table[ord(character)] = number
    return table


def _count_characters(text: str, spans: Ints) -> Floats:
    """Per piece: characters of each class, words, short words, and whether it ends with a stop."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    table = _class_table()
    classes = np.where(codes < 0x3000, table[np.minimum(codes, 0x2FFF)], LOWER).astype(np.uint8)
    columns = [_between(classes == number, spans) for number in range(9)]
    letters = (classes == UPPER) | (classes == LOWER) | (classes == DIGIT)
    starts = letters & ~np.concatenate([[False], letters[:-1]])
    begin = np.flatnonzero(starts)
    ends = np.flatnonzero(letters & ~np.concatenate([letters[1:], [False]]))
    short = np.zeros(len(codes), dtype=bool)
    short[begin[ends - begin < 3]] = True
    capital = starts & (classes == UPPER)
    columns += [_between(starts, spans), _between(short, spans), _between(capital, spans)]
    last = classes[np.maximum(spans[:, 1] - 1, 0)] if len(codes) else np.zeros(len(spans), dtype=np.uint8)
    columns.append(np.isin(last, (STOP, QUOTE)).astype(np.float32))
    return np.stack(columns, axis=1)


def _between(flags: NDArray[np.bool_], spans: Ints) -> Floats:
    running = np.concatenate([[0], np.cumsum(flags, dtype=np.int64)])
    return (running[spans[:, 1]] - running[spans[:, 0]]).astype(np.float32)


def _own(outline: Outline, counts: Floats, texts: list[str]) -> Floats:
    """What a piece says of itself."""
    length = np.array([len(text) for text in texts], dtype=np.float32)
    words = counts[:, 9]
    linked = np.array([piece.linked for piece in outline.pieces], dtype=np.float32)
    strong = np.array([piece.strong for piece in outline.pieces], dtype=np.float32)
    hidden = np.array([piece.hidden for piece in outline.pieces], dtype=np.float32)
    safe = np.maximum(length, 1)
    safe_words = np.maximum(words, 1)
    seen = Counter(texts)
    repeats = np.array([seen[text] for text in texts], dtype=np.float32)
    columns = [
        np.log1p(length) / 8, np.log1p(words) / 6, linked / safe, strong / safe, hidden,
        counts[:, DIGIT] / safe, counts[:, UPPER] / safe, counts[:, STOP] / safe_words, counts[:, COMMA] / safe_words,
        counts[:, QUOTE] / safe_words, counts[:, OTHER_MARK] / safe_words, counts[:, MONEY] / safe_words,
        counts[:, 10] / safe_words, counts[:, 11] / safe_words, counts[:, 12], length / safe_words / 10,
        np.minimum(counts[:, STOP], 8) / 8, (words < 4).astype(np.float32), (words > 25).astype(np.float32),
        np.log2(repeats) / 4, (linked > 0).astype(np.float32), (strong >= 0.9 * safe).astype(np.float32),
        np.minimum(length / 400, 2.0),
    ]  # fmt: skip
    return np.stack(columns, axis=1).astype(np.float32)


# Markup


def _paths(outline: Outline) -> list[list[Element]]:
    """The elements around each piece, innermost first; pieces of one element share a list."""
    known: dict[int, list[Element]] = {}
    paths: list[list[Element]] = []
    for piece in outline.pieces:
        element = piece.element
        if element is None:
            paths.append([])
            continue
        path = known.get(element.number)
        if path is None:
            path = known[element.number] = element.path()[:FARTHEST]
        paths.append(path)
    return paths


def _markup(outline: Outline, paths: list[list[Element]]) -> Floats:
    """Which elements a piece stands in, and how many pieces stand in the like."""
    masks: dict[int, int] = {}
    signatures = []
    rows = np.zeros(len(paths), dtype=np.int64)
    for index, path in enumerate(paths):
        key = path[0].number if path else -1
        if key not in masks:
            mask = 0
            for element in path:
                mask |= FLAG_BITS.get(element.tag, 0)
            masks[key] = mask
        rows[index] = masks[key]
        signatures.append(" ".join(f"{e.tag}.{e.attributes.get('class', '')[:40]}" for e in path[:3]))
    seen = Counter(signatures)
    alike = np.array([seen[signature] for signature in signatures], dtype=np.float32)
    bits = ((rows[:, None] >> np.arange(len(FLAGS))) & 1).astype(np.float32)
    inner = np.array([FLAG_BITS.get(path[0].tag, 0) if path else 0 for path in paths], dtype=np.int64)
    own = ((inner[:, None] >> np.arange(len(FLAGS))) & 1).astype(np.float32)
    depth = np.array([len(path) for path in paths], dtype=np.float32) / FARTHEST
    share = alike / max(len(paths), 1)
    return np.concatenate([bits, own, np.stack([depth, np.log1p(alike) / 5, share], axis=1)], axis=1)


def _names(path: list[Element]) -> list[int]:
    return [number for element in path for number in element_names(element)]


def element_names(element: Element) -> tuple[int, ...]:
    """Hashes of an element's tag and of the words in its class, id, role and the like."""
    attributes = element.attributes
    if not attributes:
        return _hashes(element.tag, "")
    named = [attributes[name][:LONGEST_NAME] for name in NAMING if name in attributes]
    return _hashes(element.tag, " ".join(named))


@lru_cache(maxsize=20000)
def _hashes(tag: str, names: str) -> tuple[int, ...]:
    parts = {part.lower() for part in PART.findall(names)[:24]}
    return (crc32(b"<" + tag.encode()), *sorted(crc32(part.encode()) for part in parts))


@lru_cache(maxsize=50000)
def word_hash(word: str) -> int:
    """Hash of a word of the text, digits made alike."""
    return crc32(b"=" + re.sub(r"\d", "0", word).encode())


def _word_hashes(text: str) -> list[int]:
    words = text[:120].lower().split()[:WORDS]
    return [word_hash(word.strip(".,:;!?()\"'“”")) for word in words]


def _flatten(rows: list[list[int]]) -> tuple[Ints, Ints]:
    flat = [number for row in rows for number in row]
    ends = np.cumsum([len(row) for row in rows], dtype=np.int64) if rows else np.zeros(0, dtype=np.int64)
    return np.array(flat, dtype=np.int64), ends


# Place


def _ranges(outline: Outline, paths: list[list[Element]], spans: Ints) -> Ints:
    """For each piece and level, the pieces [first, last) that its container at that level holds."""
    edges = np.array([[(p.start, p.end) for p in _at_levels(path)] for path in paths], dtype=np.int64)
    edges = edges.reshape(len(paths), len(LEVELS), 2)
    first = np.searchsorted(spans[:, 0], edges[:, :, 0], side="left")
    last = np.searchsorted(spans[:, 1], edges[:, :, 1], side="right")
    number = np.arange(len(paths))[:, None]
    return np.stack([np.minimum(first, number), np.maximum(last, number + 1)], axis=2)


def _at_levels(path: list[Element]) -> list[Element]:
    """The containers at LEVELS, counting only those that hold more text than the one before."""
    distinct: list[Element] = []
    size = -1
    for element in path:
        if element.end - element.start > size:
            distinct.append(element)
            size = element.end - element.start
    if not distinct:
        return [Element("none", {}, None, 0)] * len(LEVELS)
    return [distinct[min(level, len(distinct) - 1)] for level in LEVELS]


def _place(outline: Outline, counts: Floats, containers: Ints, spans: Ints) -> Floats:
    """Where a piece stands, and what its containers hold."""
    number = len(spans)
    order = np.arange(number, dtype=np.float32)
    length = (spans[:, 1] - spans[:, 0]).astype(np.float32)
    total = max(float(length.sum()), 1.0)
    linked = np.array([piece.linked for piece in outline.pieces], dtype=np.float32)
    prose = np.where((counts[:, STOP] >= 1) & (length > 80) & (linked < 0.4 * length), length, 0).astype(np.float32)
    h1 = np.array([p.element is not None and p.element.tag == "h1" for p in outline.pieces], dtype=bool)
    first_h1 = int(np.argmax(h1)) if h1.any() else 0
    running = np.cumsum(length)
    columns = [
        order / max(number, 1), running / total, (order > first_h1).astype(np.float32),
        np.clip((order - first_h1) / 50, -1, 1), np.minimum(order, 40) / 40, np.minimum(number - 1 - order, 40) / 40,
        _smooth(prose) / 400, _smooth(linked / np.maximum(length, 1)),
    ]  # fmt: skip
    sums = {name: np.concatenate([[0], np.cumsum(v, dtype=np.float64)]) for name, v in
            (("length", length), ("linked", linked), ("prose", prose))}  # fmt: skip
    all_prose = max(float(prose.sum()), 1.0)
    for level in range(len(LEVELS)):
        first, last = containers[:, level, 0], containers[:, level, 1]
        inside = {name: total_[last] - total_[first] for name, total_ in sums.items()}
        held = np.maximum(inside["length"], 1)
        columns += [
            np.log1p(held) / 10, held / total, inside["linked"] / held, inside["prose"] / held,
            inside["prose"] / all_prose, np.log1p(last - first) / 5, (order - first) / np.maximum(last - first, 1),
        ]  # fmt: skip
    return np.stack(columns, axis=1).astype(np.float32)


def _smooth(values: Floats) -> Floats:
    """Mean over four pieces on either side."""
    padded = np.concatenate([np.zeros(5), np.cumsum(np.concatenate([values, np.zeros(4)]))])
    return ((padded[9:] - padded[:-9]) / 9).astype(np.float32)


# The page


def _page(outline: Outline, counts: Floats) -> Floats:
    """The page as a whole, repeated for each piece; and how near a piece's words are to the page's own title and text
    in its metadata."""
    text = outline.text.text
    number = len(outline.pieces)
    titles = [f.value for f in outline.facts if f.kind == "title" or f.name in ("og:title", "twitter:title")]
    described = [f.value for f in outline.facts if f.name in ("description", "og:description")]
    bodies = " ".join(f.value for f in outline.facts if f.kind == "jsonld" and '"articleBody"' in f.value)
    title, description = _bag(" ".join(titles[:3])), _bag(" ".join(described[:2]))
    rows = np.zeros((number, 4), dtype=np.float32)
    for index, piece in enumerate(outline.pieces):
        words = text[piece.start : piece.start + 300]
        if title or description:
            own = _bag(words)
            rows[index, 0] = _shared(own, title)
            rows[index, 1] = _shared(own, description)
        if bodies and len(piece) > 20:
            rows[index, 2] = _probe(words) in bodies
    rows[:, 3] = bool(bodies)
    length = np.array([len(piece) for piece in outline.pieces], dtype=np.float32)
    total = max(float(length.sum()), 1.0)
    linked = sum(piece.linked for piece in outline.pieces) / total
    prose = float(length[(counts[:, STOP] >= 1) & (length > 80)].sum()) / total
    tags = Counter(element.tag for element in outline.elements)
    kinds = " ".join(f.value for f in outline.facts if f.name == "og:type")
    whole = [
        linked, prose, np.log1p(number) / 7, np.log1p(total) / 12, np.log1p(tags["article"]) / 3,
        float("article" in kinds), np.log1p(tags["p"]) / 5, np.log1p(tags["li"]) / 6, float(np.median(length)) / 100
        if number else 0.0, float(tags["main"] > 0), np.log1p(tags["h2"] + tags["h3"]) / 4, np.log1p(tags["img"]) / 5,
    ]  # fmt: skip
    return np.concatenate([rows, np.tile(np.array(whole, dtype=np.float32), (number, 1))], axis=1)


def _bag(text: str) -> frozenset[str]:
    return frozenset(text.lower().split())


def _shared(own: frozenset[str], other: frozenset[str]) -> float:
    both = len(own & other)
    return both / (len(own | other) or 1)


def _probe(text: str) -> str:
    """A run of a piece's characters that JSON writes as they are."""
    runs = re.split(r"[^\w ,.]", text[:160], maxsplit=20)
    return max(runs, key=len).strip()[:60] or "\0"
