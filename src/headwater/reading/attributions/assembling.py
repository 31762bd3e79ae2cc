"""Drafts made into records: speakers resolved, ids given."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from headwater.reading.attributions.cast import Cast, cast_of, learn
from headwater.reading.attributions.contents import insertions_of
from headwater.reading.attributions.ground import Ground
from headwater.reading.attributions.joint import namings_of
from headwater.reading.attributions.lexicon import Lexicon
from headwater.reading.attributions.naming import Naming
from headwater.reading.attributions.nesting import Voiced
from headwater.reading.attributions.said import Said
from headwater.reading.attributions.speaking import Speaking
from headwater.reading.attributions.stage import set_stage
from headwater.reading.attributions.stance import wording
from headwater.reading.named import Named
from headwater.records import Article, Attribution, Content, Mention, Source
from headwater.records.identity import record_id


def assemble(ground: Ground, article: Article, voiced: Sequence[Voiced], named: Named, lexicon: Lexicon) -> Said:
    """The records of one article: attributions in text order, all entities that are named, and their mentions."""
    namings = _namings(ground, voiced, named, lexicon)
    flat = [naming for own in namings for naming in own]
    cast = cast_of(article, named.entities, named.mentions, flat, lexicon)
    learn(cast, ground.text, [paragraph.span for paragraph in ground.paragraphs])
    stage = set_stage(ground.text, ground.outside(), cast, flat, lexicon)
    speaking = Speaking(ground, cast, stage)
    order = sorted(range(len(voiced)), key=lambda at: (_depth(voiced, at), voiced[at].draft.start))
    sources = {at: speaking.sources_of(at, voiced, namings[at]) for at in order}
    ids = [_id(article, voiced, at) for at in range(len(voiced))]
    attributions = [
        _attribution(ground.text, article, voiced, at, ids, sources[at], lexicon) for at in range(len(voiced))
    ]
    attributions.sort(key=lambda one: (one.contents[0].span.start, -one.contents[-1].span.end))
    return _said(cast, attributions, named)


def _namings(ground: Ground, voiced: Sequence[Voiced], named: Named, lexicon: Lexicon) -> list[list[Naming]]:
    places = sorted(mention.span for mention in named.mentions)
    return [
        [naming for source in one.draft.sources for naming in namings_of(ground.text, source, lexicon, places)]
        for one in voiced
    ]


def _depth(voiced: Sequence[Voiced], at: int) -> int:
    depth = 0
    parent = voiced[at].draft.parent
    while parent is not None:
        depth, parent = depth + 1, voiced[parent].draft.parent
    return depth


def _id(article: Article, voiced: Sequence[Voiced], at: int) -> str:
    """By kind and remove, so that one who hands on another's words is told from that other."""
    one, depth = voiced[at], _depth(voiced, at)
    type_ = _kind(one.contents) + (f"/{depth}" if depth else "")
    return record_id("attribution", article.page, one.contents[0].span, type_)


def _attribution(  # noqa: PLR0913, PLR0917 (one record out of all that is known of it)
    text: str,
    article: Article,
    voiced: Sequence[Voiced],
    at: int,
    ids: Sequence[str],
    sources: tuple[Source, ...],
    lexicon: Lexicon,
) -> Attribution:
    draft, contents = voiced[at].draft, voiced[at].contents
    return Attribution(
        ids[at],
        article.id,
        sources,
        draft.cues,
        contents,
        insertions_of(text, contents),
        _kind(contents),
        wording(text, draft.cues, lexicon).stance,
        None if draft.parent is None else ids[draft.parent],
        draft.rule,
        draft.doubt,
    )


def _kind(contents: Sequence[Content]) -> Literal["direct", "indirect", "mixed"]:
    verbatim = {content.verbatim for content in contents}
    return "mixed" if len(verbatim) == 2 else "direct" if True in verbatim else "indirect"


def _said(cast: Cast, attributions: Sequence[Attribution], named: Named) -> Said:
    """Those entities that are named by the stage before, or speak; mentions of these, each with its voice."""
    kept = {source.entity for one in attributions for source in one.sources} | {one.id for one in named.entities}
    entities = tuple(entity for id_, entity in cast.entities.items() if id_ in kept)
    mentions = [*named.mentions, *(mention for mention in cast.added.values() if mention.entity in kept)]
    return Said(tuple(attributions), entities, tuple(_voiced(mentions, attributions)))


def _voiced(mentions: Sequence[Mention], attributions: Sequence[Attribution]) -> list[Mention]:
    """The mentions in text order, each with the innermost attribution in whose content it stands."""
    contents = sorted(
        (
            (content.span.start, -content.span.end, depth, one.id)
            for one, depth in _depths(attributions)
            for content in one.contents
        )
    )
    open_: list[tuple[int, str]] = []
    at, found = 0, []
    for mention in sorted(mentions, key=lambda one: one.span):
        while at < len(contents) and contents[at][0] <= mention.span.start:
            while open_ and open_[-1][0] <= contents[at][0]:
                open_.pop()
            open_.append((-contents[at][1], contents[at][3]))
            at += 1
        while open_ and open_[-1][0] < mention.span.end:
            open_.pop()
        found.append(replace(mention, voice=open_[-1][1] if open_ else None))
    return found


def _depths(attributions: Sequence[Attribution]) -> list[tuple[Attribution, int]]:
    parents = {one.id: one.parent for one in attributions}
    depths: list[tuple[Attribution, int]] = []
    for one in attributions:
        depth, parent = 0, one.parent
        while parent is not None:
            depth, parent = depth + 1, parents[parent]
        depths.append((one, depth))
    return depths
