"""Events that only a quantity tells of: "the death toll rose to 41"."""

from collections.abc import Iterator, Sequence

from headwater.reading.events.telling import quantity_argument
from headwater.reading.numbered import Numbers
from headwater.reading.spoken import Spoken
from headwater.records import Event
from headwater.records.identity import record_id


def counted(page: Spoken, numbers: Numbers, known: Sequence[Event]) -> Iterator[Event]:
    """One event for each quantity whose verb no other event stands on; two of one verb have one id."""
    pages = {article.id: article.page for article in page.articles}
    text = page.text.text
    held = {
        argument.value["id"]
        for event in known
        for argument in event.arguments
        if argument.role == "quantity" and argument.value
    }
    for numbered in numbers.numbered:
        quantity, trigger, type_ = numbered.quantity, numbered.trigger, numbered.event
        if trigger is None or type_ is None or quantity.id in held:
            continue
        yield Event(
            record_id("event", pages[quantity.article], trigger, type_),
            quantity.article,
            type_,
            trigger,
            text[trigger.start : trigger.end],
            "negative" if quantity.high == 0 else "positive",
            quantity.factuality,
            quantity.attributions,
            quantity.scope is not None and quantity.scope.kind in ("period", "conflict"),
            (quantity_argument(numbered),),
            "counted",
        )
