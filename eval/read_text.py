"""A text read as far as its quantities, as `reader.read_page` runs the stages; offsets are those of the text."""

from dataclasses import replace
from functools import lru_cache

from eval.plain_page import plain_page
from headwater.knowledge import Knowledge, load
from headwater.reading import attributions, capitals, names, quantities, sentences, signals, times
from headwater.reading.numbered import Numbers
from headwater.reading.spoken import Spoken
from headwater.records import Moment


@lru_cache(maxsize=1)
def knowledge() -> Knowledge:
    """What the reader knows, loaded once."""
    return load()


def spoken_of(identity: str, text: str, published: Moment | None = None) -> Spoken:
    """The text as one article, each line a block, read as far as who says what."""
    page, known = plain_page(identity, text), knowledge()
    articles = tuple(replace(article, published=published) for article in page.articles)
    seen = capitals.restored(page.text, page.blocks, articles, known)
    split = sentences.split(seen, page.blocks, articles, known)
    heard = signals.hear(seen, page.blocks, articles, split, known)
    named = names.read(seen, page.blocks, articles, heard, known)
    said = attributions.read(seen, page.blocks, articles, split, heard, named, known, inside=signals.hear_inside)
    return Spoken(seen, articles, split, heard, said.entities, said.mentions, said.attributions)


def numbers_of(spoken: Spoken) -> Numbers:
    """Its quantities."""
    known = knowledge()
    return quantities.read(spoken, times.read(spoken, known), known)
