"""The best labels of a sentence under a linear chain, and the spans that labels stand for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.knowledge.labels import NAME_LABELS, PART_LABELS

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_NEVER = np.float32(-1e4)


@dataclass(frozen=True, slots=True, eq=False)
class Chain:
    """Weights of the decoder of parts: `transitions` [from, to], and those of the first and last word's label.

    What no row of labels may be is ruled out: a part's inside without its beginning, a sentence that ends in one.
    """

    transitions: Floats
    begins: Floats
    finishes: Floats


def ruled(transitions: Floats, begins: Floats, finishes: Floats) -> Chain:
    """The trained weights with the impossible ruled out."""
    opens = np.array([label[0] in "BI" for label in PART_LABELS])
    goes_on = np.array([label[0] in "IE" for label in PART_LABELS])
    kinds = np.array([label[2:] for label in PART_LABELS])
    allowed = np.where(opens[:, None], goes_on[None, :] & (kinds[:, None] == kinds[None, :]), ~goes_on[None, :])
    return Chain(
        np.where(allowed, transitions, _NEVER).astype(np.float32),
        np.where(goes_on, _NEVER, begins).astype(np.float32),
        np.where(opens, _NEVER, finishes).astype(np.float32),
    )


def _only_ruled() -> Chain:
    """Names have no trained chain: only that a name's inside stands behind its beginning or inside, of one class."""
    kinds = np.array([label[2:] for label in NAME_LABELS])
    inside = np.array([label[0] == "I" for label in NAME_LABELS])
    allowed = ~inside[None, :] | (kinds[:, None] == kinds[None, :])
    nothing = np.zeros(len(NAME_LABELS), dtype=np.float32)
    return Chain(np.where(allowed, nothing, _NEVER), np.where(inside, _NEVER, nothing), nothing)


NAMES = _only_ruled()


def best_labels(emissions: Sequence[Floats], chain: Chain) -> list[Ints]:
    """For each sentence ([words, labels]) the best row of labels.  All sentences go forward together."""
    order = sorted(range(len(emissions)), key=lambda index: -len(emissions[index]))
    lengths = [len(emissions[index]) for index in order]
    if not lengths or not lengths[0]:
        return [np.zeros(0, dtype=np.int64) for _ in emissions]
    table = np.zeros((len(order), lengths[0], len(chain.begins)), dtype=np.float32)
    for row, index in enumerate(order):
        table[row, : lengths[row]] = emissions[index]
    state = chain.begins + table[:, 0]
    back = np.zeros(table.shape, dtype=np.int64)
    for word in range(1, lengths[0]):
        live = next((row for row, length in enumerate(lengths) if length <= word), len(lengths))
        onward = state[:live, :, None] + chain.transitions
        back[:live, word] = onward.argmax(1)
        state[:live] = onward.max(1) + table[:live, word]
    last = (state + chain.finishes).argmax(1)
    found: list[Ints] = [np.zeros(0, dtype=np.int64)] * len(order)
    for row, index in enumerate(order):
        found[index] = _trace(back[row], int(last[row]), lengths[row])
    return found


def part_spans(labels: Ints) -> Iterator[tuple[int, int, int]]:
    """(kind, first word, last word) of each part that the labels stand for; kind counts in PART_KINDS."""
    first = 0
    for word, label in enumerate(labels.tolist()):
        place, kind = (label - 1) % 4, (label - 1) // 4
        if label and place in (0, 3):
            first = word
        if label and place in (2, 3):
            yield kind, first, word


def name_spans(labels: Ints) -> Iterator[tuple[int, int, int]]:
    """(class, first word, last word) of each name; one that has lost its first word begins where it is."""
    open_: tuple[int, int] | None = None
    for word, label in enumerate([*labels.tolist(), 0]):
        begins, kind = label % 2 == 1, (label - 1) // 2
        if open_ and (label == 0 or begins or kind != open_[0]):
            yield open_[0], open_[1], word - 1
            open_ = None
        if label and open_ is None:
            open_ = (kind, word)


def _trace(back: Ints, last: int, length: int) -> Ints:
    labels = np.zeros(length, dtype=np.int64)
    for word in range(length - 1, -1, -1):
        labels[word] = last
        last = int(back[word, last])
    return labels
