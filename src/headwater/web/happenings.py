"""What the side panel says of a figure or an event: words and values, voices, and what each policy makes of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from headwater.inquiry.incidents import IncidentRow, in_words
from headwater.records import Argument, Attribution, Event, PolicyFigure, Quantity, Span
from headwater.web.chain import chain, together
from headwater.web.links import at, incident, record
from headwater.web.notes import Note, Row
from headwater.web.sheet import Sheet
from headwater.web.wording import count, day, number, plain_name, shorten

OWN_WORD = "the outlet itself"


class Teller:
    """Tells of the figures and events of one page."""

    def __init__(self, sheet: Sheet, incidents: Sequence[IncidentRow]) -> None:
        self._sheet, self._all = sheet, incidents

    def figure(self, quantity: Quantity) -> Note:
        """The note for a quantity."""
        rows = [Row("figure", figures(quantity) or "no number in the words", note=plain_name(quantity.qualifier))]
        if quantity.wording:
            rows.append(Row("worded as", quantity.wording))
        rows.append(Row("unit", plain_name(quantity.unit)))
        if quantity.of is not None:
            note = ", ".join(part for part in (quantity.of.class_, quantity.of.subgroup, quantity.of.side) if part)
            rows.append(Row("of", quantity.of.text or "not said", self._place(quantity.of.span), note))
        if quantity.part_of is not None:
            rows.append(Row("part of", self._words_of(quantity.part_of.id) or quantity.part_of.how,
                            record(quantity.part_of.id), quantity.part_of.how))  # fmt: skip
        if quantity.scope is not None:
            ends = " to ".join(day(end) for end in (quantity.scope.from_, quantity.scope.to) if end)
            rows.append(Row("covers", plain_name(quantity.scope.kind), note=ends))
        rows += [*self._voices(quantity.attributions), Row("put as", quantity.factuality)]
        rows += [_policy(name, coded) for name, coded in sorted(quantity.policies.items())]
        words = shorten(self._sheet.text[quantity.span.start : quantity.span.end], 400)
        return Note("figure", "Figure", words, quantity.span, tuple(rows), quantity.rule, quantity.doubt, quantity.id)

    def event(self, event: Event) -> list[Note]:
        """The note for an event, then those of the figures among its arguments."""
        rows = [Row("type", plain_name(event.type)), Row("put as", event.factuality)]
        rows += [Row("polarity", "did not happen")] if event.polarity == "negative" else []
        rows += [Row("background", "told as earlier history")] if event.background else []
        rows += self._cause(event)
        rows += self._voices(event.attributions)
        rows += [self._argument(argument, event) for argument in event.arguments]
        rows += self._incidents(event)
        words = shorten(self._sheet.text[event.span.start : event.span.end], 400)
        own = Note("event", "Event", words, event.span, tuple(rows), event.rule, event.doubt, event.id)
        ids = [str((one.value or {}).get("id")) for one in event.arguments if one.role == "quantity"]
        counted = [self._sheet.by_id.get(id_) for id_ in dict.fromkeys(ids)]
        return [own, *(self.figure(one) for one in counted if isinstance(one, Quantity))]

    def _argument(self, argument: Argument, event: Event) -> Row:
        value: Mapping[str, Any] = argument.value or {}
        quantity = self._sheet.by_id.get(str(value.get("id"))) if argument.role == "quantity" else None
        told = f"{figures(quantity)} {plain_name(quantity.unit)}" if isinstance(quantity, Quantity) else meaning(value)
        shown = argument.text or told or "not said"
        notes = [f"= {told}"] if told and told != shown else []
        notes += [_codes(value["codes"])] if value.get("codes") else []
        notes += [f"blame: {argument.blame}"] if argument.blame else []
        notes += [argument.factuality] if argument.factuality != event.factuality else []
        if argument.attributions and argument.attributions != event.attributions:
            notes.append("said by " + "; ".join(self._chain(id_) for id_ in argument.attributions))
        notes.append(f"rule {argument.rule}")
        return Row(argument.role, shown, self._place(argument.span), " · ".join(notes))

    def _cause(self, event: Event) -> Iterator[Row]:
        cause = self._sheet.by_id.get(event.cause or "")
        if isinstance(cause, Event):
            yield Row("comes of", cause.text, self._place(cause.span), plain_name(cause.type))

    def _incidents(self, event: Event) -> Iterator[Row]:
        for one in self._all:
            if event.id in one.events:
                others = count(len(one.events) - 1, "other mention")
                yield Row("incident", one.name, incident(one.id), f"held to be one happening with {others}")

    def _voices(self, attributions: Sequence[str]) -> list[Row]:
        if not attributions:
            return [Row("said by", OWN_WORD)]
        return [Row("said by", self._chain(id_), record(id_)) for id_ in attributions]

    def _chain(self, attribution: str) -> str:
        """The voices from the outermost to this one."""
        said = self._sheet.by_id.get(attribution)
        if not isinstance(said, Attribution):
            return attribution
        return " › ".join(together(voice.sources) for voice in chain(said, self._sheet.by_id))

    def _words_of(self, quantity: str) -> str:
        found = self._sheet.by_id.get(quantity)
        return found.text if isinstance(found, Quantity) else ""

    def _place(self, span: Span | None) -> str | None:
        return at(self._sheet.page.id, span) if span is not None and span.space == "text" else None


def figures(quantity: Quantity) -> str:
    """The numbers that the words state: one, or low, best and high by name; empty for none."""
    bounds = (("low", quantity.low), ("best", quantity.best), ("high", quantity.high))
    if quantity.low is not None and quantity.low == quantity.best == quantity.high:
        return number(quantity.low)
    return ", ".join(f"{name} {number(value)}" for name, value in bounds if value is not None)


def meaning(value: Mapping[str, Any]) -> str:
    """The value of an argument in words: a place with what it lies in, an interval of days, a name."""
    if "from" in value:
        first, last = value.get("from"), value.get("to")
        if not first and not last:
            return "not placed in time"
        return day(str(first)) if first == last else f"{day(str(first or '?'))} to {day(str(last or '?'))}"
    lies_in = [str(value[name]) for name in ("adm2", "adm1", "country") if value.get(name)]
    if lies_in or value.get("geonames"):
        parts = [*dict.fromkeys([str(value.get("name") or ""), *lies_in])]
        if value.get("lat") is not None and value.get("lon") is not None:
            parts.append(f"{value['lat']:.2f}, {value['lon']:.2f}")
        return ", ".join(part for part in parts if part)
    return str(value["name"]) if value.get("name") else in_words({k: v for k, v in value.items() if k != "entity"})


def _codes(codes: Mapping[str, Any]) -> str:
    """How exact each policy holds a place or time to be."""
    return "precision: " + ", ".join(
        f"{plain_name(name)} {'–' if code is None else code}" for name, code in codes.items()
    )


def _policy(name: str, coded: PolicyFigure) -> Row:
    """What one policy makes of the words, with rule and page."""
    stated = [coded.low, coded.best, coded.high]
    if coded.status == "coded":
        told = number(coded.best) if coded.best is not None and len(set(stated)) == 1 else _bounds(coded)
    else:
        told = {"blank": "left blank", "no_rule": "no rule"}[coded.status]
    unit = f"coded as {plain_name(coded.unit)}" if coded.unit else ""
    notes = [
        coded.status if coded.status == "coded" else "",
        unit,
        f"rule {coded.rule}" if coded.rule else "",
        coded.page or "",
    ]
    return Row(plain_name(name), told, note=", ".join(note for note in notes if note))


def _bounds(coded: PolicyFigure) -> str:
    bounds = (("low", coded.low), ("best", coded.best), ("high", coded.high))
    return ", ".join(f"{name} {number(value)}" for name, value in bounds if value is not None) or "blank"
