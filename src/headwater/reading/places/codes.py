"""How exact a place is, in the terms of each codebook: a pure function of the words and the kind of place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Relation = Literal[
    "at", "middle", "near", "offset", "rural", "part", "between", "border", "road", "coast", "sea"
]  # fmt: skip
Code = int | str


@dataclass(frozen=True, slots=True)
class Wording:
    """`relation` of the happening to the named place, the place's `kind`, and the `km` between them where said."""

    relation: Relation
    kind: str
    km: float | None = None


def code(codebook: str, wording: Wording, lexicon: Mapping[str, Any]) -> Code | None:
    """The codebook's code: of the first row in its table that fits; null where none does."""
    rows: Sequence[Mapping[str, Any]] = lexicon["codes"][codebook]
    groups: Mapping[str, Sequence[str]] = lexicon["groups"]
    found = next((row["code"] for row in rows if _fits(row, wording, groups)), None)
    return found if found is None or isinstance(found, int) else str(found)


def codes(wording: Wording, lexicon: Mapping[str, Any]) -> dict[str, Code | None]:
    """The codes of all codebooks."""
    return {codebook: code(codebook, wording, lexicon) for codebook in lexicon["codes"]}


def _fits(row: Mapping[str, Any], wording: Wording, groups: Mapping[str, Sequence[str]]) -> bool:
    kind = row.get("kind")
    if kind is not None and wording.kind not in groups.get(kind, (kind,)):
        return False
    if row.get("relation", wording.relation) != wording.relation:
        return False
    limit = row.get("km")
    return limit is None or (wording.km is not None and wording.km <= limit)
