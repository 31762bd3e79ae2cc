"""The way home: from a span of a stored page to the bytes it rests on."""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from headwater.ledger import Ledger, View
from headwater.ledger.verify import page_of
from headwater.records import PageRecord, Span

if TYPE_CHECKING:
    from headwater.text import PageText


def text_of(view: View, page_id: str) -> "tuple[PageText, bytes] | None":
    """The page text with its map, made anew from the stored bytes, and these; None where no bytes were kept."""
    from headwater.reading.articles import page_text

    record = view.page(page_id)
    data = view.page_bytes(page_id)
    if not isinstance(record, PageRecord) or data is None:
        return None
    return page_text(page_of(record, data)), data


def raw_of(ledger: Ledger) -> Callable[[str, Span], list[tuple[int, int]]]:
    """A function from a page and a span of its text to byte ranges; keeps the last few pages at hand."""

    @lru_cache(maxsize=8)
    def kept(page_id: str) -> "PageText | None":
        found = text_of(ledger.view(), page_id)
        return found[0] if found else None

    def ranges(page_id: str, span: Span) -> list[tuple[int, int]]:
        text = kept(page_id)
        return text.raw(span) if text is not None else []

    return ranges
