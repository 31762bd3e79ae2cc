"""The actor dictionary of lexicon/actors_*.toml, compiled into one trie over the words of every written form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

from headwater.knowledge import Knowledge
from headwater.reading.names.spelling import split_words
from headwater.records.attributions import EntityClass

FormKind = Literal["name", "demonym", "seat", "mask"]


@dataclass(frozen=True, slots=True)
class Actor:
    """One entry.  `of` is what it belongs to (its state, its movement); `land` the states where it is at war."""

    id: str
    name: str
    class_: EntityClass
    of: str | None
    land: tuple[str, ...]

    @property
    def side(self) -> str | None:
        """Whose side it is on: a state is on its own."""
        return self.of or (self.id if self.class_ == "state" else None)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write an actor.  `needs_the`: it counts only behind "the"; `stop`: it ends in a stop ("U.S.").

    A mask is a name of something else that has an actor's name inside ("New Mexico"); it has no actors.
    """

    kind: FormKind
    words: tuple[str, ...]
    actors: tuple[Actor, ...]
    needs_the: bool = False
    stop: bool = False


@dataclass(slots=True, eq=False)
class Node:
    """A step of the trie: the words that may follow, and the forms that end here."""

    following: dict[str, "Node"] = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class Dictionary:
    """All actors by id, and the trie whose first step is a form's first word in lower case.

    `lower_words` are the words of names that some papers write small ("the Free Syrian army"); `also_words` the
    acronyms that are common words too when everything is in capitals.
    """

    actors: Mapping[str, Actor]
    first: Mapping[str, Node]
    lower_words: frozenset[str]
    also_words: frozenset[str]

    def forces_of(self, state: str) -> Actor | None:
        """The armed forces of a state, where the dictionary has them."""
        return self.actors.get("forces:" + state.removeprefix("state:"))


@lru_cache(maxsize=4)
def dictionary(knowledge: Knowledge) -> Dictionary:
    """The dictionary of this knowledge, compiled once."""
    files = [lexicon for name, lexicon in knowledge.lexicons.items() if name.startswith("actors_")]
    entries = [entry for lexicon in files for entry in lexicon["actor"]]
    actors = {entry["id"]: _actor(entry) for entry in entries}
    words = knowledge.lexicons["names"]
    forms = [*_forms(entries, actors), *(("mask", mask, None) for mask in words["masks"])]
    gathered: dict[tuple[FormKind, str], list[Actor]] = {}
    for kind, written, actor in forms:
        owners = gathered.setdefault((kind, written), [])
        if actor and actor not in owners:
            owners.append(actor)
    first: dict[str, Node] = {}
    for (kind, written), owners in gathered.items():
        _plant(first, kind, written, tuple(owners))
    return Dictionary(actors, first, frozenset(words["lower_words"]), frozenset(words["also_words"]))


def _actor(entry: Mapping[str, Any]) -> Actor:
    return Actor(entry["id"], entry["name"], entry["class"], entry.get("of"), tuple(entry.get("land", ())))


def _forms(
    entries: list[Mapping[str, Any]], actors: Mapping[str, Actor]
) -> Iterator[tuple[FormKind, str, Actor | None]]:
    """Every written form of every entry; a name that needs "the" is written so among the aliases alone."""
    for entry in entries:
        actor = actors[entry["id"]]
        aliases = entry.get("aliases", [])
        if "the " + entry["name"] not in aliases:
            yield "name", entry["name"], actor
        for alias in aliases:
            yield "name", alias, actor
        for demonym in entry.get("demonyms", []):
            yield "demonym", demonym, actor
        for seat in entry.get("seats", []):
            yield "seat", seat, actor


def _plant(first: dict[str, Node], kind: FormKind, written: str, actors: tuple[Actor, ...]) -> None:
    bare = written.removeprefix("the ")
    words = split_words(bare)
    form = Form(kind, words, actors, needs_the=bare != written, stop=bare.endswith("."))
    following, node = first, Node()
    for word in words:
        node = following.setdefault(word.lower(), Node())
        following = node.following
    node.forms.append(form)
