"""Who quotes whom: speakers by outlet, and the origins that incidents rest on."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from headwater.inquiry.outlets import outlet_of
from headwater.ledger.base import View
from headwater.records import Attribution, Source

EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Quoted:
    """A speaker: how often, and by which outlets, somebody's words are given to them.

    `speaker` is the id of the actor, or of the entity where nothing was gathered, or else class and words; `outlets`
    counts attributions, those with most first; `examples` are ids of attributions.
    """

    speaker: str
    name: str
    class_: str
    attributions: int
    articles: int
    outlets: tuple[tuple[str, int], ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """An origin by kind and name: the incidents that rest on it, by id, how many of their slots, and the outlets that
    carry it."""

    name: str
    kind: str
    incidents: tuple[str, ...]
    slots: int
    outlets: tuple[str, ...]


@dataclass(slots=True)
class _Heard:
    name: str
    class_: str
    articles: set[str] = field(default_factory=set)
    outlets: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)


def quoted(view: View) -> tuple[Quoted, ...]:
    """Everybody who is quoted under a name, the most quoted first, then by name; unnamed sources under what is said of
    them in one article."""
    outlets = {article.id: outlet_of(article, page) for article, page in view.articles()}
    actors = {entity: actor for actor in view.records("actor") for entity in actor.entities}
    heard: dict[str, _Heard] = {}
    for said in view.records("attribution"):
        for source in said.sources:
            actor = actors.get(source.entity or "")
            key = actor.id if actor else _key(source, said)
            name = actor.name if actor else source.name or source.described_as or source.text or "not named"
            one = heard.setdefault(key, _Heard(" ".join(name.split()), actor.class_ if actor else source.class_))
            one.articles.add(said.article)
            one.outlets[outlets.get(said.article, "")] += 1
            one.examples += [said.id] if len(one.examples) < EXAMPLES else []
    found = (
        Quoted(
            key, one.name, one.class_, one.outlets.total(), len(one.articles), tuple(one.outlets.most_common()),
            tuple(one.examples),
        )
        for key, one in heard.items()
    )  # fmt: skip
    return tuple(sorted(found, key=lambda one: (-one.attributions, one.name.casefold(), one.speaker)))


def rests(view: View) -> tuple[Rest, ...]:
    """The origins of all incidents, those of one kind and name together; the most incidents first, then by name."""
    outlets = {article.id: outlet_of(article, page) for article, page in view.articles()}
    names = {one.id: (one.kind, one.name or f"{one.kind}, no name") for one in view.records("origin")}
    found: dict[tuple[str, str], _Carried] = {}
    for incident in view.records("incident"):
        for slot in incident.slots:
            for cell in slot.cells:
                one = found.setdefault(names.get(cell.origin, ("unnamed", "unnamed, no name")), _Carried())
                one.incidents.add(incident.id)
                one.slots.add(slot.id)
                one.outlets.update(outlets[article] for article in cell.articles if article in outlets)
    made = (
        Rest(name, kind, tuple(sorted(one.incidents)), len(one.slots), tuple(sorted(one.outlets)))
        for (kind, name), one in found.items()
    )
    return tuple(sorted(made, key=lambda one: (-len(one.incidents), one.name.casefold(), one.kind)))


@dataclass(slots=True)
class _Carried:
    incidents: set[str] = field(default_factory=set)
    slots: set[str] = field(default_factory=set)
    outlets: set[str] = field(default_factory=set)


def outlets_of(found: tuple[Quoted, ...]) -> Iterator[tuple[str, int]]:
    """How many attributions each outlet has, the most first."""
    counts: Counter[str] = Counter()
    for one in found:
        for outlet, number in one.outlets:
            counts[outlet] += number
    yield from counts.most_common()


def _key(source: Source, said: Attribution) -> str:
    if source.entity:
        return source.entity
    told = " ".join((source.name or source.described_as or source.text or "").casefold().split())
    return f"{source.class_}:{said.article if source.class_ == 'unnamed' else ''}:{told}"
