"""Quotations of a page, given to their speakers."""

from collections.abc import Iterator, Sequence

from headwater.knowledge import Knowledge
from headwater.reading.attributions.assembling import assemble
from headwater.reading.attributions.cast import Voice
from headwater.reading.attributions.draft import Draft
from headwater.reading.attributions.lexicon import Lexicon, lexicon
from headwater.reading.attributions.quotations import Paragraph, Quotation, find_quotations
from headwater.reading.attributions.said import Said
from headwater.reading.attributions.setting import Ground, Setting
from headwater.reading.attributions.speakers import RULES
from headwater.reading.attributions.speakers import heard as spoken
from headwater.reading.attributions.stage import Stage
from headwater.reading.heard import HearInside, Signals, unheard
from headwater.reading.named import Named
from headwater.reading.words import tokenize
from headwater.records import ARTICLE_ROLES, Article, Block, Span
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
    """The direct quotations of the page's English articles that a rule gives a speaker, and those speakers.

    A quotation for which no rule answers is left out: it may be a scare quote, a title, or somebody whom the text does
    not tell.
    """
    words = lexicon(knowledge)
    paragraphs = _paragraphs(blocks, articles)
    parts = [
        _read_article(text.text, article, paragraphs[article.id], sentences, words)
        for article in articles
        if article.language == "und" or article.language.split("-")[0] == "en"
    ]
    return Said(
        tuple(attribution for part in parts for attribution in part.attributions),
        tuple(entity for part in parts for entity in part.entities),
        tuple(mention for part in parts for mention in part.mentions),
    )


def _paragraphs(blocks: tuple[Block, ...], articles: tuple[Article, ...]) -> dict[str, list[Paragraph]]:
    paragraphs: dict[str, list[Paragraph]] = {article.id: [] for article in articles}
    for block in sorted(blocks, key=lambda block: block.span):
        if block.article in paragraphs and block.role in ARTICLE_ROLES:
            own = paragraphs[block.article]
            own.append(Paragraph(len(own), block.span, block.role))
    return paragraphs


def _read_article(
    text: str, article: Article, paragraphs: list[Paragraph], sentences: tuple[Span, ...], words: Lexicon
) -> Said:
    quotations = _with_block_quotations(find_quotations(text, paragraphs), paragraphs)
    if not quotations or not sentences:
        return Said((), (), ())
    ground = Ground(text, paragraphs, sentences, quotations)
    drafts = _drafts(ground, words)
    outside = ground.outside()
    return assemble(Stage(text, article, outside, words), drafts, list(_voices(ground, outside, words)))


def _with_block_quotations(quotations: list[Quotation], paragraphs: list[Paragraph]) -> list[Quotation]:
    """The quotations, and each block set as a quotation that has no marks of its own."""
    marked = {index for quotation in quotations for index in range(quotation.first, quotation.last + 1)}
    blocks = [
        Quotation((paragraph.span,), paragraph.span.start, paragraph.span.end, paragraph.index, paragraph.index, False)
        for paragraph in paragraphs
        if paragraph.role == "quotation" and paragraph.index not in marked
    ]
    return sorted([*quotations, *blocks], key=lambda quotation: quotation.start)


def _drafts(ground: Ground, words: Lexicon) -> list[Draft]:
    drafts: list[Draft] = []
    for index, quotation in enumerate(ground.quotations):
        setting = ground.setting(index)
        previous = drafts[-1] if drafts else None
        draft = _draft(quotation, setting, words)
        if previous and (_goes_on(previous, quotation, setting) if draft is None else draft.cue == previous.cue):
            previous.quotations.append(quotation)
        elif draft:
            drafts.append(draft)
    return drafts


def _draft(quotation: Quotation, setting: Setting, words: Lexicon) -> Draft | None:
    for rule in RULES:
        found = rule(setting, words)
        if found:
            return Draft([quotation], found.naming, found.cue, found.stance, found.kind, rule.__name__)
    return None


def _goes_on(previous: Draft, quotation: Quotation, setting: Setting) -> bool:
    """“…,” Maro Tevin said. “…” : the speaker goes on in the same paragraph, in a sentence of quoted words alone."""
    last = previous.quotations[-1]
    return (
        previous.kind == "direct"
        and last.last == quotation.first
        and not setting.before
        and not [token for token in setting.after if token.word]
        and setting.ends_speech
        and quotation.start >= max(previous.cue.end, last.end)
    )


def _voices(ground: Ground, outside: Sequence[Sequence[Span]], words: Lexicon) -> Iterator[Voice]:
    """Everybody named beside a cue outside quotation marks."""
    for paragraph, spans in enumerate(outside):
        for span in spans:
            for found in spoken(ground.text, tokenize(ground.text, span.start, span.end), words):
                yield Voice(found.naming, paragraph)
