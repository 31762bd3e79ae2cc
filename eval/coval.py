"""Chains of mentions against chains of the truth: MUC, B3, CEAFe and their mean (CoNLL), singletons counted, as CoVal.

A chain is a set of mentions; both sides may hold mentions that the other lacks.

    MUC    (Vilain et al. 1995): of a chain of n mentions that the other side has in p pieces, n - p links are found
    B3     (Bagga and Baldwin 1998): for each mention, the share of its chain that it also has on the other side
    CEAFe  (Luo 2005, phi4): chains matched one to one for the largest sum of 2 * shared / (size + size)
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Chains = Sequence[frozenset[Hashable]]


@dataclass(frozen=True, slots=True)
class Score:
    """Recall, precision and F1."""

    recall: float
    precision: float

    @property
    def f1(self) -> float:
        """Their harmonic mean; 0 where both are."""
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """The three scores of one comparison."""

    muc: Score
    b3: Score
    ceafe: Score

    @property
    def conll(self) -> float:
        """Mean of the three F1."""
        return (self.muc.f1 + self.b3.f1 + self.ceafe.f1) / 3


def chains_of(labels: Mapping[Hashable, Hashable]) -> list[frozenset[Hashable]]:
    """Mentions by label, as chains."""
    chains: dict[Hashable, set[Hashable]] = {}
    for mention, label in labels.items():
        chains.setdefault(label, set()).add(mention)
    return [frozenset(chain) for chain in chains.values()]


def score(truth: Chains, ours: Chains) -> Scores:
    """All three scores of our chains."""
    return Scores(
        Score(_muc(truth, ours), _muc(ours, truth)),
        Score(_b3(truth, ours), _b3(ours, truth)),
        _ceafe(truth, ours),
    )


def b3(truth: Chains, ours: Chains) -> Score:
    """B3 alone."""
    return Score(_b3(truth, ours), _b3(ours, truth))


def ari(truth: Mapping[Hashable, Hashable], ours: Mapping[Hashable, Hashable]) -> float:
    """Adjusted Rand index (Hubert and Arabie 1985) of two labellings of the same items."""
    both = _pairs([(truth[item], ours[item]) for item in truth])
    a, b = _pairs(truth.values()), _pairs([ours[item] for item in truth])
    expected = a * b / (len(truth) * (len(truth) - 1) / 2)
    most = (a + b) / 2
    return (both - expected) / (most - expected) if most != expected else 1.0


def _pairs(labels: Iterable[Hashable]) -> float:
    counts: dict[Hashable, int] = {}
    for label in labels:
        counts[label] = counts.get(label, 0) + 1
    return sum(count * (count - 1) / 2 for count in counts.values())


def _muc(keys: Chains, others: Chains) -> float:
    owner = _owners(others)
    found = total = 0
    for chain in keys:
        homes = [owner.get(mention) for mention in chain]
        pieces = len({home for home in homes if home is not None}) + homes.count(None)
        found += len(chain) - pieces
        total += len(chain) - 1
    return found / total if total else 0.0


def _b3(keys: Chains, others: Chains) -> float:
    owner = _owners(others)
    found, total = 0.0, 0
    for chain in keys:
        shares: dict[int, int] = {}
        for mention in chain:
            if mention in owner:
                shares[owner[mention]] = shares.get(owner[mention], 0) + 1
        found += sum(share * share for share in shares.values()) / len(chain)
        total += len(chain)
    return found / total if total else 0.0


def _ceafe(truth: Chains, ours: Chains) -> Score:
    owner = _owners(ours)
    likeness: dict[tuple[int, int], float] = {}
    for row, chain in enumerate(truth):
        for column in {owner[mention] for mention in chain if mention in owner}:
            shared = len(chain & ours[column])
            likeness[row, column] = 2 * shared / (len(chain) + len(ours[column]))
    best = sum(_best_match(part) for part in _parts(likeness))
    return Score(best / len(truth) if truth else 0.0, best / len(ours) if ours else 0.0)


def _owners(chains: Chains) -> dict[Hashable, int]:
    return {mention: index for index, chain in enumerate(chains) for mention in chain}


def _parts(likeness: Mapping[tuple[int, int], float]) -> Iterable[Mapping[tuple[int, int], float]]:
    """The bipartite graph in connected parts, each to be matched for itself."""
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for row, column in likeness:
        parent[root(("row", row))] = root(("column", column))
    parts: dict[tuple[str, int], dict[tuple[int, int], float]] = {}
    for (row, column), value in likeness.items():
        parts.setdefault(root(("row", row)), {})[row, column] = value
    return parts.values()


def _best_match(likeness: Mapping[tuple[int, int], float]) -> float:
    rows = {row: index for index, row in enumerate(sorted({row for row, _ in likeness}))}
    columns = {column: index for index, column in enumerate(sorted({column for _, column in likeness}))}
    table = np.zeros((len(rows), len(columns)))
    for (row, column), value in likeness.items():
        table[rows[row], columns[column]] = value
    return assign(table if len(rows) <= len(columns) else table.T)


def assign(table: NDArray[np.float64]) -> float:
    """The largest sum of one value per row, no two in one column (Kuhn 1955, by shortest augmenting paths);
    there are at least as many columns as rows."""
    rows, columns = table.shape
    cost = -table
    of_row, of_column = np.zeros(rows + 1), np.zeros(columns + 1)
    owner = np.zeros(columns + 1, dtype=int)
    for row in range(1, rows + 1):
        owner[0], column = row, 0
        least = np.full(columns + 1, np.inf)
        before = np.zeros(columns + 1, dtype=int)
        used = np.zeros(columns + 1, dtype=bool)
        while owner[column]:
            used[column] = True
            free = ~used[1:]
            slack = cost[owner[column] - 1] - of_row[owner[column]] - of_column[1:]
            nearer = free & (slack < least[1:])
            least[1:][nearer] = slack[nearer]
            before[1:][nearer] = column
            step = int(np.where(free, least[1:], np.inf).argmin()) + 1
            delta = least[step]
            of_row[owner[used]] += delta
            of_column[used] -= delta
            least[1:][free] -= delta
            column = step
        while column:
            owner[column] = owner[before[column]]
            column = before[column]
    return float(sum(table[owner[column] - 1, column - 1] for column in range(1, columns + 1) if owner[column]))
