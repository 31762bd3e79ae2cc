"""Fits the weights of gathering/incidents/features.py and writes weights.py.

`python -m training.incidents.fit --data DIR`: pairs of tellings that share a key, out of the halves "choose" of gva
(main tellings; the same incident or not), gvc and ecbplus (tellings of the mentions of the truth; a chain in common or
not).  Logistic regression by Newton's method, each pair weighing as SHARES says, with a normal prior around BELIEFS:
what the sets cannot teach (they are nearly all shootings in one country) stays as believed.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from eval.corpus import half_of
from eval.gva_pages import reports
from eval.mentions_gold import GoldDocument, ecbplus, gvc
from eval.mentions_read import found_in, gold_account
from numpy.typing import NDArray

from headwater.gathering.incidents.features import FEATURES
from headwater.gathering.incidents.keys import pairs_of
from headwater.gathering.incidents.sighting import Telling
from headwater.gathering.incidents.telling import main_telling, tellings_of

OUT = Path(__file__).parents[2] / "src/headwater/gathering/incidents/weights.py"
SHARES = {"gva": 1.0, "gvc": 1.0, "ecbplus": 0.02}
FIRMNESS, LOOSENESS = 300.0, 1.0
BELIEFS = {
    "same_day": 2.0, "days_meet": 0.5, "other_day": -4.0, "another_day": -1.5, "told_before": -3.0, "same_place":
    2.5, "place_within": 1.0, "place_near": 0.5, "other_place": -2.0, "nowhere_together": -2.0, "other_counts":
    -0.5, "same_counts": 0.5, "same_sides": 0.5, "other_sides": -1.0, "same_way": 0.3, "other_way": -2.0,
    "same_means": 0.5, "background": -1.0, "aside": -0.5,
}  # fmt: skip
Table = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Features of pairs of tellings, and which are one happening."""

    name: str
    features: Table
    same: NDArray[np.bool_]


def main() -> None:
    """Fit on the three sets and write the module."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    data = parser.parse_args().data
    sets = [of_gva(data), *(of_gold(name, read(data)) for name, read in (("gvc", gvc), ("ecbplus", ecbplus)))]
    for one in sets:
        print(one.name, len(one.same), int(one.same.sum()))
    weights = fitted(sets)
    OUT.write_text(module(weights), encoding="utf-8")


def of_gva(data: Path) -> Pairs:
    """Main tellings of the articles of half "choose"."""
    chosen = [report for report in reports(data) if half_of(report.incident) == "choose"]
    told = [(main_telling(tellings_of(account)), report.incident) for report in chosen for account in report.accounts]
    known = [(telling, incident) for telling, incident in told if telling is not None]
    return _pairs("gva", [telling for telling, _ in known], [{incident} for _, incident in known])


def of_gold(name: str, documents: Sequence[GoldDocument]) -> Pairs:
    """Tellings of the mentions of the truth in half "choose"."""
    tellings: list[Telling] = []
    chains: list[set[str]] = []
    for document in documents:
        if half_of(document.topic) == "choose":
            account = gold_account(document, found_in(name, document))
            chain = dict(zip((e.id for e in account.events), (m.chain for m in document.mentions), strict=True))
            for telling in tellings_of(account):
                tellings.append(telling)
                chains.append({chain[one.event] for one in telling.sightings})
    return _pairs(name, tellings, chains)


def fitted(sets: Sequence[Pairs]) -> dict[str, float]:
    """The weights by name, the bias under ""."""
    table = np.vstack([one.features for one in sets])
    same = np.concatenate([one.same for one in sets]).astype(float)
    weight = np.concatenate([np.full(len(one.same), SHARES[one.name]) for one in sets])
    found = newton(np.hstack([np.ones((len(table), 1)), table]), same, weight)
    return dict(zip(["", *(feature.__name__ for feature in FEATURES)], found.tolist(), strict=True))


def newton(table: Table, same: Table, weight: Table) -> Table:
    """Logistic regression drawn towards BELIEFS; the first column, the bias, is free."""
    believed = np.array([0.0, *(BELIEFS.get(feature.__name__, 0.0) for feature in FEATURES)])
    firm = np.where(believed != 0, FIRMNESS, LOOSENESS)
    firm[0] = 1e-6
    found = believed.copy()
    for _ in range(100):
        chance = 1 / (1 + np.exp(-np.clip(table @ found, -30, 30)))
        slope = table.T @ (weight * (chance - same)) + firm * (found - believed)
        bend = (table * (weight * chance * (1 - chance))[:, None]).T @ table + np.diag(firm)
        step = np.linalg.solve(bend, slope)
        found -= np.clip(step, -2, 2)
        if np.abs(step).max() < 1e-7:
            break
    return found


def module(weights: dict[str, float]) -> str:
    """The text of weights.py."""
    lines = [
        '"""What each feature weighs (log-odds), fitted by training/incidents/fit.py: see docs/incidents.md.',
        "",
        "Weights go with the features that they were fitted on, so they are part of the code and not of a setting.",
        '"""',
        "",
        f"BIAS = {weights['']:.2f}",
        "WEIGHTS: dict[str, float] = {",
        *(f'    "{name}": {value:.2f},' for name, value in weights.items() if name and abs(value) >= 0.005),
        "}",
        "",
    ]
    return "\n".join(lines)


def _pairs(name: str, tellings: Sequence[Telling], labels: Sequence[set[str]]) -> Pairs:
    table, same = [], []
    for a, b in pairs_of(tellings):
        table.append(list(_values(tellings[a], tellings[b])))
        same.append(bool(labels[a] & labels[b]))
    return Pairs(name, np.array(table, dtype=float), np.array(same, dtype=bool))


def _values(a: Telling, b: Telling) -> Iterator[float]:
    return (feature(a, b) for feature in FEATURES)


if __name__ == "__main__":
    main()
