"""Drafts made into records: speakers resolved, ids given."""

import re
from collections.abc import Sequence

from headwater.reading.attributions.cast import Voice, cast_of
from headwater.reading.attributions.draft import Draft
from headwater.reading.attributions.said import Said
from headwater.reading.attributions.stage import Stage
from headwater.records import Article, Attribution, Content, Entity, Source, Span
from headwater.records.identity import record_id

_INSERTION = re.compile(r"\[[^\[\]\n]{1,200}\]")


def assemble(stage: Stage, drafts: Sequence[Draft], voices: Sequence[Voice]) -> Said:
    """The records of one article.  Entities are those who speak in a quotation; mentions, where they are named beside
    any cue."""
    article = stage.article
    spoken = [Voice(draft.naming, draft.quotations[0].first) for draft in drafts]
    cast = cast_of(article.id, article.page, [voice.naming for voice in [*voices, *spoken]])
    attributions: list[Attribution] = []
    resolved: dict[int, Entity] = {}
    for draft, voice in zip(drafts, spoken, strict=True):
        entity = cast.of(draft.naming)
        if draft.naming.gender in ("he", "she") and draft.naming.pronoun:
            entity = stage.who(voice, resolved, cast)
            resolved |= {voice.paragraph: entity} if entity else {}
        attributions.append(_attribution(stage.text, article, draft, entity))
    kept = {source.entity for attribution in attributions for source in attribution.sources}
    entities = tuple(entity for entity in cast.entities.values() if entity.id in kept)
    mentions = cast.mentions(article.page, frozenset(entity.id for entity in entities))
    return Said(tuple(attributions), entities, tuple(mentions))


def _attribution(text: str, article: Article, draft: Draft, entity: Entity | None) -> Attribution:
    naming = draft.naming
    contents = tuple(
        Content(_trimmed(text, part), verbatim=True) for quotation in draft.quotations for part in quotation.parts
    )
    source = Source(
        naming.span,
        naming.text,
        entity.id if entity else None,
        entity.name if entity else naming.name,
        entity.class_ if entity and naming.pronoun else naming.class_,  # type: ignore[arg-type]
        naming.office,
        None,
        naming.described_as,
    )
    return Attribution(
        record_id("attribution", article.page, contents[0].span, draft.kind),
        article.id,
        (source,),
        (draft.cue,),
        contents,
        tuple(span for content in contents for span in _insertions(text, content.span)),
        draft.kind,
        draft.stance,
        None,
        draft.rule,
    )


def _insertions(text: str, span: Span) -> list[Span]:
    """[Words] that the enclosing voice puts into what it quotes."""
    return [Span(match.start(), match.end()) for match in _INSERTION.finditer(text, span.start, span.end)]


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))
