"""From what the encoder says of each word to parts, links and names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from headwater.knowledge.chain import NAMES, Floats, Ints, best_labels, name_spans, part_spans
from headwater.knowledge.encoder import Encoder, Saying
from headwater.knowledge.labels import FARTHEST, NAME_CLASSES, PART_KINDS
from headwater.knowledge.pieces import Pieces
from headwater.reading.heard import Link, NamedSpan, Part, Signals
from headwater.records import Span

CONTENT = PART_KINDS.index("content")
# Less is no link at all: the parts stand near each other, and belong to others.
LEAST = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """A sentence: of which group, its number there, its pieces, and what is said of them."""

    group: int
    order: int
    pieces: Pieces
    saying: Saying


@dataclass(frozen=True, slots=True, eq=False)
class _Placed:
    part: Part
    ground: Ground
    kind: int
    first: int
    last: int


def decide(grounds: Sequence[Ground], encoder: Encoder) -> Signals:
    """The most likely parts of each sentence, how likely they belong together, and names; all in text order."""
    rows = best_labels([ground.saying.parts for ground in grounds], encoder.chain)
    placed = [one for ground, row in zip(grounds, rows, strict=True) for one in _parts(ground, row, encoder.slope)]
    placed.sort(key=lambda one: one.part.span)
    spelled = best_labels([ground.saying.names for ground in grounds], NAMES)
    names = [name for ground, row in zip(grounds, spelled, strict=True) for name in _names(ground, row)]
    return Signals(
        tuple(one.part for one in placed),
        tuple(_links(placed, encoder.apart)),
        tuple(sorted(names, key=lambda name: name.span)),
    )


def _parts(ground: Ground, labels: Ints, slope: float) -> Iterator[_Placed]:
    sure = _softmax(ground.saying.parts)
    for kind, first, last in part_spans(labels):
        doubt = slope * (1 - min(float(sure[first, labels[first]]), float(sure[last, labels[last]])))
        yield _Placed(
            Part(PART_KINDS[kind], _span(ground.pieces, first, last), round(doubt, 3)), ground, kind, first, last
        )


def _names(ground: Ground, labels: Ints) -> Iterator[NamedSpan]:
    sure = _softmax(ground.saying.names)
    for kind, first, last in name_spans(labels):
        doubt = 1 - float(sure[np.arange(first, last + 1), labels[first : last + 1]].min())
        yield NamedSpan(NAME_CLASSES[kind], _span(ground.pieces, first, last), round(doubt, 3))


def _links(placed: Sequence[_Placed], apart: Floats) -> Iterator[Link]:
    """Each content with each source and cue of the same group that is not too far away."""
    for index, content in enumerate(placed):
        if content.kind != CONTENT:
            continue
        near = content.ground.saying.near[content.first] + content.ground.saying.near[content.last]
        for other, one in _around(placed, index):
            distance = one.ground.order - content.ground.order
            score = float(near @ one.ground.saying.far[one.first]) / 8 + float(apart[one.kind, distance + FARTHEST])
            weight = 1 / (1 + float(np.exp(-score)))
            if weight >= LEAST:
                yield Link(index, other, round(weight, 3))


def _around(placed: Sequence[_Placed], index: int) -> Iterator[tuple[int, _Placed]]:
    """Sources and cues near a part, in text order."""
    first = last = index
    while first > 0 and _near(placed[first - 1], placed[index]):
        first -= 1
    while last + 1 < len(placed) and _near(placed[last + 1], placed[index]):
        last += 1
    for other in range(first, last + 1):
        if placed[other].kind != CONTENT:
            yield other, placed[other]


def _near(one: _Placed, other: _Placed) -> bool:
    return one.ground.group == other.ground.group and abs(one.ground.order - other.ground.order) <= FARTHEST


def _span(pieces: Pieces, first: int, last: int) -> Span:
    """From the first character of the first word to the last of the last."""
    heads = pieces.heads
    final = int(heads[last + 1]) - 1 if last + 1 < len(heads) else len(pieces) - 1
    return Span(int(pieces.starts[heads[first]]), int(pieces.ends[final]))


def _softmax(logits: Floats) -> Floats:
    powers = np.exp(logits - logits.max(1, keepdims=True)) if len(logits) else logits
    return powers / powers.sum(1, keepdims=True) if len(logits) else logits
