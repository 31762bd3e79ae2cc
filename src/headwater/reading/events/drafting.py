"""What the rules of roles find, and what they look at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.reading.events.line import Line
from headwater.reading.events.ontology import Blame, Role
from headwater.reading.events.phrases import Phrase, joint, names_actor, phrase_behind
from headwater.reading.events.trigger import Trigger


@dataclass(frozen=True, slots=True)
class Draft:
    """A part in an event: tokens [first, last), by which rule, and how it is blamed where the words say so."""

    role: Role
    first: int
    last: int
    rule: str
    blame: Blame | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """One trigger among those of its line; `earlier` are those before it, with what was found for them, and
    `triggers` the tokens that begin one."""

    line: Line
    trigger: Trigger
    earlier: Sequence[tuple[Trigger, Sequence[Draft]]]
    triggers: frozenset[int] = frozenset()

    def role(self, where: str) -> Role | None:
        """The role of whoever stands there by this trigger's entry."""
        return self.trigger.use.roles.get(where)


def draft(scene: Scene, role: Role | None, phrase: Phrase, rule: str) -> Iterator[Draft]:
    """The phrase in that role, if it names somebody; a role of persons is for persons."""
    if role is None:
        return
    line = scene.line
    if _nobody(line, phrase):
        return
    kind = names_actor(line, phrase)
    if kind is None and role == "target" and _is_thing(line, phrase):
        kind = "thing"
    if kind is None or (kind == "civilian" and role == "perpetrator" and line.lower(phrase.last - 1) in _NEVER):
        return
    if kind == "platform" and role in ("perpetrator", "participant") and not _owned(line, phrase):
        role = "means"
    yield Draft(role, _trimmed(line, phrase), phrase.last, rule, adjective_blame(line, phrase, role))


def _nobody(line: Line, phrase: Phrase) -> bool:
    """Nobody, neither side, no soldier: nobody at all; our side: whose, the words do not say; a bare article."""
    words = [line.lower(at) for at in range(phrase.first, phrase.last)]
    first = words[0] if words[0] not in _ARTICLES or len(words) == 1 else words[1]
    alone = all(word in _ARTICLES or word == "one" for word in words)
    return first in _NOBODY or alone or _denied(line, phrase)


def _denied(line: Line, phrase: Phrase) -> bool:
    """Nobody on the side of the rebels; none of the soldiers"""
    hangs = line.lower(phrase.first - 1) in ("of", "on", "from", "among", "in")
    return hangs and any(line.lower(at) in _NEGATIVE for at in range(max(phrase.first - 4, 0), phrase.first))


_ARTICLES = frozenset("a an the this that these those its his her their".split())
_NEGATIVE = frozenset("nobody neither none nothing".split())
_NOBODY = _NEGATIVE | frozenset("no our my your who whom whose it he she they we i you".split())


def _owned(line: Line, phrase: Phrase) -> bool:
    """Is it said whose the jets are, before them or ("jets of the Orsk Front") behind?"""
    inside = [*range(phrase.first, phrase.last - 1)]
    if phrase.last < len(line.tokens) and line.lower(phrase.last) == "of":
        inside += range(phrase.last + 1, min(phrase.last + 4, len(line.tokens)))
    return any(
        (line.tokens[at].capital and not line.titled)
        or line.named[at] is not None
        or line.ontology.actors.get(line.lower(at)) in ("combatant", "body")
        for at in inside
    )


def behind(scene: Scene, start: int, role: Role | None, rule: str) -> Iterator[Draft]:
    """The phrases, joint ones all, that begin at token `start`."""
    phrase = phrase_behind(scene.line, start)
    for one in joint(scene.line, phrase) if phrase else ():
        yield from draft(scene, role, one, rule)


_NEVER = frozenset("civilians children civilian child baby infant victims victim wounded population".split())


def _is_thing(line: Line, phrase: Phrase) -> bool:
    head = phrase.last - 1
    if line.kinds[head] == "platform":
        return True
    inside = range(phrase.first, phrase.last)
    return any(line.ontology.actors.get(line.lower(at)) in ("stronghold", "thing") for at in inside) or any(
        line.named[at] is not None for at in inside
    )


def _trimmed(line: Line, phrase: Phrase) -> int:
    """Where the phrase begins without its article."""
    first = phrase.first
    while first + 1 < phrase.last and line.lower(first) in (
        "the",
        "a",
        "an",
        "his",
        "their",
        "its",
        "her",
        ",",
        "least",
    ):
        first += 1
    return first


def adjective_blame(line: Line, phrase: Phrase, role: Role) -> Blame | None:
    if role != "perpetrator":
        return None
    words = [line.lower(at) for at in range(max(phrase.first - 1, 0), phrase.last)]
    known = line.ontology.blames
    return next((blame for word in words for _, form, blame in known.get(word, ()) if form == "adjective"), None)
