"""Event mentions that stand in the same words of two articles: one text tells of one happening."""

import re
from collections.abc import Iterator, Mapping, Sequence

from headwater.gathering.incidents.kinds import kind_of
from headwater.gathering.incidents.seeing import wording_of
from headwater.records import Account, Copy, Event, Passages, Words

_WORD = re.compile(r"\w+")
Place = tuple[int, int]


def aligned(accounts: Sequence[Account], copies: Sequence[Copy]) -> frozenset[tuple[str, str]]:
    """Pairs of event ids whose triggers are the same word of a shared passage, and name one kind of happening."""
    known = {account.body.article.id: account for account in accounts}
    return frozenset(
        pair for copy in copies if copy.a.article in known and copy.b.article in known for pair in _shared(copy, known)
    )


def _shared(copy: Copy, known: Mapping[str, Account]) -> Iterator[tuple[str, str]]:
    first = _by_word(known[copy.a.article], copy.a)
    second = _by_word(known[copy.b.article], copy.b)
    for place in sorted(first.keys() & second.keys()):
        a, b = first[place], second[place]
        if _scene(a, known[a.article]) == _scene(b, known[b.article]):
            yield (a.id, b.id) if a.id < b.id else (b.id, a.id)


def _by_word(account: Account, passages: Passages) -> dict[Place, Event]:
    """The event at each (passage, word) of the passages; of two at one word the first by id."""
    found: dict[Place, Event] = {}
    events = sorted(account.events, key=lambda event: event.id)
    for number, span in enumerate(passages.spans):
        starts = list(_word_starts(account.body.paragraphs, span.start, span.end))
        places = {start: index for index, start in enumerate(starts)}
        for event in events:
            if event.span.start in places and event.span.space == span.space:
                found.setdefault((number, places[event.span.start]), event)
    return found


def _word_starts(paragraphs: Sequence[Words], start: int, end: int) -> Iterator[int]:
    for paragraph in sorted(paragraphs, key=lambda one: one.span):
        if paragraph.span.start < end and start < paragraph.span.end:
            starts = (paragraph.span.start + match.start() for match in _WORD.finditer(paragraph.text))
            yield from (one for one in starts if start <= one < end)


def _scene(event: Event, account: Account) -> str:
    return kind_of(event.type, wording_of(event, account.body.paragraphs)[1]).scene
