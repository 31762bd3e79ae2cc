"""The decoder of parts: against every row of labels tried in turn, and spans out of labels."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.knowledge.chain import best_labels, name_spans, part_spans, ruled
from headwater.knowledge.labels import NAME_LABELS, PART_LABELS

COUNT = len(PART_LABELS)


def weights(seed: int, words: int) -> tuple[np.ndarray, ...]:
    dice = np.random.default_rng(seed)
    shapes = ((words, COUNT), (COUNT, COUNT), (COUNT,), (COUNT,))
    return tuple(dice.normal(size=shape).astype(np.float32) for shape in shapes)


@pytest.mark.parametrize("seed", range(5))
def test_best_row_is_the_best_of_all(seed: int) -> None:
    emissions, *given_weights = weights(seed, 3)
    chain = ruled(*given_weights)

    def worth(row: tuple[int, ...]) -> float:
        steps = sum(chain.transitions[a, b] for a, b in itertools.pairwise(row))
        return float(
            chain.begins[row[0]]
            + chain.finishes[row[-1]]
            + steps
            + sum(emissions[at, label] for at, label in enumerate(row))
        )

    best = max(itertools.product(range(COUNT), repeat=3), key=worth)
    assert best_labels([emissions], chain)[0].tolist() == list(best)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 9), max_size=6), st.integers(0, 1000))
def test_sentences_do_not_disturb_one_another_and_parts_are_whole(lengths: list[int], seed: int) -> None:
    _, *given_weights = weights(seed, 1)
    chain = ruled(*given_weights)
    rows = [weights(seed + number, length)[0] for number, length in enumerate(lengths)]
    together = best_labels(rows, chain)
    for row, labels in zip(rows, together, strict=True):
        assert labels.tolist() == best_labels([row], chain)[0].tolist()
        spelled = [PART_LABELS[label] for label in labels]
        covered = [word for _, first, last in part_spans(labels) for word in range(first, last + 1)]
        assert covered == [word for word, label in enumerate(spelled) if label != "O"]


def test_names_that_touch_stay_apart() -> None:
    numbers = {label: number for number, label in enumerate(NAME_LABELS)}
    labels = [numbers[label] for label in ("B-person", "B-person", "I-person", "O", "I-place", "I-state")]
    found = [(NAME_LABELS[1 + 2 * kind][2:], first, last) for kind, first, last in name_spans(np.array(labels))]
    assert found == [("person", 0, 0), ("person", 1, 2), ("place", 4, 4), ("state", 5, 5)]
