"""All that gathering needs of an article: its words, and what was read in them."""

from dataclasses import dataclass

from headwater.records.articles import ArticleBody
from headwater.records.attributions import Attribution, Entity, Mention
from headwater.records.events import Event, Quantity


@dataclass(frozen=True, slots=True)
class Account:
    """One article as its page tells it, each kind of record in page order."""

    body: ArticleBody
    attributions: tuple[Attribution, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
