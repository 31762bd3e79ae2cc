"""Documents as scrapers hand them on: commas gone, quotation marks gone, or one of them lost."""

import random
from dataclasses import dataclass, replace

import numpy as np

from headwater.knowledge.pieces import CLOSES, OPENS, OUTSIDE, Ints
from training.encoder.examples import Document, GoldSpan, Sentence

# Of all documents, in each pass anew.
WORN = 0.25
COMMA = ","


@dataclass(frozen=True, slots=True)
class Wear:
    """What is lost: all commas, all quotation marks, or each quotation mark with the chance `stray`."""

    commas: bool
    quotes: bool
    stray: float


WEARS = (Wear(True, False, 0.0), Wear(True, True, 0.0), Wear(False, True, 0.0), Wear(False, False, 0.1))


def worn(document: Document, dice: random.Random) -> Document:
    """The document itself, or, one time in four, with marks lost; its parts keep the words that are left."""
    if dice.random() >= WORN:
        return document
    wear = dice.choice(WEARS)
    return replace(document, sentences=tuple(_lost(document.text, each, wear, dice) for each in document.sentences))


def _lost(text: str, sentence: Sentence, wear: Wear, dice: random.Random) -> Sentence:
    pieces = sentence.pieces
    kept = np.ones(len(pieces), dtype=bool)
    for at, (start, mark) in enumerate(zip(pieces.starts.tolist(), pieces.marks[:, 1].tolist(), strict=True)):
        quotation = mark in (OPENS, CLOSES)
        if (wear.commas and text[start] == COMMA) or (quotation and (wear.quotes or dice.random() < wear.stray)):
            kept[at] = False
    return sentence if kept.all() and not wear.quotes else _without(sentence, kept, unquoted=wear.quotes)


def _without(sentence: Sentence, kept: Ints, *, unquoted: bool) -> Sentence:
    """The sentence without those pieces; each lost piece is a word of its own."""
    pieces = sentence.pieces
    marks = pieces.marks[kept].copy()
    if unquoted:
        marks[:, 1] = OUTSIDE
    if len(marks):
        marks[0, 2] = pieces.marks[0, 2]
    words = kept[pieces.heads]
    places = np.cumsum(kept) - 1
    fresh = replace(
        pieces, ids=pieces.ids[kept], starts=pieces.starts[kept], ends=pieces.ends[kept], marks=marks,
        heads=places[pieces.heads[words]],
    )  # fmt: skip
    numbers = np.cumsum(words) - 1

    def left(first: int, last: int) -> tuple[int, int] | None:
        inside = np.flatnonzero(words[first : last + 1]) + first
        return (int(numbers[inside[0]]), int(numbers[inside[-1]])) if len(inside) else None

    parts = None
    if sentence.parts is not None:
        parts = tuple(
            GoldSpan(part.kind, *span, part.group) for part in sentence.parts if (span := left(part.first, part.last))
        )
    names = None
    if sentence.names is not None:
        names = tuple((*span, kind) for first, last, kind in sentence.names if (span := left(first, last)))
    unsure = tuple(span for first, last in sentence.unsure if (span := left(first, last)))
    return replace(sentence, pieces=fresh, parts=parts, names=names, unsure=unsure)
