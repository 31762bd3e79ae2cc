"""What each event mention states, slot by slot."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from headwater.gathering.origins.belonging import owner_of
from headwater.gathering.origins.library import Library, Told
from headwater.gathering.origins.values import (
    Valued,
    actor_value,
    count_value,
    is_named,
    place_value,
    time_value,
    words_value,
)
from headwater.records import Argument, Attribution, Event, Quantity, Span

UNREAL = frozenset(("planned", "ordered", "hypothetical"))


@dataclass(frozen=True, slots=True)
class Statement:
    """One value of one slot, as an event mention states it, with the voices around its words, the outermost first.

    `key` is equal for equal values; `sure` is false where the text itself holds it merely possible or keeps its
    distance.  `quantity` is the figure of a count.
    """

    slot: str
    key: tuple[Any, ...]
    value: Any
    stance: Literal["affirms", "denies"]
    event: Event
    told: Told
    span: Span
    chain: tuple[Attribution, ...]
    sure: bool
    blame: str | None = None
    quantity: Quantity | None = None

    @property
    def article(self) -> str:
        return self.told.article

    @property
    def order(self) -> tuple[bool, str, str, Span]:
        """Earliest first, undated last."""
        return (self.told.as_of is None, self.told.as_of or "", self.article, self.span)


def statements_of(event: Event, library: Library) -> Iterator[Statement]:
    """What this mention states: that it happened, and the value of each of its arguments."""
    told = library.told(event.article)
    if event.factuality in UNREAL:
        return
    happened = _happened(event, told, library)
    if happened is not None:
        yield happened
    denied = _denied(event) and not _counts_nobody(event, told)
    for argument in event.arguments:
        if denied and argument.role != "perpetrator":
            continue  # who says that it did not happen says nothing of where or to whom
        stated = _stated(argument, event, told, library)
        if stated is not None:
            yield stated


def _happened(event: Event, told: Told, library: Library) -> Statement | None:
    """None for a count of nobody, and where somebody denies a part in it rather than that it happened."""
    chain = told.chain(event.attributions)
    denied = _denied(event)
    if denied and (_counts_nobody(event, told) or _own_part(event, chain, library) is not None):
        return None
    stance: Literal["affirms", "denies"] = "denies" if denied else "affirms"
    sure = _sure(event.factuality, chain)
    return Statement("happened", (True,), True, stance, event, told, event.span, chain, sure)


def _denied(event: Event) -> bool:
    return event.polarity == "negative" or event.factuality == "denied"


def _stated(argument: Argument, event: Event, told: Told, library: Library) -> Statement | None:
    quantity = told.quantities.get(str((argument.value or {}).get("id"))) if argument.role == "quantity" else None
    ids = argument.attributions or (quantity.attributions if quantity else ()) or event.attributions
    chain = told.chain(ids)
    slot, valued = _valued(_owned(argument, told, chain), quantity, library)
    if valued is None or argument.factuality in UNREAL or (quantity and _told_in_number(quantity, event, told)):
        return None
    span = argument.span or (quantity.span if quantity else event.span)
    stance: Literal["affirms", "denies"] = "denies" if _denies(argument, event, chain, library) else "affirms"
    sure = _sure(argument.factuality, chain)
    said = (stance, event, told, span, chain, sure, argument.blame, quantity)
    return Statement(slot, valued.key, valued.value, *said)


def _told_in_number(quantity: Quantity, event: Event, told: Told) -> bool:
    """A plural beside a number of the same mention: "the number of people killed rose to 37"."""
    if quantity.qualifier != "plural":
        return False
    others = (told.quantities.get(str((one.value or {}).get("id"))) for one in event.arguments)
    return any(one is not None and one.unit == quantity.unit and one.qualifier != "plural" for one in others)


def _owned(argument: Argument, told: Told, chain: tuple[Attribution, ...]) -> Argument:
    """A perpetrator told by what it is, with the name of those whose it is, where the text says so."""
    if argument.role != "perpetrator" or is_named(argument.value or {}, argument.text):
        return argument
    owner = owner_of(argument.span, told, chain)
    if owner is None:
        return argument
    return replace(argument, value={"entity": owner[0], "name": owner[1], "class": "body"}, text=owner[1])


def _valued(argument: Argument, quantity: Quantity | None, library: Library) -> tuple[str, Valued | None]:
    """The slot and the value of an argument; no value where its words give none ("12 were killed": who?)."""
    if argument.value is None and argument.role == "victim":
        return "victim", None
    value = argument.value or {}
    if argument.role == "quantity":
        return (quantity.unit, count_value(quantity)) if quantity else ("", None)
    if argument.role == "time":
        return "when", time_value(value, argument.text)
    if argument.role == "place":
        return "where", place_value(value, argument.text)
    if argument.role == "means":
        return "means", words_value(value, argument.text)
    return argument.role, actor_value(value, argument.text, library)


def _denies(argument: Argument, event: Event, chain: tuple[Attribution, ...], library: Library) -> bool:
    if argument.factuality == "denied":
        return True
    if argument.role != "perpetrator":
        return False
    if chain and chain[-1].stance == "denial":
        return True
    around = library.told(event.article).chain(event.attributions)
    return event.factuality == "denied" and _own_part(event, around, library) is argument


def _own_part(event: Event, chain: tuple[Attribution, ...], library: Library) -> Argument | None:
    """The perpetrator of a denied mention who is the one that denies it: the deed itself is left standing."""
    sources = [source for one in chain for source in one.sources if source.name]
    speakers = {library.identity(source.entity, source.name or "") for source in sources}
    for argument in event.arguments:
        name = (argument.value or {}).get("name") or argument.text
        entity = (argument.value or {}).get("entity")
        if argument.role == "perpetrator" and name and library.identity(entity, str(name)) in speakers:
            return argument
    return None


def _counts_nobody(event: Event, told: Told) -> bool:
    counts = [
        told.quantities.get(str((one.value or {}).get("id"))) for one in event.arguments if one.role == "quantity"
    ]
    return any(count is not None and count.high == 0 for count in counts)


def _sure(factuality: str, chain: tuple[Attribution, ...]) -> bool:
    return factuality != "possible" and not any(one.stance == "distancing" for one in chain)
