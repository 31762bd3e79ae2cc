"""The event mentions of an incident, with the sentence around each, and what ties them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.inquiry.ties import holding
from headwater.ledger.base import View
from headwater.marks import Mark, draw
from headwater.records import Event, Incident, Span, Tie
from headwater.web.catalogue import Entry
from headwater.web.stands import Place, place
from headwater.web.wording import plain_name

AROUND = 160


@dataclass(frozen=True, slots=True)
class Told:
    """A mention: where it stands, and the words around it as HTML, its trigger marked.  `partner` is the mention that
    it is to be told apart from where it is another happening."""

    event: Event
    place: Place
    html: str
    partner: str | None


@dataclass(frozen=True, slots=True)
class Bond:
    """A tie between two mentions, with its reasons in words, the strongest first; `judged` is what people said."""

    tie: Tie
    a: Told
    b: Told
    reasons: tuple[str, ...]
    judged: str | None


def mentions(incident: Incident, view: View, entries: Mapping[str, Entry]) -> tuple[Told, ...]:
    """The mentions of the incident that are still in the ledger, by date of the article, then place."""
    texts: dict[str, str] = {}
    found = []
    for event in _events(incident, view):
        entry = entries.get(event.article)
        if entry is not None:
            if entry.page.id not in texts:
                texts[entry.page.id] = view.page_text(entry.page.id) or ""
            words = around(texts[entry.page.id], event.span)
            partner = _partner(event.id, incident)
            found.append(Told(event, place(event.article, event.span, entries), words, partner))
    return tuple(sorted(found, key=lambda one: (one.place.date is None, one.place.date or "", one.event.span)))


def _events(incident: Incident, view: View) -> Iterator[Event]:
    """Its mentions, those of one article together: a cell rests on most articles, the others are looked for."""
    wanted = set(incident.events)
    articles = {article for slot in incident.slots for cell in slot.cells for article in cell.articles}
    for article in sorted(articles):
        for event in view.records("event", article=article):
            if event.id in wanted:
                wanted.discard(event.id)
                yield event
    for id_ in sorted(wanted):
        found = view.find(id_)
        if found is not None and isinstance(found.record, Event):
            yield found.record


def around(text: str, span: Span, *, reach: int = AROUND) -> str:
    """The line that the span stands in, at most `reach` characters to either side, as HTML with the span marked."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    end = len(text) if end < 0 else end
    first = _word(text, max(start, span.start - reach), start, -1)
    last = _word(text, min(end, span.end + reach), end, 1)
    html = draw(text, [Mark(span.start, span.end, ("hit",))], window=Span(first, last))
    return ("… " if first > start else "") + html + (" …" if last < end else "")


def bonds(incident: Incident, found: Sequence[Told], judged: Mapping[frozenset[str], str]) -> tuple[Bond, ...]:
    """The ties that hold these mentions together, the least sure first."""
    by_id = {one.event.id: one for one in found}
    ties = holding(incident.ties)
    return tuple(
        Bond(tie, by_id[tie.a], by_id[tie.b], reasons_of(tie), judged.get(frozenset((tie.a, tie.b))))
        for tie in ties
        if tie.a in by_id and tie.b in by_id
    )


def reasons_of(tie: Tie) -> tuple[str, ...]:
    """The names of its reasons, each once."""
    return tuple(dict.fromkeys(plain_name(reason.kind) for reason in tie.reason))


def judged_pairs(view: View) -> dict[frozenset[str], str]:
    """What people last said of pairs of mentions: `same` or `different`."""
    standing = [one for one in view.records("judgement") if one.withdrawn_at is None]
    standing.sort(key=lambda one: (one.at, one.id))
    pairs = ((one.verdict, one.value) for one in standing if one.verdict in ("same", "different"))
    return {frozenset(map(str, value)): verdict for verdict, value in pairs if isinstance(value, list | tuple)}


def _partner(event: str, incident: Incident) -> str | None:
    """The mention that this one is tied to most surely, or else the first of the others."""
    own = [tie for tie in incident.ties if event in (tie.a, tie.b)]
    best = max(own, key=lambda tie: (tie.score, tie.a, tie.b), default=None)
    if best is None:
        return next((other for other in incident.events if other != event), None)
    return best.b if best.a == event else best.a


def _word(text: str, at: int, border: int, step: int) -> int:
    """The nearest place before (or after) `at` where a word ends, no further than 20 characters or the border."""
    for _ in range(20):
        if at == border or (0 < at < len(text) and text[at - 1 if step < 0 else at].isspace()):
            break
        at += step
    return at
