"""What a person should look at first: doubtful ties, disputed slots, doubtful attributions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from headwater.inquiry.ties import holding
from headwater.ledger.base import View
from headwater.records import Cell, Event, Incident, Span
from headwater.records.incidents import DISPUTES

MOST_ARTICLES = 300  # whose attributions are looked through
LEAST = 0.25  # doubt that is worth a person's time


@dataclass(frozen=True, slots=True)
class Doubtful:
    """One thing to decide.  `ids` are two event mentions for a tie, the records that its cells are read from for a
    slot, one attribution; `doubt` is 0 to 1."""

    kind: Literal["tie", "slot", "attribution"]
    doubt: float
    ids: tuple[str, ...]
    incident: str | None = None
    slot: str | None = None


def doubts(view: View) -> tuple[Doubtful, ...]:
    """Ties, then slots, then attributions, each kind by doubt; what somebody has decided is left out."""
    judged = _judged(view)
    incidents: list[Incident] = list(view.records("incident"))
    ties = [one for incident in incidents for one in _ties(incident, judged)]
    readings = Readings(view)
    slots = [one for incident in incidents for one in _slots(incident, readings, judged)]
    said = list(_attributions(view, _articles(incidents, view), judged))
    return tuple(one for kind in (ties, slots, said) for one in sorted(kind, key=lambda each: (-each.doubt, each.ids)))


class Readings:
    """Finds what cells are read from; the events of each article are fetched once."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._events: dict[str, dict[str, Event]] = {}

    def of(self, cell: Cell) -> str | None:
        """The record that a cell is read from first: the quantity for a figure, else the event mention."""
        if not cell.events:
            return None
        article = cell.articles[0]
        if article not in self._events:
            self._events[article] = {event.id: event for event in self._view.records("event", article=article)}
        event = self._events[article].get(cell.events[0])
        return None if event is None else _quantity(event, cell.spans[0]) or event.id


def _quantity(event: Event, span: Span) -> str | None:
    for argument in event.arguments:
        if argument.role == "quantity" and argument.span == span and argument.value and argument.value.get("id"):
            return str(argument.value["id"])
    return None


def _judged(view: View) -> frozenset[frozenset[str]]:
    """The pairs and single records that somebody has decided on."""
    standing = [one for one in view.records("judgement") if one.withdrawn_at is None]
    pairs = (one.value for one in standing if one.verdict in ("same", "different"))
    single = (frozenset((one.target.id,)) for one in standing)
    return frozenset((*single, *(frozenset(map(str, pair)) for pair in pairs)))


def _ties(incident: Incident, judged: frozenset[frozenset[str]]) -> Iterator[Doubtful]:
    for tie in holding(incident.ties):
        doubt = round(min(1.0, 2 * (1 - tie.score)), 3)
        if doubt >= LEAST and frozenset((tie.a, tie.b)) not in judged:
            yield Doubtful("tie", doubt, (tie.a, tie.b), incident.id)


def _slots(incident: Incident, readings: Readings, judged: frozenset[frozenset[str]]) -> Iterator[Doubtful]:
    """A disputed slot, the more doubtful the larger the share of its cells that are in dispute."""
    for slot in incident.slots:
        disputed = {id_ for one in slot.relations if one.relation in DISPUTES for id_ in (one.a, one.b)}
        if disputed:
            read = [readings.of(cell) for cell in slot.cells if cell.id in disputed]
            open_ = [id_ for id_ in dict.fromkeys(read) if id_ and frozenset((id_,)) not in judged]
            if open_:
                yield Doubtful("slot", round(len(disputed) / len(slot.cells), 3), tuple(open_), incident.id, slot.slot)


def _articles(incidents: Sequence[Incident], view: View) -> list[str]:
    """The articles that incidents rest on, or else the first of the ledger."""
    cells = (cell for incident in incidents for slot in incident.slots for cell in slot.cells)
    found = dict.fromkeys(article for cell in cells for article in cell.articles)
    return list(found)[:MOST_ARTICLES] or [article.id for article, _ in view.articles(limit=MOST_ARTICLES)]


def _attributions(view: View, articles: Sequence[str], judged: frozenset[frozenset[str]]) -> Iterator[Doubtful]:
    for article in articles:
        for said in view.records("attribution", article=article):
            if said.doubt is not None and said.doubt >= LEAST and frozenset((said.id,)) not in judged:
                yield Doubtful("attribution", said.doubt, (said.id,))
