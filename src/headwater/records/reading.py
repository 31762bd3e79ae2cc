"""All that is read on one page."""

from dataclasses import dataclass

from headwater.records.articles import Article, Block
from headwater.records.attributions import Attribution, Entity, Mention
from headwater.records.events import Event, Quantity
from headwater.records.page import PageRecord
from headwater.records.span import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """One page, read.  `text` is the page text that every text span counts in; `sentences` tile the article text."""

    page: PageRecord
    text: str
    blocks: tuple[Block, ...]
    articles: tuple[Article, ...]
    sentences: tuple[Span, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
