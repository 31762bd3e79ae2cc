"""A page read as far as who says what: what the later stages work on."""

from dataclasses import dataclass

from headwater.reading.heard import Signals
from headwater.records import Article, Attribution, Entity, Mention, Span
from headwater.text import PageText

UNHEARD = Signals()


@dataclass(frozen=True, slots=True)
class Spoken:
    """The text, its articles and sentences, what the encoder hears in them, who is named, and who says what."""

    text: PageText
    articles: tuple[Article, ...]
    sentences: tuple[Span, ...]
    heard: Signals = UNHEARD
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
