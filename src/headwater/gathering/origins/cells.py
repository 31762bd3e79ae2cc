"""Cells: what each origin says about a slot, and the origins themselves."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.gathering.origins.statements import Statement
from headwater.gathering.origins.tying import Voice
from headwater.records import Cell, Origin, OriginCount, Reason, Span, ValueOrigins
from headwater.records.identity import joint_id

SUREST = ("fact", "claimed", "accused", "suspected", "possible")


@dataclass(frozen=True, slots=True)
class Said:
    """A cell with the statements it is made of, the earliest first, and the voice behind it."""

    cell: Cell
    statements: tuple[Statement, ...]
    voice: Voice

    @property
    def first(self) -> Statement:
        return self.statements[0]

    @property
    def last_told(self) -> str | None:
        """When its origin is last known to say so."""
        return max((one.told.as_of for one in self.statements if one.told.as_of), default=None)


def origin_of(incident: str, voice: Voice) -> Origin:
    """The origin of one voice in one incident; its id is of the mouth, so one mouth has one id in all slots."""
    mouth = voice.mouth
    return Origin(joint_id("origin", incident, mouth.key), mouth.kind, mouth.name, voice.reason)


def merged(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """Each origin once, by id, with the reasons of all slots."""
    found: dict[str, Origin] = {}
    for one in origins:
        known = found.get(one.id)
        reasons = set(one.reason) | set(known.reason if known else ())
        found[one.id] = Origin(one.id, one.kind, one.name, tuple(sorted(reasons, key=_reason_order)))
    return tuple(found[id_] for id_ in sorted(found))


def _reason_order(one: Reason) -> tuple[str, str, tuple[Span, ...]]:
    return (one.kind, one.id or "", one.spans)


def cells_of(incident: str, slot: str, voices: Sequence[Voice]) -> tuple[Said, ...]:
    """One cell for each origin, value and stance, by date (undated last) and id."""
    found = []
    for voice in voices:
        groups: dict[tuple[object, str], list[Statement]] = {}
        for report in voice.reports:
            one = report.statement
            groups.setdefault((one.key, one.stance), []).append(one)
        found += [Said(_cell(incident, slot, voice, group), tuple(group), voice) for group in groups.values()]
    return tuple(sorted(found, key=lambda said: (said.cell.as_of is None, said.cell.as_of or "", said.cell.id)))


def _cell(incident: str, slot: str, voice: Voice, statements: list[Statement]) -> Cell:
    statements[:] = _once(sorted(statements, key=lambda one: one.order))
    first = statements[0]
    places = [f"{one.article}:{one.span.start}:{one.span.end}" for one in statements]
    origin = joint_id("origin", incident, voice.mouth.key)
    blames = [one.blame for one in statements if one.blame]
    return Cell(
        id=joint_id("cell", incident, slot, origin, first.stance, *places),
        value=first.value,
        stance=first.stance,
        origin=origin,
        as_of=first.told.as_of,
        events=tuple(one.event.id for one in statements),
        articles=tuple(one.article for one in statements),
        spans=tuple(one.span for one in statements),
        blame=min(blames, key=SUREST.index) if blames else None,
    )


def _once(statements: Iterable[Statement]) -> list[Statement]:
    found: dict[tuple[str, str, Span], Statement] = {}
    for one in statements:
        found.setdefault((one.event.id, one.article, one.span), one)
    return list(found.values())


def counted(said: Iterable[Said]) -> OriginCount:
    """How many origins are shown, and how many there could be, among cells that affirm."""
    voices: Mapping[str, Voice] = {one.cell.origin: one.voice for one in said if one.cell.stance == "affirms"}
    shown = sum(voice.mouth.shown for voice in voices.values())
    return OriginCount(shown, len(voices))


def by_value(said: Sequence[Said]) -> Iterator[ValueOrigins]:
    """The count behind each distinct value that is affirmed, in the order of its first cell."""
    groups: dict[object, list[Said]] = {}
    for one in said:
        if one.cell.stance == "affirms":
            groups.setdefault(one.first.key, []).append(one)
    for group in groups.values():
        yield ValueOrigins(group[0].cell.value, counted(group))
