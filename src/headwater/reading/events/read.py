"""The happenings of a page."""

from headwater.knowledge import Knowledge
from headwater.reading import certainty
from headwater.reading.events.arguments import Surroundings
from headwater.reading.events.background import news_days
from headwater.reading.events.leading import from_lead
from headwater.reading.events.lines import lines
from headwater.reading.events.nearby import Nearby
from headwater.reading.events.ontology import ontology
from headwater.reading.events.pronouns import resolved
from headwater.reading.events.relevance import of_conflict
from headwater.reading.events.repeating import repeated
from headwater.reading.events.telling import told
from headwater.reading.numbered import Numbers
from headwater.reading.placed import Placed
from headwater.reading.spoken import Spoken
from headwater.reading.timed import Timed
from headwater.reading.voices import Voices
from headwater.records import Event


def read(page: Spoken, timed: Timed, placed: Placed, numbers: Numbers, knowledge: Knowledge) -> tuple[Event, ...]:
    """One event for each word that tells of a happening, and for each verb that quantities rest on; in text order."""
    around = Surroundings(
        page.text.text,
        {entity.id: entity for entity in page.entities},
        placed.places,
        timed.times,
        numbers.numbered,
        Voices(page.attributions),
        certainty.lexicon(knowledge),
        news_days(page, timed),
    )
    counted = [one.trigger for one in numbers.numbered if one.trigger is not None]
    words = ontology(knowledge)
    nearby = Nearby(around)
    found = [event for line in lines(page, placed, words, counted) for event in told(line, nearby.of(line.span))]
    once = {event.id: event for event in reversed(found)}  # sentences may overlap; the first telling stays
    ordered = sorted(once.values(), key=lambda event: (event.span, event.type))
    known = resolved(page, list(of_conflict(ordered, words)))
    return tuple(from_lead(page, repeated(page, known)))
