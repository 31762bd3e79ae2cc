"""Six slots of a template by the rule of GTT (Du, Rush and Cardie 2021): who, what and with what, each one entity."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from eval.muc34_scores import Slots, Tally, paired, plain

SIX: Mapping[str, tuple[str, ...]] = {
    "PerpInd": ("PERP: INDIVIDUAL ID",),
    "PerpOrg": ("PERP: ORGANIZATION ID",),
    "Target": ("PHYS TGT: ID",),
    "Victim": ("HUM TGT: NAME",),
    "Weapon": ("INCIDENT: INSTRUMENT ID",),
}
# A template of six slots: its type and, of each other slot, entities, each the ways in which it is written.
Six = tuple[str, Mapping[str, list[set[tuple[str, ...]]]]]


def six_of(data: Path) -> dict[str, list[Six]]:
    """The keys as GTT has them, by report."""
    found: dict[str, list[Six]] = {}
    for path in sorted((data / "muc34" / "processed").glob("*.json")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found[row["docid"]] = [
                (
                    one["incident_type"],
                    {slot: [{plain(words) for words, _ in entity} for entity in one[slot]] for slot in SIX},
                )
                for one in row["templates"]
            ]
    return found


def six_slots(made: Slots) -> Six:
    return made["INCIDENT: TYPE"][0][0].lower(), {
        slot: [{plain(words)} for name in names for _, words in made.get(name, ())] for slot, names in SIX.items()
    }


def score_six(key: Sequence[Six], made: Sequence[Six], tallies: Mapping[str, Tally], *, exact: bool) -> None:
    """Adds one report."""
    worths = [[_shared(one, other, exact) for other in made] for one in key]
    for one, at in zip(key, paired(worths), strict=True):
        tallies["type"].right += at is not None
        for slot in SIX:
            tallies[slot].right += _matches(one[1][slot], made[at][1][slot], exact) if at is not None else 0
    for name, templates_ in (("key", key), ("ours", made)):
        for one in templates_:
            for slot, number in (*((slot, len(one[1][slot])) for slot in SIX), ("type", 1)):
                setattr(tallies[slot], name, getattr(tallies[slot], name) + number)


def _shared(one: Six, other: Six, exact: bool) -> float:
    return float(other[0] in one[0].split(" / ")) and 1.0 + sum(
        _matches(one[1][slot], other[1][slot], exact) for slot in SIX
    )


def _matches(key: list[set[tuple[str, ...]]], made: list[set[tuple[str, ...]]], exact: bool) -> float:
    def same(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> bool:
        return other <= one if exact else bool({words[-1:] for words in one} & {words[-1:] for words in other})

    return float(sum(at is not None for at in paired([[float(same(one, other)) for other in made] for one in key])))
