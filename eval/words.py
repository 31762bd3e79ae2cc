"""Overlap of two texts, as the public sets define it.  Trivial baseline: an empty text has F1 0."""

import re
from collections import Counter
from dataclasses import dataclass

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Overlap:
    """Precision, recall and F1."""

    precision: float
    recall: float
    f1: float


def word_overlap(found: str, gold: str) -> Overlap:
    """Bags of lower-cased words.  Where nothing is to be found, finding nothing is right."""
    ours, theirs = WORD.findall(found.lower()), WORD.findall(gold.lower())
    if not theirs:
        return Overlap(1.0, 1.0, 1.0) if not ours else Overlap(0.0, 0.0, 0.0)
    shared = sum((Counter(ours) & Counter(theirs)).values())
    return overlap(shared, len(ours) - shared, len(theirs) - shared)


def ngram_counts(found: str, gold: str, n: int = 4) -> tuple[float, float, float]:
    """N-grams found, too many, and missed, divided by their sum so that long pages weigh no more than short ones."""
    ours, theirs = _ngrams(found, n), _ngrams(gold, n)
    shared = sum((ours & theirs).values())
    surplus, missed = sum(ours.values()) - shared, sum(theirs.values()) - shared
    whole = shared + surplus + missed
    return (shared / whole, surplus / whole, missed / whole) if whole else (0.0, 0.0, 0.0)


def overlap(shared: float, surplus: float, missed: float) -> Overlap:
    """Precision, recall and F1 of counts."""
    precision = shared / (shared + surplus) if shared + surplus else 0.0
    recall = shared / (shared + missed) if shared + missed else 0.0
    return Overlap(precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0)


def snippets_found(text: str, snippets: tuple[str, ...]) -> float:
    """Share of the snippets that stand in the text, whatever their case; 1 where there are none."""
    lowered = text.lower()
    return sum(snippet.lower() in lowered for snippet in snippets) / len(snippets) if snippets else 1.0


def _ngrams(text: str, n: int) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    return Counter(zip(*(words[start:] for start in range(n)), strict=False))
