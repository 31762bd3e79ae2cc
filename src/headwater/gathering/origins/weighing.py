"""The accounts of each happening, by slot and origin."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.gathering.happening import Happening, Tied
from headwater.gathering.origins import covering, titling
from headwater.gathering.origins.accused import of_the_accused
from headwater.gathering.origins.cells import Said, by_value, cells_of, counted, merged, origin_of
from headwater.gathering.origins.claiming import with_claims
from headwater.gathering.origins.coding import figures, grades
from headwater.gathering.origins.copied import Copied
from headwater.gathering.origins.houses import Houses
from headwater.gathering.origins.library import Library
from headwater.gathering.origins.mouths import Mouths
from headwater.gathering.origins.relations import related
from headwater.gathering.origins.statements import Statement, statements_of
from headwater.gathering.origins.tying import tie
from headwater.records import Account, Event, Guide, Incident, Origin, Slot
from headwater.records.identity import joint_id

FIRST = ("happened", "when", "where", "perpetrator", "target", "victim", "participant", "means", "killed", "injured")


@dataclass(frozen=True, slots=True)
class Weighed:
    """Incidents with their slots, and the origins that their cells name, each by id."""

    incidents: tuple[Incident, ...] = ()
    origins: tuple[Origin, ...] = ()


def weigh(accounts: Sequence[Account], tied: Tied, guide: Guide) -> Weighed:
    """One incident for each happening: a cell for each origin, value and stance of a slot, how cells stand to each
    other, how many origins there are, and what each policy makes of it.  The order of accounts changes nothing."""
    library = Library(accounts, tied.actors)
    bench = _Bench(library, Mouths(library, Houses(guide)), Copied(tied.copies), guide)
    weighed = [bench.incident(happening) for happening in tied.happenings]
    found = [pair for pair in weighed if pair is not None]
    return Weighed(
        tuple(sorted((incident for incident, _ in found), key=lambda one: one.id)),
        merged(origin for _, origins in found for origin in origins),
    )


@dataclass(frozen=True, slots=True)
class _Bench:
    """All that weighing one happening needs of the others."""

    library: Library
    mouths: Mouths
    copied: Copied
    guide: Guide

    def incident(self, happening: Happening) -> tuple[Incident, list[Origin]] | None:
        """The incident and its origins; None where no event mention of it is to be found."""
        events = [event for id_ in happening.events if (event := self.library.event(id_)) is not None]
        if not events:
            return None
        id_ = joint_id("incident", *happening.events)
        stated = [statement for event in events for statement in statements_of(event, self.library)]
        slots = _by_slot(of_the_accused(with_claims(stated, self.mouths), self.mouths))
        voices = {slot: tie(statements, self.mouths, self.copied) for slot, statements in slots}
        said = {slot: cells_of(id_, slot, spoken) for slot, spoken in voices.items()}
        origins = [origin_of(id_, voice) for spoken in voices.values() for voice in spoken]
        return self._incident(id_, happening, events, said), origins

    def _incident(
        self, id_: str, happening: Happening, events: Sequence[Event], said: dict[str, tuple[Said, ...]]
    ) -> Incident:  # fmt: skip
        type_ = titling.type_of(events)
        from_, to = covering.interval(said.get("when", ()))
        return Incident(
            id=id_,
            name=titling.title(type_, said),
            type=type_,
            events=happening.events,
            from_=from_,
            to=to,
            place=covering.area(said.get("where", ())),
            slots=tuple(self._slot(id_, slot, cells, said) for slot, cells in said.items()),
            grades=grades(said, self.guide.policies),
            ties=happening.ties,
        )

    def _slot(self, incident: str, slot: str, cells: tuple[Said, ...], said: dict[str, tuple[Said, ...]]) -> Slot:
        return Slot(
            id=joint_id("slot", incident, slot),
            slot=slot,
            cells=tuple(one.cell for one in cells),
            relations=tuple(related(slot, cells)),
            origins=counted(cells),
            by_value=tuple(by_value(cells)),
            policies=figures(slot, said, self.guide.policies),
        )


def _by_slot(statements: Sequence[Statement]) -> Iterator[tuple[str, list[Statement]]]:
    """The statements of each slot in order, the usual slots first."""
    found: dict[str, list[Statement]] = {}
    for statement in statements:
        found.setdefault(statement.slot, []).append(statement)
    for slot in sorted(found, key=lambda name: (FIRST.index(name) if name in FIRST else len(FIRST), name)):
        yield slot, sorted(found[slot], key=lambda one: (*one.order, repr(one.key), one.event.id))
