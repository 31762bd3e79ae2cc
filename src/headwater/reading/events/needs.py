"""What an entry of the lexicon asks for around its word: a place, people, weapons."""

from collections.abc import Callable

from headwater.reading.events.line import AUX, Line
from headwater.reading.events.trigger import Trigger


def is_met(line: Line, trigger: Trigger) -> bool:
    """Is what the entry asks for there?"""
    needs = trigger.use.needs
    return needs is None or _NEEDS[needs](line, trigger)


def _place_follows(line: Line, trigger: Trigger) -> bool:
    if trigger.voice == "passive":
        return _ends_in_place(line, trigger.begin)
    start = trigger.last + (line.lower(trigger.last) == "of") if trigger.voice == "noun" else trigger.last
    if trigger.voice == "noun" and start == trigger.last:
        return False
    return _holds(line, start, "stronghold", {"place", "country"})


def _people_follow(line: Line, trigger: Trigger) -> bool:
    if trigger.voice == "passive":
        return trigger.begin > 0 and line.ontology.actors.get(line.lower(trigger.begin - 1)) in (
            "combatant",
            "civilian",
        )
    start = trigger.last + (line.lower(trigger.last) == "of")
    return _holds(line, start, "people", {"person"})


def _person_at(line: Line, at: int) -> bool:
    return line.ontology.actors.get(line.lower(at)) in ("combatant", "civilian") or line.kinds[at] == "person"


def _object_follows(line: Line, trigger: Trigger) -> bool:
    if trigger.voice == "passive":
        return True
    return _holds(
        line, trigger.last, "any", {"place", "country", "person", "organisation", "armed_group", "state", "platform"}
    )


def _holds(line: Line, start: int, wanted: str, kinds: set[str]) -> bool:
    """Does the phrase that begins here end in such a word or name?"""
    last = start
    while (
        last < len(line.tokens)
        and last - start < 8
        and (not line.stops(last) or line.lower(last) in ("of", "more", "than"))
    ):
        last += 1
    for at in range(start, last):
        kind = line.ontology.actors.get(line.lower(at))
        if line.kinds[at] in kinds or (kind and wanted in ("any", kind)):
            return True
        if wanted == "people" and kind in ("combatant", "civilian"):
            return True
    return False


def _ends_in_place(line: Line, end: int) -> bool:
    """Does the phrase that ends here hold a place or a word for one ("the town of Orsk"; not "Orsk after shells")?"""
    for at in range(end - 1, max(end - 7, -1), -1):
        if line.kinds[at] in ("place", "country") or line.ontology.actors.get(line.lower(at)) == "stronghold":
            return True
        if line.lower(at) in _ENDS or line.lower(at) in line.ontology.words["munitions"]:
            return False
    return False


_ENDS = frozenset("after before when while as and but which who because since , ;".split())


def _armed_around(line: Line, trigger: Trigger) -> bool:
    near = range(max(trigger.begin - 8, 0), min(trigger.last + 8, len(line.tokens)))
    return any(
        line.ontology.actors.get(line.lower(at)) in ("combatant", "platform")
        or line.kinds[at] in ("armed_group", "state")
        for at in near
    )


def _has_helper(line: Line, trigger: Trigger) -> bool:
    """An auxiliary or "to", where the bare -ed form would be an adjective ("armed men")."""
    helped = any(line.lower(at) in AUX | {"to"} for at in range(trigger.begin, trigger.first))
    return helped or ("ing" in trigger.use.forms and line.opens_object(trigger.last))


def _civilians_before(line: Line, trigger: Trigger) -> bool:
    """Several civilians, or a number of people, right before the verb."""
    near = [line.lower(at) for at in range(max(trigger.begin - 5, 0), trigger.begin)]
    return any(
        (line.ontology.actors.get(word) == "civilian" and (word.endswith("s") or word in ("people", "children")))
        or word in ("thousands", "hundreds", "dozens", "millions", "many", "refugees", "population")
        for word in near
    )


def _munition_follows(line: Line, trigger: Trigger) -> bool:
    """dropped a barrel bomb; in the passive, what was dropped stands before"""
    if trigger.voice == "passive":
        return _munition_before(line, trigger)
    return any(line.lower(at) in line.ontology.words["munitions"] for at in range(trigger.last, trigger.last + 8))


def _munition_before(line: Line, trigger: Trigger) -> bool:
    near = range(max(trigger.begin - 3, 0), trigger.begin)
    return any(line.lower(at) in line.ontology.words["munitions"] for at in near)


def _place_before(line: Line, trigger: Trigger) -> bool:
    return _ends_in_place(line, trigger.begin)


_NEEDS: dict[str, Callable[[Line, Trigger], bool]] = {
    "place": _place_follows,
    "people": _people_follow,
    "object": _object_follows,
    "force": _armed_around,
    "place_subject": _place_before,
    "helper": _has_helper,
    "civilian_subject": _civilians_before,
    "munition": _munition_follows,
    "munition_subject": _munition_before,
}
