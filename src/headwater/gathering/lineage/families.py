"""Articles tied together by copies."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from headwater.records import Copy, Family, Member, NamedRoot, Span
from headwater.records.identity import joint_id

TIES = frozenset({"identical", "edited_copy", "self_update"})
FROM_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class _Side:
    """A copy seen from one of its articles: `comes` is true where this article's words come from the other."""

    copy: Copy
    other: str
    comes: bool
    spans: tuple[Span, ...]


def group(copies: Iterable[Copy]) -> tuple[Family, ...]:
    """Families of copies, by id.

    Articles belong together that are identical, edited or updated copies, or share at least FROM_SHARE of the shorter's
    words.  A member's parent is the article it was taken from, as far as a direction is known; the root is the one
    that all others lead to.
    """
    ties = [copy for copy in copies if copy.relation in TIES or _shares_enough(copy)]
    sides: dict[str, list[_Side]] = {}
    for copy in ties:
        sides.setdefault(copy.a.article, []).append(
            _Side(copy, copy.b.article, copy.direction == "a_from_b", copy.a.spans)
        )
        sides.setdefault(copy.b.article, []).append(
            _Side(copy, copy.a.article, copy.direction == "b_from_a", copy.b.spans)
        )
    families = (_family(members, sides) for members in _components(sides))
    return tuple(sorted(families, key=lambda family: family.id))


def _shares_enough(copy: Copy) -> bool:
    return copy.relation == "partial_reuse" and copy.score >= FROM_SHARE


def _components(sides: Mapping[str, Sequence[_Side]]) -> Iterator[list[str]]:
    seen: set[str] = set()
    for start in sorted(sides):
        if start in seen:
            continue
        members, ahead = [], [start]
        seen.add(start)
        while ahead:
            article = ahead.pop()
            members.append(article)
            new = sorted({side.other for side in sides[article]} - seen)
            seen.update(new)
            ahead.extend(new)
        yield sorted(members)


def _family(members: Sequence[str], sides: Mapping[str, Sequence[_Side]]) -> Family:
    parents: dict[str, str] = {}
    chosen = {article: _choose(article, sides[article], parents) for article in members}
    root = _root(members, parents)
    return Family(
        joint_id("family", *members),
        "copies",
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
