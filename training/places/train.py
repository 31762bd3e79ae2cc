"""Weights of the choice among places: `python -m training.places.train --data DIR` prints the [rank] table.

Conditional logit over the candidates of each gold toponym whose right place is among them, in rounds: signs are made
with the weights so far (as the reader makes them), then weights are fitted, with a pull towards zero.  Even articles
alone; each set weighs the same.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from eval.places_gold import GoldPlace, PlaceText, load
from eval.places_ours import Given, spoken_of, with_spans
from numpy.typing import NDArray

from headwater.knowledge import Knowledge
from headwater.knowledge import load as load_knowledge
from headwater.knowledge.gazetteer import Known
from headwater.reading.places.candidates import Candidate
from headwater.reading.places.grounding import distance
from headwater.reading.places.ranking import ALONE, NAMES, ROUNDS, Field
from headwater.reading.spoken import Spoken
from headwater.records import Span

OUTER, STEPS, RATE, PULL = 5, 500, 0.3, 0.0003
RIGHT_KM = 161.0
SHARES = {"gwn": 1.0, "lgl": 1.0, "geovirus": 0.0}  # the last has the coordinates of another gazetteer
# Local news seldom says "the town of", or "in Idlib"; reports of war do, and mean it.
BY_HAND = {"kind_fits": 1.0, "kind_differs": -1.0, "held": 4.0}
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """The field of one article; `rights` are (rows of a group, the right one of them, weight)."""

    field: Field
    rights: Sequence[tuple[NDArray[np.int64], int, float]]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    knowledge = load_knowledge()
    texts = [text for text in load(parser.parse_args().data) if text.number % 2 == 0 and SHARES[text.set]]
    choices = list(choices_of(texts, (spoken_of(text, knowledge) for text in texts), knowledge))
    for name, weight in zip(NAMES, fit(choices), strict=True):
        print(f"{name} = {BY_HAND.get(name, weight):.2f}")


def choices_of(texts: Sequence[PlaceText], pages: Iterator[Spoken], knowledge: Knowledge) -> Iterator[Choice]:
    """One for each article that has something to choose."""
    totals = {name: sum(len(text.places) for text in texts if text.set == name) for name in SHARES}
    for text, page in zip(texts, pages, strict=True):
        gold = {Span(one.start, one.end): one for one in text.places if one.lat is not None}
        made = with_spans(page, sorted(gold), knowledge)
        field = Field(made.groups())
        rights = list(_rights(made, field, gold, SHARES[text.set] / max(totals[text.set], 1)))
        if rights:
            yield Choice(field, rights)


def _rights(
    made: Given, field: Field, gold: dict[Span, GoldPlace], weight: float
) -> Iterator[tuple[NDArray[np.int64], int, float]]:
    for number, group in enumerate(field.groups):
        rows = np.flatnonzero(field.owner == number)
        marked = [gold[made.toponyms[member].span] for member in group.members if made.toponyms[member].span in gold]
        if marked and len(rows) > 1:
            right = right_one(group.candidates, marked[0])
            if right is not None:
                yield rows, right, weight * len(marked) ** 0.5


def right_one(candidates: Sequence[Candidate], gold: GoldPlace) -> int | None:
    """The candidate of the gold id, else the nearest within 161 km."""
    for at, one in enumerate(candidates):
        if gold.geonames and one.place.geonames == gold.geonames:
            return at
    far = [_far(one.place, gold) for one in candidates]
    nearest = int(np.argmin(far))
    return nearest if far[nearest] < RIGHT_KM else None


def _far(place: Known, gold: GoldPlace) -> float:
    return distance(place.lat, place.lon, gold.lat or 0.0, gold.lon or 0.0)


def fit(choices: Sequence[Choice]) -> Matrix:
    """The weights, in the order of NAMES."""
    weights = np.zeros(len(NAMES))
    weights[NAMES.index("people")] = 3.0
    for _ in range(OUTER):
        table = [(signs_at(choice.field, weights), choice.rights) for choice in choices]
        examples = [(signs[rows], right, weight) for signs, rights in table for rows, right, weight in rights]
        weights = _climb(examples, weights)
    return weights


def signs_at(field: Field, weights: Matrix) -> Matrix:
    """The signs of the last round under these weights."""
    likely = field.likely(field.alone @ weights[: len(ALONE)])
    for _ in range(ROUNDS - 1):
        likely = field.likely(field.features(likely) @ weights)
    return field.features(likely)


def _climb(examples: Sequence[tuple[Matrix, int, float]], weights: Matrix) -> Matrix:
    """Gradient ascent with momentum, all examples at once."""
    total = sum(weight for *_, weight in examples)
    flat = np.concatenate([signs for signs, *_ in examples])
    owner = np.repeat(np.arange(len(examples)), [len(signs) for signs, *_ in examples])
    starts = np.concatenate([[0], np.cumsum([len(signs) for signs, *_ in examples])[:-1]])
    truth = np.zeros(len(flat))
    truth[[start + right for start, (_, right, _) in zip(starts, examples, strict=True)]] = 1.0
    mass = np.array([weight / total for *_, weight in examples])[owner]
    speed = np.zeros_like(weights)
    for _ in range(STEPS):
        scores = flat @ weights
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        likely = powers / np.add.reduceat(powers, starts)[owner]
        slope = flat.T @ ((truth - likely) * mass) - PULL * weights
        speed = 0.9 * speed + RATE * slope
        weights = weights + speed
    return weights


if __name__ == "__main__":
    main()
