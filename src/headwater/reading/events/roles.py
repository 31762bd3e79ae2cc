"""Who did it and who suffered it: named rules in order; the first that finds a span keeps it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from headwater.reading.events.line import AUX, BE, DETERMINERS, Line
from headwater.reading.events.ontology import Blame, Role
from headwater.reading.events.phrases import Phrase, chain_before, joint, names_actor, phrase_before, phrase_behind
from headwater.reading.events.triggers import Trigger

_NOT_OVER = frozenset("and but that which who said after is was are were has have had while when before".split())
_ON = frozenset("on against at upon targeting".split())


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


def drafts(scene: Scene) -> list[Draft]:
    """The parts of one event, none twice."""
    found: list[Draft] = []
    if scene.trigger.voice == "counted":
        return found
    for rule in RULES:
        for draft in rule(scene):
            if not any(one.first < draft.last and draft.first < one.last for one in found):
                found.append(draft)
    return found


def _draft(scene: Scene, role: Role | None, phrase: Phrase, rule: str) -> Iterator[Draft]:
    """The phrase in that role, if it names somebody; a role of persons is for persons."""
    if role is None:
        return
    line = scene.line
    kind = names_actor(line, phrase)
    if kind is None and role == "target" and _is_thing(line, phrase):
        kind = "thing"
    if kind is None or (kind == "civilian" and role == "perpetrator" and line.lower(phrase.last - 1) in _NEVER):
        return
    yield Draft(role, _trimmed(line, phrase), phrase.last, rule, _adjective_blame(line, phrase, role))


_NEVER = frozenset("civilians children civilian child baby infant victims victim wounded population".split())


def _is_thing(line: Line, phrase: Phrase) -> bool:
    head = phrase.last - 1
    return (
        line.ontology.actors.get(line.lower(head)) == "stronghold"
        or line.kinds[head] == "platform"
        or (line.lower(head) in _THINGS)
    )


_THINGS = frozenset(
    "hospital hospitals school schools market markets mosque mosques church churches house houses home homes "
    "convoy convoys embassy consulate station stations clinic clinics bus buses truck trucks vehicle vehicles "
    "tank tanks facility facilities plant depot depots bakery infrastructure ship ships tanker tankers hotel "
    "hotels theatre pipeline warehouse warehouses residence residences office offices bank banks pylons plants "
    "trains train car cars university post posts center centre power line lines stores store restaurant "
    "restaurants cafe club nightclub".split()
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


def _adjective_blame(line: Line, phrase: Phrase, role: Role) -> Blame | None:
    if role != "perpetrator":
        return None
    words = {line.lower(at) for at in range(max(phrase.first - 1, 0), phrase.last)}
    return next((blame for said, form, blame in line.ontology.blames if form == "adjective" and said[0] in words), None)


def subject(scene: Scene) -> Iterator[Draft]:
    """Rebels shelled Orsk; rebels in the town, who shelled Orsk; the army entered Orsk and shelled it"""
    trigger, line = scene.trigger, scene.line
    if trigger.voice != "active" or (
        "ing" in trigger.use.forms and line.lower(trigger.begin - 1) != "'s" and not _progressive(scene)
    ):
        return
    for phrase in subjects(line, trigger.begin):
        yield from _draft(scene, scene.role("subject"), phrase, "subject")


def _progressive(scene: Scene) -> bool:
    """was shelling"""
    line, trigger = scene.line, scene.trigger
    return any(line.lower(at) in BE for at in range(trigger.begin, trigger.first))


def subjects(line: Line, begin: int) -> list[Phrase]:
    """The phrases that are the subject of the verb that begins here, joint ones all."""
    at = begin
    while at > 0 and line.lower(at - 1) in ("who", "which", "that", ",", "both"):
        at -= 1
    if at > 1 and line.lower(at - 1) == "to":  # vowed to, ordered rebels to
        at -= 1
    chain = chain_before(line, at)
    if not chain:
        return []
    acting = [phrase for phrase in chain if names_actor(line, phrase)]
    outer = chain[-1]
    if names_actor(line, outer) is None:
        return [outer] if not acting or len(chain) == 1 else ([outer] if _event_noun(line, outer) else [acting[-1]])
    found = [outer]
    for phrase in reversed(chain[:-1]):
        if line.lower(phrase.first - 1) in ("and", "or") and names_actor(line, phrase):
            found.append(phrase)
    return found


def _event_noun(line: Line, phrase: Phrase) -> bool:
    return any(
        not use.forms
        for at in range(phrase.first, phrase.last)
        for words, uses in line.ontology.uses.get(line.lower(at), ())
        for use in uses
        if len(words) == 1
    )


def object_(scene: Scene) -> Iterator[Draft]:
    """Rebels shelled the base"""
    trigger = scene.trigger
    if trigger.voice != "active":
        return
    phrase = phrase_behind(scene.line, trigger.last)
    for one in joint(scene.line, phrase) if phrase else ():
        yield from _draft(scene, scene.role("object"), one, "object")


def passive_subject(scene: Scene) -> Iterator[Draft]:
    """The base was shelled; soldiers killed in a raid"""
    trigger = scene.trigger
    if trigger.voice == "passive":
        for phrase in subjects(scene.line, trigger.begin):
            yield from _draft(scene, scene.role("object"), phrase, "passive_subject")


def by(scene: Scene) -> Iterator[Draft]:
    """was shelled by rebels; the shelling of Orsk by rebels"""
    trigger, line = scene.trigger, scene.line
    if trigger.voice == "active":
        return
    for at in range(trigger.last, min(trigger.last + 14, len(line.tokens))):
        if line.lower(at) == "by":
            phrase = phrase_behind(line, at + 1)
            for one in joint(line, phrase) if phrase else ():
                yield from _draft(scene, scene.role("subject"), one, "by")
            return
        if line.tokens[at].text in (".", ";") or line.lower(at) in _NOT_OVER or at in scene.triggers:
            return


def of(scene: Scene) -> Iterator[Draft]:
    """the shelling of the base; the killing of two soldiers; a clash of rebels"""
    trigger, line = scene.trigger, scene.line
    if trigger.voice == "noun" and line.lower(trigger.last) == "of":
        phrase = phrase_behind(line, trigger.last + 1)
        role = scene.role("object") or scene.role("subject")
        for one in joint(line, phrase) if phrase else ():
            yield from _draft(scene, role, one, "of")


def on(scene: Scene) -> Iterator[Draft]:
    """an attack on the base; an assault against rebels"""
    trigger, line = scene.trigger, scene.line
    if "target" not in trigger.use.roles.values() and trigger.use.type.name != "shooting":
        return
    for at in range(trigger.last, min(trigger.last + 8, len(line.tokens))):
        if line.lower(at) in _ON and trigger.voice == "noun":
            phrase = phrase_behind(line, at + 1)
            for one in joint(line, phrase) if phrase else ():
                yield from _draft(scene, scene.role("object") or scene.role("other"), one, "on")
            return
        if line.stops(at) and line.lower(at) not in ("by", "in"):
            return


def between(scene: Scene) -> Iterator[Draft]:
    """clashes between rebels and the army; fighting with the army; clashed with rebels"""
    trigger, line = scene.trigger, scene.line
    role = scene.role("other")
    if role is None:
        return
    for at in range(trigger.last, min(trigger.last + 7, len(line.tokens))):
        if line.lower(at) in ("between", "with", "against", "among", "to"):
            phrase = phrase_behind(line, at + 1)
            for one in joint(line, phrase) if phrase else ():
                yield from _draft(scene, role, one, "between")
            return


def owner(scene: Scene) -> Iterator[Draft]:
    """the army's attack; Russian air strikes; a rebel raid; coalition strikes"""
    trigger, line = scene.trigger, scene.line
    if trigger.voice != "noun":
        return
    at, last = trigger.first - 1, trigger.first
    role = scene.role("subject") or scene.role("object")
    if trigger.use.type.family in ("harm",) and not line.lower(at).endswith(("'s", "s'", "’s")):
        return
    while at >= 0 and last - at < 7 and not line.stops(at):
        named = line.named[at] is not None and line.kinds[at] != "place"
        if named or line.ontology.actors.get(line.lower(at).removesuffix("'s").removesuffix("’s")) in (
            "combatant",
            "body",
        ):
            first = at
            while first > 0 and line.named[first - 1] is not None and line.named[first - 1] is line.named[at]:
                first -= 1
            while first > 0 and line.named[first - 1] is not None and not line.lower(first - 1).endswith(("'s", "’s")):
                first -= 1
            if role:
                phrase = Phrase(first, at + 1)
                yield Draft(role, first, at + 1, "owner", _adjective_blame(line, phrase, role))
            return
        if line.lower(at) in DETERMINERS:
            return
        at -= 1


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
                    yield from _draft(scene, scene.role(where), phrase, f"{kind}_verb")
                return


def shared_subject(scene: Scene) -> Iterator[Draft]:
    """Rebels shelled Orsk and killed two; …, killing two"""
    trigger, line = scene.trigger, scene.line
    if trigger.voice != "active" or not scene.earlier:
        return
    before = line.lower(trigger.begin - 1)
    if before not in ("and", "but", "then", ",") and "ing" not in trigger.use.forms:
        return
    if names_phrase_before(line, trigger.begin):
        return
    other, found = scene.earlier[-1]
    for draft in found:
        if draft.role in ("perpetrator", "participant") and scene.role("subject") and other.voice != "passive":
            role = scene.role("subject")
            if role in ("perpetrator", "participant"):
                yield Draft(role, draft.first, draft.last, "shared_subject", draft.blame)


def names_phrase_before(line: Line, at: int) -> bool:
    """Has the verb a subject of its own?"""
    phrase = phrase_before(line, at)
    return (
        phrase is not None and names_actor(line, phrase) is not None and line.lower(at) not in ("killing", "wounding")
    )


RULES: tuple[Callable[[Scene], Iterator[Draft]], ...] = (
    passive_subject,
    subject,
    object_,
    by,
    of,
    on,
    between,
    light_verb,
    owner,
    shared_subject,
)
