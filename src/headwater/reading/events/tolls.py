"""The counts of an event, and those counted."""

from collections.abc import Iterator, Sequence

from headwater.reading.events.actors import actor
from headwater.reading.events.arguments import Centre, over
from headwater.records import Argument, Quantity


def counted_people(centre: Centre, found: Sequence[Argument]) -> Iterator[Argument]:
    """The counts that rest on the trigger, and the people counted where no rule found them as victims.

    "12 were killed" tells of victims, but not who they were: their value is null.
    """
    role = centre.trigger.use.roles.get("object") or centre.trigger.use.roles.get("subject")
    for numbered in centre.counts:
        quantity = numbered.quantity
        of = quantity.of.span if quantity.of else None
        if role == "victim" and of is not None and not any(over(one.span, of) for one in found):
            spot = centre.line.within(of)
            if spot is not None:
                value = actor(centre.line, *spot, centre.around.entities)
                yield centre.argument("victim", of, value, "counted")
        if role == "victim" and _of_nobody_named(quantity) and not any(one.role == "victim" for one in found):
            yield centre.argument("victim", quantity.span, None, "number_alone")
    for numbered in centre.counts:
        quantity = numbered.quantity
        if not _counts_anew(quantity):
            continue
        yield Argument(
            "quantity",
            quantity.span,
            quantity.text,
            {"id": quantity.id},
            quantity.rule,
            quantity.attributions,
            quantity.factuality,
        )


def _counts_anew(quantity: Quantity) -> bool:
    """Is it an amount, and not "he", "the pilot", "the victims", who were spoken of before?"""
    return quantity.text.lower().split()[0] not in _BACK or any(each.isdigit() for each in quantity.text)


def _of_nobody_named(quantity: Quantity) -> bool:
    """An amount ("12", "dozens") with no word for people at all, not even "casualties"."""
    return quantity.of is None and quantity.qualifier != "plural" and _counts_anew(quantity)


_BACK = frozenset("he she they it him her them the his their its those these".split())
