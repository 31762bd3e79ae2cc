"""Which outlets are one house, which houses are agencies, and by what words an outlet's own people are called."""

from collections.abc import Iterable, Mapping
from typing import Any

from headwater.errors import KnowledgeError
from headwater.records import Guide, Policy

NAMELESS = ("person", "people", "determiners", "pronouns", "generic")

Files = Mapping[str, Mapping[str, Any]]


def guide(lexicons: Files, policies: tuple[Policy, ...]) -> Guide:
    """What gathering is told, out of `houses`, `agencies` and `speakers` among the lexicons.

    A lexicon that is not there adds nothing.  Raises KnowledgeError where one name would lead to two houses.
    """
    own = lexicons.get("houses", {})
    speakers = lexicons.get("speakers", {})
    agencies = lexicons.get("agencies", {}).get("agency", ())
    houses: dict[str, str] = {}
    for agency in agencies:
        _enter(houses, agency["name"], (agency["name"], *agency.get("short", ()), *agency.get("long", ())))
    for house in own.get("house", ()):
        _enter(houses, house["name"], (house["name"], *house.get("names", ()), *house.get("hosts", ())))
    return Guide(
        policies,
        houses,
        frozenset(agency["name"] for agency in agencies),
        frozenset(own.get("observers", ())),
        frozenset(own.get("spokespeople", ())),
        frozenset(word.casefold() for kind in NAMELESS for word in speakers.get(kind, ())) | {*own.get("nameless", ())},
        frozenset(word.casefold() for word in speakers.get("organisation", ())),
    )


def _enter(houses: dict[str, str], house: str, forms: Iterable[str]) -> None:
    for form in forms:
        known = houses.setdefault(folded(form), house)
        if known != house:
            raise KnowledgeError(f"lexicon/houses.toml: {form!r} leads to both {known!r} and {house!r}")


def folded(name: str) -> str:
    """A name as `Guide.houses` knows it: case and "the" left aside."""
    return " ".join(name.casefold().split()).removeprefix("the ")
