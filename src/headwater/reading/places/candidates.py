"""The toponyms of an article as groups of one name, each with the places it may mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from headwater.knowledge.gazetteer import Gazetteer, Known
from headwater.knowledge.spelling import fold
from headwater.reading.places.hints import Hints
from headwater.reading.places.toponym import Toponym

MOST = 60  # of one name
TABLE = 900  # of all names of an article: the choice takes time and memory with the square of it
LEAST = 8  # of one name, however many names there are
_RANK = ("country", "continent", "adm1", "capital", "region", "sea")
_BEHIND = re.compile(
    r"\s+(?:state|province|county|city|town|village|district|governorate|oblast|region|republic|island|area|municipality)$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^(?:the\s+)?(?:(?:(?:federal\s+|people's\s+)?republic|kingdom|state|city|town|village|province|county) of|greater"
    r"|north|south|east|west|northern|southern|eastern|western|central|upper|lower|downtown|mainland|rural)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean; `alternate` where it is not the place's usual name, `exact` where it is letter by
    letter.  `people` is how many it weighs with: a capital stands for its country, so that Washington weighs more than
    its inhabitants."""

    place: Known
    alternate: bool
    people: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Group:
    """One name in one sense: `members` and `holders` are numbers of toponyms, `kinds` what words of kind allow."""

    name: str
    members: tuple[int, ...]
    candidates: tuple[Candidate, ...]
    kinds: tuple[str, ...]
    holders: tuple[int, ...]


def candidates_of(name: str, gazetteer: Gazetteer, most: int = MOST) -> tuple[Candidate, ...]:
    """The places of that name, of many the largest; where there are none, those of the name without words of kind."""
    best: dict[int, Candidate] = {}
    for row, alternate in gazetteer.named(name) or gazetteer.named(bare(name)):
        if row not in best or best[row].alternate:
            best[row] = candidate(gazetteer.place(row), (name, alternate), gazetteer)
    ordered = sorted(best.values(), key=lambda one: (one.place.kind not in _RANK, -one.place.population, one.place.row))
    return tuple(ordered[:most])


def candidate(place: Known, written: tuple[str, bool], gazetteer: Gazetteer) -> Candidate:
    """The place with its weight; `written` is the name, and whether it is only an alternate one."""
    stands_for = gazetteer.place(place.above[-1]).population // 50 if place.kind == "capital" and place.above else 0
    name, alternate = written
    return Candidate(place, alternate, max(place.population, stands_for), name == place.name)


def bare(name: str) -> str:
    """Oaxaca, of Oaxaca State; Armenia, of the Republic of Armenia; Venezuela, of South Venezuela"""
    return _BEFORE.sub("", _BEHIND.sub("", name)) or name


def groups_of(toponyms: Sequence[Toponym], hints: Sequence[Hints], gazetteer: Gazetteer) -> list[Group]:
    """Toponyms by name; one that lies in something named beside it stands apart from one that lies in another."""
    found: dict[tuple[str, str], list[int]] = {}
    alone: dict[str, list[int]] = {}
    for number, one in enumerate(toponyms):
        holder = _holder(number, toponyms, hints, gazetteer)
        if holder:
            found.setdefault((fold(one.name), holder), []).append(number)
        else:
            alone.setdefault(fold(one.name), []).append(number)
    for name, members in alone.items():
        key = next((key for key in found if key[0] == name), (name, ""))
        found.setdefault(key, []).extend(members)
    most = max(LEAST, min(MOST, TABLE // max(len(found), 1)))
    made = [_group(name, sorted(members), toponyms, hints) for (name, _), members in found.items()]
    return [replace(one, candidates=candidates_of(toponyms[one.members[0]].name, gazetteer, most)) for one in made]


def _group(name: str, members: Sequence[int], toponyms: Sequence[Toponym], hints: Sequence[Hints]) -> Group:
    kinds = [kind for number in members for kind in hints[number].kinds]
    holders = [holder for number in members for holder in hints[number].holders]
    return Group(name, tuple(members), (), tuple(dict.fromkeys(kinds)), tuple(dict.fromkeys(holders)))


def _holder(number: int, toponyms: Sequence[Toponym], hints: Sequence[Hints], gazetteer: Gazetteer) -> str:
    """The name beside a toponym that some place of its name lies in: Illinois, of Springfield, Illinois."""
    for holder in hints[number].holders:
        above = {row for one in candidates_of(toponyms[number].name, gazetteer) for row in one.place.above}
        if any(row in above for row, _ in gazetteer.named(toponyms[holder].name)):
            return fold(toponyms[holder].name)
    return ""
