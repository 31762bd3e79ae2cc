"""Talks, deals and protests that have to do with a conflict."""

from collections import Counter
from collections.abc import Iterator, Sequence

from headwater.reading.events.ontology import Ontology
from headwater.records import Event

ENOUGH = 2  # violent events that make an article one about a conflict
_VIOLENT = frozenset("violence harm ground captivity".split())
_SIDES = frozenset("combatant armed_group state".split())


def of_conflict(events: Sequence[Event], ontology: Ontology) -> Iterator[Event]:
    """All but events of a type that needs it, without a side of a conflict in them and in an article that tells of
    fewer than two violent events: a trade deal, coalition talks, a protest note.  A crowd that is told of by a verb
    ("workers marched") stands for itself."""
    violent = Counter(one.article for one in events if ontology.types[one.type].family in _VIOLENT)
    for event in events:
        wanted = ontology.types[event.type].context
        crowd = wanted == "conflict_or_crowd" and event.rule != "noun"
        if not wanted or crowd or violent[event.article] >= ENOUGH or _has_side(event):
            yield event


def _has_side(event: Event) -> bool:
    return any((one.value or {}).get("class") in _SIDES for one in event.arguments if one.role != "place")
