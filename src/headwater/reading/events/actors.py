"""What an argument's words stand for: the entity of the page, or a plain description."""

from collections.abc import Mapping
from typing import Any

from headwater.reading.events.line import Line
from headwater.records import Entity


def actor(line: Line, first: int, last: int, entities: Mapping[str, Entity]) -> dict[str, Any]:
    """{entity, name, known_as, side, class} of tokens [first, last).

    A name at the end is its entity ("the rebel leader Maro Tevin"); fighters, forces and bodies of a named actor are
    that actor's ("Orsk Front fighters", "members of the Orsk Front"), with the words as name; everybody else is
    described by the words alone.
    """
    head = last - 1
    kind = line.ontology.actors.get(line.lower(head))
    mention = line.named[head]
    if mention is not None and (kind is None or mention.span.start <= line.tokens[first].start):
        entity = entities[mention.entity]
        return _value(entity, entity.name, entity.class_)
    words = _words(line, first, last)
    group = _group_behind(line, last, entities)
    if group is not None and kind in ("combatant", "civilian", "body"):
        return _value(group, words, "body" if kind == "body" else "combatant")
    if kind == "civilian":
        return {"entity": None, "name": words, "known_as": None, "side": None, "class": "civilian"}
    owner = _owner(line, first, last, entities)
    class_ = kind if kind in ("combatant", "body", "platform") else "unnamed"
    if owner is None:
        return {"entity": None, "name": words, "known_as": None, "side": None, "class": class_}
    return _value(owner, words, class_)


def _owner(line: Line, first: int, last: int, entities: Mapping[str, Entity]) -> Entity | None:
    """The one body or state named inside of the words."""
    inside = {mention.entity for at in range(first, last) if (mention := line.named[at]) is not None}
    if not inside and line.lower(first - 1) in ("its", "their"):  # Orsk said that its forces …: the one body before
        inside = {mention.entity for at in range(first - 1) if (mention := line.named[at]) is not None}
    found = [entities[id_] for id_ in inside if entities[id_].class_ in ("state", "armed_group", "organisation")]
    return found[0] if len(found) == 1 else None


def _group_behind(line: Line, last: int, entities: Mapping[str, Entity]) -> Entity | None:
    """members of the Orsk Front"""
    if line.lower(last) != "of":
        return None
    at = last + 1 + (line.lower(last + 1) == "the")
    mention = line.named[at] if at < len(line.tokens) else None
    found = entities[mention.entity] if mention is not None else None
    return found if found is not None and found.class_ == "armed_group" else None


def _value(entity: Entity, name: str, class_: str) -> dict[str, Any]:
    return {"entity": entity.id, "name": name, "known_as": entity.known_as, "side": entity.side, "class": class_}


def _words(line: Line, first: int, last: int) -> str:
    """The words on one line, without a possessive."""
    words = " ".join(token.text for token in line.tokens[first:last])
    return words.removesuffix("'s").removesuffix("’s")
