"""All accounts by what their records are known by."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from headwater.records import Account, Actor, Attribution, Entity, Event, Quantity, Span

MOST_NESTED = 12
ARTICLES = re.compile(r"^(?:the|a|an|its|their|his|her)\s+")


@dataclass(frozen=True)
class Told:
    """One account, with its records by id."""

    account: Account

    @property
    def article(self) -> str:
        return self.account.body.article.id

    @property
    def as_of(self) -> str | None:
        """When the article came out, as far as it says: of its publication before its last change."""
        article = self.account.body.article
        moment = article.published or article.modified
        return moment.date if moment else None

    @cached_property
    def attributions(self) -> dict[str, Attribution]:
        return {one.id: one for one in self.account.attributions}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        return {one.id: one for one in self.account.entities}

    @cached_property
    def quantities(self) -> dict[str, Quantity]:
        return {one.id: one for one in self.account.quantities}

    def chain(self, ids: Iterable[str]) -> tuple[Attribution, ...]:
        """These attributions and all that they stand in, the outermost first."""
        found: dict[str, Attribution] = {}
        for id_ in ids:
            one = self.attributions.get(id_)
            while one is not None and one.id not in found and len(found) < MOST_NESTED:
                found[one.id] = one
                one = self.attributions.get(one.parent) if one.parent else None
        return tuple(sorted(found.values(), key=lambda one: (self._depth(one), -_reach(one), one.id)))

    def _depth(self, one: Attribution) -> int:
        depth, above = 0, one.parent
        while above is not None and above in self.attributions and depth < MOST_NESTED:
            depth, above = depth + 1, self.attributions[above].parent
        return depth

    def words(self, span: Span) -> str:
        """The words of the article there; none where the span stands in no paragraph of it."""
        for paragraph in self.account.body.paragraphs:
            if paragraph.span.space == span.space and paragraph.span.start <= span.start < paragraph.span.end:
                begin = paragraph.span.start
                return paragraph.text[span.start - begin : span.end - begin]
        return ""


class Library:
    """The accounts, found by article and by event, and who is one and the same among those named."""

    def __init__(self, accounts: Sequence[Account], actors: Sequence[Actor]) -> None:
        self._told = {account.body.article.id: Told(account) for account in accounts}
        self._events = {event.id: event for account in accounts for event in account.events}
        self._actors = {entity: actor for actor in actors for entity in actor.entities}
        self._bearers: dict[str, set[str]] = {}
        for account in accounts:
            for entity in account.entities:
                actor = self._actors.get(entity.id)
                if actor is not None:
                    self._bearers.setdefault(fold(entity.name), set()).add(actor.id)

    def told(self, article: str) -> Told:
        return self._told[article]

    def event(self, id_: str) -> Event | None:
        return self._events.get(id_)

    def actor(self, entity: str | None) -> Actor | None:
        return self._actors.get(entity) if entity else None

    def identity(self, entity: str | None, name: str) -> str:
        """Equal for those who are held to be one: the actor; for somebody whom no actor holds, the one actor of that
        name; else the name, for two of one name who are not told apart may be one."""
        actor = self.actor(entity)
        if actor is not None:
            return f"actor:{actor.id}"
        bearers = self._bearers.get(fold(name), set())
        return f"actor:{next(iter(bearers))}" if len(bearers) == 1 else f"name:{fold(name)}"


def fold(words: str) -> str:
    """Case, spacing and a leading article left aside."""
    return ARTICLES.sub("", " ".join(words.casefold().split()))


def _reach(one: Attribution) -> int:
    return sum(len(content.span) for content in one.contents)
