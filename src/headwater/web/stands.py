"""Where words of an incident stand: the outlet and date of the article, and a link to the very words."""

from collections.abc import Mapping
from dataclasses import dataclass

from headwater.records import Span
from headwater.web.catalogue import Entry
from headwater.web.links import at


@dataclass(frozen=True, slots=True)
class Place:
    """`href` is null where the article is no longer in the ledger."""

    outlet: str
    date: str | None
    title: str
    href: str | None
    article: str


def place(article: str, span: Span | None, entries: Mapping[str, Entry]) -> Place:
    """Where words of an article stand."""
    entry = entries.get(article)
    if entry is None:
        return Place("an article no longer here", None, "", None, article)
    title = entry.article.title.text if entry.article.title else ""
    return Place(entry.outlet, entry.date, title, at(entry.page.id, span) if span else None, article)
