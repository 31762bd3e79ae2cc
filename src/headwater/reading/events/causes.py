"""Which event of a line is the effect of which: a killing or injury of an attack in the same clause."""

from collections.abc import Sequence
from itertools import pairwise

from headwater.reading.events.clauses import over_clauses
from headwater.reading.events.line import PREPOSITIONS, Line
from headwater.reading.events.trigger import Trigger

_LINKS = frozenset("in by during from after when as amid under with following".split())


def cause(line: Line, triggers: Sequence[Trigger], index: int) -> int | None:
    """The number of the trigger that is said to have brought this one about, in the same sentence.

    An air strike killed two; two were killed in an air strike; shelled Orsk, killing two; shelling that killed two.
    And an attack in the verb whose subject is an attack: an air strike hit the school.
    """
    effect = triggers[index]
    if effect.use.type.family == "violence" and effect.voice == "active":
        return _own_noun(line, triggers, index)
    if effect.use.type.name == "attack" and effect.voice == "passive":
        return _own_agent(line, triggers, index)
    if effect.use.type.family != "harm":
        return None
    subject = over_clauses(line, effect.begin) if effect.voice == "active" else effect.begin
    before = [at for at in range(index) if triggers[at].use.type.family == "violence"]
    before = [at for at in before if triggers[at].last <= subject] or before
    if before and (effect.voice == "active" or _harm_between(triggers, before[-1], index)):
        near = before[-1]
        if effect.voice == "active" and _leads(line, triggers[near], effect):
            return near
        if effect.voice != "active" and _follows(line, triggers[near], effect):
            return near
    for at in range(index + 1, len(triggers)):
        if triggers[at].use.type.family == "violence":
            return at if _hangs(line, effect, triggers[at]) else None
        if triggers[at].use.type.family != "harm":
            return None
    return None


def _own_noun(line: Line, triggers: Sequence[Trigger], index: int) -> int | None:
    """The raids targeted the school: the verb only goes on with its subject, an attack itself."""
    verb = triggers[index]
    if index == 0 or verb.use.type.name not in ("attack", triggers[index - 1].use.type.name):
        return None
    noun = triggers[index - 1]
    between = [line.lower(at) for at in range(noun.last, verb.begin)]
    if not PREPOSITIONS & set(between) and any(line.ontology.actors.get(word) == "combatant" for word in between):
        return None  # after the shelling rebels attacked
    near = noun.voice == "noun" and noun.use.type.family == "violence" and len(between) < 9
    opened = any(word in ("and", "after", "when", "while", "as", "but", ",", "said") for word in between)
    return index - 1 if near and not opened else None


def _own_agent(line: Line, triggers: Sequence[Trigger], index: int) -> int | None:
    """The town was hit by air strikes: they were the attack."""
    if index + 1 == len(triggers):
        return None
    noun, between = triggers[index + 1], range(triggers[index].last, triggers[index + 1].first)
    violent = noun.voice == "noun" and noun.use.type.family == "violence"
    return index + 1 if violent and len(between) < 6 and "by" in [line.lower(at) for at in between[:2]] else None


def _harm_between(triggers: Sequence[Trigger], first: int, last: int) -> bool:
    return all(one.use.type.family == "harm" for one in triggers[first + 1 : last])


def _leads(line: Line, attack: Trigger, effect: Trigger) -> bool:
    """Is the attack its subject ("that killed"), or does it go on ("killing", "and killed"), in one clause?"""
    between = [line.lower(at) for at in range(attack.last, effect.begin)]
    if any(word in ("after", "while", "when", "but", "before", "said", ";") for word in between):
        return False
    return len(between) < 25


def _follows(line: Line, attack: Trigger, effect: Trigger) -> bool:
    """shelled the town, leaving three dead; a raid in which three were killed"""
    between = [line.lower(at) for at in range(attack.last, effect.begin)]
    pairs = set(pairwise(between))
    return len(between) < 20 and bool(_RESULTS & set(between) or _RESULTING & pairs)


_RESULTS = frozenset("leaving left causing caused resulting resulted".split())
_RESULTING = frozenset([("in", "which"), ("during", "which"), ("led", "to"), ("leading", "to")])


def _hangs(line: Line, effect: Trigger, attack: Trigger) -> bool:
    """killed in an air strike; wounded when rebels shelled the town"""
    between = [line.lower(at) for at in range(effect.last, attack.begin)]
    if any(word in ("and", "but", ";", "said", "while", "before") for word in between[-1:]):
        return False
    return len(between) < 25 and any(word in _LINKS for word in between)
