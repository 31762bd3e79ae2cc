"""Who did it and who suffered it: named rules in order; the first that finds a span keeps it."""

from collections.abc import Callable, Iterator

from headwater.reading.events.by_nouns import between, carried_out, light_verb, of, on, owner
from headwater.reading.events.by_verbs import by, object_, passive_subject, shared_subject, subject
from headwater.reading.events.drafting import Draft, Scene
from headwater.reading.events.pronouns import pronoun

RULES: tuple[Callable[[Scene], Iterator[Draft]], ...] = (
    passive_subject,
    subject,
    pronoun,
    object_,
    by,
    of,
    on,
    between,
    light_verb,
    carried_out,
    owner,
    shared_subject,
)


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
