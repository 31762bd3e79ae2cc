"""Figures of scored pages under the yardsticks' own metrics."""

from collections.abc import Sequence
from statistics import fmean

import numpy as np
from eval.words import ngram_counts, overlap, word_overlap
from numpy.typing import NDArray

from headwater.reading.articles.maintext import MOST_HIDDEN, best_threshold
from training.maintext.examples import Example

Scores = Sequence[NDArray[np.float32]]


def select(example: Example, score: NDArray[np.float32]) -> NDArray[np.bool_]:
    """The pieces taken, as `headwater.reading.articles.maintext.select` takes them, by words."""
    keep = score >= best_threshold(score, example.lengths)
    hidden = float(example.lengths[keep & example.hidden].sum())
    return keep if hidden > MOST_HIDDEN * float(example.lengths[keep].sum()) else keep & ~example.hidden


def calibrated(scores: Scores, slope: float, offset: float = 0.0) -> Scores:
    """The scores with their logits stretched."""
    logits = [np.log(np.clip(s, 1e-7, 1) / np.clip(1 - s, 1e-7, 1)) for s in scores]
    return [1 / (1 + np.exp(-(slope * logit + offset))) for logit in logits]


def figures(examples: Sequence[Example], scores: Scores) -> dict[str, float]:
    """Word F1 by kind of page, 4-gram F1 on news pages."""
    by_kind: dict[str, list[float]] = {}
    counts = []
    for example, score in zip(examples, scores, strict=True):
        keep = select(example, score)
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
