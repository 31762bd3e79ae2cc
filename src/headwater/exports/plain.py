"""Records as they are exported: the contract's fields, without what concerns only this machine."""

from collections.abc import Iterator
from typing import Any

from headwater.ledger.base import View
from headwater.records import PageRecord, Unread
from headwater.records.plain import to_plain


def plain_records(view: View, kind: str) -> Iterator[dict[str, Any]]:
    """All records of a kind as plain values, in the order of page id, start and id."""
    if kind == "page":
        return (_plain_page(page) for page in view.pages())
    return (to_plain(record) for record in view.records(kind))


def _plain_page(page: PageRecord | Unread) -> dict[str, Any]:
    """A page without its place on the local disk; for an unread one also the stage and the sentence that says why."""
    unread = page if isinstance(page, Unread) else None
    plain: dict[str, Any] = to_plain(unread.page if unread else page)
    del plain["path"]
    plain["reason"] = unread.reason if unread else None
    plain["stage"] = unread.stage if unread else None
    plain["detail"] = unread.detail if unread else None
    return plain
