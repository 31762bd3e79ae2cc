"""Which place a name means: a log-linear choice among its candidates, made for all names of an article together.

What speaks for a candidate is its size, its kind, and how well it agrees with what the other names of the article are
likely to mean; as these depend on each other, the choice is made in rounds, each with the probabilities of the last
(mean field).  Weights are trained (tools/gazetteer/train.py) and stand in lexicon/places.toml.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from headwater.knowledge.gazetteer import Known
from headwater.reading.places.candidates import Candidate, Group

Matrix = NDArray[np.float64]

ROUNDS = 3
NEAR_KM, AREA_KM = 30.0, 200.0
CLASSES: Mapping[str, tuple[str, ...]] = {
    "country": ("country",),
    "adm1": ("adm1",),
    "adm2": ("adm2",),
    "capital": ("capital",),
    "city": ("city",),
    "town": ("town",),
    "village": ("village",),
    "quarter": ("quarter",),
    "region": ("region", "front", "continent", "desert", "valley", "island", "mountains", "pass"),
    "water": ("sea", "strait", "gulf", "river", "lake", "canal"),
    "facility": ("base", "airport", "camp", "crossing", "facility", "dam", "road"),
}
ALONE = ("people", "largest", "alternate", "exact", "kind_fits", "kind_differs", *CLASSES)
TOGETHER = (
    "held", "country_share", "division_share", "country_named", "division_named", "near", "in_area", "holds",
    "in_county", "county_of",
)  # fmt: skip
NAMES = (*ALONE, *TOGETHER)
WIDE = frozenset(["country", "continent", "adm1", "sea", "region", "desert", "gulf"])


class Field:
    """The candidates of all groups of one article in one table, row by row, with what each says by itself."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self.groups = groups
        self.owner = np.array([number for number, group in enumerate(groups) for _ in group.candidates], np.int64)
        self.places = [one.place for group in groups for one in group.candidates]
        self.alone = np.array([_alone(one, group) for group in groups for one in group.candidates]).reshape(
            -1, len(ALONE)
        )
        self.mass = np.array([len(group.members) for group in groups], np.float64)
        self._close = _closeness(self.places)
        self._countries = _same([place.country for place in self.places])
        self._divisions = _same([_division(place) for place in self.places])
        self._above = _above(self.places)
        self._holders = self._holding()
        # That a Paris lies in a Henry County, of the many of both, is no chance, however unlikely either is so far.
        county = np.array([place.kind == "adm2" for place in self.places], np.float64)
        pairs = (self.owner[:, None] != self.owner[None, :]) * self._above * county[None, :]
        self._in_county, self._county_of = pairs.max(axis=1, initial=0.0), pairs.max(axis=0, initial=0.0)

    def features(self, likely: Matrix) -> Matrix:
        """All signs of every candidate, given how likely each one is so far."""
        others = self.owner[:, None] != self.owner[None, :]
        weight = likely * np.sqrt(self.mass[self.owner])
        total = max(float(weight.sum()), 1e-9)
        share = (others * self._countries) @ weight / total
        division = (others * self._divisions) @ weight / total
        countries = np.array([place.kind == "country" for place in self.places], np.float64)
        named = (others * self._above) @ (likely * countries)
        named_division = (others * self._above) @ (likely * (1 - countries))
        near, area = (np.max(others * close * likely[None, :], axis=1, initial=0.0) for close in self._close)
        holds = (others * self._above.T) @ weight / total
        held = self._holders @ likely
        signs = (
            held, share, division, np.minimum(named, 1), np.minimum(named_division, 1), near, area, holds,
            self._in_county, self._county_of,
        )  # fmt: skip
        return np.concatenate([self.alone, np.stack([np.minimum(sign, 1.0) for sign in signs], axis=1)], axis=1)

    def likely(self, scores: Matrix) -> Matrix:
        """Probabilities within each group."""
        top = np.full(len(self.groups), -np.inf)
        np.maximum.at(top, self.owner, scores)
        powers = np.exp(scores - top[self.owner])
        sums = np.zeros(len(self.groups))
        np.add.at(sums, self.owner, powers)
        return np.asarray(powers / sums[self.owner], np.float64)

    def _holding(self) -> Matrix:
        """[c, d]: d is a sense of a name that stands beside c's as what it lies in, and c lies in d."""
        holding = np.zeros_like(self._above)
        number_of = {member: number for number, group in enumerate(self.groups) for member in group.members}
        for number, group in enumerate(self.groups):
            for holder in group.holders:
                if holder in number_of:
                    theirs = self.owner == number_of[holder]
                    block = np.ix_(self.owner == number, theirs)
                    # In Aleppo: be it the city or the province, which are one name.
                    kin = self._above[np.ix_(theirs, theirs)]
                    holding[block] = np.minimum(self._above[block] @ (np.eye(len(kin)) + kin + kin.T), 1.0)
        return holding


def rank(groups: Sequence[Group], weights: Mapping[str, float]) -> list[Matrix]:
    """For each group how likely each of its candidates is."""
    field = Field(groups)
    if not field.places:
        return [np.zeros(0) for _ in groups]
    vector = np.array([weights.get(name, 0.0) for name in NAMES])
    likely = field.likely(field.alone @ vector[: len(ALONE)])
    for _ in range(ROUNDS):
        likely = field.likely(field.features(likely) @ vector)
    return [likely[field.owner == number] for number in range(len(groups))]


def _alone(one: Candidate, group: Group) -> list[float]:
    place = one.place
    largest = max(each.people for each in group.candidates)
    fits = place.kind in group.kinds
    return [
        float(np.log10(one.people + 10)) / 7,
        float(one.people == largest),
        float(one.alternate),
        float(one.exact),
        float(fits),
        float(bool(group.kinds) and not fits),
        *(float(place.kind in kinds) for kinds in CLASSES.values()),
    ]


def _division(place: Known) -> str:
    """The row of the first-order division it is or lies in, as a word; empty for countries and waters."""
    if place.kind in ("country", "continent", "sea"):
        return ""
    return str(place.above[-2] if len(place.above) >= 2 else place.row)


def _same(words: Sequence[str]) -> Matrix:
    table = np.array(words)
    return np.asarray((table[:, None] == table[None, :]) & (table != "")[:, None], np.float64)


def _above(places: Sequence[Known]) -> Matrix:
    """[c, d]: c lies in d."""
    rows = {place.row: [] for place in places}  # type: dict[int, list[int]]
    for number, place in enumerate(places):
        rows[place.row].append(number)
    table = np.zeros((len(places), len(places)))
    for number, place in enumerate(places):
        for row in place.above:
            table[number, rows.get(row, [])] = 1.0
    return table


def _closeness(places: Sequence[Known]) -> tuple[Matrix, Matrix]:
    """How near each two are, from 1 (the same spot) to 0: within a day's walk, and within a region.  What is as wide
    as a division is near to nothing."""
    lat = np.radians(np.array([place.lat for place in places]))
    lon = np.radians(np.array([place.lon for place in places]))
    x = (lon[:, None] - lon[None, :] + np.pi) % (2 * np.pi) - np.pi
    x = x * np.cos((lat[:, None] + lat[None, :]) / 2)
    km = 6371 * np.sqrt(x**2 + (lat[:, None] - lat[None, :]) ** 2)
    small = np.array([place.kind not in WIDE for place in places], np.float64)
    both = small[:, None] * small[None, :]
    return np.exp(-km / NEAR_KM) * both, np.exp(-km / AREA_KM) * both
