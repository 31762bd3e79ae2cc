"""Who speaks in an article, and how much of its text is theirs."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from headwater.records import ARTICLE_ROLES, Article, Attribution, Block, Entity, Source, Span
from headwater.web.chain import called, known, levels

# An entity's id, or the class and the words of a speaker that is none.
Key = tuple[str, str]
# A stretch of text, and the attribution whose words it is.
Piece = tuple[int, int, Attribution]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks in an article.  Of the article's characters, `outermost` stand in words that the outlet gives
    to them, `jointly` is the part of these that they share with others, and `nested` stand in what others say they
    said.  `told` are their attributions, in text order; `remarks` what is said of them: office, side, description."""

    key: Key
    name: str
    class_: str
    entity: str | None = None
    resolved: bool = False
    remarks: tuple[str, ...] = ()
    told: tuple[Attribution, ...] = ()
    outermost: int = 0
    jointly: int = 0
    nested: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Those who say the same words together, mostly one, in the order in which they are first named; `characters` are
    counted in no other group."""

    speakers: tuple[Key, ...]
    characters: int


@dataclass(frozen=True, slots=True)
class Voices:
    """The text of an article, shared out: `own`, which is in nobody's words but the outlet's, and the groups make up
    `length`.  Speakers come by their part of it, largest first,
    then in the order in which they speak."""

    article: str
    length: int
    own: int
    groups: tuple[Group, ...]
    speakers: tuple[Speaker, ...]

    def share(self, characters: int) -> float:
        """This many characters as a part of the article's text; 0 where it has none."""
        return characters / self.length if self.length else 0.0


def voices(
    article: Article, blocks: Sequence[Block], attributions: Sequence[Attribution], entities: Sequence[Entity]
) -> Voices:
    """The voices of this article.  Its text is its blocks but for the header's; a voice's own words are its contents
    without insertions.  Where two that are not nested claim the same words, they are his who begins first."""
    said = sorted((one for one in attributions if one.article == article.id), key=lambda one: (_start(one), one.id))
    text = sorted(block.span for block in blocks if block.article == article.id and block.role in ARTICLE_ROLES)
    depth = levels(said)
    groups: Counter[tuple[Key, ...]] = Counter()
    order: dict[tuple[Key, ...], tuple[Key, ...]] = {}
    for length, told in _runs(text, [piece for one in said if not depth[one.id] for piece in _pieces(one)]):
        keys = _keys(told[0]) if told else ()
        groups[tuple(sorted(keys))] += length
        order.setdefault(tuple(sorted(keys)), keys)
    nested: Counter[Key] = Counter()
    for length, told in _runs(text, [piece for one in said if depth[one.id] for piece in _pieces(one)]):
        nested.update(dict.fromkeys((key for one in told for key in _keys(one)), length))
    own = groups.pop((), 0)
    speakers = _speakers(said, {entity.id: entity for entity in entities}, groups, nested)
    shared = tuple(Group(order[keys], characters) for keys, characters in groups.most_common())
    return Voices(article.id, own + groups.total(), own, shared, speakers)


def _start(said: Attribution) -> int:
    return min((content.span.start for content in said.contents if content.span.space == "text"), default=0)


def _pieces(said: Attribution) -> Iterator[Piece]:
    """The contents, cut where an insertion stands in them."""
    cuts = sorted(span for span in said.insertions if span.space == "text")
    for content in said.contents:
        if content.span.space == "text":
            at = content.span.start
            for cut in (*cuts, Span(content.span.end, content.span.end)):
                if at < min(cut.start, content.span.end):
                    yield at, min(cut.start, content.span.end), said
                at = max(at, cut.end)


def _runs(text: Sequence[Span], pieces: Sequence[Piece]) -> Iterator[tuple[int, list[Attribution]]]:
    """Stretches of the text between two borders: how long, and whose words, by where these begin."""
    waiting = sorted(pieces, key=lambda piece: (piece[0], -piece[1]))[::-1]
    active: list[Piece] = []
    for block in text:
        at = block.start
        while at < block.end:
            while waiting and waiting[-1][0] <= at:
                active.append(waiting.pop())
            active = [piece for piece in active if piece[1] > at]
            ends = [block.end, *(piece[1] for piece in active), *(piece[0] for piece in waiting[-1:])]
            yield min(ends) - at, [said for _, _, said in active]
            at = min(ends)


def _keys(said: Attribution) -> tuple[Key, ...]:
    return tuple(dict.fromkeys(_key(source) for source in said.sources)) or (("unnamed", "a speaker not found"),)


def _key(source: Source) -> Key:
    return ("entity", source.entity) if source.entity else (source.class_, called(source).casefold())


def _speakers(
    said: Sequence[Attribution],
    entities: Mapping[str, Entity],
    groups: Mapping[tuple[Key, ...], int],
    nested: Mapping[Key, int],
) -> tuple[Speaker, ...]:
    told: dict[Key, list[Attribution]] = {}
    sources: dict[Key, list[Source]] = {}
    for one in said:
        for key in _keys(one):
            told.setdefault(key, []).append(one)
        for source in one.sources:
            sources.setdefault(_key(source), []).append(source)
    made = []
    for key, theirs in told.items():
        shared = sum(characters for keys, characters in groups.items() if key in keys and len(keys) > 1)
        speaker = _speaker(key, sources.get(key, ()), entities.get(key[1]) if key[0] == "entity" else None)
        outermost = groups.get((key,), 0) + shared
        inner = nested.get(key, 0)
        made.append(replace(speaker, told=tuple(theirs), outermost=outermost, jointly=shared, nested=inner))
    return tuple(sorted(made, key=lambda one: (-one.outermost, -one.nested, -len(one.told))))


def _speaker(key: Key, sources: Sequence[Source], entity: Entity | None) -> Speaker:
    """Who that is, before anything is counted."""
    if not sources:
        return Speaker(key, name=key[1], class_=key[0])
    name = entity.name if entity else called(sources[0])
    remarks = [entity.side, entity.described_as] if entity else []
    remarks += [remark for source in sources for remark in (source.office, source.side, source.described_as)]
    return Speaker(
        key,
        name,
        class_=sources[0].class_,
        entity=sources[0].entity,
        resolved=known(sources[0]),
        remarks=tuple(dict.fromkeys(remark for remark in remarks if remark and remark != name)),
    )
