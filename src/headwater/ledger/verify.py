"""Whether the ledger still holds what it says: hashes, spans, words, tiles."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from headwater.ledger.base import View
from headwater.ledger.kinds import BUNDLED
from headwater.records import Name, Page, PageRecord, Span, Unread
from headwater.records.identity import digest

Reread = Callable[[Page], str | None]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not match.  `grave` is false for what cannot be shown, which is no fault of any value."""

    page: str | None
    record: str | None
    problem: str
    detail: str
    grave: bool = True


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept of one page, for its values to be held against."""

    record: PageRecord
    text: str
    data: bytes | None


def verify(view: View, *, reread: Reread | None = None) -> list[Fault]:
    """All faults of the ledger, in the order of page id and start.

    `reread` makes the page text from a page's bytes once more (None where it cannot); without it, and where bytes are
    not kept, that text and bytes belong together is not shown, and the list says so.
    """
    faults: list[Fault] = []
    without_bytes = 0
    for page in view.pages():
        record = page.page if isinstance(page, Unread) else page
        kept = _Kept(record, view.page_text(record.id) or "", view.page_bytes(record.id))
        without_bytes += kept.data is None
        faults += _bytes_faults(kept, None if isinstance(page, Unread) else reread)
        if not isinstance(page, Unread):
            faults += _page_faults(view, kept)
    if without_bytes:
        detail = f"the bytes of {without_bytes} pages are not kept: their hashes and the way home cannot be checked"
        faults.append(Fault(None, None, "bytes_not_kept", detail, grave=False))
    if reread is None:
        detail = "the pages were not read again: that text and bytes belong together was not checked"
        faults.append(Fault(None, None, "not_reread", detail, grave=False))
    return faults


def _bytes_faults(kept: _Kept, reread: Reread | None) -> Iterator[Fault]:
    record, data = kept.record, kept.data
    if data is None:
        return
    if digest(data) != record.sha256 or len(data) != record.length:
        detail = f"the bytes have the hash {digest(data)}, the record says {record.sha256}"
        yield Fault(record.id, None, "bytes_changed", detail)
    elif reread is not None and reread(page_of(record, data)) != kept.text:
        yield Fault(record.id, None, "text_changed", "the bytes, read again, give another page text")


def page_of(record: PageRecord, data: bytes) -> Page:
    """The page as it came in."""
    return Page(
        id=record.id,
        location=record.location,
        media_type=record.media_type,
        charset=record.charset,
        sha256=record.sha256,
        data=data,
        seen_at=record.seen_at,
        given=record.given,
        path=record.path,
    )


def _page_faults(view: View, kept: _Kept) -> Iterator[Fault]:
    page = kept.record.id
    for start, end in view.sentences(page):
        if not 0 <= start <= end <= len(kept.text):
            yield Fault(page, None, "span_outside", f"a sentence at {start} to {end}")
    yield from _tiling_faults(kept, [block.span for block in view.records("block", page=page)])
    for kind in ("article", *BUNDLED):
        for record in view.records(kind, page=page):
            for problem, detail in _faults_in(record, kept):
                yield Fault(page, record.id, problem, detail)


def _tiling_faults(kept: _Kept, spans: list[Span]) -> Iterator[Fault]:
    """Blocks tile the page: in order, without overlap, and with nothing but blanks between them."""
    page, at = kept.record.id, 0
    for span in [*sorted(spans), Span(len(kept.text), len(kept.text))]:
        if span.start < at:
            yield Fault(page, None, "blocks_overlap", f"at {span.start}")
        elif kept.text[at : span.start].strip():
            yield Fault(page, None, "text_in_no_block", f"at {at} to {span.start}")
        at = max(at, span.end)


def _faults_in(value: Any, kept: _Kept) -> Iterator[tuple[str, str]]:
    """What is wrong with the spans anywhere inside a record, and with the words said to stand there."""
    if isinstance(value, Span):
        if not _is_inside(value, kept):
            yield "span_outside", f"{value.start} to {value.end} in {value.space}"
    elif isinstance(value, tuple):
        for each in value:
            yield from _faults_in(each, kept)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from _words_faults(value, kept)
        for field in fields(value):
            yield from _faults_in(getattr(value, field.name), kept)


def _words_faults(value: Any, kept: _Kept) -> Iterator[tuple[str, str]]:
    span = getattr(value, "span", None)
    if not isinstance(span, Span) or not _is_inside(span, kept):
        return
    text = getattr(value, "text", None)
    stands = _standing(span, kept)
    if text is not None and stands and text not in stands:
        yield "words_differ", f"the record says {text[:60]!r}, {span.space} has {stands[0][:60]!r}"
    if isinstance(value, Name) and stands and _folded(value.name) not in map(_folded, stands):
        yield "words_differ", f"the record names {value.name[:60]!r}, {span.space} has {stands[0][:60]!r}"


def _standing(span: Span, kept: _Kept) -> list[str]:
    """The words that stand at a span: none where bytes would have to be decoded, several where a user gave them."""
    if span.space == "source":
        return []
    return [words[span.start : span.end] for words in _spaces(span, kept)]


def _is_inside(span: Span, kept: _Kept) -> bool:
    if span.space == "source":
        longest = kept.record.length
    else:
        longest = max((len(words) for words in _spaces(span, kept)), default=-1)
    return 0 <= span.start <= span.end <= longest


def _spaces(span: Span, kept: _Kept) -> list[str]:
    given = kept.record.given
    if span.space == "given":
        return [words for words in (given.url, given.published, given.outlet) if words is not None]
    return [kept.record.location if span.space == "location" else kept.text]


def _folded(name: str) -> str:
    """A name without differences of case and blanks, which a reader may have mended."""
    return " ".join(name.split()).casefold()
