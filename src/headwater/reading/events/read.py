"""The happenings of a page."""

from dataclasses import replace

from headwater.knowledge import Knowledge
from headwater.reading.numbered import Numbered, Numbers
from headwater.reading.placed import Placed
from headwater.reading.spoken import Spoken
from headwater.reading.timed import Timed
from headwater.records import Argument, Event, Span
from headwater.records.identity import record_id


def read(page: Spoken, timed: Timed, placed: Placed, numbers: Numbers, knowledge: Knowledge) -> tuple[Event, ...]:
    """What is said to have happened to those who are counted."""
    pages = {article.id: article.page for article in page.articles}
    events: dict[str, Event] = {}
    for numbered in numbers.numbered:
        if numbered.trigger and numbered.event:
            event = _event(page.text.text, pages[numbered.quantity.article], numbered, numbered.trigger, numbered.event)
            known = events.get(event.id)
            events[event.id] = _joined(known, event) if known else event
    return tuple(events.values())


def _event(text: str, page: str, numbered: Numbered, trigger: Span, type_: str) -> Event:
    quantity = numbered.quantity
    argument = Argument(
        "quantity",
        quantity.span,
        quantity.text,
        {"id": quantity.id},
        quantity.rule,
        quantity.attributions,
        quantity.factuality,
    )
    return Event(
        record_id("event", page, trigger, type_),
        quantity.article,
        type_,
        trigger,
        text[trigger.start : trigger.end],
        "negative" if quantity.high == 0 else "positive",
        quantity.factuality,
        quantity.attributions,
        False,
        (argument,),
        quantity.rule,
    )


def _joined(known: Event, event: Event) -> Event:
    """One verb with several counts: "killed 12 people, three children among them"."""
    return replace(known, arguments=known.arguments + event.arguments)
