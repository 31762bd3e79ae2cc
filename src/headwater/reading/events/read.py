"""The happenings of a page."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from headwater.knowledge import Knowledge
from headwater.reading import certainty
from headwater.reading.events.counted import counted
from headwater.reading.events.leading import from_lead
from headwater.reading.events.lines import lines
from headwater.reading.events.ontology import ontology
from headwater.reading.events.telling import Surroundings, Told, told
from headwater.reading.numbered import Numbers
from headwater.reading.placed import Placed
from headwater.reading.spoken import Spoken
from headwater.reading.timed import Timed
from headwater.reading.voices import Voices
from headwater.records import Event


def read(page: Spoken, timed: Timed, placed: Placed, numbers: Numbers, knowledge: Knowledge) -> tuple[Event, ...]:
    """One event for each word that tells of a happening, and for each verb that quantities rest on; in text order."""
    types = ontology(knowledge)
    around = Surroundings(
        page.text.text,
        {entity.id: entity for entity in page.entities},
        placed.places,
        timed.times,
        numbers.numbered,
        Voices(page.attributions),
        certainty.lexicon(knowledge),
    )
    found: list[Told] = []
    for line in lines(page, types, ()):
        found += told(line, around)
    events = from_lead(page, [one.event for one in found], around)
    return _joined([*events, *counted(page, numbers, events)])


def _joined(events: Iterable[Event]) -> tuple[Event, ...]:
    """In text order; of two with one id only the first stays, with the arguments of both."""
    known: dict[str, Event] = {}
    for event in events:
        known[event.id] = _both(known[event.id], event.arguments) if event.id in known else event
    return tuple(sorted(known.values(), key=lambda event: (event.span, event.type)))


def _both(event: Event, arguments: Sequence[object]) -> Event:
    more = tuple(one for one in arguments if one not in event.arguments)
    return replace(event, arguments=(*event.arguments, *more))  # type: ignore[arg-type]
