"""Figures of scored pages under the yardsticks' own metrics."""

from collections.abc import Sequence
from statistics import fmean

import numpy as np
from numpy.typing import NDArray

from eval.words import ngram_counts, overlap, word_overlap
from training.maintext.examples import Example

Scores = Sequence[NDArray[np.float32]]


def select(example: Example, score: NDArray[np.float32], threshold: float) -> NDArray[np.bool_]:
    """The pieces taken: above the threshold and not hidden, unless nearly all of the text would be hidden."""
    keep = score >= threshold
    words = float(example.lengths[keep].sum())
    hidden = float(example.lengths[keep & example.hidden].sum())
    return keep if hidden > 0.8 * words else keep & ~example.hidden


def figures(examples: Sequence[Example], scores: Scores, threshold: float) -> dict[str, float]:
    """Word F1 by kind of page, 4-gram F1 on news pages."""
    by_kind: dict[str, list[float]] = {}
    counts = []
    for example, score in zip(examples, scores, strict=True):
        keep = select(example, score, threshold)
        text = "\n".join(piece for piece, kept in zip(example.texts, keep, strict=True) if kept)
        if example.set == "naeb":
            counts.append(ngram_counts(text, example.gold))
        else:
            by_kind.setdefault(example.kind, []).append(word_overlap(text, example.gold).f1)
    result = {kind: fmean(values) for kind, values in sorted(by_kind.items())}
    lists = by_kind.get("listing", []) + by_kind.get("collection", [])
    if lists:
        result["lists"] = fmean(lists)
    if counts:
        news = overlap(*(sum(column) for column in zip(*counts, strict=True)))
        result |= {"news": news.f1, "news_p": news.precision, "news_r": news.recall}
    return result
