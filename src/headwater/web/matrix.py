"""The claim matrix: for each slot of an incident, what each origin says of it, and how that stands to the others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

from headwater.inquiry.incidents import in_words
from headwater.records import Cell, Incident, Origin, OriginCount, Slot
from headwater.records.incidents import DISPUTES
from headwater.web.catalogue import Entry
from headwater.web.stands import Place, place
from headwater.web.wording import day, plain_name

KINDS = ("speaker", "document", "agency", "outlet", "unnamed")
SLOTS = {
    "happened": "that it happened",
    "perpetrator": "who did it",
    "target": "what was hit",
    "victim": "who was hit",
    "participant": "who took part",
    "means": "by what means",
}
# The sign of each relation, how the later of two cells stands to the earlier, and the earlier to the later.
RELATIONS: Mapping[str, tuple[str, str, str]] = {
    "conflict": ("≠", "conflicts with", "conflicts with"),
    "deny": ("✕", "denies", "denied by"),
    "update": ("↑", "updates", "updated by"),
    "refine": ("⊂", "refines", "refined by"),
    "same": ("=", "same as", "same as"),
}
ORDER = tuple(RELATIONS)
OWN = "its own word"
MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Column:
    """An origin: a letter for it, what to call it, and the articles that carry it."""

    letter: str
    origin: Origin
    name: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Badge:
    """How a cell stands to cells of other columns, in a sign and in words; `told` is their values."""

    relation: str
    sign: str
    words: str
    told: str


@dataclass(frozen=True, slots=True)
class Saying:
    """One cell as it is shown; `places` has each article once, the earliest first."""

    cell: Cell
    words: str
    note: str
    places: tuple[Place, ...]
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A slot: the sayings of each column (aligned with the columns, often empty), and the counts of origins."""

    slot: Slot
    label: str
    sayings: tuple[tuple[Saying, ...], ...]
    values: tuple[tuple[str, OriginCount], ...]
    disputed: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    """Slots by origins."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]

    @property
    def letters(self) -> dict[str, str]:
        """The letter of each cell's origin, by the cell's id."""
        of = {column.origin.id: column.letter for column in self.columns}
        return {cell.id: of[cell.origin] for line in self.lines for cell in line.slot.cells}


def matrix(incident: Incident, origins: Mapping[str, Origin], entries: Mapping[str, Entry]) -> Matrix:
    """The matrix of an incident.  Origins that speak of most slots come first; one that has no record is unnamed."""
    cells = [cell for slot in incident.slots for cell in slot.cells]
    ids = sorted({cell.origin for cell in cells}, key=lambda id_: _rank(id_, origins, incident.slots))
    columns = tuple(
        Column(letter(number), origin, name_of(origin), _carriers([c for c in cells if c.origin == id_], entries))
        for number, id_ in enumerate(ids)
        for origin in (origins.get(id_) or Origin(id_, "unnamed", None, ()),)
    )
    letters = {cell.id: columns[ids.index(cell.origin)].letter for cell in cells}
    return Matrix(columns, tuple(_line(slot, ids, letters, entries) for slot in incident.slots))


def letter(number: int) -> str:
    """A … Z, then AA … ZZ.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    first, second = divmod(number, len(ascii_uppercase))
    return (ascii_uppercase[(first - 1) % len(ascii_uppercase)] if first else "") + ascii_uppercase[second]


def name_of(origin: Origin) -> str:
    """What to call an origin; an unnamed one by what is said of it."""
    return origin.name or {"outlet": "an outlet", "unnamed": "somebody unnamed"}.get(origin.kind, f"a {origin.kind}")


