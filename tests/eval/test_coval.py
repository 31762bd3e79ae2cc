"""The scorer of chains, on examples worked by hand."""

import itertools
import random

import numpy as np
import pytest
from eval.coval import ari, assign, b3, chains_of, score

TRUTH = [frozenset({1, 2, 3, 4, 5}), frozenset({6, 7}), frozenset({8, 9, 10, 11, 12})]
JOINED = [frozenset({1, 2, 3, 4, 5}), frozenset({6, 7, 8, 9, 10, 11, 12})]


def test_two_chains_joined() -> None:
    """MUC: 9 links of 10; B3: (5 + 2 * 2/7 + 5 * 5/7) / 12; CEAFe: 1 + 2 * 5 / 12 over 3 and over 2."""
    scores = score(TRUTH, JOINED)
    assert (scores.muc.recall, scores.muc.precision) == (1.0, 0.9)
    assert scores.b3.recall == 1.0
    assert scores.b3.precision == pytest.approx((5 + 4 / 7 + 25 / 7) / 12)
    assert scores.ceafe.recall == pytest.approx((1 + 10 / 12) / 3)
    assert scores.ceafe.precision == pytest.approx((1 + 10 / 12) / 2)
    assert scores.conll == pytest.approx((scores.muc.f1 + scores.b3.f1 + scores.ceafe.f1) / 3)


def test_singletons_count_in_b3_and_ceafe_and_not_in_muc() -> None:
    alone = [frozenset({n}) for n in range(1, 13)]
    scores = score(TRUTH, alone)
    assert (scores.muc.recall, scores.muc.precision) == (0.0, 0.0)
    assert scores.b3.recall == pytest.approx(3 / 12)
    assert scores.b3.precision == 1.0
    assert scores.ceafe.recall == pytest.approx((2 / 6 + 2 / 3 + 2 / 6) / 3)


def test_mentions_that_one_side_lacks() -> None:
    scores = score([frozenset("ab"), frozenset("c")], [frozenset("ax"), frozenset("c")])
    assert scores.muc.recall == scores.muc.precision == 0.0
    assert scores.b3.recall == pytest.approx((0.5 + 1) / 3)
    assert scores.b3.precision == pytest.approx((0.5 + 1) / 3)
    assert scores.ceafe.recall == pytest.approx((0.5 + 1) / 2)


def test_the_same_is_right_in_all() -> None:
    assert score(TRUTH, TRUTH).conll == 1.0
    assert b3(TRUTH, TRUTH).f1 == 1.0


def test_rand_index_of_a_worked_table() -> None:
    """Of 10 pairs 3 are together in the truth, 2 in ours, 1 in both."""
    truth = {1: "a", 2: "a", 3: "a", 4: "b", 5: "c"}
    assert ari(truth, truth) == 1.0
    ours = {1: "x", 2: "x", 3: "y", 4: "y", 5: "z"}
    assert ari(truth, ours) == pytest.approx((1 - 3 * 2 / 10) / ((3 + 2) / 2 - 3 * 2 / 10))


def test_chains_of_labels() -> None:
    assert set(chains_of({1: "a", 2: "b", 3: "a"})) == {frozenset({1, 3}), frozenset({2})}


@pytest.mark.parametrize("seed", range(30))
def test_the_best_assignment_is_the_best_of_all(seed: int) -> None:
    chance = random.Random(seed)
    rows = chance.randint(1, 4)
    columns = rows + chance.randint(0, 2)
    table = np.array([[chance.random() for _ in range(columns)] for _ in range(rows)])
    every = itertools.permutations(range(table.shape[1]), rows)
    assert assign(table) == pytest.approx(max(sum(table[row, c] for row, c in enumerate(one)) for one in every))
