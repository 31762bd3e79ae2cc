"""Articles tied together by copies."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from headwater.records import Copy, Family, Member, NamedRoot, Span
from headwater.records.identity import joint_id

TIED = frozenset({"identical", "edited_copy", "self_update"})
FROM_SHARE = 0.4

Tie = Literal["copies", "boilerplate"]


@dataclass(frozen=True, slots=True)
class _Side:
    """A copy seen from one of its articles: `comes` is true where this article's words come from the other."""

    copy: Copy
    other: str
    comes: bool
    spans: tuple[Span, ...]


def group(copies: Iterable[Copy]) -> tuple[Family, ...]:
    """Families, by id: of copies, and of articles that carry the same standing text.

    Articles belong together that are identical, edited or updated copies, or share at least FROM_SHARE of the shorter's
    words.  A member's parent is the article it was taken from, as far as a direction is known; the root is the one
    that all others lead to.  A family follows from the copies among its members alone.
    """
    sides: dict[Tie, dict[str, list[_Side]]] = {"copies": {}, "boilerplate": {}}
    for copy in copies:
        tie = tie_of(copy)
        if tie:
            first = _Side(copy, copy.b.article, copy.direction == "a_from_b", copy.a.spans)
            second = _Side(copy, copy.a.article, copy.direction == "b_from_a", copy.b.spans)
            sides[tie].setdefault(copy.a.article, []).append(first)
            sides[tie].setdefault(copy.b.article, []).append(second)
    edges = {tie: {article: [side.other for side in each] for article, each in sides[tie].items()} for tie in sides}
    families = (_family(tie, members, sides[tie]) for tie in sides for members in components(edges[tie]))
    return tuple(sorted(families, key=lambda family: family.id))


def tie_of(copy: Copy) -> Tie | None:
    """The kind of family that this copy ties, if one."""
    if copy.relation == "boilerplate":
        return "boilerplate"
    close = copy.relation in TIED or (copy.relation == "partial_reuse" and copy.score >= FROM_SHARE)
    return "copies" if close else None


def components(edges: Mapping[str, Sequence[str]], among: Iterable[str] | None = None) -> Iterator[list[str]]:
    """Articles that hang together, each group in order; only the groups of some where `among` is given."""
    seen: set[str] = set()
    for start in sorted(edges if among is None else among):
        if start in seen or start not in edges:
            continue
        members, ahead = [], [start]
        seen.add(start)
        while ahead:
            article = ahead.pop()
            members.append(article)
            new = sorted(set(edges[article]) - seen)
            seen.update(new)
            ahead.extend(new)
        yield sorted(members)


def _family(kind: Tie, members: Sequence[str], sides: Mapping[str, Sequence[_Side]]) -> Family:
    parents: dict[str, str] = {}
    chosen = {article: _choose(article, sides[article], parents) for article in members}
    root = _root(members, parents)
    return Family(
        joint_id("family", *members) if kind == "copies" else joint_id("family", kind, *members),
        kind,
        tuple(_member(article, chosen[article], article in parents) for article in members),
        root,
        _named(members, sides),
    )


def _choose(article: str, sides: Sequence[_Side], parents: dict[str, str]) -> _Side:
    """The copy that says most of where the article comes from: one with a known direction first, then most in common.

    Writes down the parent, unless that would close a circle.
    """
    ordered = sorted(sides, key=lambda side: (not side.comes, -side.copy.score, side.other))
    for side in ordered:
        if side.comes and not _leads_to(side.other, article, parents):
            parents[article] = side.other
            return side
    return ordered[0] if not ordered[0].comes else min(sides, key=lambda side: (-side.copy.score, side.other))


def _leads_to(start: str, goal: str, parents: Mapping[str, str]) -> bool:
    article: str | None = start
    while article is not None:
        if article == goal:
            return True
        article = parents.get(article)
    return False


def _root(members: Sequence[str], parents: Mapping[str, str]) -> str | None:
    """The one member without a parent, if there is just one: parents never close a circle, so all lead to it."""
    heads = [article for article in members if article not in parents]
    return heads[0] if len(heads) == 1 else None


def _member(article: str, side: _Side, has_parent: bool) -> Member:
    way: Literal["from_parent", "common_source", "unknown"] = "unknown"
    if has_parent:
        way = "from_parent"
    elif side.copy.direction == "common_source":
        way = "common_source"
    return Member(article, side.spans, side.other if has_parent else None, way, side.copy.relation)


def _named(members: Sequence[str], sides: Mapping[str, Sequence[_Side]]) -> NamedRoot | None:
    """The source that the copies have in common, where all that name one name the same."""
    copies = {side.copy.id: side.copy for article in members for side in sides[article]}
    named = [copies[id_] for id_ in sorted(copies) if copies[id_].common_source]
    names = {(copy.common_source or "").casefold() for copy in named}
    if len(names) != 1:
        return None
    spans = {span for copy in named for reason in copy.reason if reason.kind == "credit" for span in reason.spans}
    return NamedRoot(named[0].common_source or "", tuple(sorted(spans)))
