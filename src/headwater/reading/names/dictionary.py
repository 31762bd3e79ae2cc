"""The actor dictionary of lexicon/actors_*.toml, compiled into one table over the first words of all written forms."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from headwater.knowledge import Knowledge
from headwater.reading.names.tokens import split
from headwater.reading.words import Token
from headwater.records.attributions import EntityClass

FormKind = Literal["name", "demonym", "seat", "mask"]


@dataclass(frozen=True, slots=True)
class Actor:
    """One entry; `of` is what it belongs to: its state, its movement."""

    id: str
    name: str
    class_: EntityClass
    of: str | None

    @property
    def side(self) -> str | None:
        """Whose side it is on: a state is on its own."""
        return self.of or (self.id if self.class_ == "state" else None)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write an actor, word by word as it is written; `needs_the`: it counts only behind "the".

    A mask is the name of something else that has an actor's name inside ("New Mexico"); it has no actor.
    """

    words: tuple[str, ...]
    kind: FormKind
    actor: Actor | None
    needs_the: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A form that stands at tokens [first, last)."""

    first: int
    last: int
    form: Form


@dataclass(frozen=True, slots=True, eq=False)
class Dictionary:
    """All actors by id, and all forms by their first word, longest first.  `shared` are forms that two actors claim:
    they name neither."""

    actors: Mapping[str, Actor]
    forms: Mapping[str, Sequence[Form]]
    shared: frozenset[str]

    def forces_of(self, state: Actor) -> Actor | None:
        """The armed forces of a state, where the dictionary has them."""
        return self.actors.get("forces:" + state.id.removeprefix("state:"))

    def hits(self, tokens: Sequence[Token]) -> Iterator[Hit]:
        """The longest form at each place, from left to right, none over another."""
        index = 0
        while index < len(tokens):
            hit = self._at(tokens, index)
            if hit:
                yield hit
            index = hit.last if hit else index + 1

    def _at(self, tokens: Sequence[Token], index: int) -> Hit | None:
        for form in self.forms.get(tokens[index].text, ()):
            last = index + len(form.words)
            if last <= len(tokens) and all(
                token.text == word for token, word in zip(tokens[index:last], form.words, strict=True)
            ):
                if form.needs_the and not (index and tokens[index - 1].lower == "the"):
                    continue
                return Hit(index, last, form)
        return None


@lru_cache(maxsize=4)
def dictionary(knowledge: Knowledge) -> Dictionary:
    """The dictionary of this knowledge, compiled once."""
    files = [lexicon for name, lexicon in knowledge.lexicons.items() if name.startswith("actors_")]
    entries = [entry for lexicon in files for entry in lexicon["actor"]]
    actors = {entry["id"]: Actor(entry["id"], entry["name"], entry["class"], entry.get("of")) for entry in entries}
    owners: dict[str, set[str]] = {}
    for entry in entries:
        for _, written in _written(entry):
            owners.setdefault(written, set()).add(entry["id"])
    shared = frozenset(written for written, ids in owners.items() if len(ids) > 1)
    forms: dict[str, dict[tuple[str, ...], Form]] = {}
    for entry in entries:
        for kind, written in _written(entry):
            bare = written.removeprefix("the ")
            words = tuple(token.text for token in split(bare, 0, len(bare)))
            if words and written not in shared:
                form = Form(words, kind, actors[entry["id"]], bare != written)
                forms.setdefault(words[0], {}).setdefault(words, form)
    for mask in knowledge.lexicons["names"]["masks"]:
        words = tuple(token.text for token in split(mask, 0, len(mask)))
        forms.setdefault(words[0], {}).setdefault(words, Form(words, "mask", None, False))
    ordered = {word: sorted(found.values(), key=lambda form: -len(form.words)) for word, found in forms.items()}
    return Dictionary(actors, ordered, shared)


def _written(entry: Mapping[str, Any]) -> Iterator[tuple[FormKind, str]]:
    yield "name", entry["name"]
    for alias in entry.get("aliases", ()):
        if alias != entry["name"]:
            yield "name", alias
    for demonym in entry.get("demonyms", ()):
        yield "demonym", demonym
    for seat in entry.get("seats", ()):
        yield "seat", seat
