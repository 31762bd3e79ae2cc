"""One pass of the encoder over the sentences of a page, and a second one inside what is said."""

from collections.abc import Sequence

from headwater.knowledge import Knowledge
from headwater.reading.signals.heard import Signals
from headwater.records import Article, Block, Span
from headwater.text import PageText


def hear(
    text: PageText,
    blocks: tuple[Block, ...],
    articles: tuple[Article, ...],
    sentences: tuple[Span, ...],
    knowledge: Knowledge,
) -> Signals:
    """What the encoder says of the English sentences; nothing where the package holds no encoder."""
    return Signals()


def hear_inside(text: PageText, stretches: Sequence[Span], knowledge: Knowledge) -> Signals:
    """What the encoder says of each stretch when it is read as a sentence of its own."""
    return Signals()
