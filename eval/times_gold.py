"""TimeML files as texts with marked expressions: WikiWars (TIMEX2 in TIMEX3's clothes), TimeBank and AQUAINT.

WikiWars comes with a training part and a test part; of TimeBank and AQUAINT the halves of `corpus.half_of` are chosen
on and reported on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from eval.corpus import half_of
from eval.report import Half

_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_DCT = re.compile(r"<DCT>.*?value=\"([^\"]*)\"", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Timex:
    """A marked expression: its place in the text and its value ("" where none is given)."""

    start: int
    end: int
    value: str
    kind: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its day of writing and its expressions, the outermost only."""

    set: str
    id: str
    text: str
    written: str
    gold: tuple[Timex, ...]


def load(data: Path, set_: str, half: Half) -> list[Document]:
    """The documents of one set ("wikiwars" or "timebank") in one half; none where the set is absent."""
    return [_read(set_, path) for path in sorted(files(data, set_)) if half in ("all", _half(path))]


def files(data: Path, set_: str) -> Iterator[Path]:
    """All files of the set, in any layout of the same folders."""
    if set_ == "wikiwars":
        yield from (data / set_).glob("trainingset/tml/*.tml")
        yield from (data / set_).glob("testset/tml/*.tml")
    else:
        yield from (data / set_).glob("*/*.tml")


def _half(path: Path) -> Half:
    if "trainingset" in path.parts or "testset" in path.parts:
        return "choose" if "trainingset" in path.parts else "report"
    return half_of(path.stem)


def _read(set_: str, path: Path) -> Document:
    source = path.read_text(encoding="utf-8")
    written = _DCT.search(source)
    body = source[source.index("<TEXT>") + len("<TEXT>") : source.rindex("</TEXT>")]
    parts: list[str] = []
    gold: list[Timex] = []
    length = at = depth = start = 0
    attributes: dict[str, str] = {}
    for tag in _TAG.finditer(body):
        words = unescape(body[at : tag.start()])
        parts.append(words)
        length, at = length + len(words), tag.end()
        if tag.group(2) != "TIMEX3" or tag.group(3).endswith("/"):
            continue
        depth += -1 if tag.group(1) else 1
        if depth == 1 and not tag.group(1):
            start, attributes = length, dict(_ATTRIBUTE.findall(tag.group(3)))
        elif depth == 0:
            gold.append(Timex(start, length, attributes.get("value", ""), attributes.get("type", "")))
    parts.append(unescape(body[at:]))
    return Document(set_, path.stem, "".join(parts), written.group(1)[:10] if written else "", tuple(gold))
