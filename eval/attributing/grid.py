"""Spans as runs of word tokens inside a sentence, which is what CofeNet's protocol compares.

A paper is cut into sentences, a sentence into words and single marks; each token bears B or I of source, cue or
content, or nothing.  A span is a run of tokens of one part in one sentence: what crosses a border is cut there, and
each fragment of a discontinuous part is a span of its own (two fragments with no token between them are one).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from eval.attributing.counts import Counts
from eval.attributing.found import Extent
from eval.polnear_gold import word_tokens

Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Grid:
    """The tokens of a paper in order: where each starts, where it ends, and the number of its sentence."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[int, ...]

    def runs(self, extents: Iterable[Extent]) -> list[Run]:
        """First and last token of each run that the extents of one part touch."""
        tokens = sorted({token for extent in extents for token in self._touched(extent)})
        runs: list[Run] = []
        for token in tokens:
            if runs and runs[-1][1] == token - 1 and self.sentences[token - 1] == self.sentences[token]:
                runs[-1] = (runs[-1][0], token)
            else:
                runs.append((token, token))
        return runs

    def _touched(self, extent: Extent) -> range:
        return range(bisect_right(self.ends, extent[0]), bisect_left(self.starts, extent[1]))


def grid_of(text: str, sentences: Iterable[Extent]) -> Grid:
    """The grid of a text under these sentences."""
    tokens = [
        (start, end, number) for number, sentence in enumerate(sentences) for start, end in word_tokens(text, *sentence)
    ]
    return Grid(tuple(t[0] for t in tokens), tuple(t[1] for t in tokens), tuple(t[2] for t in tokens))


def exact(found: Iterable[Run], gold: Iterable[Run]) -> Counts:
    """A found run is right where a run of the gold begins and ends with the same tokens; each counts once."""
    ours, theirs = frozenset(found), frozenset(gold)
    right = len(ours & theirs)
    return Counts(right, len(ours), right, len(theirs))


def touching(found: Iterable[Run], gold: Iterable[Run]) -> Counts:
    """A found run is right where it shares a token with a run of the gold, and that one is then reached."""
    ours, theirs = frozenset(found), frozenset(gold)
    return Counts(_meeting(ours, theirs), len(ours), _meeting(theirs, ours), len(theirs))


def _meeting(runs: frozenset[Run], others: frozenset[Run]) -> int:
    covered = {token for first, last in others for token in range(first, last + 1)}
    return sum(any(token in covered for token in range(first, last + 1)) for first, last in runs)
