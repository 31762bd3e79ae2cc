"""Types of events and the words that say them, out of lexicon/events.toml and whatever a user adds to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

from headwater.knowledge import Knowledge
from headwater.reading.verbs import FormKind, Verbs, verbs

Role = Literal["perpetrator", "target", "victim", "participant", "means", "place", "time", "quantity"]
Blame = Literal["fact", "accused", "claimed", "suspected", "possible"]


@dataclass(frozen=True, slots=True)
class Type:
    """A type of event: what codebooks call it, and who stands where (`subject`, `object`, `other`, `to`)."""

    name: str
    family: str
    roles: Mapping[str, Role]
    place_object: bool = False
    owned: str = "subject"
    acled: tuple[str, str] = ("", "")
    plover: tuple[str, str] = ("", "")
    ucdp: tuple[int, ...] = ()
    context: str | None = None


@dataclass(frozen=True, slots=True)
class Use:
    """What words can mean: a type, as a noun (`forms` empty) or in these forms of a verb."""

    type: Type
    roles: Mapping[str, Role]
    forms: frozenset[FormKind] = frozenset()
    needs: str | None = None
    strict: bool = False


Uses = Mapping[str, tuple[tuple[tuple[str, ...], tuple[Use, ...]], ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Ontology:
    """`uses` lists, for a first word, the phrases that begin with it, the longest first; `words` are plain lists.

    `narrower`: types that become another one beside certain words.
    """

    types: Mapping[str, Type]
    uses: Uses
    actors: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    blames: Mapping[str, tuple[tuple[tuple[str, ...], str, Blame], ...]] = field(default_factory=dict)
    older: int = 0
    narrower: tuple[tuple[frozenset[str], Type, frozenset[str]], ...] = ()
    verbs: Verbs = field(default_factory=lambda: Verbs({}, frozenset(), {}, {}))


@lru_cache(maxsize=4)
def ontology(knowledge: Knowledge) -> Ontology:
    """Of lexicon/events.toml and every lexicon/events_<name>.toml, in the order of their names."""
    names = sorted(name for name in knowledge.lexicons if name == "events" or name.startswith("events_"))
    return compiled(merged(knowledge.lexicons[name] for name in names), verbs(knowledge))


def merged(lexicons: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """One lexicon out of several: a later type replaces an earlier one of its name; all lists are joined."""
    whole: dict[str, Any] = {}
    for lexicon in lexicons:
        for key, value in lexicon.items():
            if isinstance(value, list):
                whole[key] = [*whole.get(key, ()), *value]
            elif key == "type":
                whole[key] = {**whole.get(key, {}), **value}
            elif isinstance(value, Mapping):
                whole[key] = merged([whole.get(key, {}), value])
            else:
                whole[key] = value
    return whole


def compiled(lexicon: Mapping[str, Any], inflected: Verbs) -> Ontology:
    """The lexicon ready for use."""
    types = {name: _type(name, written) for name, written in lexicon["type"].items()}
    found: dict[tuple[str, ...], list[Use]] = {}
    for entry in lexicon["words"]:
        for written, forms in _written(entry, inflected):
            use = Use(
                types[entry["type"]],
                entry.get("roles", types[entry["type"]].roles),
                forms,
                entry.get("needs"),
                entry.get("strict", False),
            )
            found.setdefault(written, []).append(use)
    guards = lexicon["guards"]
    words = {name: frozenset(listed) for name, listed in guards.items()}
    for name in ("light", "undergo"):
        words[name] = frozenset(form for verb in guards[name] for form in inflected.forms(verb))
    words["background"] = frozenset(lexicon["background"]["words"])
    return Ontology(
        types,
        _by_first_word(found),
        {word: kind for kind, listed in lexicon["actors"].items() for word in listed},
        words,
        _blames(lexicon["blame"], inflected),
        lexicon["background"]["older"],
        tuple((frozenset(one["from"]), types[one["to"]], frozenset(one["words"])) for one in lexicon["narrow"]),
        inflected,
    )


def _type(name: str, written: Mapping[str, Any]) -> Type:
    acled, plover = written.get("acled", ("", "")), written.get("plover", ("", ""))
    return Type(
        name,
        written["family"],
        written["roles"],
        written.get("place_object", False),
        written.get("owned", "subject"),
        (acled[0], acled[1]),
        (plover[0], plover[1]),
        tuple(written.get("ucdp", ())),
        written.get("context"),
    )


def _written(entry: Mapping[str, Any], inflected: Verbs) -> Iterable[tuple[tuple[str, ...], frozenset[FormKind]]]:
    for verb in entry["verbs"]:
        for form, kinds in inflected.forms(verb).items():
            yield tuple(form.split()), kinds
    for form in entry.get("exact", ()):
        yield tuple(form.split()), frozenset(("past", "participle"))
    for noun in entry["nouns"]:
        for form in dict.fromkeys((noun, noun if noun.endswith("s") else _plural(noun))):
            yield tuple(form.lower().split()), frozenset()


def _plural(noun: str) -> str:
    if noun.endswith(("ch", "sh", "x")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"


def _blames(
    entries: Iterable[Mapping[str, Any]], inflected: Verbs
) -> dict[str, tuple[tuple[tuple[str, ...], str, Blame], ...]]:
    """By first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, Blame]]] = {}
    for entry in entries:
        forms = [form for verb in entry.get("verbs", ()) for form in inflected.forms(verb)]
        for phrase in (*forms, *entry.get("words", ())):
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, entry["form"], entry["blame"]))
    return {first: tuple(sorted(own, key=lambda one: -len(one[0]))) for first, own in found.items()}


def _by_first_word(found: Mapping[tuple[str, ...], list[Use]]) -> Uses:
    grouped: dict[str, list[tuple[tuple[str, ...], tuple[Use, ...]]]] = {}
    for words, uses in found.items():
        grouped.setdefault(words[0], []).append((words, tuple(uses)))
    return {first: tuple(sorted(own, key=lambda one: -len(one[0]))) for first, own in grouped.items()}
