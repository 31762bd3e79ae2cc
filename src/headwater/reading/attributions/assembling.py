"""Drafts made into records: speakers resolved, ids given."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from headwater.reading.attributions.cast import Cast, Voice, cast_of, who
from headwater.reading.attributions.draft import Draft
from headwater.reading.attributions.said import Said
from headwater.records import Article, Attribution, Content, Entity, Source, Span
from headwater.records.identity import record_id

PARAGRAPHS_BACK = 2
MOST_NEAR = 50
_INSERTION = re.compile(r"\[[^\[\]\n]{1,200}\]")


def assemble(text: str, article: Article, drafts: Sequence[Draft], voices: Sequence[Voice]) -> Said:
    """The records of one article.  Entities are those who speak in a quotation; mentions, where they are named beside
    any cue."""
    spoken = [Voice(draft.naming, draft.quotations[0].first) for draft in drafts]
    everyone = sorted([*voices, *spoken], key=lambda voice: voice.naming.span)
    cast = cast_of(article.id, article.page, [voice.naming for voice in everyone])
    attributions: list[Attribution] = []
    resolved: dict[int, Voice] = {}
    first_named = {entity.id: naming for naming in reversed(cast.namings) if (entity := cast.of(naming))}
    for draft, voice in zip(drafts, spoken, strict=True):
        entity = _entity(voice, [*_near(voice, everyone), *_resolved_near(voice, resolved)], cast)
        if entity and draft.naming.pronoun:
            resolved[voice.paragraph] = Voice(first_named[entity.id], voice.paragraph)
        attributions.append(_attribution(text, article, draft, entity))
    kept = {source.entity for attribution in attributions for source in attribution.sources}
    entities = tuple(entity for entity in cast.entities.values() if entity.id in kept)
    mentions = cast.mentions(article.page, frozenset(entity.id for entity in entities))
    return Said(tuple(attributions), entities, tuple(mentions))


def _entity(voice: Voice, earlier: Sequence[Voice], cast: Cast) -> Entity | None:
    if not voice.naming.pronoun:
        return cast.of(voice.naming)
    return who(voice, earlier, cast) if voice.naming.gender in ("he", "she") else None


def _near(voice: Voice, everyone: Sequence[Voice]) -> Sequence[Voice]:
    """Those who spoke before, in this paragraph or the few before it."""
    end = bisect_left(everyone, voice.naming.span, key=lambda other: other.naming.span)
    start = end
    while start > 0 and end - start < MOST_NEAR and voice.paragraph - everyone[start - 1].paragraph <= PARAGRAPHS_BACK:
        start -= 1
    return everyone[start:end]


def _resolved_near(voice: Voice, resolved: Mapping[int, Voice]) -> list[Voice]:
    near = range(voice.paragraph - PARAGRAPHS_BACK, voice.paragraph + 1)
    return [resolved[paragraph] for paragraph in near if paragraph in resolved]


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
