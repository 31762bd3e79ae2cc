"""How each outlet names each actor: a count over mentions, own voice and quoted voice apart."""

from collections.abc import Iterator
from dataclasses import dataclass

from headwater.inquiry.outlets import outlet_of
from headwater.ledger.base import View
from headwater.records import Mention

EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Naming:
    """An expression that an outlet uses for an actor: how often in its own voice, how often in those it quotes.

    `actor` is the id of the actor, or of the entity where nothing was gathered; `examples` are ids of
    mentions, those in the outlet's own voice first, one at least of a quoted voice where there is any.
    """

    actor: str
    name: str
    class_: str
    outlet: str
    expression: str
    own: int
    quoted: int
    examples: tuple[str, ...]


def namings(view: View, *, wanted: str = "") -> tuple[Naming, ...]:
    """All namings, the most used first within an actor, actors by name; `wanted` is a part of the actor's name or its
    id in the dictionary."""
    outlets = {article.id: outlet_of(article, page) for article, page in view.articles()}
    actors = _Actors(view)
    counted: dict[tuple[str, str, str], list[Mention]] = {}
    for mention in view.records("mention"):
        key = (actors.of(mention.entity), outlets.get(mention.article, ""), " ".join(mention.text.split()))
        counted.setdefault(key, []).append(mention)
    found = (_naming(key, mentions, actors) for key, mentions in counted.items())
    asked = wanted.casefold()
    kept = [one for one in found if asked in one.name.casefold() or asked in actors.known_as(one.actor).casefold()]
    return tuple(sorted(kept, key=_order))


class _Actors:
    """Name and class of each actor; an entity that no actor holds stands for itself."""

    def __init__(self, view: View) -> None:
        self._of: dict[str, str] = {}
        self._told: dict[str, tuple[str, str, str | None]] = {}
        for entity in view.records("entity"):
            self._told[entity.id] = (entity.name, entity.class_, entity.known_as)
        for actor in view.records("actor"):
            self._told[actor.id] = (actor.name, actor.class_, actor.known_as)
            self._of.update(dict.fromkeys(actor.entities, actor.id))

    def of(self, entity: str) -> str:
        return self._of.get(entity, entity)

    def told(self, id_: str) -> tuple[str, str]:
        name, class_, _ = self._told.get(id_, (id_, "", None))
        return name, class_

    def known_as(self, id_: str) -> str:
        return self._told.get(id_, ("", "", None))[2] or ""


def _naming(key: tuple[str, str, str], mentions: list[Mention], actors: _Actors) -> Naming:
    actor, outlet, expression = key
    name, class_ = actors.told(actor)
    own = [mention for mention in mentions if mention.voice is None]
    quoted = [mention for mention in mentions if mention.voice is not None]
    kept = own[: EXAMPLES - 1 if quoted else EXAMPLES] + quoted
    examples = tuple(mention.id for mention in kept[:EXAMPLES])
    return Naming(actor, name, class_, outlet, expression, len(own), len(quoted), examples)


def _order(one: Naming) -> tuple[str, str, int, str, str]:
    return (one.name.casefold(), one.actor, -(one.own + one.quoted), one.outlet, one.expression)


def by_actor(found: tuple[Naming, ...]) -> Iterator[tuple[str, tuple[Naming, ...]]]:
    """The namings of each actor together, the most often named first."""
    groups: dict[str, list[Naming]] = {}
    for one in found:
        groups.setdefault(one.actor, []).append(one)
    for actor, group in sorted(groups.items(), key=lambda item: (-_uses(item[1]), item[1][0].name, item[0])):
        yield actor, tuple(group)


def _uses(group: list[Naming]) -> int:
    return sum(one.own + one.quoted for one in group)
