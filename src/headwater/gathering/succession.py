"""Incidents before and after: which took the place of which, and each in short."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from headwater.records import Cell, Incident, Sketch, SketchedSlot, SketchedValue, Slot
from headwater.records.incidents import DISPUTES
from headwater.records.plain import to_plain


def successors(before: Sequence[Incident], after: Sequence[Incident]) -> dict[str, str]:
    """For each incident that is gone, the one that holds most of its event mentions (of equals, the first by id);
    one whose events are all gone has none."""
    alive = {incident.id for incident in after}
    owner = {event: incident.id for incident in after for event in incident.events}
    found: dict[str, str] = {}
    for incident in before:
        shares: dict[str, int] = {}
        for event in incident.events:
            if event in owner:
                shares[owner[event]] = shares.get(owner[event], 0) + 1
        if shares and incident.id not in alive:
            found[incident.id] = min(shares, key=lambda id_: (-shares[id_], id_))
    return found


def sketched(incidents: Iterable[Incident]) -> tuple[Sketch, ...]:
    """Each incident in short, by id."""
    return tuple(sorted((_sketch(incident) for incident in incidents), key=lambda sketch: sketch.id))


def _sketch(incident: Incident) -> Sketch:
    slots = tuple(_slot(slot) for slot in incident.slots)
    return Sketch(incident.id, incident.name, incident.type, incident.from_, incident.to, incident.events, slots)


def _slot(slot: Slot) -> SketchedSlot:
    counts = {_text(each.value): each.origins for each in slot.by_value}
    values: Mapping[tuple[str, str], Cell] = {(_text(cell.value), cell.stance): cell for cell in slot.cells}
    told = tuple(
        SketchedValue(text, stance, counts[text].shown, counts[text].possible)
        if text in counts
        else SketchedValue(text, stance, 0, 0)
        for text, stance in sorted(values)
    )
    disputed = any(each.relation in DISPUTES for each in slot.relations)
    return SketchedSlot(slot.slot, told, disputed, slot.origins.shown, slot.origins.possible)


def _text(value: Any) -> str:
    return json.dumps(to_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
