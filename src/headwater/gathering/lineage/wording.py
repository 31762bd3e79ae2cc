"""Articles as rows of word numbers: equal numbers are equal words, case and punctuation left aside."""

import re
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from headwater.gathering.lineage.notices import WORDS
from headwater.gathering.lineage.outlets import folded, outlet_of
from headwater.records import Account, Article, Span, Words

_WORD = re.compile(r"\w+")
_STOPS = frozenset(".!?…:;。۔؟")
LINE = 25
_MARK = re.compile('[“”"«»]')


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The words of one article.  For each word: its number, where it stands in the page text, in which paragraph,
    whether inside quotation marks, whether in a short line that is neither title nor sentence, whether it is one of
    those by which a page speaks to its reader, and whether it begins with a capital.

    `told_by` are the outlets that its attributions name, folded, each with where it is named first.
    """

    article: Article
    outlet: str
    told_by: tuple[tuple[str, Span], ...]
    words: NDArray[np.uint64]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    paragraphs: NDArray[np.int32]
    quoted: NDArray[np.bool_]
    unclosed: NDArray[np.bool_]
    addressing: NDArray[np.bool_]
    capital: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.words)

    def spans(self, first: int, last: int) -> Span:
        """The page text of words [first, last), which stand in one paragraph."""
        return Span(int(self.starts[first]), int(self.ends[last - 1]))


class Vocabulary(dict[str, int]):
    """Numbers of 64 bits for words as they stand, the same wherever; words that differ in case alone have one."""

    def __missing__(self, word: str) -> int:
        lower = word.casefold()
        number = self[word] = number_of(word) if lower == word else self[lower]
        return number


def number_of(word: str) -> int:
    """The number of a case-folded word."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def read_wording(account: Account, vocabulary: Vocabulary) -> Wording:
    """The words of the article's paragraphs, in page order."""
    body = account.body
    paragraphs = sorted(body.paragraphs, key=lambda paragraph: paragraph.span)
    words = [_WORD.findall(paragraph.text) for paragraph in paragraphs]
    lists = [[match.start() for match in _WORD.finditer(paragraph.text)] for paragraph in paragraphs]
    inside = [
        np.searchsorted(_quotation_marks(paragraph.text), begins, side="right") % 2 == 1
        for paragraph, begins in zip(paragraphs, lists, strict=True)
    ]
    flat = [word for listed in words for word in listed]
    counts = [len(listed) for listed in words]
    origins = np.repeat(np.array([paragraph.span.start for paragraph in paragraphs], np.int64), counts)
    starts = origins + np.array([start for begins in lists for start in begins], np.int64)
    return Wording(
        body.article,
        outlet_of(body),
        _told_by(account),
        np.array([vocabulary[word] for word in flat], np.uint64),
        starts.astype(np.int32),
        (starts + np.array([len(word) for word in flat], np.int64)).astype(np.int32),
        np.repeat(np.arange(len(counts), dtype=np.int32), counts),
        np.concatenate([np.empty(0, np.bool_), *inside]),
        np.repeat(np.array([_is_line(paragraph, body.article) for paragraph in paragraphs], np.bool_), counts),
        np.array([word.lower() in WORDS for word in flat], np.bool_),
        np.array([word[:1].isupper() for word in flat], np.bool_),
    )


def date_of(article: Article) -> str:
    """The date that the article states; `9999`, after all others, where it states none."""
    stated = article.published is not None and not article.published.inferred
    return article.published.date if article.published and stated else "9999"


def day_number(stated: str) -> int | None:
    """The number of the day that a date begins with, where it is that precise."""
    try:
        return date.fromisoformat(stated[:10]).toordinal()
    except ValueError:
        return None


def _is_line(paragraph: Words, article: Article) -> bool:
    """A short line without a full stop that is not the title."""
    text = paragraph.text.rstrip(" \n\t\"'”’»)")
    titled = article.title is not None and article.title.span == paragraph.span
    return not titled and text[-1:] not in _STOPS and len(text.split()) <= LINE


def _told_by(account: Account) -> tuple[tuple[str, Span], ...]:
    found: dict[str, Span] = {}
    for attribution in account.attributions:
        for source in attribution.sources:
            name = folded(source.name or source.text) if source.class_ == "outlet" else None
            if name and source.span is not None:
                found.setdefault(name, source.span)
    return tuple(sorted(found.items()))


def _quotation_marks(text: str) -> list[int]:
    """Places where quoted words begin and end, in turn; the last may have no end."""
    borders: list[int] = []
    for match in _MARK.finditer(text):
        opens = match.group() in "“«" or (match.group() == '"' and len(borders) % 2 == 0)
        if opens == (len(borders) % 2 == 0):
            borders.append(match.start())
    return borders
