"""Entities as bearers of names, with what tells two of one name apart."""

from collections.abc import Iterator
from dataclasses import dataclass

from headwater.gathering.actors.naming import body_key, person_key, plain
from headwater.records import Account, Span

BODIES = frozenset(("organisation", "armed_group", "state", "outlet", "document"))


@dataclass(frozen=True, slots=True)
class Bearer:
    """One entity of one article.

    `key` is its name in the form of naming.py, null where the name alone does not single anybody out; `bare` the folded
    name as it stands.  `offices` are folded words for what it is or does.
    """

    id: str
    article: str
    name: str
    class_: str
    known_as: str | None
    side: str | None
    key: str | None
    bare: str
    offices: frozenset[str]
    spans: tuple[Span, ...]

    @property
    def person(self) -> bool:
        """Whether it is a person."""
        return self.class_ == "person"


def bearers_of(account: Account) -> Iterator[Bearer]:
    """Those named in the article, but for places and the unnamed."""
    offices: dict[str, set[str]] = {}
    sides: dict[str, str] = {}
    for attribution in account.attributions:
        for source in attribution.sources:
            if source.entity and source.office:
                offices.setdefault(source.entity, set()).add(plain(source.office))
            if source.entity and source.side:
                sides.setdefault(source.entity, source.side)
    spans: dict[str, list[Span]] = {}
    for mention in account.mentions:
        spans.setdefault(mention.entity, []).append(mention.span)
    for entity in account.entities:
        if entity.class_ != "person" and entity.class_ not in BODIES:
            continue
        said = offices.get(entity.id, set()) | ({plain(entity.described_as)} if entity.described_as else set())
        key = person_key(entity.name) if entity.class_ == "person" else body_key(entity.name)
        yield Bearer(
            entity.id,
            entity.article,
            entity.name,
            entity.class_,
            entity.known_as,
            entity.side or sides.get(entity.id),
            key,
            plain(entity.name),
            frozenset(said),
            tuple(sorted(spans.get(entity.id, ()))),
        )
