"""Windows as tensors."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from headwater.knowledge.labels import FARTHEST, NAME_CLASSES, NAME_LABELS
from training.encoder.examples import Sentence, part_labels

BEGIN, END = 101, 102
ROOM = 254


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Windows of one batch.

    `ids` [windows, pieces], `marks` [windows, pieces, 3].  `rows` [sentences, words] are places in the flattened pieces
    (-1 behind the end), `labels` those words' parts.  `pairs` [n, 5]: places of the content's first and last word, of
    the other part's first word, the row and column of `apart`; `linked` [n].  `named` [m] are places of words that a
    set on names speaks of, `allowed` [m, labels] the labels that it does not speak against.
    """

    ids: Tensor
    marks: Tensor
    rows: Tensor
    labels: Tensor
    pairs: Tensor
    linked: Tensor
    named: Tensor
    allowed: Tensor


def batch_of(cuts: Sequence[Sequence[Sentence]], dice: np.random.Generator) -> Batch:
    """The windows padded to one length."""
    length = 2 + max(min(sum(len(one.pieces) for one in cut), ROOM) for cut in cuts)
    ids = np.zeros((len(cuts), length), dtype=np.int64)
    marks = np.zeros((len(cuts), length, 3), dtype=np.int64)
    rows: list[np.ndarray] = []
    labels: list[np.ndarray] = []
    pairs: list[tuple[int, ...]] = []
    linked: list[float] = []
    named: list[int] = []
    allowed: list[np.ndarray] = []
    for number, cut in enumerate(cuts):
        at = 1
        ids[number, 0] = BEGIN
        placed: list[tuple[int, int, int, int, int]] = []
        for order, sentence in enumerate(cut):
            size = min(len(sentence.pieces), length - 1 - at)
            ids[number, at : at + size] = sentence.pieces.ids[:size]
            marks[number, at : at + size] = sentence.pieces.marks[:size]
            heads = sentence.pieces.heads[sentence.pieces.heads < size] + at + number * length
            if sentence.parts is not None and len(heads):
                rows.append(heads)
                labels.append(part_labels(sentence)[: len(heads)])
                placed += [
                    (part.kind, int(heads[part.first]), int(heads[part.last]), order, part.group)
                    for part in sentence.parts
                    if part.last < len(heads)
                ]
            if sentence.names is not None and len(heads):
                named += heads.tolist()
                allowed.append(_allowed(sentence)[: len(heads)])
            at += size
        ids[number, at] = END
        _pair(placed, pairs, linked)
    width = max((len(row) for row in rows), default=1)
    return Batch(
        torch.from_numpy(ids),
        torch.from_numpy(marks),
        torch.from_numpy(_padded(rows, width, -1)),
        torch.from_numpy(_padded(labels, width, 0)),
        torch.tensor(pairs, dtype=torch.long).reshape(-1, 5),
        torch.tensor(linked, dtype=torch.float),
        torch.tensor(named, dtype=torch.long),
        torch.from_numpy(np.concatenate(allowed) if allowed else np.zeros((0, len(NAME_LABELS)), dtype=bool)),
    )


def _pair(placed: list[tuple[int, int, int, int, int]], pairs: list[tuple[int, ...]], linked: list[float]) -> None:
    """Every content with every source and cue that is not too far away."""
    for kind, first, last, order, group in placed:
        if kind != 2:
            continue
        for other_kind, other, _, other_order, other_group in placed:
            apart = other_order - order
            if other_kind != 2 and abs(apart) <= FARTHEST:
                pairs.append((first, last, other, other_kind, apart + FARTHEST))
                linked.append(float(group == other_group))


def _allowed(sentence: Sentence) -> np.ndarray:
    """Labels that the set does not speak against, by word: its own, and those of classes that it does not know."""
    count = len(sentence.pieces.heads)
    allowed = np.zeros((count, len(NAME_LABELS)), dtype=bool)
    allowed[:, 0] = True
    for number in range(len(NAME_CLASSES)):
        if number not in sentence.classes:
            allowed[:, 1 + 2 * number : 3 + 2 * number] = True
    for first, last in sentence.unsure:
        allowed[first : last + 1] = True
    for first, last, number in sentence.names or ():
        allowed[first : last + 1] = False
        for kind in _may_be(number, sentence.classes):
            allowed[first, 1 + 2 * kind] = True
            allowed[first + 1 : last + 1, 2 + 2 * kind] = True
    return allowed


def _may_be(number: int, classes: frozenset[int]) -> list[int]:
    """A body may be of any class of bodies that the set does not tell apart."""
    bodies = [NAME_CLASSES.index(name) for name in ("organisation", "armed_group", "state", "outlet")]
    if number != bodies[0]:
        return [number]
    return [number, *(kind for kind in bodies[1:] if kind not in classes)]


def _padded(rows: list[np.ndarray], width: int, fill: int) -> np.ndarray:
    table = np.full((len(rows), width), fill, dtype=np.int64)
    for number, row in enumerate(rows):
        table[number, : len(row)] = row
    return table
