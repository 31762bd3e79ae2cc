"""The plot of reading: one page, from its bytes to who says what."""

from headwater.knowledge import Knowledge
from headwater.reading import articles, attributions, events, names, sentences, signals
from headwater.records import Page, Reading, Unread


def read_page(page: Page, knowledge: Knowledge) -> Reading | Unread:
    """All that can be read on one page.  Pure: the same page and knowledge give the same reading.

    A page that cannot be read comes back as Unread with its reason; nothing is raised for what a page contains.
    """
    layout = articles.read(page, knowledge)
    if isinstance(layout, Unread):
        return layout
    split = sentences.split(layout.text, layout.blocks, layout.articles, knowledge)
    heard = signals.hear(layout.text, layout.blocks, layout.articles, split, knowledge)
    named = names.read(layout.text, layout.blocks, layout.articles, heard, knowledge)
    said = attributions.read(
        layout.text, layout.blocks, layout.articles, split, heard, named, knowledge, inside=signals.hear_inside
    )
    told = events.read(layout.text, layout.articles, split, said.attributions, knowledge)
    return Reading(
        page=layout.page,
        text=layout.text.text,
        blocks=layout.blocks,
        articles=layout.articles,
        sentences=split,
        attributions=said.attributions,
        entities=said.entities,
        mentions=said.mentions,
        quantities=told.quantities,
        events=told.events,
    )
