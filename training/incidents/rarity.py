"""Counts in how many texts each word stands, and writes gathering/incidents/commonness.py.

`python -m training.incidents.rarity --data DIR`: half "choose" of gva (by incident), syrianews (each four times, so
that words of war weigh as much as words of crime) and polnear.  Words in fewer than 12 texts are left out: they
count as rare.
"""

import argparse
import csv
import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from eval.corpus import half_of

_WORD = re.compile(r"[^\W\d_]{2,}(?:['’]\w+)?")
LEAST = 12
OUT = Path(__file__).parents[2] / "src/headwater/gathering/incidents/commonness.py"


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    counted: Counter[str] = Counter()
    total = 0
    for text, weight in texts(parser.parse_args().data):
        total += weight
        for word in {match.casefold() for match in _WORD.findall(text)}:
            counted[word] += weight
    OUT.write_text(table(counted, total), encoding="utf-8")


def texts(data: Path) -> Iterator[tuple[str, int]]:
    """Each text with its weight."""
    for line in (data / "gva/docs.jsonl").read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        if half_of(document["incident"]) == "choose":
            yield f"{document['title']}\n{document['content']}", 1
    csv.field_size_limit(10**9)
    with next((data / "syrianews").glob("articles*.csv")).open(encoding="utf-8") as file:
        yield from ((f"{row['title']}\n{row['content']}", 4) for row in csv.DictReader(file))
    for path in sorted((data / "polnear").rglob("*.txt")):
        yield path.read_text(encoding="utf-8"), 1


def table(counted: Counter[str], total: int) -> str:
    """The module, words by band of rarity (natural logarithm of all texts by texts with the word, to a half)."""
    bands: dict[float, list[str]] = {}
    for word, count in counted.items():
        if count >= LEAST:
            bands.setdefault(round(2 * math.log(total / count)) / 2, []).append(word)
    lines = [
        '"""How rare words are in news of violence: made by training/incidents/rarity.py, see docs/incidents.md."""',
        "",
        f"TEXTS = {total}",
        "BANDS: tuple[tuple[float, str], ...] = (",
    ]
    for rarity, words in sorted(bands.items()):
        lines += [f'    ({rarity}, """', *_wrapped(sorted(words)), '    """),']
    return "\n".join([*lines, ")", ""])


def _wrapped(words: list[str]) -> Iterator[str]:
    line = ""
    for word in words:
        if len(line) + len(word) > 118:
            yield line
            line = ""
        line = f"{line} {word}" if line else word
    yield line


if __name__ == "__main__":
    main()
