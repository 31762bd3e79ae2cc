"""Event mentions of ten articles coded by hand (eval/gold/events20.md): found, of what type, how sure, with whom.

A mention is found where the trigger of one of ours overlaps its trigger; each is matched once, one of the same type
first.  `found.*` counts these; `typed.*` asks for the same type besides, `harm.*` that over the types that do harm.
Accuracies over the found: `factuality`, `background`; `ROLE.*` precision, recall and F1 of the filled roles over all
coded mentions, a role being right when one of ours overlaps the coded words (victim and target count as one: who
suffers it).  Rival: `lexicon`, every trigger word of our lexicon with its own type, asserted, news, without roles.
Layout: syrianews/*.csv (unit_id, title, content, date, outlet).
"""

import json
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from eval.casualties_gold import texts_of
from eval.corpus import corpus_hash
from eval.events_systems import SYSTEMS
from eval.events_told import Extent, Told
from eval.report import Options, Report, Skipped

GOLD = Path(__file__).parent / "gold" / "events20.jsonl"
ROLES = ("perpetrator", "sufferer", "place", "time")
HARM = frozenset(
    "attack air_strike drone_attack shelling missile_attack bombing suicide_attack chemical_attack clash shooting"
    " killing injury abduction looting_or_destruction".split()
)
Pair = tuple[Told, Told | None]


def measure(data: Path, options: Options) -> Report | Skipped:
    """Figures of every system on the coded articles whose texts are under `data`."""
    coded = _load(data)
    if not coded:
        return Skipped("events_gold", f"no coded text under {data}")
    figures: dict[str, float] = {"articles": len(coded)}
    notes: list[str] = []
    for name, system in SYSTEMS.items():
        if not options.systems or name in options.systems:
            found = [system(text) for text, _, _ in coded.values()]
            figures |= {f"{name}.{key}": value for key, value in _figures(list(coded.values()), found)}
            if options.pages:
                notes += [f"{name} {line}" for line in _notes(list(coded), list(coded.values()), found)]
    items = sum(len(golds) for _, golds, _ in coded.values())
    return Report("events_gold", items, corpus_hash([GOLD]), {}, figures, tuple(notes))


def _load(data: Path) -> dict[str, tuple[str, list[Told], list[Extent]]]:
    """Text, coded mentions and stretches of furniture, by article."""
    texts = texts_of(data / "syrianews") if GOLD.is_file() else {}
    found: dict[str, tuple[str, list[Told], list[Extent]]] = {}
    for line in GOLD.read_text(encoding="utf-8").splitlines() if texts else ():
        row = json.loads(line)
        text = texts.get(row["id"])
        if text is None or sha256(text.encode()).hexdigest() != row["sha256"]:
            continue
        _, golds, furniture = found.setdefault(row["id"], (text, [], []))
        if row.get("furniture"):
            furniture.append((row["start"], row["end"]))
        else:
            roles = {"sufferer": _extents(row["target"], row["victim"])}
            roles |= {role: _extents(row[role]) for role in ROLES if role != "sufferer"}
            extent = (row["start"], row["end"])
            golds.append(Told(extent, row["type"], row["factuality"], row["background"], roles))
    return found


def _extents(*given: Sequence[int] | None) -> tuple[Extent, ...]:
    return tuple((one[0], one[1]) for one in given if one)


def _paired(golds: Sequence[Told], ours: Sequence[Told], away: Sequence[Extent]) -> tuple[list[Pair], list[Told]]:
    """Each coded mention with ours, and what is left over outside of furniture."""
    left = list(ours)
    pairs: list[Pair] = []
    for same_type in (True, False):
        for gold in golds:
            if any(gold is one for one, _ in pairs):
                continue
            fitting = [
                one for one in left if _meet(one.extent, gold.extent) and (one.type == gold.type or not same_type)
            ]
            if fitting:
                left.remove(fitting[0])
                pairs.append((gold, fitting[0]))
    pairs += [(gold, None) for gold in golds if all(gold is not one for one, _ in pairs)]
    return pairs, [one for one in left if not any(_meet(one.extent, each) for each in away)]


def _figures(
    coded: Sequence[tuple[str, list[Told], list[Extent]]], found: Sequence[Sequence[Told]]
) -> Iterator[tuple[str, float]]:
    pairs: list[Pair] = []
    extra: list[Told] = []
    for (_, golds, away), ours in zip(coded, found, strict=True):
        some, left = _paired(golds, ours, away)
        pairs += some
        extra += left
    yield from _f1("found", pairs, extra, lambda _gold, _ours: True)
    yield from _f1("typed", pairs, extra, lambda gold, ours: gold.type == ours.type)
    harm = [one for one in pairs if one[0].type in HARM]
    yield from _f1("harm", harm, [one for one in extra if one.type in HARM], lambda gold, ours: gold.type == ours.type)
    met = [(gold, ours) for gold, ours in pairs if ours]
    for name in ("factuality", "background"):
        yield name, sum(getattr(gold, name) == getattr(ours, name) for gold, ours in met) / max(len(met), 1)
    for role in ROLES:
        yield from _role(role, pairs)


def _f1(
    name: str, pairs: Sequence[Pair], extra: Sequence[Told], same: Callable[[Told, Told], bool]
) -> Iterator[tuple[str, float]]:
    right = sum(ours is not None and same(gold, ours) for gold, ours in pairs)
    found = sum(ours is not None for _, ours in pairs) + len(extra)
    yield f"{name}.precision", right / max(found, 1)
    yield f"{name}.recall", right / max(len(pairs), 1)
    yield f"{name}.f1", 2 * right / max(found + len(pairs), 1)


def _role(role: str, pairs: Sequence[Pair]) -> Iterator[tuple[str, float]]:
    wanted = sum(bool(gold.roles[role]) for gold, _ in pairs)
    filled = sum(ours is not None and bool(ours.roles[role]) for _, ours in pairs)
    right = sum(
        ours is not None and any(_meet(one, other) for one in gold.roles[role] for other in ours.roles[role])
        for gold, ours in pairs
    )
    yield f"{role}.precision", right / max(filled, 1)
    yield f"{role}.recall", right / max(wanted, 1)
    yield f"{role}.f1", 2 * right / max(filled + wanted, 1)


def _notes(
    ids: Sequence[str], coded: Sequence[tuple[str, list[Told], list[Extent]]], found: Sequence[Sequence[Told]]
) -> Iterator[str]:
    """Where ours and the coding differ, by offsets."""
    for id_, (_, golds, away), ours in zip(ids, coded, found, strict=True):
        pairs, left = _paired(golds, ours, away)
        for gold, other in pairs:
            if other is None:
                yield f"{id_} {gold.extent} {gold.type} missed"
            elif gold.type != other.type:
                yield f"{id_} {gold.extent} {gold.type} read as {other.type}"
        yield from (f"{id_} {one.extent} {one.type} extra" for one in left)


def _meet(one: Extent, other: Extent) -> bool:
    return one[0] < other[1] and other[0] < one[1]
