"""Where each account of an incident comes from: origin, and under it the articles by copy, chain and credit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.ledger.base import View
from headwater.records import Article, Attribution, Family, Reason, Span
from headwater.web.catalogue import Entry
from headwater.web.chain import together
from headwater.web.links import at, record
from headwater.web.matrix import Column, Matrix
from headwater.web.stands import Place
from headwater.web.wording import plain_name, shorten

WORDS = {
    "chain": "the words name it",
    "credit": "credited",
    "copy": "same words",
    "outlet_family": "the outlet's own word",
}


@dataclass(frozen=True, slots=True)
class Why:
    """A reason in words, and where it can be checked."""

    words: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Branch:
    """An article below an origin or below the article it was taken from (`how`), with the reasons that stand in it."""

    place: Place
    how: str
    whys: tuple[Why, ...]
    below: tuple["Branch", ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """An origin with its articles; `elsewhere` are reasons that stand in none of them."""

    column: Column
    branches: tuple[Branch, ...]
    elsewhere: tuple[Why, ...]


def trees(table: Matrix, view: View, entries: Mapping[str, Entry]) -> tuple[Tree, ...]:
    """The tree of each origin, in the order of the columns."""
    articles = {place.article for column in table.columns for place in column.places}
    families = {family.id: family for article in sorted(articles) for family in view.records("family", article=article)}
    parents = dict(_parents(list(families.values())))
    return tuple(_tree(column, parents, view, entries) for column in table.columns)


def _parents(families: Sequence[Family]) -> Iterator[tuple[str, tuple[str, str]]]:
    for family in families:
        for member in family.members:
            if member.parent is not None and family.kind == "copies":
                yield member.article, (member.parent, plain_name(member.relation))


def _tree(column: Column, parents: Mapping[str, tuple[str, str]], view: View, entries: Mapping[str, Entry]) -> Tree:
    reasons = [_read(reason, view) for reason in column.origin.reason]
    here = {place.article for place in column.places}

    def branch(place: Place, how: str, seen: frozenset[str]) -> Branch:
        whys = tuple(_why(one, entries) for one in reasons if one.article == place.article)
        children = [one for one in column.places if parents.get(one.article, ("",))[0] == place.article]
        fresh = [one for one in children if one.article not in seen]
        below = [branch(one, parents[one.article][1], seen | {one.article}) for one in fresh]
        return Branch(place, how, tuple(dict.fromkeys(whys)), tuple(below))

    tops = [one for one in column.places if parents.get(one.article, ("",))[0] not in here]
    elsewhere = tuple(_why(one, entries) for one in reasons if one.article not in here)
    return Tree(
        column, tuple(branch(one, "", frozenset((one.article,))) for one in tops), tuple(dict.fromkeys(elsewhere))
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """A reason with the record that it is read from: who speaks there, and in which article."""

    reason: Reason
    words: str
    article: str | None


def _read(reason: Reason, view: View) -> _Read:
    found = view.find(reason.id) if reason.id else None
    words = WORDS.get(reason.kind, plain_name(reason.kind))
    if found is not None and isinstance(found.record, Attribution):
        told = {"denial": "a denial by"}.get(found.record.stance, "quotes")
        return _Read(reason, f"{told} {together(found.record.sources)}", found.record.article)
    return _Read(reason, words, found.record.id if found is not None and isinstance(found.record, Article) else None)


def _why(one: _Read, entries: Mapping[str, Entry]) -> Why:
    entry = entries.get(one.article or "")
    span: Span | None = next((span for span in one.reason.spans if span.space == "text"), None)
    if entry is not None and span is not None:
        return Why(shorten(one.words, 80), at(entry.page.id, span))
    return Why(shorten(one.words, 80), record(one.reason.id) if one.reason.id else None)
