"""Makes knowledge/gazetteer/places.npz: `python tools/gazetteer/build.py`, with requirements.txt installed."""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from joining import joined
from naming import names_of
from sources import DEEP, Entry, airfields, countries, divisions, settlements, supplement

from headwater.knowledge.gazetteer import ALTERNATE, KINDS, key_of
from headwater.knowledge.spelling import sound

TARGET = Path(__file__).parents[2] / "src/headwater/knowledge/gazetteer/places.npz"


def main() -> None:
    packages = [*countries(), *divisions(), *settlements(), *airfields()]
    entries = sorted(joined(packages, supplement()), key=lambda entry: (KINDS.index(entry.kind), entry.key))
    arrays = {**columns(entries), **keys(entries)}
    TARGET.parent.mkdir(exist_ok=True)
    with TARGET.open("wb") as file:
        np.savez(file, **arrays)
    print(len(entries), "places", len(arrays["keys"]), "names", len(arrays["sounds"]), "sounds", file=sys.stderr)
    print(TARGET.stat().st_size, "bytes", file=sys.stderr)


def columns(entries: Sequence[Entry]) -> dict[str, np.ndarray]:
    """One row for each place; `parents` are rows, -1 for none."""
    rows = {entry.key: row for row, entry in enumerate(entries)}
    lands = sorted({entry.country for entry in entries})
    names = [entry.name.encode() for entry in entries]
    return {
        "geonames": np.array([entry.geonames or 0 for entry in entries], np.int32),
        "lat": np.array([entry.lat for entry in entries], np.float32),
        "lon": np.array([entry.lon for entry in entries], np.float32),
        "population": np.array([min(entry.population, 2**32 - 1) for entry in entries], np.uint32),
        "kind": np.array([KINDS.index(entry.kind) for entry in entries], np.uint8),
        "country": np.array([lands.index(entry.country) for entry in entries], np.uint8),
        "parents": np.array([rows.get(entry.parent or "", -1) for entry in entries], np.int32),
        "blur": np.array([min(entry.blur, 255) for entry in entries], np.uint8),
        "name_ends": np.cumsum([len(name) for name in names]).astype(np.uint32),
        "names": np.frombuffer(b"".join(names), np.uint8),
        "lands": np.frombuffer(" ".join(lands).encode(), np.uint8),
    }


def keys(entries: Sequence[Entry]) -> dict[str, np.ndarray]:
    """Hashes of names in order, each with its row; the top bit of a row says that the name is an alternate one."""
    named, sounding = set(), set()
    for row, entry in enumerate(entries):
        for name, own in names_of(entry):
            named.add((key_of(name), row | (0 if own else ALTERNATE)))
            if entry.country in DEEP and entry.kind != "country" and (heard := sound(name)):
                sounding.add((key_of(heard), row))
    return _packed("keys", sorted(named)) | _packed("sounds", sorted(sounding))


def _packed(name: str, pairs: Sequence[tuple[int, int]]) -> dict[str, np.ndarray]:
    return {
        name: np.array([key for key, _ in pairs], np.uint64),
        f"{name}_rows": np.array([row for _, row in pairs], np.uint32),
    }


if __name__ == "__main__":
    main()
