"""`python -m training.casing --data DIR --out FILE`: weights/casing.npz, counted on news and web text.

Counted are words inside of a sentence (behind a small letter or a comma and one blank), on lines of at least
LEAST_WORDS words of which most are small, so that headlines in title case say nothing.  Articles of PolNeAR and MUC are
not counted: they are where the table is measured.
"""

import argparse
import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from headwater.reading.casing import bare

LEAST_WORDS, LEAST_SMALL = 8, 0.6
LEAST_SEEN = 3
_WORD = re.compile(r"[^\W\d_]+")
_INSIDE = re.compile(r"(?<=[a-z,;] )[^\W\d_]+(?![^\W\d_]*\.[A-Z])")


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(prog="python -m training.casing")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    small, large, capitals = Counter[str](), Counter[str](), Counter[str]()
    for line in (line for text in texts(arguments.data) for line in text.splitlines() if running(line)):
        for word in _INSIDE.findall(line):
            kind = small if word[0].islower() else capitals if word.isupper() and len(word) > 1 else large
            kind[bare(word)] += 1
    words = sorted(
        word
        for word in {*small, *large, *capitals}
        if small[word] + large[word] + capitals[word] >= LEAST_SEEN and len(word) > 1
    )
    totals = np.array([small[word] + large[word] + capitals[word] for word in words])
    np.savez_compressed(
        arguments.out,
        words=np.frombuffer("\n".join(words).encode(), dtype=np.uint8),
        large=_shares([large[word] + capitals[word] for word in words], totals),
        capitals=_shares([capitals[word] for word in words], totals),
    )
    print(len(words), "words", arguments.out.stat().st_size, "bytes")


def running(line: str) -> bool:
    """Whether a line is running text, most of it in small letters."""
    words = _WORD.findall(line)
    return len(words) >= LEAST_WORDS and sum(word[0].islower() for word in words) >= LEAST_SMALL * len(words)


def texts(data: Path) -> Iterator[str]:
    """News of gva, syrianews, NAEB, MPQA and TimeBank, web pages, the three sets of places, war histories."""
    with (data / "gva" / "docs.jsonl").open(encoding="utf-8") as file:
        yield from (json.loads(line)["content"] for line in file)
    with next((data / "syrianews").glob("*.csv")).open(encoding="utf-8") as file:
        yield from (row["content"] for row in csv.DictReader(file))
    for path in sorted((data / "wcxb" / "ground-truth").glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))["ground_truth"].get("main_content") or ""
    for name in ("lgl", "GWN", "GeoVirus"):
        yield re.sub(r"<[^>]*>", "\n", (data / "places" / f"{name}.xml").read_text(encoding="utf-8"))
    articles = json.loads((data / "naeb" / "articles.json").read_text(encoding="utf-8"))
    yield from (one["articleBody"] for one in articles.values())
    for path in (*sorted((data / "mpqa3" / "docs").rglob("*")), *sorted((data / "newswcl50").rglob("*.txt"))):
        yield path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    for path in (*sorted((data / "wikiwars").rglob("*.xml")), *sorted((data / "timebank").rglob("*.tml"))):
        yield re.sub(r"<[^>]*>", "", path.read_text(encoding="utf-8", errors="replace"))


def _shares(counts: list[int], totals: NDArray[np.int64]) -> NDArray[np.uint8]:
    return np.rint(255 * np.array(counts) / totals).astype(np.uint8)


if __name__ == "__main__":
    main()
