"""How surely two articles tell of one happening, and why."""

import math
from collections.abc import Mapping

from headwater.gathering.happening import Tie
from headwater.gathering.incidents.features import FEATURES
from headwater.gathering.incidents.sighting import Sighting, Telling
from headwater.gathering.incidents.weights import BIAS, WEIGHTS
from headwater.records import Reason, Span

FELT = 0.2


def evidence(a: Telling, b: Telling) -> dict[str, float]:
    """Each feature that says anything."""
    values = {feature.__name__: feature(a, b) for feature in FEATURES}
    return {name: value for name, value in values.items() if value}


def likelihood(found: Mapping[str, float]) -> float:
    """The chance that both are one happening, by the features found."""
    odds = BIAS + sum(WEIGHTS.get(name, 0.0) * value for name, value in found.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def score(a: Telling, b: Telling) -> float:
    """The chance that both are one happening."""
    return round(likelihood(evidence(a, b)), 3)


def tie(a: Telling, b: Telling) -> Tie:
    """The tie between the first mention of each, by id, with the features that weigh most first."""
    found = evidence(a, b)
    weighed = {name: WEIGHTS.get(name, 0.0) * value for name, value in found.items()}
    felt = sorted(
        (name for name in weighed if abs(weighed[name]) >= FELT), key=lambda name: (-abs(weighed[name]), name)
    )
    first, second = sorted((a.sightings[0], b.sightings[0]), key=lambda sighting: sighting.event)
    reasons = tuple(_reason(name, sighting) for name in felt for sighting in (first, second))
    return Tie(first.event, second.event, round(likelihood(found), 3), reasons)


def _reason(name: str, sighting: Sighting) -> Reason:
    return Reason(name, sighting.event, (Span(*sighting.sentence),))