def saying_of(cell: Cell, slot: str) -> tuple[str, str]:
    """The value of a cell in words, and what else is stated of it."""
    value: Any = cell.value if isinstance(cell.value, Mapping) else {}
    if slot == "happened":
        return ("says that it happened" if cell.stance == "affirms" else "says that it did not"), ""
    if slot == "when" and "from" in value:
        first, last = day(str(value["from"] or "?")), day(str(value.get("to") or "?"))
        words = first if value["from"] == value.get("to") else f"{first} to {last}"
        return words, f"“{value['text']}”" if value.get("text") else ""
    notes = [value.get(name) for name in ("class", "subgroup", "side") if value.get(name) not in (None, "unknown")]
    if value.get("part"):
        notes.append("part of another figure")
    if value.get("sum"):
        notes.append(f"a sum over {plain_name(str(value['sum']))}")
    notes += [value[name] for name in ("adm1", "country") if slot == "where" and value.get(name)]
    if cell.blame and cell.blame != "fact":
        notes.append(cell.blame)
    return in_words(cell.value) or "not said", ", ".join(plain_name(str(note)) for note in notes)


def _rank(id_: str, origins: Mapping[str, Origin], slots: Iterable[Slot]) -> tuple[int, int, str, str]:
    spoken = sum(any(cell.origin == id_ for cell in slot.cells) for slot in slots)
    origin = origins.get(id_)
    kind = KINDS.index(origin.kind) if origin else len(KINDS)
    return (-spoken, kind, (origin.name or "") if origin else "", id_)


def _carriers(cells: Sequence[Cell], entries: Mapping[str, Entry]) -> tuple[Place, ...]:
    """The articles that carry an origin, each once, the earliest first."""
    found: dict[str, Place] = {}
    for cell in cells:
        for article, span in zip(cell.articles, cell.spans, strict=False):
            found.setdefault(article, place(article, span, entries))
    return tuple(sorted(found.values(), key=lambda one: (one.date is None, one.date or "", one.outlet)))


def _line(slot: Slot, ids: Sequence[str], letters: Mapping[str, str], entries: Mapping[str, Entry]) -> Line:
    by_id = {cell.id: cell for cell in slot.cells}
    label = SLOTS.get(slot.slot, plain_name(slot.slot))
    sayings = tuple(
        tuple(_saying(cell, slot, by_id, letters, entries) for cell in slot.cells if cell.origin == id_) for id_ in ids
    )
    values = tuple((_value(slot, one.value), one.origins) for one in slot.by_value) if slot.slot != "happened" else ()
    return Line(slot, label, sayings, values, any(one.relation in DISPUTES for one in slot.relations))


def _value(slot: Slot, value: Any) -> str:
    cell = next((cell for cell in slot.cells if cell.value == value), None)
    return saying_of(cell, slot.slot)[0] if cell else in_words(value)


def _saying(
    cell: Cell, slot: Slot, by_id: Mapping[str, Cell], letters: Mapping[str, str], entries: Mapping[str, Entry]
) -> Saying:
    words, note = saying_of(cell, slot.slot)
    places: dict[str, Place] = {}
    for article, span in zip(cell.articles, cell.spans, strict=False):
        places.setdefault(article, place(article, span, entries))
    return Saying(cell, words, note, tuple(places.values()), tuple(_badges(cell, slot, by_id, letters)))


def _badges(cell: Cell, slot: Slot, by_id: Mapping[str, Cell], letters: Mapping[str, str]) -> Iterator[Badge]:
    """One badge for each relation and direction, the disputes first."""
    found: dict[tuple[str, bool], list[Cell]] = {}
    for one in slot.relations:
        if cell.id in (one.a, one.b):
            later = one.b == cell.id or one.relation in ("same", "conflict")
            other = by_id.get(one.a if one.b == cell.id else one.b)
            if other is not None and one.a != one.b:
                found.setdefault((one.relation, later), []).append(other)
    for (relation, later), others in sorted(found.items(), key=lambda item: (ORDER.index(item[0][0]), item[0][1])):
        sign, ahead, back = RELATIONS[relation]
        named = sorted({OWN if other.origin == cell.origin else letters[other.id] for other in others})
        told = "; ".join(f"{letters[other.id]}: {saying_of(other, slot.slot)[0]}" for other in others)
        few = named if len(named) <= MOST_NAMED + 1 else [*named[:MOST_NAMED], f"{len(named) - MOST_NAMED} more"]
        yield Badge(relation, sign, f"{ahead if later else back} {', '.join(few)}", told)
