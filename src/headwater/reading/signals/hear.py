"""One pass of the encoder over the sentences of a page, and a second one inside what is said."""

from collections.abc import Iterator, Sequence

from headwater.knowledge import Knowledge
from headwater.knowledge.encoder import Encoder
from headwater.knowledge.pieces import Pieces, Stretch
from headwater.reading.heard import Signals
from headwater.reading.signals.deciding import Ground, decide
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
    if knowledge.encoder is None:
        return Signals()
    return _ask(text.text, list(_by_article(blocks, articles, sentences)), knowledge.encoder)


def hear_inside(text: PageText, stretches: Sequence[Span], knowledge: Knowledge) -> Signals:
    """What the encoder says of each stretch when it is read as a sentence of its own."""
    if knowledge.encoder is None or not stretches:
        return Signals()
    groups = [[Stretch(span.start, span.end)] for span in sorted(stretches)]
    return _ask(text.text, groups, knowledge.encoder)


def _by_article(
    blocks: tuple[Block, ...], articles: tuple[Article, ...], sentences: tuple[Span, ...]
) -> Iterator[list[Stretch]]:
    """The sentences of each English article, in order."""
    english = {one.id for one in articles if one.language == "und" or one.language.split("-")[0] == "en"}
    ordered = sorted((block for block in blocks if block.article is not None), key=lambda block: block.span)
    groups: dict[str, list[Stretch]] = {}
    at = 0
    for span in sentences:
        while at < len(ordered) and ordered[at].span.end <= span.start:
            at += 1
        if at < len(ordered) and ordered[at].article in english:
            opens = at == 0 or span.start == ordered[at].span.start
            groups.setdefault(str(ordered[at].article), []).append(Stretch(span.start, span.end, opens))
    yield from groups.values()


def _ask(text: str, groups: Sequence[Sequence[Stretch]], encoder: Encoder) -> Signals:
    flat = [stretch for group in groups for stretch in group]
    pieces = encoder.cut(text, flat)
    cuts: list[list[Pieces]] = []
    at = 0
    for group in groups:
        cuts.append(pieces[at : at + len(group)])
        at += len(group)
    said = encoder.say(cuts)
    grounds = [
        Ground(number, order, one, saying)
        for number, (group, answers) in enumerate(zip(cuts, said, strict=True))
        for order, (one, saying) in enumerate(zip(group, answers, strict=True))
    ]
    return decide(grounds, encoder)
