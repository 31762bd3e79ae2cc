"""The queue of a reviewer: each thing to decide, with the words that it rests on."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from headwater.inquiry.doubts import Doubtful, Readings
from headwater.ledger.base import View
from headwater.records import Attribution, Cell, Event, Incident, Span, Tie
from headwater.web.catalogue import Entry
from headwater.web.chain import together
from headwater.web.links import incident
from headwater.web.matrix import saying_of
from headwater.web.mentions import around, reasons_of
from headwater.web.places import place_of
from headwater.web.stands import Place, place
from headwater.web.wording import count, plain_name, shorten

Button = tuple[str, str, str]
YES_NO: tuple[Button, ...] = (("accept", "Read rightly", "a"), ("reject", "Misread", "r"))
PAIR: tuple[Button, ...] = (("same", "Same happening", "s"), ("different", "Different", "d"))


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words to judge by: a label, where they stand, and they themselves as HTML; `ids` are judged by its `buttons`."""

    label: str
    place: Place
    html: str
    ids: tuple[str, ...] = ()
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to decide; `ids` are judged by its `buttons` as a whole."""

    doubtful: Doubtful
    title: str
    href: str | None
    why: str
    evidence: tuple[Evidence, ...]
    ids: tuple[str, ...] = ()
    buttons: tuple[Button, ...] = ()


class Clerk:
    """Makes items of doubts; those whose records are gone are left out."""

    def __init__(self, view: View, entries: Mapping[str, Entry]) -> None:
        self._view, self._entries = view, entries
        self._readings = Readings(view)
        self._texts: dict[str, str] = {}

    def items(self, doubts: Iterator[Doubtful]) -> Iterator[Item]:
        """The items, in order."""
        makers: Mapping[str, Callable[[Doubtful], Item | None]] = {
            "tie": self._tie, "slot": self._slot, "attribution": self._attribution,
        }  # fmt: skip
        for one in doubts:
            item = makers[one.kind](one)
            if item is not None:
                yield item

    def _tie(self, one: Doubtful) -> Item | None:
        happened = self._incident(one)
        events = [self._event(id_) for id_ in one.ids]
        if happened is None or None in events:
            return None
        tie = next((tie for tie in happened.ties if (tie.a, tie.b) == one.ids), Tie(one.ids[0], one.ids[1], 0.0, ()))
        why = f"{tie.score:.2f} sure, weighing: {', '.join(reasons_of(tie)[:8]) or 'no reason kept'}"
        shown = tuple(self._words(plain_name(event.type), event) for event in events if event is not None)
        return Item(one, "One happening, or two?", incident(happened.id), why, shown, one.ids, PAIR)

    def _slot(self, one: Doubtful) -> Item | None:
        happened = self._incident(one)
        slot = next((slot for slot in happened.slots if slot.slot == one.slot), None) if happened else None
        if happened is None or slot is None:
            return None
        values = [f"{'denies: ' * (cell.stance == 'denies')}{saying_of(cell, slot.slot)[0]}" for cell in slot.cells]
        cells = [(self._readings.of(cell), cell) for cell in slot.cells]
        first = {id_: cell for id_, cell in reversed(cells) if id_ is not None}
        shown = [self._cell(first[id_], slot.slot, id_) for id_ in one.ids if id_ in first]
        title = f"Disputed: {plain_name(slot.slot)} of {happened.name}"
        counted = f"{count(slot.origins.shown, 'origin')} shown, up to {slot.origins.possible}"
        why = f"{counted}: {'; '.join(dict.fromkeys(values))}"
        href = f"{incident(happened.id)}#slot-{slot.slot}"
        return Item(one, shorten(title, 160), href, shorten(why, 300), tuple(shown)) if shown else None

    def _attribution(self, one: Doubtful) -> Item | None:
        found = self._view.find(one.ids[0])
        said = found.record if found is not None else None
        if not isinstance(said, Attribution) or place_of(said) is None:
            return None
        title = f"Do these words belong to {together(said.sources)}?"
        why = f"doubt {one.doubt:.2f}, rule {said.rule}, {said.kind}, {said.stance}"
        return Item(one, shorten(title, 160), None, why, (self._words("", said),), one.ids, YES_NO)

    def _cell(self, cell: Cell, slot: str, id_: str) -> Evidence:
        label = ("denies: " if cell.stance == "denies" else "") + saying_of(cell, slot)[0]
        return self._at(label, cell.articles[0], cell.spans[0], (id_,), YES_NO)

    def _incident(self, one: Doubtful) -> Incident | None:
        found = self._view.find(one.incident) if one.incident else None
        return found.record if found is not None and isinstance(found.record, Incident) else None

    def _event(self, id_: str) -> Event | None:
        found = self._view.find(id_)
        return found.record if found is not None and isinstance(found.record, Event) else None

    def _words(self, label: str, record: Event | Attribution) -> Evidence:
        return self._at(label, record.article, place_of(record))

    def _at(
        self, label: str, article: str, span: Span | None, ids: tuple[str, ...] = (), buttons: tuple[Button, ...] = ()
    ) -> Evidence:
        entry = self._entries.get(article)
        if entry is None or span is None:
            return Evidence(label, place(article, span, {}), "", ids, buttons)
        if entry.page.id not in self._texts:
            self._texts[entry.page.id] = self._view.page_text(entry.page.id) or ""
        text = self._texts[entry.page.id]
        return Evidence(label, place(article, span, self._entries), around(text, span), ids, buttons)
