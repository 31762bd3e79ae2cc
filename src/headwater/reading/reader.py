"""The plot of reading: one page, from its bytes to who says what."""

from headwater.knowledge import Knowledge
from headwater.reading import (
    articles,
    attributions,
    capitals,
    events,
    names,
    places,
    quantities,
    sentences,
    signals,
    times,
)
from headwater.reading.spoken import Spoken
from headwater.records import Page, Reading, Unread


def read_page(page: Page, knowledge: Knowledge) -> Reading | Unread:
    """All that can be read on one page.  Pure: the same page and knowledge give the same reading.

    A page that cannot be read comes back as Unread with its reason; nothing is raised for what a page contains.
    """
    layout = articles.read(page, knowledge)
    if isinstance(layout, Unread):
        return layout
    text = capitals.restored(layout.text, layout.blocks, layout.articles, knowledge)
    split = sentences.split(text, layout.blocks, layout.articles, knowledge)
    heard = signals.hear(text, layout.blocks, layout.articles, split, knowledge)
    named = names.read(text, layout.blocks, layout.articles, heard, knowledge)
    said = attributions.read(
        text, layout.blocks, layout.articles, split, heard, named, knowledge, inside=signals.hear_inside
    )
    spoken = Spoken(text, layout.articles, split, heard, said.entities, said.mentions, said.attributions)
    timed = times.read(spoken, knowledge)
    placed = places.read(spoken, knowledge)
    numbers = quantities.read(spoken, timed, knowledge)
    happenings = events.read(spoken, timed, placed, numbers, knowledge)
    reading = Reading(
        page=layout.page,
        text=layout.text.text,
        blocks=layout.blocks,
        articles=layout.articles,
        sentences=split,
        attributions=said.attributions,
        entities=said.entities,
        mentions=said.mentions,
        quantities=tuple(numbered.quantity for numbered in numbers.numbered),
        events=happenings,
    )
    return reading if text is layout.text else capitals.as_received(reading, layout.text)
