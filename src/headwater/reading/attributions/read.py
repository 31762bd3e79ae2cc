"""The plot of attributions: parts of a page joined to what somebody says, with who says it."""

from collections.abc import Sequence

from headwater.knowledge import Knowledge
from headwater.reading.attributions.assembling import assemble
from headwater.reading.attributions.draft import Draft
from headwater.reading.attributions.ground import Ground
from headwater.reading.attributions.joining import joined
from headwater.reading.attributions.lexicon import Lexicon, lexicon
from headwater.reading.attributions.linking import linked
from headwater.reading.attributions.nesting import nested
from headwater.reading.attributions.portions import portions
from headwater.reading.attributions.quotations import Paragraph, Quotation, find_quotations
from headwater.reading.attributions.rules import by_rule
from headwater.reading.attributions.said import Said
from headwater.reading.attributions.unclosed import end_of_speech
from headwater.reading.heard import HearInside, Signals, unheard
from headwater.reading.named import Named
from headwater.records import ARTICLE_ROLES, Article, Block, Entity, Mention, Span
from headwater.text import PageText


def read(  # noqa: PLR0913, PLR0917 (a stage takes what the stages before it gave)
    text: PageText,
    blocks: tuple[Block, ...],
    articles: tuple[Article, ...],
    sentences: tuple[Span, ...],
    heard: Signals,
    named: Named,
    knowledge: Knowledge,
    *,
    inside: HearInside = unheard,
) -> Said:
    """What the page's English articles say in somebody else's voice, with who says it, at every remove.

    `inside` hears what is said within what is said.  Words in no attribution are the outlet's own; where no rule and no
    part finds who speaks a quotation, it stays with the outlet: a scare quote, a title, or nobody told.
    """
    words = lexicon(knowledge)
    paragraphs = _paragraphs(blocks, articles)
    own = portions(heard, [[paragraph.span for paragraph in paragraphs[article.id]] for article in articles])
    names = _by_article(named, articles)
    parts: list[Said] = []
    for article, signals in zip(articles, own, strict=True):
        ground = _ground(text.text, paragraphs[article.id], sentences, words) if _is_english(article) else None
        if ground is None:
            parts.append(Said((), names[article.id].entities, names[article.id].mentions))
            continue
        top = _outermost(ground, signals, words)
        voiced = nested(ground, top, words, lambda stretches: inside(text, stretches, knowledge))
        parts.append(assemble(ground, article, voiced, names[article.id], words))
    return Said(
        tuple(attribution for part in parts for attribution in part.attributions),
        tuple(entity for part in parts for entity in part.entities),
        tuple(mention for part in parts for mention in part.mentions),
    )


def _is_english(article: Article) -> bool:
    return article.language == "und" or article.language.split("-")[0] == "en"


def _by_article(named: Named, articles: Sequence[Article]) -> dict[str, Named]:
    entities: dict[str, list[Entity]] = {article.id: [] for article in articles}
    mentions: dict[str, list[Mention]] = {article.id: [] for article in articles}
    for entity in named.entities:
        entities[entity.article].append(entity)
    for mention in named.mentions:
        mentions[mention.article].append(mention)
    return {id_: Named(tuple(own), tuple(mentions[id_])) for id_, own in entities.items()}


def _paragraphs(blocks: Sequence[Block], articles: Sequence[Article]) -> dict[str, list[Paragraph]]:
    paragraphs: dict[str, list[Paragraph]] = {article.id: [] for article in articles}
    for block in sorted(blocks, key=lambda block: block.span):
        if block.article in paragraphs and block.role in ARTICLE_ROLES:
            own = paragraphs[block.article]
            own.append(Paragraph(len(own), block.span, block.role))
    return paragraphs


def _outermost(ground: Ground, heard: Signals, words: Lexicon) -> list[Draft]:
    """The attributions that stand in no other: by rule alone where the encoder says nothing of the article."""
    rules = by_rule(ground, words)
    return joined(ground, linked(heard, ground.sentences), rules, words) if heard.parts else rules


def _ground(text: str, paragraphs: list[Paragraph], sentences: tuple[Span, ...], words: Lexicon) -> Ground | None:
    """The article as the rules look at it; null where it has no text."""
    if not paragraphs or not sentences:
        return None
    quotations = find_quotations(text, paragraphs, lambda start, end: end_of_speech(text, start, end, words))
    return Ground(text, paragraphs, sentences, _with_block_quotations(quotations, paragraphs))


def _with_block_quotations(quotations: list[Quotation], paragraphs: list[Paragraph]) -> list[Quotation]:
    """The quotations, and each block set as a quotation that has no marks of its own."""
    marked = {index for quotation in quotations for index in range(quotation.first, quotation.last + 1)}
    blocks = [
        Quotation(
            (paragraph.span,),
            paragraph.span.start,
            paragraph.span.end,
            paragraph.index,
            paragraph.index,
            (paragraph.span,),
            marked=False,
        )
        for paragraph in paragraphs
        if paragraph.role == "quotation" and paragraph.index not in marked
    ]
    return sorted([*quotations, *blocks], key=lambda quotation: quotation.start)
