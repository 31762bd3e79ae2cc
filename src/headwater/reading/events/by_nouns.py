"""Who stands around a noun: the attack by, on, of, between; whose it is; who launched it."""

from collections.abc import Iterator

from headwater.reading.events.by_verbs import subjects
from headwater.reading.events.drafting import Draft, Scene, adjective_blame, behind, draft
from headwater.reading.events.line import AUX, BE, DETERMINERS, Line
from headwater.reading.events.ontology import Role
from headwater.reading.events.phrases import Phrase, phrase_behind

FARTHEST_VERB = 25
_ON = frozenset("on against at upon targeting".split())


def of(scene: Scene) -> Iterator[Draft]:
    """the shelling of the base; the killing of two soldiers; a clash of rebels"""
    trigger, line = scene.trigger, scene.line
    if trigger.voice == "noun" and line.lower(trigger.last) == "of":
        yield from behind(scene, trigger.last + 1, scene.role("object") or scene.role("subject"), "of")


def on(scene: Scene) -> Iterator[Draft]:
    """an attack on the base; an assault against rebels"""
    trigger, line = scene.trigger, scene.line
    if "target" not in trigger.use.roles.values() and trigger.use.type.name != "shooting":
        return
    for at in range(trigger.last, min(trigger.last + 8, len(line.tokens))):
        if at in scene.triggers or (line.lower(at) == "at" and line.lower(at + 1) == "least"):
            return
        falls = scene.role("subject") == "means"  # shells fell on the base
        if line.lower(at) in _ON and (trigger.voice == "noun" or falls):
            yield from behind(scene, at + 1, scene.role("object") or scene.role("other"), "on")
            return
        if line.stops(at) and line.lower(at) not in ("by", "in"):
            return


def between(scene: Scene) -> Iterator[Draft]:
    """clashes between rebels and the army; fighting with the army; clashed with rebels"""
    trigger, line = scene.trigger, scene.line
    if line.lower(trigger.last) == "to":
        yield from behind(scene, trigger.last + 1, scene.role("to"), "between")
    role = scene.role("other")
    if role is None:
        return
    for at in range(trigger.last, min(trigger.last + 7, len(line.tokens))):
        if line.lower(at) in ("between", "with", "against", "among"):
            yield from behind(scene, at + 1, role, "between")
            if line.lower(at) == "between":
                yield from _other_side(scene, at + 1, role)
            return


def _other_side(scene: Scene, start: int, role: Role) -> Iterator[Draft]:
    """between rebels and the army"""
    first = phrase_behind(scene.line, start)
    if first and scene.line.lower(first.last) == "and":
        yield from behind(scene, first.last + 1, role, "between")


def owner(scene: Scene) -> Iterator[Draft]:
    """the army's attack; Russian air strikes; a rebel raid; but: Tevin's death, of whom is dead"""
    trigger, line = scene.trigger, scene.line
    harm = trigger.use.type.owned == "object"
    role = scene.role("object") if harm else scene.role("subject") or scene.role("object")
    at = trigger.first - 1
    if trigger.voice != "noun" or role is None or (harm and not line.lower(at).endswith(_POSSESSIVES)):
        return
    while at >= 0 and trigger.first - at < 7 and (not line.stops(at) or _joins_weapons(line, at)):
        if _owns(line, at):
            first = _begin_of_names(line, at)
            yield Draft(role, first, at + 1, "owner", adjective_blame(line, Phrase(first, at + 1), role))
            if line.lower(first - 1) in ("and", "or", "&") and _owns(line, first - 2):  # Orskian and Harunian raids
                yield Draft(role, _begin_of_names(line, first - 2), first - 1, "owner")
            return
        if line.lower(at) in DETERMINERS:
            return
        at -= 1


_POSSESSIVES = ("'s", "s'", "’s", "s’")


def _joins_weapons(line: Line, at: int) -> bool:
    """rebel mortar and rocket attacks"""
    weapons = line.ontology.words["weapons"] | line.ontology.words["munitions"]
    return line.lower(at) in ("and", ",") and line.lower(at - 1) in weapons


def _owns(line: Line, at: int) -> bool:
    """A name that is no place, or a word for fighters or bodies."""
    word = line.lower(at).removesuffix("'s").removesuffix("’s")
    if word.endswith(tuple(line.ontology.words["held"])):
        return False
    named = line.named[at] is not None and line.kinds[at] not in ("place", "country")
    return named or line.kinds[at] == "demonym" or line.ontology.actors.get(word) in ("combatant", "body")


def _begin_of_names(line: Line, at: int) -> int:
    """Where the names that end at this token begin; a possessive before them is another's."""
    first = at
    while first > 0 and line.named[first - 1] is not None:
        if line.named[first - 1] is not line.named[at] and line.lower(first - 1).endswith(_POSSESSIVES):
            break
        first -= 1
    return first


def carried_out(scene: Scene) -> Iterator[Draft]:
    """The attack, which came at dawn, was carried out by rebels"""
    trigger, line = scene.trigger, scene.line
    if trigger.voice != "noun":
        return
    light = line.ontology.words["light"]
    for at in range(trigger.last, min(trigger.last + FARTHEST_VERB, len(line.tokens))):
        if line.tokens[at].text in (".", ";") or at in scene.triggers:
            return
        pair = f"{line.lower(at)} {line.lower(at + 1)}"
        if line.lower(at - 1) in BE and (line.lower(at) in light or pair in light):
            ahead = [index for index in range(at + 1, at + 8) if line.lower(index) == "by"]
            if ahead:
                yield from behind(scene, ahead[0] + 1, scene.role("subject"), "carried_out")
            return


def light_verb(scene: Scene) -> Iterator[Draft]:
    """Rebels launched an attack; the base came under attack; the attack was carried out by rebels"""
    trigger, line = scene.trigger, scene.line
    if trigger.voice != "noun":
        return
    at = trigger.first
    while at > 0 and trigger.first - at < 7 and not line.stops(at - 1):
        at -= 1
    for length in (3, 2, 1):
        words = " ".join(line.lower(index) for index in range(max(at - length, 0), at))
        for kind, where in (("light", "subject"), ("undergo", "object")):
            if words in line.ontology.words[kind]:
                begin = at - length
                while begin > 0 and (line.lower(begin - 1) in AUX or line.lower(begin - 1).endswith("ly")):
                    begin -= 1
                for phrase in subjects(line, begin):
                    yield from draft(scene, scene.role(where), phrase, f"{kind}_verb")
                return
