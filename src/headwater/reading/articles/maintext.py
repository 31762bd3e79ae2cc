"""How probably each piece of an HTML page is main text.

A small network reads the traits of the pieces: each with its containers (means over the pieces they hold), the page as
a whole, and its neighbours (two dilated convolutions).  Several networks of one shape vote with their mean logit.
Trained in `training/maintext`; the card lies beside the weights.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from headwater.knowledge import Knowledge
from headwater.reading.articles.outline import Outline
from headwater.reading.articles.traits import Floats, Ints, Traits, read_traits

Array = NDArray[Any]
MOST_HIDDEN = 0.8  # of the main text: a page that hides that much is shown by a script that does not run here


@dataclass(frozen=True, slots=True, eq=False)
class _Model:
    """The arrays of the weights file; those named `layers` have the voting networks as their first axis."""

    rows: Mapping[int, int]
    mean: Floats
    scale: Floats
    layers: Mapping[str, Floats]
    pools: tuple[int, ...]
    dilations: tuple[int, ...]
    threshold: float
    slope: float
    offset: float


def score(outline: Outline, knowledge: Knowledge) -> Floats:
    """For each piece the probability, calibrated on pages kept apart, that it is main text; hidden pieces too."""
    if not outline.pieces:
        return np.zeros(0, dtype=np.float32)
    model = _model(knowledge)
    logits = _run(model, read_traits(outline))
    return np.asarray(_sigmoid(model.slope * logits + model.offset), dtype=np.float32)


def main(outline: Outline, knowledge: Knowledge) -> NDArray[np.bool_]:
    """Which pieces are main text: those above the threshold that are not hidden."""
    return select(outline, score(outline, knowledge), threshold(knowledge))


def select(outline: Outline, scores: Floats, least: float) -> NDArray[np.bool_]:
    """Pieces of at least this score that are not hidden; hidden ones too where nearly all main text would be hidden."""
    keep = scores >= least
    lengths = np.array([len(piece) for piece in outline.pieces], dtype=np.float64)
    hidden = np.array([piece.hidden for piece in outline.pieces], dtype=bool)
    if lengths[keep & hidden].sum() > MOST_HIDDEN * lengths[keep].sum():
        return np.asarray(keep)
    return np.asarray(keep & ~hidden)


def threshold(knowledge: Knowledge) -> float:
    """The least probability of a piece that is taken as main text."""
    return _model(knowledge).threshold


@lru_cache(maxsize=4)
def _model(knowledge: Knowledge) -> _Model:
    weights = knowledge.weights["maintext"]
    layers = {name[2:]: array.astype(np.float32) for name, array in weights.items() if name.startswith("w_")}
    calibration = weights["calibration"].tolist()
    return _Model(
        rows={number: row + 1 for row, number in enumerate(weights["vocabulary"].tolist())},
        mean=weights["mean"].astype(np.float32),
        scale=weights["scale"].astype(np.float32),
        layers=layers,
        pools=tuple(weights["pools"].tolist()),
        dilations=tuple(weights["dilations"].tolist()),
        threshold=float(weights["threshold"]),
        slope=calibration[0],
        offset=calibration[1],
    )


def _run(model: _Model, traits: Traits) -> Floats:
    """Mean logit of the networks."""
    layers = model.layers
    dense = (traits.dense - model.mean) / model.scale
    bags = [
        _bag(model, traits.near, traits.near_ends),
        _bag(model, traits.far, traits.far_ends),
        _bag(model, traits.words, traits.words_ends),
    ]
    page = np.tile(np.array([[0, len(dense)]]), (len(dense), 1))
    ranges = [page, *(traits.containers[:, level] for level in model.pools)]
    logits = np.zeros(len(dense), dtype=np.float32)
    for number in range(len(layers["leave_b"])):
        inputs = np.concatenate([dense, *(bag[number] for bag in bags)], axis=1)
        state = _layer(inputs, layers, "enter", number)
        seen = np.concatenate([state, *(_pool(state, edges) for edges in ranges)], axis=1)
        state = state + _layer(seen, layers, "around", number)
        for turn, dilation in enumerate(model.dilations):
            state = state + _layer(_window(state, dilation), layers, f"turn{turn}", number)
        logits += (state @ layers["leave"][number].T)[:, 0] + layers["leave_b"][number]
    return np.asarray(logits / len(layers["leave_b"]), dtype=np.float32)


def _layer(inputs: Floats, layers: Mapping[str, Floats], name: str, number: int) -> Floats:
    values = inputs @ layers[name][number].T + layers[f"{name}_b"][number]
    return np.asarray(np.maximum(values, 0), dtype=np.float32)


def _bag(model: _Model, hashes: Ints, ends: Ints) -> Floats:
    """For each network and piece, the sum of its embeddings over the root of their number; only known hashes count."""
    embedding = model.layers["embedding"]
    found = np.array([model.rows.get(number, 0) for number in hashes.tolist()], dtype=np.int64)
    running = np.concatenate([[0], np.cumsum(found > 0)])
    edges = np.concatenate([[0], running[ends]])
    sums = np.zeros((len(embedding), edges[-1] + 1, embedding.shape[2]), dtype=np.float32)
    np.cumsum(embedding[:, found[found > 0]], axis=1, out=sums[:, 1:])
    total = sums[:, edges[1:]] - sums[:, edges[:-1]]
    return np.asarray(total / np.sqrt(np.diff(edges) + 1.0)[None, :, None], dtype=np.float32)


def _pool(state: Floats, edges: Ints) -> Floats:
    """Mean state of the pieces in each range."""
    running = np.zeros((len(state) + 1, state.shape[1]), dtype=np.float32)
    np.cumsum(state, axis=0, out=running[1:])
    size = np.maximum(edges[:, 1] - edges[:, 0], 1)[:, None].astype(np.float32)
    return np.asarray((running[edges[:, 1]] - running[edges[:, 0]]) / size, dtype=np.float32)


def _window(state: Floats, dilation: int, reach: int = 2) -> Floats:
    """The states of the neighbours side by side, zeros beyond the page."""
    edge = reach * dilation
    padded = np.zeros((len(state) + 2 * edge, state.shape[1]), dtype=np.float32)
    padded[edge : edge + len(state)] = state
    return np.concatenate([padded[at * dilation : at * dilation + len(state)] for at in range(2 * reach + 1)], axis=1)


def _sigmoid(values: Sequence[float] | Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(values, -30, 30))), dtype=np.float32)
