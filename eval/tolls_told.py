"""What the quantities of an article tell of killed and injured, each verb by itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.records import Quantity

NEAR = 60  # characters between the parts of a list
_DEAD = re.compile(
    r"\b(?:murder(?:s|ed)?|homicide|fatal(?:ly)?|deadly|killed|killing|slain|slaying|manslaughter|dead|died|dies|deaths?|suicide)\b",
    re.IGNORECASE,
)
_NOT_DEAD = re.compile(
    r"non-?fatal|attempted (?:first|second)?-?(?:degree)? ?(?:murder|homicide)|deadly (?:weapon|force|conduct)|"
    r"homicide (?:unit|detectives?|division|squad|bureau)",
    re.IGNORECASE,
)
_ALIVE = re.compile(r"\b(?:condition|hospitali[sz]ed|injur\w*|wound\w*|surviv\w*|recover\w*)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """Quantities of one unit that one verb holds together, summed.  `single`: one person without a number."""

    unit: str
    start: int
    value: int
    single: bool
    further: bool
    heads: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tale:
    """What the chooser looks at in one article."""

    told: tuple[Told, ...]
    title: int
    dead: bool
    dead_in_title: bool
    alive: bool

    def of(self, unit: str) -> list[Told]:
        return [one for one in self.told if one.unit == unit]


def tale(quantities: Sequence[Quantity], title: str, text: str) -> Tale:
    """The article, whose quantities count from the beginning of its title."""
    usable = [one for one in quantities if _usable(one, quantities)]
    body = _NOT_DEAD.sub("", f"{title} {text[:1500]}")
    dead_in_title = bool(_DEAD.search(_NOT_DEAD.sub("", title)))
    return Tale(_told(usable), len(title), bool(_DEAD.search(body)), dead_in_title, bool(_ALIVE.search(text[:2500])))


def value(quantity: Quantity) -> int | None:
    """The number that stands, whatever its qualifier."""
    stated = (quantity.best, quantity.low, quantity.high)
    return next((number for number in stated if number is not None), None)


def _usable(quantity: Quantity, all_: Sequence[Quantity]) -> bool:
    if quantity.unit not in ("killed", "injured", "casualties") or value(quantity) is None:
        return False
    if quantity.factuality not in ("asserted", "reported") or (quantity.scope and quantity.scope.kind != "event"):
        return False
    if quantity.part_of is None or quantity.part_of.how == "besides":
        return True
    whole = next((one for one in all_ if quantity.part_of and one.id == quantity.part_of.id), None)
    return whole is not None and whole.unit != quantity.unit  # "shot five, one fatally"


def _told(quantities: Sequence[Quantity]) -> tuple[Told, ...]:
    groups: list[list[Quantity]] = []
    for quantity in quantities:
        last = groups[-1][-1] if groups else None
        near = last is not None and last.unit == quantity.unit and quantity.span.start - last.span.end < NEAR
        if last is not None and near and (last.rule == "listed_before" or quantity.rule == "listed_behind"):
            groups[-1].append(quantity)
        else:
            groups.append([quantity])
    return tuple(_sum(group) for group in groups)


def _sum(group: Sequence[Quantity]) -> Told:
    single = len(group) == 1 and value(group[0]) == 1 and not re.match(r"(?:1|one|at least one)$", group[0].text, re.I)
    words = " ".join(f"{one.text} {one.of.text if one.of else ''}" for one in group).lower()
    return Told(
        group[0].unit,
        group[0].span.start,
        sum(value(one) or 0 for one in group),
        single,
        bool(re.search(r"\b(?:another|others?|more)\b", words)),
        tuple((one.of.text if one.of and one.of.text else one.text).split()[-1].lower() for one in group),
        tuple(re.sub(r",? \d+$", "", one.text).split()[-1].lower() for one in group if one.rule == "named_victims"),
    )
