"""What one run made of the incidents that another did not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from headwater.records import Sketch, SketchedSlot

Kind = Literal["new", "gone", "merged", "split", "changed"]


@dataclass(frozen=True, slots=True)
class SlotChange:
    """A slot of an incident: values that came, values that went, origins as "1 shown, up to 2" before and after."""

    slot: str
    came: tuple[str, ...]
    went: tuple[str, ...]
    before: tuple[int, int]
    after: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Change:
    """One incident, or several that became one, or one that became several; `mentions` is how many more it has."""

    kind: Kind
    name: str
    was: tuple[str, ...]
    now: tuple[str, ...]
    mentions: int
    slots: tuple[SlotChange, ...]


def changes(before: Sequence[Sketch], after: Sequence[Sketch]) -> tuple[Change, ...]:
    """Incidents new, changed, merged, split and gone, by what they are and their names; those alike are left out.

    Two incidents answer each other when they share an event mention.
    """
    old, new = {one.id: one for one in before}, {one.id: one for one in after}
    owner = {event: one.id for one in after for event in one.events}
    came = {one.id: tuple(sorted({owner[event] for event in one.events if event in owner})) for one in before}
    from_: dict[str, list[str]] = {}
    for id_, heirs in came.items():
        for heir in heirs:
            from_.setdefault(heir, []).append(id_)
    found = [*_gone(old, came), *_split(old, new, came), *_arrived(old, new, from_, came)]
    return tuple(sorted(found, key=lambda one: (one.kind, one.name, one.now, one.was)))


def _gone(old: dict[str, Sketch], came: dict[str, tuple[str, ...]]) -> Iterator[Change]:
    for id_, heirs in came.items():
        if not heirs:
            yield Change("gone", old[id_].name, (id_,), (), -len(old[id_].events), ())


def _split(old: dict[str, Sketch], new: dict[str, Sketch], came: dict[str, tuple[str, ...]]) -> Iterator[Change]:
    for id_, heirs in came.items():
        if len(heirs) > 1:
            more = sum(len(new[heir].events) for heir in heirs) - len(old[id_].events)
            yield Change("split", old[id_].name, (id_,), heirs, more, ())


def _arrived(
    old: dict[str, Sketch], new: dict[str, Sketch], from_: dict[str, list[str]], came: dict[str, tuple[str, ...]]
) -> Iterator[Change]:
    for id_, sketch in new.items():
        before = sorted(from_.get(id_, ()))
        more = len(sketch.events) - sum(len(old[each].events) for each in before)
        if not before:
            yield Change("new", sketch.name, (), (id_,), more, ())
        elif len(before) > 1:
            yield Change("merged", sketch.name, tuple(before), (id_,), more, ())
        elif len(came[before[0]]) == 1:
            slots = tuple(_slots(old[before[0]].slots, sketch.slots))
            if slots or more or before[0] != id_:
                yield Change("changed", sketch.name, (before[0],), (id_,), more, slots)


def _slots(before: Sequence[SketchedSlot], after: Sequence[SketchedSlot]) -> Iterator[SlotChange]:
    old, new = {one.slot: one for one in before}, {one.slot: one for one in after}
    for name in sorted(old.keys() | new.keys()):
        was, now = _values(old.get(name)), _values(new.get(name))
        origins = _origins(old.get(name)), _origins(new.get(name))
        if was != now or origins[0] != origins[1]:
            yield SlotChange(name, tuple(sorted(now - was)), tuple(sorted(was - now)), *origins)


def _values(slot: SketchedSlot | None) -> set[str]:
    """Each value with its stance, where that is a denial."""
    told = slot.values if slot else ()
    return {one.value if one.stance == "affirms" else f"denied: {one.value}" for one in told}


def _origins(slot: SketchedSlot | None) -> tuple[int, int]:
    return (slot.shown, slot.possible) if slot else (0, 0)
