"""From rows back to records."""

import json
from typing import Any

from headwater.ledger.packing import unsqueeze
from headwater.records import PageRecord, Unread
from headwater.records.plain import from_plain


def load(kind: type[Any], text: str) -> Any:
    """The record that is kept as this JSON."""
    return from_plain(kind, json.loads(text))


def unpack(kind: type[Any], data: bytes) -> list[Any]:
    """The records of a bundle, in its order."""
    return [from_plain(kind, plain) for plain in json.loads(unsqueeze(data))]


def unpack_sentences(data: bytes) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence."""
    return tuple((start, end) for start, end in json.loads(unsqueeze(data)))


def load_page(row: Any) -> PageRecord | Unread:
    """A row of table pages: with stage, reason and detail for an unread one."""
    record = load(PageRecord, row.record)
    return record if row.status == "read" else Unread(record, row.stage, row.reason, row.detail)
