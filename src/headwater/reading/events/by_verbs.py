"""Who stands before and behind a verb."""

from collections.abc import Iterator

from headwater.reading.events.clauses import over_clauses
from headwater.reading.events.drafting import Draft, Scene, behind, draft
from headwater.reading.events.line import AUX, BE, DETERMINERS, Line
from headwater.reading.events.phrases import Phrase, chain_before, names_actor, phrase_before

_NOT_OVER = frozenset("and but that which who said after is was are were has have had while when before".split())

BRACKETED = 8  # tokens of brackets that may stand between a subject and its verb


def subject(scene: Scene) -> Iterator[Draft]:
    """Rebels shelled Orsk; rebels in the town, who shelled Orsk; the army entered Orsk and shelled it"""
    trigger, line = scene.trigger, scene.line
    if trigger.voice != "active" or (
        "ing" in trigger.use.forms and line.lower(trigger.begin - 1) != "'s" and not _progressive(scene)
    ):
        return
    if _of_which(line, trigger.begin) and _attack_before(scene):
        return
    for phrase in subjects(line, trigger.begin):
        if not _just_harmed(scene, phrase):
            yield from draft(scene, scene.role("subject"), phrase, "subject")


def _just_harmed(scene: Scene, phrase: Phrase) -> bool:
    """A blast killed three people injured two others: a comma is missing, the killed injured nobody."""
    if scene.trigger.use.type.family != "harm" or scene.line.lower(scene.trigger.begin - 1) in ("who", "which", "that"):
        return False
    harmed = [one for _, found in scene.earlier for one in found if one.role == "victim" and one.rule == "object"]
    return any(one.first < phrase.last and phrase.first < one.last for one in harmed)


def _attack_before(scene: Scene) -> bool:
    """An attack on a bus of pilgrims, which killed two: it was the attack that killed."""
    before = [one for one, _ in scene.earlier if one.voice == "noun" and one.use.type.family == "violence"]
    return scene.trigger.use.type.family == "harm" and any(scene.trigger.first - one.last < 20 for one in before)


def _of_which(line: Line, begin: int) -> bool:
    """Does the verb belong to "which" or "that": "…, which killed two and | wounded three"?"""
    end = over_clauses(line, begin)
    words = {line.lower(end), line.lower(end + 1)} if end < begin else set()
    return line.lower(begin - 1) in ("which", "that") or bool(words & {"which", "that"})


def _progressive(scene: Scene) -> bool:
    """was shelling"""
    line, trigger = scene.line, scene.trigger
    return any(line.lower(at) in BE for at in range(trigger.begin, trigger.first))


def subjects(line: Line, begin: int) -> list[Phrase]:
    """The phrases that are the subject of the verb that begins here, joint ones all."""
    at = begin
    while at > 0 and line.lower(at - 1) in ("who", "which", "that", ",", "both"):
        at -= 1
    if line.lower(begin) == "to":  # vowed to, are said to have; but: ordered rebels to
        while at > 0 and (line.finite(at - 1) or line.lower(at - 1) in AUX or line.lower(at - 1).endswith("ing")):
            at -= 1
    end = _before_brackets(line, at)
    chain = chain_before(line, end if line.lower(begin) == "to" else over_clauses(line, end))
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


def _before_brackets(line: Line, end: int) -> int:
    """The Orsk Front (OF) attacked: the subject ends before the brackets."""
    if line.lower(end - 1) not in (")", "]"):
        return end
    opened = [at for at in range(max(end - BRACKETED, 0), end) if line.lower(at) in ("(", "[")]
    return opened[-1] if opened and opened[-1] > 0 else end


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
    yield from behind(scene, trigger.last, scene.role("object"), "object")


def passive_subject(scene: Scene) -> Iterator[Draft]:
    """The base was shelled; soldiers killed in a raid"""
    trigger = scene.trigger
    if trigger.voice == "passive" and scene.line.lower(trigger.first - 1) not in DETERMINERS:  # not: the wounded
        for phrase in subjects(scene.line, trigger.begin):
            yield from draft(scene, scene.role("object"), phrase, "passive_subject")


def by(scene: Scene) -> Iterator[Draft]:
    """was shelled by rebels; the shelling of Orsk by rebels"""
    trigger, line = scene.trigger, scene.line
    if trigger.voice == "active":
        return
    for at in range(trigger.last, min(trigger.last + 14, len(line.tokens))):
        if line.lower(at) == "by" or (line.lower(at) == "from" and line.lower(trigger.first - 1) == "under"):
            yield from behind(scene, at + 1, scene.role("subject"), "by")
            return
        if (
            line.tokens[at].text in (".", ";")
            or line.lower(at) in _NOT_OVER
            or at in scene.triggers
            or _other_verb(line, at)
        ):
            return


def _other_verb(line: Line, at: int) -> bool:
    """A verb of its own ("held by"), not one that carries the noun ("carried out by", "led by")."""
    light = line.ontology.words["light"]
    if line.lower(at) in _KEEPS:
        return True
    return line.finite(at) and line.lower(at) not in light and f"{line.lower(at)} {line.lower(at + 1)}" not in light


_KEEPS = frozenset("held controlled ended broken lifted".split())


def shared_subject(scene: Scene) -> Iterator[Draft]:
    """Rebels shelled Orsk and killed two; …, killing two; two were shot and killed"""
    trigger, line = scene.trigger, scene.line
    if trigger.voice not in ("active", "passive") or not scene.earlier:
        return
    before = line.lower(trigger.begin - 1)
    if before not in ("and", "but", "then", ",") and "ing" not in trigger.use.forms:
        return
    other, found = scene.earlier[-1]
    if other.voice != trigger.voice and not (trigger.voice == "active" and other.voice == "noun"):
        return
    wanted = ("perpetrator", "participant") if trigger.voice == "active" else ("victim", "target")
    role = scene.role("subject" if trigger.voice == "active" else "object")
    if role not in wanted or names_phrase_before(line, trigger.begin):
        return
    for one in found:
        if one.role in wanted and (one.last <= other.begin or one.rule != "object"):
            yield Draft(role, one.first, one.last, "shared_subject", one.blame)


def names_phrase_before(line: Line, at: int) -> bool:
    """Has the verb a subject of its own?"""
    phrase = phrase_before(line, at)
    return (
        phrase is not None and names_actor(line, phrase) is not None and line.lower(at) not in ("killing", "wounding")
    )
