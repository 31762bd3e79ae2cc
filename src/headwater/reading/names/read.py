"""The names of a page, article by article."""

from collections.abc import Iterator

from headwater.knowledge import Knowledge
from headwater.reading.heard import NamedSpan, Signals
from headwater.reading.named import Named
from headwater.reading.names.finding import find
from headwater.reading.names.grouping import Group, grouped
from headwater.records import ARTICLE_ROLES, Article, Block, Entity, Mention, Span
from headwater.records.identity import record_id
from headwater.text import PageText


def read(
    text: PageText, blocks: tuple[Block, ...], articles: tuple[Article, ...], heard: Signals, knowledge: Knowledge
) -> Named:
    """Who and what the page's English articles name.  Nobody is the same across articles; that is for gathering."""
    entities: list[Entity] = []
    mentions: list[Mention] = []
    for article, paragraphs in _english(blocks, articles):
        inside = _within(heard.names, paragraphs)
        for group in grouped(text.text, find(text.text, paragraphs, inside, knowledge)):
            entity = _entity(group, article)
            entities.append(entity)
            mentions += [
                Mention(record_id("mention", article.page, one.span), entity.id, article.id, one.span, one.text)
                for one in group.namings
            ]
    return Named(tuple(entities), tuple(sorted(mentions, key=lambda mention: mention.span)))


def _english(blocks: tuple[Block, ...], articles: tuple[Article, ...]) -> Iterator[tuple[Article, list[Span]]]:
    for article in articles:
        if article.language == "und" or article.language.split("-")[0] == "en":
            own = [block.span for block in blocks if block.article == article.id and block.role in ARTICLE_ROLES]
            yield article, sorted(own)


def _within(names: tuple[NamedSpan, ...], paragraphs: list[Span]) -> list[NamedSpan]:
    """Names that lie in the paragraphs; both are in text order."""
    inside: list[NamedSpan] = []
    at = 0
    for paragraph in paragraphs:
        while at < len(names) and names[at].span.start < paragraph.start:
            at += 1
        while at < len(names) and names[at].span.end <= paragraph.end:
            inside.append(names[at])
            at += 1
    return inside


def _entity(group: Group, article: Article) -> Entity:
    first, fullest = group.namings[0], group.fullest
    actor = next((one.actor for one in group.namings if one.actor), None)
    class_ = actor.class_ if actor else fullest.class_
    return Entity(
        record_id("entity", article.page, first.span, class_),
        article.id,
        fullest.text,
        class_,
        known_as=actor.id if actor else None,
        side=actor.side if actor else None,
        described_as=next((one.office for one in group.namings if one.office), None),
    )
