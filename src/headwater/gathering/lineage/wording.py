"""Articles as rows of word numbers: equal numbers are equal words, case and punctuation left aside."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from headwater.records import Article, ArticleBody, Span

_WORD = re.compile(r"\w+")
_MARK = re.compile('[“”"«»]')


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The words of one article.  For each word: its number, where it stands in the page text, in which paragraph, and
    whether it stands inside quotation marks."""

    article: Article
    location: str
    words: NDArray[np.uint32]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    paragraphs: NDArray[np.int32]
    quoted: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.words)

    def spans(self, first: int, last: int) -> Span:
        """The page text of words [first, last), which stand in one paragraph."""
        return Span(int(self.starts[first]), int(self.ends[last - 1]))


class Vocabulary(dict[str, int]):
    """Numbers for words as they stand, in the order they come; words that differ in case alone have one number.

    `hashes` do not depend on that order.
    """

    def __init__(self) -> None:
        super().__init__()
        self._hashes: list[int] = []

    def __missing__(self, word: str) -> int:
        folded = word.casefold()
        if folded != word:
            number = self[word] = self[folded]
            return number
        digest = blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        self._hashes.append(int.from_bytes(digest, "big"))
        number = self[word] = len(self._hashes) - 1
        return number

    def hashes(self) -> NDArray[np.uint64]:
        """A hash of 64 bits for each number."""
        return np.array(self._hashes, dtype=np.uint64)


def read_wording(body: ArticleBody, vocabulary: Vocabulary) -> Wording:
    """The words of the article's paragraphs, in page order."""
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
        body.location,
        np.array([vocabulary[word] for word in flat], np.uint32),
        starts.astype(np.int32),
        (starts + np.array([len(word) for word in flat], np.int64)).astype(np.int32),
        np.repeat(np.arange(len(counts), dtype=np.int32), counts),
        np.concatenate([np.empty(0, np.bool_), *inside]),
    )


def in_order(bodies: Iterable[ArticleBody], vocabulary: Vocabulary) -> list[Wording]:
    """Each article once, in an order that depends on what they are alone: by stated date, undated last, then by id."""
    wordings = {body.article.id: read_wording(body, vocabulary) for body in bodies}
    return sorted(wordings.values(), key=lambda wording: (_date(wording.article), wording.article.id))


def _quotation_marks(text: str) -> list[int]:
    """Places where quoted words begin and end, in turn; the last may have no end."""
    borders: list[int] = []
    for match in _MARK.finditer(text):
        opens = match.group() in "“«" or (match.group() == '"' and len(borders) % 2 == 0)
        if opens == (len(borders) % 2 == 0):
            borders.append(match.start())
    return borders


def _date(article: Article) -> str:
    stated = article.published is not None and not article.published.inferred
    return article.published.date if article.published and stated else "9999"
