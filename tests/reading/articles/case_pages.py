"""Pages written line by line with what is expected of each piece, read from tests/cases/articles."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parents[2] / "cases" / "articles"
LINE = re.compile(r"(?P<article>[-?\d]+) (?P<role>[\w*?]+) \| (?P<words>.*)")


@dataclass(frozen=True, slots=True)
class Expected:
    """A piece as it should come out: its words, its role, and the number of its article (from 0) or None."""

    words: str
    role: str
    article: int | None


@dataclass(frozen=True, slots=True)
class Case:
    """A page, its pieces, and the kinds of its articles."""

    name: str
    text: str
    pieces: tuple[Expected, ...]
    kinds: tuple[str, ...]


def cases(file: str) -> Iterator[Case]:
    """The cases of a file, in order."""
    for entry in tomllib.loads((CASES / file).read_text())["page"]:
        lines: list[str] = []
        pieces: list[Expected] = []
        for line in entry["page"].strip("\n").split("\n"):
            if line.startswith("+ "):
                lines.append(line[2:])
                last = pieces[-1]
                pieces[-1] = Expected(f"{last.words}\n{line[2:]}", last.role, last.article)
                continue
            match = LINE.fullmatch(line)
            assert match or not line, f"{entry['name']}: {line!r}"
            if match:
                number = match["article"]
                article = int(number) - 1 if number.isdigit() else None
                pieces.append(Expected(match["words"], match["role"], article))
            lines.append(match["words"] if match else "")
        yield Case(entry["name"], "\n".join(lines) + "\n", tuple(pieces), tuple(entry["kinds"]))
