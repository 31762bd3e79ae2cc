"""What a record says, in lines for people, with the words that each value rests on and where they stand."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from headwater.inquiry.incidents import in_words
from headwater.inquiry.outlets import outlet_of
from headwater.ledger.base import View
from headwater.records import (
    Actor,
    Article,
    Cell,
    Copy,
    Event,
    Family,
    Incident,
    Origin,
    PageRecord,
    Quantity,
    Reason,
    Slot,
    Span,
)

MOST = 12  # places that are shown of one value


def grounds(view: View, record: Any) -> Iterator[str]:
    """What this record says beyond its words; nothing for kinds whose words say all."""
    tell = TELLERS.get(type(record))
    return tell(_Library(view), record) if tell else iter(())


def inner(view: View, id_: str) -> tuple[Incident, Slot, Cell | None] | None:
    """The slot or cell with this id, in its incident: these have no row of their own in a ledger."""
    for incident in view.records("incident"):
        for slot in incident.slots:
            if slot.id == id_:
                return incident, slot, None
            cell = next((cell for cell in slot.cells if cell.id == id_), None)
            if cell is not None:
                return incident, slot, cell
    return None


def of_slot(view: View, slot: Slot, only: Cell | None = None) -> Iterator[str]:
    """The lines of one slot, or of one of its cells."""
    return _slot(_Library(view), slot, only)


class _Library:
    """Articles with their pages and texts, each fetched once."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._texts: dict[str, str] = {}
        self._articles: dict[str, tuple[Article, PageRecord] | None] = {}

    def stand(self, article: str, span: Span) -> str:
        """“the words” in Outlet, date (address)."""
        found = self._article(article)
        if found is None:
            return "in an article that is no longer here"
        one, page = found
        when = f", {one.published.date[:10]}" if one.published else ""
        place = f"in {outlet_of(one, page) or page.location}{when}"
        if span.space != "text":
            return f"in the {span.space} of a page {place}"
        text = self._texts.setdefault(page.id, self.view.page_text(page.id) or "")
        words = " ".join(text[span.start : span.end].split())
        return f"“{words if len(words) <= 100 else words[:99] + '…'}” {place} ({page.id} {span.start}–{span.end})"

    def holds(self, article: str) -> bool:
        """Is there an article with this id?"""
        return self._article(article) is not None

    def _article(self, id_: str) -> tuple[Article, PageRecord] | None:
        if id_ not in self._articles:
            found = self.view.find(id_)
            page = self.view.page(found.page) if found and found.page else None
            fits = found is not None and isinstance(found.record, Article) and isinstance(page, PageRecord)
            self._articles[id_] = (found.record, page) if fits and found and isinstance(page, PageRecord) else None
        return self._articles[id_]


def _incident(library: _Library, incident: Incident) -> Iterator[str]:
    yield f"{incident.name}: {incident.type}, {incident.from_ or '?'} to {incident.to or '?'}"
    for grade in incident.grades:
        yield f"grade      {grade.policy}: {grade.grade}  by {grade.rule} ({grade.page})"
    for slot in incident.slots:
        yield ""
        yield from _slot(library, slot, None)
    yield ""
    for tie in incident.ties[:MOST]:
        kinds = ", ".join(dict.fromkeys(reason.kind.replace("_", " ") for reason in tie.reason))
        yield f"tie        {tie.a} {tie.b}  {tie.score:.2f}  {kinds}"


def _slot(library: _Library, slot: Slot, only: Cell | None) -> Iterator[str]:
    yield f"{slot.slot}  {slot.origins.shown} shown, up to {slot.origins.possible}  ({slot.id})"
    for cell in slot.cells if only is None else (only,):
        yield from _cell(library, slot, cell)
    for name, figured in sorted(slot.policies.items()) if only is None else ():
        numbers = ", ".join(f"{key} {getattr(figured, key)}" for key in ("low", "best", "high"))
        told = numbers if figured.status == "coded" else figured.status.replace("_", " ")
        yield f"  {name:11} {told}  by {', '.join(figured.rules) or 'no rule'} ({', '.join(figured.pages) or '–'})"


