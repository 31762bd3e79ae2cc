"""Where each account of an incident comes from: origin, and under it the articles by copy, chain and credit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.ledger.base import View
from headwater.records import Attribution, Family, Reason, Span
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
    """A reason in words, and the places where it can be checked."""

    words: str
    hrefs: tuple[str, ...]


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
    articles = sorted({place.article for column in table.columns for place in column.places})
    families = {family.id: family for article in articles for family in view.records("family", article=article)}
    parents = dict(_parents(list(families.values())))
    said = {one.id: one for article in articles for one in view.records("attribution", article=article)}
    return tuple(_tree(column, parents, said, entries) for column in table.columns)


def _parents(families: Sequence[Family]) -> Iterator[tuple[str, tuple[str, str]]]:
    for family in families:
        for member in family.members:
            if member.parent is not None and family.kind == "copies":
                yield member.article, (member.parent, plain_name(member.relation))


def _tree(
    column: Column,
    parents: Mapping[str, tuple[str, str]],
    said: Mapping[str, Attribution],
    entries: Mapping[str, Entry],
) -> Tree:
    reasons = [_read(reason, said, entries) for reason in column.origin.reason]
    here = {place.article for place in column.places}

    def branch(place: Place, how: str, seen: frozenset[str]) -> Branch:
        whys = _whys([one for one in reasons if one.article == place.article], entries)
        children = [one for one in column.places if parents.get(one.article, ("",))[0] == place.article]
        fresh = [one for one in children if one.article not in seen]
        below = [branch(one, parents[one.article][1], seen | {one.article}) for one in fresh]
        return Branch(place, how, whys, tuple(below))

    tops = [one for one in column.places if parents.get(one.article, ("",))[0] not in here]
    elsewhere = _whys([one for one in reasons if one.article not in here], entries)
    return Tree(column, tuple(branch(one, "", frozenset((one.article,))) for one in tops), elsewhere)


@dataclass(frozen=True, slots=True)
class _Read:
    """A reason with the record that it is read from: who speaks there, and in which article."""

    reason: Reason
    words: str
    article: str | None


def _read(reason: Reason, said: Mapping[str, Attribution], entries: Mapping[str, Entry]) -> _Read:
    voice = said.get(reason.id or "")
    if voice is not None:
        told = "a denial by" if voice.stance == "denial" else "quotes"
        return _Read(reason, f"{told} {together(voice.sources)}", voice.article)
    words = WORDS.get(reason.kind, plain_name(reason.kind))
    return _Read(reason, words, reason.id if reason.id in entries else None)


def _whys(reasons: Sequence[_Read], entries: Mapping[str, Entry]) -> tuple[Why, ...]:
    """The reasons, those of the same words together."""
    found: dict[str, dict[str, None]] = {}
    for one in reasons:
        hrefs = found.setdefault(shorten(one.words, 80), {})
        href = _href(one, entries)
        if href is not None:
            hrefs[href] = None
    return tuple(Why(words, tuple(hrefs)) for words, hrefs in found.items())


def _href(one: _Read, entries: Mapping[str, Entry]) -> str | None:
    entry = entries.get(one.article or "")
    span: Span | None = next((span for span in one.reason.spans if span.space == "text"), None)
    if entry is not None and span is not None:
        return at(entry.page.id, span)
    return record(one.reason.id) if one.reason.id else None
