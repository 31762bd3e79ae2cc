"""The gazetteer: where in the world a name may be.  One table in the package, read when it is first asked.

Places come from GeoNames (CC BY 4.0), by way of packages, and from a supplement; tools/gazetteer makes the table.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from headwater.errors import KnowledgeError
from headwater.knowledge.spelling import SHORTEST, fold, sound

KINDS = (
    "country", "adm1", "adm2", "capital", "city", "town", "village", "quarter", "base", "airport", "camp", "crossing",
    "facility", "dam", "region", "continent", "front", "sea", "strait", "gulf", "river", "lake", "canal", "island",
    "mountains", "desert", "pass", "valley", "road",
)  # fmt: skip
ALTERNATE = 1 << 31
FAR_LARGER = 10  # times the people of the next place of the same sound


def key_of(name: str) -> int:
    """What a folded name, or a sound, is kept under."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big")


@dataclass(frozen=True, slots=True)
class Known:
    """A place of the gazetteer.

    `row` is its number in this table and means nothing elsewhere; `geonames` is null for what only the supplement has;
    `above` are the rows of what it lies in, nearest first; `blur` the kilometres within which its coordinates are sure
    (0: as good as GeoNames).
    """

    row: int
    geonames: int | None
    name: str
    kind: str
    lat: float
    lon: float
    country: str
    population: int
    above: tuple[int, ...]
    blur: int


class Gazetteer:
    """Names to places.  Nothing is read before the first question."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._place = lru_cache(maxsize=20_000)(self._read_place)
        self._named = lru_cache(maxsize=20_000)(self._read_named)

    def digest(self) -> str:
        """The first half of a SHA-256 of the table."""
        return sha256(self._path.read_bytes()).hexdigest()[:16]

    def named(self, name: str) -> tuple[tuple[int, bool], ...]:
        """Rows of all places of that name, however it is written; with each whether the name is only an alternate."""
        return self._named(fold(name))

    def sounding(self, name: str, countries: Iterable[str]) -> tuple[int, ...]:
        """Rows of places in these countries whose name, carried over from another script, could be written so.

        Of a short sound only the place that is far larger than all others is given.
        """
        heard = sound(name)
        wanted = frozenset(countries)
        rows = sorted(row for row in self._rows("sounds", heard) if self.place(row).country in wanted) if heard else []
        if len(heard) > SHORTEST or not rows:
            return tuple(rows)
        largest = max((self.place(row) for row in rows), key=lambda place: (place.population, place.row))
        kin = [row for row in rows if largest.row in (row, *self.place(row).above) or row in largest.above]
        others = [self.place(row).population for row in rows if row not in kin]
        alone = largest.population >= 100_000 and largest.population >= FAR_LARGER * max(others, default=0)
        return tuple(kin) if alone else ()

    def place(self, row: int) -> Known:
        """The place of a row."""
        return self._place(row)

    def _read_named(self, folded: str) -> tuple[tuple[int, bool], ...]:
        return tuple((row & (ALTERNATE - 1), bool(row & ALTERNATE)) for row in self._rows("keys", folded))

    def _rows(self, table: str, name: str) -> list[int]:
        keys, rows = self._arrays[table], self._arrays[f"{table}_rows"]
        key = np.uint64(key_of(name))
        first = int(np.searchsorted(keys, key))
        last = first
        while last < len(keys) and keys[last] == key:
            last += 1
        return [int(row) for row in rows[first:last]]

    def _read_place(self, row: int) -> Known:
        table = self._arrays
        begin = int(table["name_ends"][row - 1]) if row else 0
        name = bytes(table["names"][begin : int(table["name_ends"][row])]).decode()
        return Known(
            row,
            int(table["geonames"][row]) or None,
            name,
            KINDS[table["kind"][row]],
            round(float(table["lat"][row]), 5),
            round(float(table["lon"][row]), 5),
            self._lands[table["country"][row]],
            int(table["population"][row]),
            self._above(row),
            int(table["blur"][row]),
        )

    def _above(self, row: int) -> tuple[int, ...]:
        above: list[int] = []
        parent = int(self._arrays["parents"][row])
        while parent >= 0 and parent not in above:
            above.append(parent)
            parent = int(self._arrays["parents"][parent])
        return tuple(above)

    @cached_property
    def _lands(self) -> list[str]:
        return bytes(self._arrays["lands"]).decode().split(" ")

    @cached_property
    def _arrays(self) -> dict[str, NDArray[Any]]:
        try:
            with np.load(self._path, allow_pickle=False) as table:
                return {name: table[name] for name in table.files}
        except (OSError, ValueError) as error:
            raise KnowledgeError(f"{self._path}: not a readable gazetteer ({error})") from error
