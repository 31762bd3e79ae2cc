"""How probably each piece of an HTML page is main text.

A small network reads the traits of the pieces: each with its containers (means over the pieces they hold), the page as
a whole, and its neighbours (two dilated convolutions).  Several networks of one shape vote with their mean logit.
Trained in `training/maintext`; the card lies beside the weights.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from headwater.knowledge import Knowledge
from headwater.reading.articles.characters import Floats, Ints
from headwater.reading.articles.outline import Outline
from headwater.reading.articles.traits import Traits, read_traits

MOST_HIDDEN = 0.8
MOST_PIECES = 30_000  # no page for people has more; a page made to be costly may


@dataclass(frozen=True, slots=True, eq=False)
class _Model:
    """The arrays of the weights file; `layers` have the voting networks as their first axis, `embedding`
    has their columns side by side."""

    rows: Mapping[int, int]
    mean: Floats
    scale: Floats
    embedding: Floats
    layers: Mapping[str, Floats]
    pools: tuple[int, ...]
    dilations: tuple[int, ...]
    slope: float
    offset: float


def score(outline: Outline, knowledge: Knowledge) -> Floats:
    """For each piece the probability, calibrated on pages kept apart, that it is main text; hidden pieces too.
    Zero beyond the first MOST_PIECES."""
    if not outline.pieces:
        return np.zeros(0, dtype=np.float32)
    model = _model(knowledge)
    logits = _run(model, read_traits(replace(outline, pieces=outline.pieces[:MOST_PIECES])))
    scores = np.zeros(len(outline.pieces), dtype=np.float32)
    scores[: len(logits)] = _sigmoid(model.slope * logits + model.offset)
    return scores


def main(outline: Outline, knowledge: Knowledge) -> NDArray[np.bool_]:
    """Which pieces are main text."""
    return select(outline, score(outline, knowledge))


def select(outline: Outline, scores: Floats) -> NDArray[np.bool_]:
    """The pieces whose choice has the best expected F1, without the hidden ones; with them where nearly all main text
    would be hidden, for such a page is shown by a script that does not run here."""
    text = outline.text.text
    lengths = np.array([text.count(" ", piece.start, piece.end) + 1 for piece in outline.pieces], dtype=np.float32)
    hidden = np.array([piece.hidden for piece in outline.pieces], dtype=bool)
    keep = scores >= best_threshold(scores, lengths)
    if lengths[keep & hidden].sum() > MOST_HIDDEN * lengths[keep].sum():
        return np.asarray(keep)
    return np.asarray(keep & ~hidden)


def best_threshold(scores: Floats, lengths: Floats) -> float:
    """The least probability at which taking a piece raises the expected F1 of a page's words: near one half where
    the page is clear, lower where it is not.  Over one for a page without text."""
    if not scores.sum() > 0:
        return 2.0
    order = np.argsort(-scores, kind="stable")
    sizes = lengths[order].astype(np.float64) + 0.01
    found = np.cumsum(scores[order] * sizes)
    expected = 2 * found / (np.cumsum(sizes) + found[-1])
    return float(scores[order[int(np.argmax(expected))]])


@lru_cache(maxsize=4)
def _model(knowledge: Knowledge) -> _Model:
    weights = knowledge.weights["maintext"]
    layers = {name[2:]: array.astype(np.float32) for name, array in weights.items() if name.startswith("w_")}
    calibration = weights["calibration"].tolist()
    return _Model(
        rows={number: row + 1 for row, number in enumerate(weights["vocabulary"].tolist())},
        mean=weights["mean"].astype(np.float32),
        scale=weights["scale"].astype(np.float32),
        embedding=weights["embedding"].astype(np.float32),
        layers=layers,
        pools=tuple(weights["pools"].tolist()),
        dilations=tuple(weights["dilations"].tolist()),
        slope=calibration[0],
        offset=calibration[1],
    )


def _run(model: _Model, traits: Traits) -> Floats:
    """Mean logit of the networks."""
    layers = model.layers
    dense = (traits.dense - model.mean) / model.scale
    bags = _bags(model, traits)
    page = np.tile(np.array([[0, len(dense)]]), (len(dense), 1))
    ranges = [page, *(traits.containers[:, level] for level in model.pools)]
    logits = np.zeros(len(dense), dtype=np.float32)
    networks = len(layers["leave_b"])
    width = model.embedding.shape[1] // networks
    for number in range(networks):
        mine = slice(number * width, (number + 1) * width)
        inputs = np.concatenate([dense, *(bag[:, mine] for bag in bags)], axis=1)
        state = _layer(inputs, layers, "enter", number)
        seen = np.concatenate([state, *(_pool(state, edges) for edges in ranges)], axis=1)
        state = state + _layer(seen, layers, "around", number)
        for turn, dilation in enumerate(model.dilations):
            state = state + _layer(_window(state, dilation), layers, f"turn{turn}", number)
        logits += (state @ layers["leave"][number].T)[:, 0] + layers["leave_b"][number]
    return np.asarray(logits / networks, dtype=np.float32)


def _layer(inputs: Floats, layers: Mapping[str, Floats], name: str, number: int) -> Floats:
    values = inputs @ layers[name][number].T + layers[f"{name}_b"][number]
    return np.asarray(np.maximum(values, 0), dtype=np.float32)


def _bags(model: _Model, traits: Traits) -> tuple[Floats, ...]:
    """For each network and piece: names near, names far, words; each the sum of the known embeddings over the root of
    one more than their number."""
    names, counts = _sums(model, traits.names, traits.names_ends)
    paths, path_counts = names.copy(), counts.copy()
    for row, parent in enumerate(traits.parents.tolist()):
        if row:
            paths[row] += paths[parent]
            path_counts[row] += path_counts[parent]
    near, near_counts = names[traits.near].sum(axis=1), counts[traits.near].sum(axis=1)
    words, word_counts = _sums(model, traits.words, traits.words_ends)
    found = ((near, near_counts), (paths[traits.far], path_counts[traits.far]), (words, word_counts))
    return tuple(total / np.sqrt(count + 1)[:, None] for total, count in found)


def _sums(model: _Model, hashes: Ints, ends: Ints) -> tuple[Floats, Floats]:
    """Sums of the embeddings of each row's hashes, and how many of them are known."""
    rows = model.rows
    found = np.array([rows.get(number, 0) for number in hashes.tolist()], dtype=np.int64)
    known = found > 0
    edges = np.concatenate([[0], np.cumsum(known)])[np.concatenate([[0], ends])]
    running = np.zeros((edges[-1] + 1, model.embedding.shape[1]), dtype=np.float32)
    np.cumsum(model.embedding[found[known]], axis=0, out=running[1:])
    return running[edges[1:]] - running[edges[:-1]], np.diff(edges).astype(np.float32)


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


def _sigmoid(values: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(values, -30, 30))), dtype=np.float32)
