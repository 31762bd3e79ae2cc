"""Which event of a line is the effect of which: a killing or injury of an attack in the same clause."""

from collections.abc import Sequence

from headwater.reading.events.line import Line
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
    if effect.use.type.family != "harm":
        return None
    before = [at for at in range(index) if triggers[at].use.type.family == "violence"]
    if before and (effect.voice == "active" or _harm_between(triggers, before[-1], index)):
        near = before[-1]
        if effect.voice == "active" and _leads(line, triggers[near], effect):
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
    if verb.use.type.name != "attack" or index == 0:
        return None
    noun = triggers[index - 1]
    between = [line.lower(at) for at in range(noun.last, verb.begin)]
    near = noun.voice == "noun" and noun.use.type.family == "violence" and len(between) < 9
    opened = any(word in ("and", "after", "when", "while", "as", "but", ",", "said") for word in between)
    return index - 1 if near and not opened else None


def _harm_between(triggers: Sequence[Trigger], first: int, last: int) -> bool:
    return all(one.use.type.family == "harm" for one in triggers[first + 1 : last])


def _leads(line: Line, attack: Trigger, effect: Trigger) -> bool:
    """Is the attack its subject ("that killed"), or does it go on ("killing", "and killed"), in one clause?"""
    between = [line.lower(at) for at in range(attack.last, effect.begin)]
    if any(word in ("after", "while", "when", "but", "before", "said", ";") for word in between):
        return False
    return len(between) < 25


def _hangs(line: Line, effect: Trigger, attack: Trigger) -> bool:
    """killed in an air strike; wounded when rebels shelled the town"""
    between = [line.lower(at) for at in range(effect.last, attack.begin)]
    if any(word in ("and", "but", ";", "said", "while", "before") for word in between[-1:]):
        return False
    return len(between) < 25 and any(word in _LINKS for word in between)
