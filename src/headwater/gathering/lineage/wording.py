"""Articles as rows of word numbers: equal numbers are equal words, case and punctuation left aside."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from headwater.records import Article, ArticleBody, Span

_WORD = re.compile(r"\w+")
_MARK = re.compile("[“”\"«»]")


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


class Vocabulary:
    """Numbers for words, in the order they come; `hashes` do not depend on that order."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._hashes: list[int] = []

    def number(self, word: str) -> int:
        """The word's number, a new one where it is new."""
        number = self._numbers.get(word)
        if number is None:
            number = self._numbers[word] = len(self._hashes)
            digest = blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
            self._hashes.append(int.from_bytes(digest, "big"))
        return number

    def hashes(self) -> NDArray[np.uint64]:
        """A hash of 64 bits for each number."""
        return np.array(self._hashes, dtype=np.uint64)


def read_wording(body: ArticleBody, vocabulary: Vocabulary) -> Wording:
    """The words of the article's paragraphs, in page order."""
    words: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    paragraphs: list[int] = []
    quoted: list[bool] = []
    for index, paragraph in enumerate(sorted(body.paragraphs, key=lambda paragraph: paragraph.span)):
        origin = paragraph.span.start
        marks = _quotation_marks(paragraph.text)
        for match in _WORD.finditer(paragraph.text):
            words.append(vocabulary.number(match.group().casefold()))
            starts.append(origin + match.start())
            ends.append(origin + match.end())
            paragraphs.append(index)
            quoted.append(_is_inside(marks, match.start()))
    return Wording(
        body.article,
        body.location,
        np.array(words, dtype=np.uint32),
        np.array(starts, dtype=np.int32),
        np.array(ends, dtype=np.int32),
        np.array(paragraphs, dtype=np.int32),
        np.array(quoted, dtype=np.bool_),
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


def _is_inside(borders: list[int], position: int) -> bool:
    return bisect_right(borders, position) % 2 == 1


def _date(article: Article) -> str:
    stated = article.published is not None and not article.published.inferred
    return article.published.date if article.published and stated else "9999"