def _cell(library: _Library, slot: Slot, cell: Cell) -> Iterator[str]:
    found = library.view.find(cell.origin)
    origin = found.record if found and isinstance(found.record, Origin) else None
    name = f"{origin.name or 'unnamed'} ({origin.kind})" if origin else cell.origin
    said = "it happened" if slot.slot == "happened" else in_words(cell.value) or str(cell.value)
    denial = "denies: " if cell.stance == "denies" else ""
    yield f"  {denial}{said}  — {name}, as of {cell.as_of or 'an unknown day'}  ({cell.id})"
    for relation in slot.relations:
        if cell.id == relation.b and relation.relation != "same":
            yield f"    {relation.relation}s {relation.a}"
    for article, span, event in list(zip(cell.articles, cell.spans, cell.events, strict=False))[:MOST]:
        yield f"    {library.stand(article, span)}  mention {event}"
    for reason in origin.reason[:MOST] if origin else ():
        yield f"    one origin by {_reason(library, reason)}"


def _reason(library: _Library, reason: Reason) -> str:
    """The kind, and the words of the article that it names, or the id of the record that it names."""
    kind = reason.kind.replace("_", " ")
    if reason.id and reason.spans and library.holds(reason.id):
        return f"{kind} {library.stand(reason.id, reason.spans[0])}"
    return f"{kind} {reason.id or ''}".strip()


def _origin(library: _Library, origin: Origin) -> Iterator[str]:
    yield f"{origin.name or 'unnamed'} ({origin.kind})"
    yield from (f"  by {_reason(library, reason)}" for reason in origin.reason)


def _actor(library: _Library, actor: Actor) -> Iterator[str]:
    yield f"{actor.name} ({actor.class_}), known as {actor.known_as or 'nobody in the dictionary'}"
    yield f"  entities {', '.join(actor.entities)}"
    yield from (f"  by {_reason(library, reason)}" for reason in actor.reason)


def _copy(library: _Library, copy: Copy) -> Iterator[str]:
    yield f"{copy.relation.replace('_', ' ')}, {copy.score:.0%} shared, {copy.direction.replace('_', ' ')}"
    for a, b in list(zip(copy.a.spans, copy.b.spans, strict=False))[:MOST]:
        yield f"  a {library.stand(copy.a.article, a)}"
        yield f"  b {library.stand(copy.b.article, b)}"
    yield from (f"  by {_reason(library, reason)}" for reason in copy.reason)


def _family(library: _Library, family: Family) -> Iterator[str]:
    yield f"{family.kind}, {len(family.members)} articles, root {family.root or 'not here'}"
    for member in family.members:
        place = library.stand(member.article, member.spans[0]) if member.spans else member.article
        way = f"{member.relation} {member.direction}".replace("_", " ")
        yield f"  {way} {member.parent or ''}  {place}"


def _quantity(_: _Library, quantity: Quantity) -> Iterator[str]:
    numbers = ", ".join(f"{key} {_or_unknown(getattr(quantity, key))}" for key in ("low", "best", "high"))
    yield f"says       {quantity.unit}: {numbers} ({quantity.qualifier}); {quantity.factuality}"
    if quantity.of is not None:
        yield f"of whom    {quantity.of.class_}" + (f", {quantity.of.subgroup}" if quantity.of.subgroup else "")
    if quantity.scope is not None:
        yield f"covers     {quantity.scope.kind} {quantity.scope.from_ or ''} {quantity.scope.to or ''}".rstrip()
    for name, figure in sorted(quantity.policies.items()):
        coded = f"{_or_unknown(figure.low)} / {_or_unknown(figure.best)} / {_or_unknown(figure.high)}"
        told = coded if figure.status == "coded" else figure.status.replace("_", " ")
        yield f"  {name:11} {told}" + (f"  by {figure.rule} ({figure.page})" if figure.rule else "")


def _event(_: _Library, event: Event) -> Iterator[str]:
    yield f"says       {event.type}, {event.factuality}, {'background' if event.background else 'news'}"
    for argument in event.arguments:
        value = in_words(argument.value) if isinstance(argument.value, Mapping) else ""
        blame = f", {argument.blame}" if argument.blame else ""
        yield f"  {argument.role:11} {argument.text!r}  {value}  {argument.factuality}{blame}  by {argument.rule}"


def _or_unknown(number: int | None) -> str:
    return "–" if number is None else f"{number:,}"


TELLERS: Mapping[type, Callable[[_Library, Any], Iterator[str]]] = {
    Incident: _incident,
    Origin: _origin,
    Actor: _actor,
    Copy: _copy,
    Family: _family,
    Quantity: _quantity,
    Event: _event,
}
