"""Kinds of records: the class of each, where it stands on its page, and which articles it is about."""

from collections.abc import Iterable
from typing import Any

from headwater.records import (
    Actor,
    Article,
    Attribution,
    Block,
    Copy,
    Entity,
    Event,
    Family,
    Incident,
    Judgement,
    Mention,
    Origin,
    PageRecord,
    Quantity,
    Reading,
    Run,
)

CLASSES: dict[str, type[Any]] = {
    "page": PageRecord,
    "block": Block,
    "article": Article,
    "attribution": Attribution,
    "entity": Entity,
    "mention": Mention,
    "quantity": Quantity,
    "event": Event,
    "family": Family,
    "copy": Copy,
    "actor": Actor,
    "incident": Incident,
    "origin": Origin,
    "judgement": Judgement,
    "run": Run,
}
BUNDLED = ("block", "attribution", "entity", "mention", "quantity", "event")
GATHERED = ("family", "copy", "actor", "incident", "origin")


def bundled_in(reading: Reading) -> Iterable[tuple[str, tuple[Any, ...]]]:
    """The records of a reading by kind, as they are kept in bundles."""
    return (
        ("block", reading.blocks),
        ("attribution", reading.attributions),
        ("entity", reading.entities),
        ("mention", reading.mentions),
        ("quantity", reading.quantities),
        ("event", reading.events),
    )


def place(record: Any) -> tuple[int, str]:
    """Start and id, by which the records of a page are ordered; an entity, which stands nowhere, comes first."""
    if isinstance(record, Attribution):
        starts = [content.span.start for content in record.contents] or [cue.start for cue in record.cues]
        return min(starts, default=-1), record.id
    if isinstance(record, Entity):
        return -1, record.id
    return record.span.start, record.id


def articles_of(record: Any) -> frozenset[str]:
    """Ids of the articles that a gathered record is about."""
    if isinstance(record, Copy):
        return frozenset((record.a.article, record.b.article))
    if isinstance(record, Family):
        return frozenset(member.article for member in record.members)
    if isinstance(record, Incident):
        return frozenset(article for slot in record.slots for cell in slot.cells for article in cell.articles)
    return frozenset()
