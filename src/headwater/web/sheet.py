"""A page with all that the ledger holds of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from headwater.ledger.base import View
from headwater.records import Article, Attribution, Block, Copy, Entity, Event, PageRecord, Quantity


@dataclass(frozen=True)
class Sheet:
    """A page that was read: its text, and the records that stand on it.  `copies` has those of each article."""

    page: PageRecord
    text: str
    blocks: tuple[Block, ...]
    articles: tuple[Article, ...]
    attributions: tuple[Attribution, ...]
    entities: tuple[Entity, ...]
    quantities: tuple[Quantity, ...]
    events: tuple[Event, ...]
    copies: Mapping[str, tuple[Copy, ...]] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> Mapping[str, Any]:
        """Every record of the page by its id."""
        groups = (self.blocks, self.articles, self.attributions, self.entities, self.quantities, self.events)
        return {record.id: record for group in (*groups, *self.copies.values()) for record in group}  # type: ignore[attr-defined]


def load(view: View, id_: str) -> Sheet | None:
    """The page with this id, or None where there is none or it was not read."""
    page = view.page(id_)
    text = view.page_text(id_) if isinstance(page, PageRecord) else None
    if not isinstance(page, PageRecord) or text is None:
        return None
    articles: tuple[Article, ...] = tuple(view.records("article", page=id_))
    return Sheet(
        page=page,
        text=text,
        blocks=tuple(sorted(view.records("block", page=id_), key=lambda block: block.span.start)),
        articles=articles,
        attributions=tuple(view.records("attribution", page=id_)),
        entities=tuple(view.records("entity", page=id_)),
        quantities=tuple(view.records("quantity", page=id_)),
        events=tuple(view.records("event", page=id_)),
        copies={article.id: tuple(view.copies_of(article.id)) for article in articles},
    )


def plain(sheet: Sheet) -> dict[str, Any]:
    """The sheet as the JSON twin of the reader gives it."""
    copies = {copy.id: copy for group in sheet.copies.values() for copy in group}
    return {
        "page": sheet.page,
        "articles": sheet.articles,
        "blocks": sheet.blocks,
        "attributions": sheet.attributions,
        "entities": sheet.entities,
        "quantities": sheet.quantities,
        "events": sheet.events,
        "copies": list(copies.values()),
        "text": sheet.text,
    }
