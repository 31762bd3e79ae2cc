"""Casualty figures coded by hand (eval/gold/casualties.md says how), with the texts that they were coded on."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parent / "gold" / "casualties.jsonl"
Extent = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, coded or found.  `speakers` are the words for its deepest source, none where it is the outlet's
    own."""

    extent: Extent
    unit: str
    numbers: tuple[int | None, int | None, int | None]
    class_: str
    cumulative: bool
    speakers: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class Coded:
    """One article with its figures, those in link lists of the site left out."""

    id: str
    text: str
    figures: tuple[Figure, ...]
    furniture: tuple[Extent, ...]


def load_coded(data: Path) -> Iterator[Coded]:
    """The articles whose texts are there unchanged."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows.setdefault(row["id"], []).append(row)
    texts = texts_of(data / "syrianews")
    for id_, coded in rows.items():
        text = texts.get(id_)
        if text is not None and sha256(text.encode()).hexdigest() == coded[0]["sha256"]:
            furniture = tuple((row["start"], row["end"]) for row in coded if row.get("furniture"))
            figures = tuple(_figure(row) for row in coded if not row.get("furniture") and not row.get("none"))
            yield Coded(id_, text, figures, furniture)


def _figure(row: dict[str, Any]) -> Figure:
    speakers = tuple((one[0], one[1]) for one in (row["speaker"], row["speaker_named"]) if one)
    return Figure(
        (row["start"], row["end"]),
        row["unit"],
        (row["low"], row["best"], row["high"]),
        row["class"],
        row["cumulative"],
        speakers,
    )


def texts_of(folder: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            found |= {row["unit_id"]: row["content"] for row in csv.DictReader(lines)}
    return found
