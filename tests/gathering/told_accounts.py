"""Invented accounts with their records, out of short tables: what gathering needs of pages, without reading any."""

from dataclasses import dataclass, field
from typing import Any

from headwater.gathering.happening import Happening, Tied
from headwater.records import (
    Account,
    Actor,
    Argument,
    Article,
    ArticleBody,
    Attribution,
    Content,
    Counted,
    Credit,
    Entity,
    Event,
    Moment,
    Name,
    PartOf,
    PolicyFigure,
    Quantity,
    Scope,
    Source,
    Span,
    Words,
)
from headwater.records.identity import joint_id, record_id

BODIES = ("organisation", "state", "armed_group", "outlet", "document")


@dataclass
class Desk:
    """One account being made of a table; the words of every record are found in its text."""

    table: dict[str, Any]
    page: str
    entities: dict[str, Entity] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return self.table["text"]

    @property
    def article(self) -> str:
        return record_id("article", self.page, Span(0, len(self.text)))

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def account(self) -> Account:
        voices: dict[str, Attribution] = {}
        for one in self.table.get("voice", ()):
            voices[one["name"]] = self.voice(one, voices)
        quantities = {one["words"]: self.quantity(one, voices) for one in self.table.get("count", ())}
        for one in self.table.get("count", ()):
            if "part_of" in one:
                quantities[one["words"]] = self.quantity(one, voices, quantities[one["part_of"]].id)
        events = tuple(self.event(one, voices, quantities) for one in self.table.get("event", ()))
        return Account(
            ArticleBody(self.made_article(), self.table.get("at", "page.txt"), (Words(Span(0, len(self.text)), self.text),)),
            tuple(voices.values()), tuple(self.entities.values()), (), tuple(quantities.values()), events,
        )  # fmt: skip

    def made_article(self) -> Article:
        outlet, date = self.table.get("outlet"), self.table.get("date")
        credited = tuple(
            Credit(self.span(words), "agency", name, None, None, "made")
            for words, name in self.table.get("credits", {}).items()
        )
        return Article(
            id=self.article, page=self.page, span=Span(0, len(self.text)), kind="story", title=None, authors=(),
            publisher=Name(Span(0, 1, "location"), outlet, "made") if outlet else None,
            published=Moment(Span(0, 1, "location"), date, "day", None, False, "made") if date else None,
            modified=None, language="en", credits=credited, embedded_in=None, rule="made",
        )  # fmt: skip

    def entity(self, name: str, class_: str) -> Entity:
        if name not in self.entities:
            at = self.text.find(name)
            span = Span(max(at, 0), max(at, 0) + len(name))
            self.entities[name] = Entity(record_id("entity", self.page, span, name), self.article, name, class_)
        return self.entities[name]

    def voice(self, one: dict[str, Any], voices: dict[str, Attribution]) -> Attribution:
        content = self.span(one["content"])
        sources = []
        for words in one["sources"]:
            named = one.get("class", "organisation") != "unnamed"
            entity = self.entity(words, one.get("class", "organisation")) if named else None
            name, described = (words, None) if named else (None, words)
            class_ = one.get("class", "organisation")
            sources.append(Source(self.span(words), words, entity and entity.id, name, class_, None, None, described))
        return Attribution(
            record_id("attribution", self.page, content, one["name"]), self.article, tuple(sources), (),
            (Content(content, one.get("verbatim", False)),), (), "indirect", one.get("stance", "neutral"),
            voices[one["in"]].id if "in" in one else None, "made",
        )  # fmt: skip

    def quantity(self, one: dict[str, Any], voices: dict[str, Attribution], whole: str | None = None) -> Quantity:
        span = self.span(one["words"])
        low, best, high = (one.get(name, one.get("number")) for name in ("low", "best", "high"))
        coded = {
            name: PolicyFigure(*numbers, "coded", "made", "p. 1") for name, numbers in one.get("coded", {}).items()
        }
        scope = Scope(**{"from_" if k == "from" else k: v for k, v in one["scope"].items()}) if "scope" in one else None
        return Quantity(
            record_id("quantity", self.page, span), self.article, span, one["words"], low, best, high,
            one.get("qualifier", "exact"), one.get("unit", "killed"),
            Counted(None, None, one.get("of", "unknown"), one.get("subgroup"), one.get("side")), "made",
            PartOf(whole, "including") if whole else None, scope,
            tuple(voices[name].id for name in one.get("voices", ())), policies=coded,
        )  # fmt: skip

    def event(
        self, one: dict[str, Any], voices: dict[str, Attribution], quantities: dict[str, Quantity]
    ) -> Event:  # fmt: skip
        span = self.span(one["words"])
        said = tuple(voices[name].id for name in one.get("voices", ()))
        arguments = tuple(self.argument(each, said, voices, quantities) for each in one.get("argument", ()))
        return Event(
            record_id("event", self.page, span, one.get("type", "shelling")), self.article, one.get("type", "shelling"),
            span, one["words"], one.get("polarity", "positive"), one.get("factuality", "asserted"), said, False,
            arguments, "made",
        )  # fmt: skip

    def argument(
        self,
        one: dict[str, Any],
        said: tuple[str, ...],
        voices: dict[str, Attribution],
        quantities: dict[str, Quantity],
    ) -> Argument:
        words, role = one["words"], one["role"]
        voiced = tuple(voices[name].id for name in one["voices"]) if "voices" in one else said
        if role == "quantity":
            value = {"id": quantities[words].id}
            voiced = quantities[words].attributions or voiced
        elif role in ("perpetrator", "target", "victim", "participant"):
            value = {"entity": self.entity(words, one.get("class", "state")).id, "name": words}
        else:
            value = {"name": words, **one.get("value", {})}
        return Argument(
            role, self.span(words), words, value, "made", voiced, one.get("factuality", "asserted"), one.get("blame")
        )


def accounts_of(tables: list[dict[str, Any]]) -> list[Account]:
    """The accounts, in the order of the tables."""
    return [Desk(table, f"p{number:04d}").account() for number, table in enumerate(tables)]


def joined(accounts: list[Account]) -> tuple[Actor, ...]:
    """An actor for each name, as if all bearers of one name were one."""
    groups: dict[str, list[Entity]] = {}
    for account in accounts:
        for entity in account.entities:
            groups.setdefault(entity.name, []).append(entity)
    return tuple(
        Actor(
            joint_id("actor", *(one.id for one in group)), name, group[0].class_, None, tuple(e.id for e in group), ()
        )
        for name, group in groups.items()
    )


def one_happening(accounts: list[Account]) -> Happening:
    """All event mentions as one happening."""
    events = tuple(sorted(event.id for account in accounts for event in account.events))
    return Happening(joint_id("incident", *events), events)


def tied(accounts: list[Account], copies: Any = (), families: Any = ()) -> Tied:
    return Tied(tuple(copies), tuple(families), joined(accounts), (one_happening(accounts),))
