"""Values of slots: what is shown of them, and the key by which two are one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from headwater.gathering.origins.library import Library, fold
from headwater.records import Quantity

SUMS = frozenset(("several_events", "period", "conflict"))

NOBODY = frozenset(
    ("", "a", "an", "the", "nobody", "no one", "none", "neither", "it", "they", "he", "she", "who", "someone")
)


@dataclass(frozen=True, slots=True)
class Valued:
    """A value and its key."""

    key: tuple[Any, ...]
    value: Mapping[str, Any]


def count_value(quantity: Quantity) -> Valued | None:
    """A figure with whom it counts.  `part` marks one that is part of another ("three of them children"), `sum` one
    that covers more than this happening; a figure of which the words say nothing at all is none."""
    numbers = {"low": quantity.low, "best": quantity.best, "high": quantity.high}
    if all(number is None for number in numbers.values()) and quantity.qualifier not in ("vague", "plural"):
        return None
    of = quantity.of
    part = quantity.part_of.how if quantity.part_of else None
    sum_ = quantity.scope.kind if quantity.scope and quantity.scope.kind in SUMS else None
    whom = {"class": of.class_, "subgroup": of.subgroup, "side": of.side} if of else {}
    wording = (quantity.wording or fold(quantity.text)) if all(n is None for n in numbers.values()) else None
    key = (*numbers.values(), quantity.qualifier == "more_than", wording, *whom_key(whom), part, sum_)
    value = {"text": quantity.text, **numbers, "qualifier": quantity.qualifier, **whom, "part": part, "sum": sum_}
    return Valued(key, {name: each for name, each in value.items() if each is not None or name in numbers})


def whom_key(whom: Mapping[str, Any]) -> tuple[str, str, str]:
    """Who is counted: class, subgroup and side, `unknown` and empty where not said."""
    return (whom.get("class") or "unknown", fold(whom.get("subgroup") or ""), whom.get("side") or "")


def time_value(value: Mapping[str, Any], text: str | None) -> Valued | None:
    """An interval of days; none where the words could not be placed in time."""
    first, last = value.get("from"), value.get("to")
    if not first or not last:
        return None
    return Valued((first, last), {"from": first, "to": last, "precision": value.get("precision"), "text": text})


def place_value(value: Mapping[str, Any], text: str | None) -> Valued | None:
    """A place, known by its number in the gazetteer, or else by its name and what it lies in."""
    name = value.get("name") or text
    if not name:
        return None
    number = value.get("geonames")
    key = (number,) if number else (fold(str(name)), value.get("country"), value.get("adm1"))
    return Valued(
        (*key, value.get("precision") == 2), {"name": name, **{k: v for k, v in value.items() if k != "name"}}
    )


def actor_value(value: Mapping[str, Any], text: str | None, library: Library) -> Valued | None:
    """Somebody, known as the actor that joins articles, or else by name."""
    actor = library.actor(value.get("entity"))
    name = value.get("name") or text
    if not name or fold(str(name)) in NOBODY:
        return None
    key = (library.identity(value.get("entity"), str(name)),)
    told = {"actor": actor.id if actor else None, "name": actor.name if actor else name, "text": text or name}
    return Valued(key, {**told, "class": value.get("class"), "named": is_named(value, text)})


def is_named(value: Mapping[str, Any], text: str | None) -> bool:
    """Told by name rather than by what it is ("gunmen", "Warplanes"): known to the dictionary, or several words with
    capitals; one capital may only begin a sentence."""
    words = str(value.get("name") or text or "").split()
    return bool(value.get("known_as")) or sum(word[:1].isupper() for word in words) > 1


def words_value(value: Mapping[str, Any], text: str | None) -> Valued | None:
    """Words, case and article left aside."""
    name = value.get("name") or text
    return Valued((fold(str(name)),), {"name": name, "text": text or name}) if name else None
