"""What the side panel says of a mark: what it is, its words, its rule, and where it leads."""

from collections.abc import Sequence

from headwater.inquiry.incidents import IncidentRow
from headwater.ledger.base import View
from headwater.records import Article, Attribution, Block, Copy, Event, Passages, Quantity, Span
from headwater.web.cards import Words, card
from headwater.web.chain import chain
from headwater.web.happenings import Teller
from headwater.web.links import at, record
from headwater.web.notes import Note, Row
from headwater.web.sheet import Sheet
from headwater.web.telling import Chain, tell
from headwater.web.wording import count, moment, number, plain_name, shorten


class Describer:
    """Describes records of one page; `at` is the offset of the mark that was clicked, `incidents` are all that there
    are."""

    def __init__(self, view: View, sheet: Sheet, at: int, incidents: Sequence[IncidentRow] = ()) -> None:
        self.view, self.sheet, self.at = view, sheet, at
        self.words = Words(view, sheet.page, sheet.text)
        self._teller = Teller(sheet, incidents)

    def describe_all(self, keys: Sequence[str]) -> list[Note | Chain]:
        """The notes for these keys, each once; a voice that stands in another one's chain has no note of its own."""
        said = [found for key in keys if isinstance(found := self.sheet.by_id.get(key), Attribution)]
        told = {outer.id for one in said for outer in chain(one, self.sheet.by_id)[:-1]}
        notes = [note for key in dict.fromkeys(keys) if key not in told for note in self.describe(key)]
        return list({note.id if isinstance(note, Note) else id(note): note for note in notes}.values())

    def describe(self, key: str) -> list[Note] | list[Chain]:
        """The notes for a record's id, or for an article's id with a field (`a12:author:0`), if of this page."""
        id_, _, field = key.partition(":")
        found = self.sheet.by_id.get(id_)
        if isinstance(found, Article):
            return [self._header(found, field)]
        if isinstance(found, Attribution):
            return [tell(found, self.sheet)]
        if isinstance(found, Quantity):
            return [self._teller.figure(found)]
        if isinstance(found, Event):
            return self._teller.event(found)
        if isinstance(found, Copy):
            return [self._copy(found)]
        return [self._block(found)] if isinstance(found, Block) else []

    def _text(self, span: Span | None, limit: int = 400) -> str:
        if span is None:
            return ""
        return self.words.of(span) if span.space != "text" else shorten(self.sheet.text[span.start : span.end], limit)

    def _block(self, block: Block) -> Note:
        rows = (Row("length", f"{number(len(block.span))} characters"),)
        role = plain_name(block.role)
        title = role if block.article else f"Not part of an article: {role}"
        return Note("block", title, self._text(block.span), block.span, rows, block.rule, block.doubt, block.id)

    def _header(self, article: Article, field: str) -> Note:
        values = card(article, self.words, self.sheet.page).values
        value = next((value for value in values if value.field == field), None)
        if value is None:
            span = article.title.span if article.title else article.span
            rows = (Row("kind", article.kind), Row("language", article.language))
            return Note("header", "Title", self._text(span), span, rows, article.rule, article.doubt, article.id)
        rows = (Row("value", value.value, note=value.note), Row("stands", value.where))
        title = value.label.capitalize()
        return Note("header", title, self._text(value.span), value.span, rows, value.rule, None, article.id)

    def _copy(self, copy: Copy) -> Note:
        ours, theirs = self._sides(copy)
        place = next((n for n, span in enumerate(ours.spans) if span.start <= self.at < span.end), 0)
        rows = [Row("relation", plain_name(copy.relation), note=f"score {copy.score:.2f}")]
        rows += self._other(theirs, place)
        rows.append(Row("direction", _direction(copy, copy.a is ours)))
        rows.append(Row("side by side", count(len(ours.spans), "shared passage"), f"/copy/{copy.id}"))
        reasons = {reason.kind: reason.id for reason in reversed(copy.reason)}
        rows += [Row("because", plain_name(kind), record(id_) if id_ else None) for kind, id_ in reasons.items()]
        span = ours.spans[place] if ours.spans else None
        return Note("copy", "Shared words", self._text(span), span, tuple(rows), None, None, copy.id)

    def _sides(self, copy: Copy) -> tuple[Passages, Passages]:
        """The side that was clicked, and the other; both may stand on this page."""
        here = {article.id for article in self.sheet.articles}
        clicked = [side for side in (copy.a, copy.b) if side.article in here and _covers(side, self.at)]
        ours = next(iter(clicked), copy.a if copy.a.article in here else copy.b)
        return (ours, copy.b) if ours is copy.a else (ours, copy.a)

    def _other(self, theirs: Passages, place: int) -> list[Row]:
        found = self.view.find(theirs.article)
        if found is None or not isinstance(found.record, Article):
            return [Row("also in", "an article that is no longer in the ledger")]
        other = found.record
        partner = theirs.spans[place] if place < len(theirs.spans) else None
        href = at(found.page, partner) if found.page and partner else record(other.id)
        outlet = other.publisher.name if other.publisher else ""
        note = ", ".join(part for part in (outlet, moment(other.published)) if part)
        return [Row("also in", other.title.text if other.title else "an article without a title", href, note)]


def _covers(side: Passages, at_: int) -> bool:
    return any(span.start <= at_ < span.end for span in side.spans)


def _direction(copy: Copy, ours_is_a: bool) -> str:
    if copy.direction == "common_source":
        return f"both from {copy.common_source}" if copy.common_source else "both from a common source"
    if copy.direction == "unknown":
        return "not known who had it first"
    taken = (copy.direction == "a_from_b") == ours_is_a
    return "this one is taken from the other" if taken else "the other is taken from this one"
