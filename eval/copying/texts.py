"""Articles of syrianews, gva and ecbplus as accounts without anything read in them."""

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from headwater.records import Account, Article, ArticleBody, Moment, Name, Span, Words

_GIVEN = Span(0, 1, "given")


@dataclass(frozen=True, slots=True)
class Text:
    """One article: id, paragraphs, and what is known of it; `event` is the gold incident where there is one."""

    id: str
    paragraphs: tuple[str, ...]
    outlet: str | None = None
    address: str = ""
    date: str | None = None
    event: str | None = None

    @property
    def text(self) -> str:
        """The page text: one line break between paragraphs."""
        return "\n".join(self.paragraphs)


def account_of(text: Text) -> Account:
    """The account of an article of these paragraphs."""
    at, paragraphs = 0, []
    for paragraph in text.paragraphs:
        paragraphs.append(Words(Span(at, at + len(paragraph)), paragraph))
        at += len(paragraph) + 1
    article = Article(
        id=text.id,
        page="p" + text.id,
        span=Span(0, max(at - 1, 0)),
        kind="story",
        title=None,
        authors=(),
        publisher=Name(_GIVEN, text.outlet, "given") if text.outlet else None,
        published=Moment(_GIVEN, text.date, "day", None, False, "given") if text.date else None,
        modified=None,
        language="en",
        credits=(),
        embedded_in=None,
        rule="given",
    )
    return Account(ArticleBody(article, text.address or text.id, tuple(paragraphs)))


def syrianews(data: Path) -> Iterator[Text]:
    """Title and content, with outlet and date as given; of rows with one unit_id, the first."""
    seen: set[str] = set()
    for path in sorted((data / "syrianews").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["unit_id"] in seen:
                    continue
                seen.add(row["unit_id"])
                month, day, year = row["date"].split("/")
                date = f"{int(year):04}-{int(month):02}-{int(day):02}"
                yield Text(row["unit_id"], (row["title"], row["content"]), row["outlet"], date=date)


def gva(data: Path) -> Iterator[Text]:
    """The content, a paragraph for each line that is not blank, with its address; ids are line numbers."""
    path = data / "gva" / "docs.jsonl"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines() if path.exists() else ()):
        row = json.loads(line)
        paragraphs = tuple(each for each in row["content"].split("\n") if each.strip())
        yield Text(str(number), paragraphs, None, row["uri"], row["dct"], row["incident"])


def ecbplus(data: Path) -> Iterator[Text]:
    """The tokens of each document joined by blanks, a paragraph for each sentence; no outlet, no date."""
    for path in sorted((data / "ecbplus" / "ECB+").glob("*/*.xml")):
        sentences: dict[str, list[str]] = {}
        for token in ElementTree.parse(path).getroot().iter("token"):
            sentences.setdefault(token.get("sentence", ""), []).append(token.text or "")
        paragraphs = tuple(" ".join(words) for words in sentences.values() if not _is_address(words))
        yield Text(path.stem, paragraphs)


def _is_address(words: Sequence[str]) -> bool:
    return bool(re.match(r"https?$|https?:", " ".join(words[:1])))


SETS: Mapping[str, Callable[[Path], Iterator[Text]]] = {"syrianews": syrianews, "gva": gva, "ecbplus": ecbplus}
