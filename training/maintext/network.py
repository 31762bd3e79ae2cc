"""The network in torch; `headwater.reading.articles.maintext` runs the same in numpy."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from training.maintext.examples import Example

GAP = 12  # empty rows between the pages of a batch, more than a convolution reaches
POOLS = (1, 3, 4)  # container levels whose mean a piece sees


@dataclass(frozen=True, slots=True)
class Sizes:
    """Widths of the layers, and how much is dropped while training."""

    embedding: int = 16
    hidden: int = 64
    reach: int = 2
    dilations: tuple[int, ...] = (1, 3)
    dropout: float = 0.35
    token_dropout: float = 0.5


@dataclass(frozen=True, slots=True)
class Batch:
    """Several pages in one sequence.  Token indices are rows of the embedding; 0 is the empty row."""

    dense: Tensor
    tokens: tuple[Tensor, Tensor, Tensor]
    owners: tuple[Tensor, Tensor, Tensor]
    ranges: Tensor
    pages: Tensor
    mask: Tensor
    labels: Tensor
    weights: Tensor
    spans: tuple[tuple[int, int], ...]


class Network(nn.Module):
    """Scores (logits) of the pieces of a batch."""

    def __init__(self, dense: int, vocabulary: int, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.register_buffer("mean", torch.zeros(dense))
        self.register_buffer("scale", torch.ones(dense))
        self.embedding = nn.Embedding(vocabulary + 1, sizes.embedding)
        nn.init.normal_(self.embedding.weight, std=0.1)
        width = sizes.hidden
        self.enter = nn.Linear(dense + 3 * sizes.embedding, width)
        self.around = nn.Linear((2 + len(POOLS)) * width, width)
        span = 2 * sizes.reach + 1
        self.turns = nn.ModuleList(nn.Linear(span * width, width) for _ in sizes.dilations)
        self.leave = nn.Linear(width, 1)
        self.drop = nn.Dropout(sizes.dropout)

    def forward(self, batch: Batch) -> Tensor:
        mask = batch.mask[:, None]
        dense = (batch.dense - self.mean) / self.scale
        bags = [self._bag(t, o, len(dense)) for t, o in zip(batch.tokens, batch.owners, strict=True)]
        state = torch.relu(self.enter(self.drop(torch.cat([dense, *bags], dim=1)))) * mask
        seen = [state, _pool(state, batch.pages), *(_pool(state, batch.ranges[:, level]) for level in POOLS)]
        state = state + torch.relu(self.around(self.drop(torch.cat(seen, dim=1)))) * mask
        for turn, dilation in zip(self.turns, self.sizes.dilations, strict=True):
            state = state + torch.relu(turn(self.drop(_window(state, self.sizes.reach, dilation)))) * mask
        return self.leave(state)[:, 0]

    def _bag(self, tokens: Tensor, owners: Tensor, rows: int) -> Tensor:
        if self.training and self.sizes.token_dropout:
            keep = torch.rand(len(tokens)) >= self.sizes.token_dropout
            tokens, owners = tokens[keep], owners[keep]
        known = tokens > 0
        tokens, owners = tokens[known], owners[known]
        total = torch.zeros(rows, self.sizes.embedding).index_add(0, owners, self.embedding(tokens))
        count = torch.zeros(rows).index_add(0, owners, torch.ones(len(owners)))
        return total / (count[:, None] + 1).sqrt()


def _pool(state: Tensor, ranges: Tensor) -> Tensor:
    running = torch.cat([torch.zeros(1, state.shape[1]), torch.cumsum(state, dim=0)])
    size = (ranges[:, 1] - ranges[:, 0]).clamp(min=1)[:, None]
    return (running[ranges[:, 1]] - running[ranges[:, 0]]) / size


def _window(state: Tensor, reach: int, dilation: int) -> Tensor:
    edge = reach * dilation
    padded = torch.nn.functional.pad(state, (0, 0, edge, edge))
    return torch.cat([padded[at * dilation : at * dilation + len(state)] for at in range(2 * reach + 1)], dim=1)


def make_batch(examples: Sequence[Example], rows: dict[int, int]) -> Batch:
    """The examples in one sequence, with empty rows between."""
    dense, ranges, pages, mask, labels, weights, spans = [], [], [], [], [], [], []
    tokens: list[list[np.ndarray]] = [[], [], []]
    owners: list[list[np.ndarray]] = [[], [], []]
    at = 0
    for example in examples:
        traits = example.traits
        count = len(traits.dense)
        dense += [traits.dense, np.zeros((GAP, traits.dense.shape[1]), dtype=np.float32)]
        ranges += [traits.containers + at, np.zeros((GAP, traits.containers.shape[1], 2), dtype=np.int64)]
        pages += [np.tile([at, at + count], (count, 1)), np.zeros((GAP, 2), dtype=np.int64)]
        mask += [np.ones(count), np.zeros(GAP)]
        label = (example.shares >= 0.5).astype(np.float32)
        weight = np.log1p(example.lengths)
        labels += [label, np.zeros(GAP)]
        weights += [weight / max(weight.sum(), 1e-6), np.zeros(GAP)]
        for index, (flat, sizes) in enumerate(example.bags(rows)):
            tokens[index].append(flat)
            owners[index].append(np.repeat(np.arange(count), sizes) + at)
        spans.append((at, at + count))
        at += count + GAP
    return Batch(
        torch.from_numpy(np.concatenate(dense)),
        tuple(torch.from_numpy(np.concatenate(t)) for t in tokens),
        tuple(torch.from_numpy(np.concatenate(o)) for o in owners),
        torch.from_numpy(np.concatenate(ranges)),
        torch.from_numpy(np.concatenate(pages).astype(np.int64)),
        *(torch.from_numpy(np.concatenate(x).astype(np.float32)) for x in (mask, labels, weights)),
        tuple(spans),
    )
