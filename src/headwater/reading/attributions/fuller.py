"""The full name of somebody who is called by a last name alone, where the article says it anywhere."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from headwater.reading.attributions.lexicon import Lexicon
from headwater.records import Span

_RUN = re.compile(r"(?:[^\W\d_a-z][\w’'-]*\w|[^\W\d_a-z]\.)(?:[ \xa0](?:[^\W\d_a-z][\w’'-]*\w|[^\W\d_a-z]\.)){1,4}")
_ROLES = (
    "stops",
    "determiners",
    "titles",
    "abbreviated",
    "days",
    "people",
    "person",
    "organisation",
    "outlet",
    "links",
)
_OTHERS = frozenset(
    "but and yet so if or nor for when while although though because since like unlike even only".split()
)


_UNFIT = {"he": "women", "she": "men"}


@dataclass(frozen=True, slots=True)
class Bare:
    """A last name that stands alone: where it does so first, and whether a title tells "he" or "she"."""

    first: int
    gender: str | None


def full_names(
    text: str, paragraphs: Iterable[Span], lasts: Mapping[str, Bare], lexicon: Lexicon
) -> Mapping[str, Span]:
    """For each last name the place of the one longer name that ends in it, and that its title allows.

    Where persons of several first names bear it, the one named before the last name stands alone; else none.
    """
    found: dict[str, dict[str, list[Span]]] = {last: {} for last in lasts}
    for paragraph in paragraphs if lasts else ():
        for match in _RUN.finditer(text, paragraph.start, paragraph.end):
            for span in _names(match, frozenset(lasts), lexicon):
                words = text[span.start : span.end].split()
                if not lexicon.among(_UNFIT.get(lasts[words[-1]].gender or "", "days"), words[0]):
                    found[words[-1]].setdefault(words[0], []).append(span)
    told: dict[str, Span] = {}
    for last, by_first in found.items():
        before = [spans for spans in by_first.values() if len(by_first) == 1 or spans[0].start < lasts[last].first]
        if len(before) == 1:
            told[last] = max(before[0], key=lambda span: (len(span), -span.start))
    return told


def _names(match: re.Match[str], wanted: frozenset[str], lexicon: Lexicon) -> Iterable[Span]:
    """Names in a run of capitals that end in a wanted one; titles and words that merely begin a sentence left out."""
    words = [
        (word.group(), match.start() + word.start(), match.start() + word.end())
        for word in re.finditer(r"\S+", match.group())
    ]
    first = 0
    for index, (word, _, end) in enumerate(words):
        if _is_other(word, lexicon):
            first = index + 1
        elif word in wanted and index > first:
            yield Span(words[first][1], end)
            first = index + 1


def _is_other(word: str, lexicon: Lexicon) -> bool:
    bare = word.rstrip(".")
    return word.lower() in _OTHERS or any(
        lexicon.among(kind, one) for kind in _ROLES for one in (word, bare, word.lower())
    )
