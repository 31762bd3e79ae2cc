"""PolNeAR on disk: articles with their attributions, read from brat standoff files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Literal

Extent = tuple[int, int]
PartName = Literal["source", "cue", "content"]
PARTS: tuple[PartName, ...] = ("source", "cue", "content")

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
_ENTITY = re.compile(r"(T\d+)\t(Source|Cue|Content) ([\d; ]+)\t")
_EVENT = re.compile(r"(E\d+)\t(.*)")


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One attribution; each part is a tuple of [start, end), several where it is discontinuous or joint."""

    id: str
    source: tuple[Extent, ...]
    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article's text as it stands in the file, and its attributions in order."""

    id: str
    text: str
    attributions: tuple[GoldAttribution, ...]


def read_articles(data: Path, *, all_annotators: bool = False) -> Iterator[GoldArticle]:
    """The articles of `data`/polnear, whichever compartments are there, in order of their names.

    Where several people annotated an article, the first of them by name counts, or each comes in turn.
    """
    files = sorted((data / "polnear").glob("*/attributions/*.ann"), key=lambda path: path.name)
    seen: set[str] = set()
    for path in files:
        if not all_annotators and _text_name(path) in seen:
            continue
        seen.add(_text_name(path))
        text_file = path.parents[1] / "text" / _text_name(path)
        with text_file.open(encoding="utf-8", newline="") as lines:
            text = lines.read()
        yield GoldArticle(text_file.stem, text, tuple(_attributions(path.read_text(encoding="utf-8"))))


def held_out(identity: str) -> bool:
    """Whether an article belongs to the fifth that no model sees, by the hash of its name."""
    return blake2b(identity.encode(), digest_size=2).digest()[0] % 5 == 0


def word_tokens(text: str, start: int, end: int) -> list[Extent]:
    """Words and single marks of a stretch: the units that spans are compared in."""
    return [match.span() for match in _TOKEN.finditer(text, start, end)]


def _text_name(path: Path) -> str:
    """Annotation files bear the annotator behind the article's name."""
    plain = path.with_suffix(".txt").name
    if (path.parents[1] / "text" / plain).exists():
        return plain
    return path.stem.rpartition("_")[0] + ".txt"


def _attributions(annotations: str) -> Iterator[GoldAttribution]:
    extents: dict[str, tuple[Extent, ...]] = {}
    events: list[tuple[str, str]] = []
    for line in annotations.splitlines():
        entity, event = _ENTITY.match(line), _EVENT.match(line)
        if entity:
            pieces = [piece.split() for piece in entity.group(3).split(";")]
            extents[entity.group(1)] = tuple((int(start), int(end)) for start, end in pieces)
        elif event:
            events.append((event.group(1), event.group(2)))
    for id_, arguments in events:
        parts: dict[str, list[Extent]] = {name: [] for name in PARTS}
        for argument in arguments.split():
            role, _, target = argument.partition(":")
            name = role.rstrip("0123456789").lower()
            if name in parts:
                parts[name] += extents.get(target, ())
        yield GoldAttribution(id_, *(tuple(sorted(parts[name])) for name in PARTS))
