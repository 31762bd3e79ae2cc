"""WARC: the pages among the responses that a crawler stored."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from headwater.pages.decoding import decode_body
from headwater.pages.options import PageOptions
from headwater.pages.place import Place, RefusedError, as_address, content_type, make_page, refuse, too_large
from headwater.pages.reasons import Reason
from headwater.pages.sniff import HEAD, MEDIA_TYPES, PAGE_TYPES, PDF_ADVICE, PDF_TYPE, kind_of_bytes
from headwater.pages.streams import Stream, Trouble, read_capped
from headwater.records import Page, Unread

if TYPE_CHECKING:
    from fastwarc.warc import HeaderMap, WarcRecord

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?)?)?")
_CUT: Reason = "truncated"
_MAGIC = b"WARC/1."


def read_warc(stream: Stream, place: Place, options: PageOptions) -> Iterator[Page | Unread]:
    """Each HTML or plain-text response as a page; where the file is cut or broken, one Unread at the end.

    Images, scripts, requests, redirects and repeated visits (`revisit`) hold no page and are passed over.
    """
    from fastwarc.warc import ArchiveIterator

    # Unpacking and HTTP parsing stay with us: the iterator reports neither a cut nor an encoding bomb.
    records = iter(ArchiveIterator(stream, parse_http=False, stream_detect=False))  # type: ignore[arg-type]
    spot, beginning = place, stream.head(len(_MAGIC))
    for number in count(1):
        spot = place.at(number)
        try:
            record = next(records, None)
            if record is None:
                break
            spot = _describe(spot, record)
            answer = _read_record(record, spot, options)
        except RefusedError as refused:
            yield refuse(spot, *_final(stream, refused.reason, refused.detail))
            return
        except Exception as error:
            is_cut = not stream.read(1) and (number > 1 or _MAGIC.startswith(beginning))
            reason: Reason = _CUT if is_cut else "damaged"
            yield refuse(spot, *_final(stream, reason, f"record {number} cannot be read: {error}"))
            return
        if answer is not None:
            yield answer
    if stream.trouble:
        yield refuse(spot, stream.trouble.reason, stream.trouble.detail)


def _final(stream: Stream, reason: Reason, detail: str) -> tuple[Reason, str]:
    """What ended the file: the stream's own trouble, where it had one, is the cause of the rest."""
    trouble = stream.trouble or Trouble(reason, detail)
    return trouble.reason, trouble.detail


def _describe(spot: Place, record: "WarcRecord") -> Place:
    date = (record.headers.get("WARC-Date") or "").strip()
    return replace(
        spot,
        url=as_address(record.headers.get("WARC-Target-URI")),
        seen_at=date if _DATE.fullmatch(date) else spot.seen_at,
    )


def _read_record(record: "WarcRecord", spot: Place, options: PageOptions) -> Page | Unread | None:
    """The page in this record, why it was not read, or None where there is none.  RefusedError: the file is cut."""
    from fastwarc.warc import WarcRecordType

    if not (record.headers.get("Content-Length") or "").strip().isdigit():
        raise RefusedError(_CUT, "the file stops in the middle of a record's header")
    if record.record_type != WarcRecordType.response or not record.is_http:
        _skip(record)
        return None
    try:
        record.parse_http()
    except OSError as error:
        record.consume()
        return refuse(spot, "damaged", f"the stored HTTP header cannot be read: {error}")
    media_type, charset = content_type(record.http_headers.get("Content-Type"))
    spot = replace(spot, media_type=media_type or spot.media_type, charset=charset)
    if verdict := _unwanted(record, media_type):
        _skip(record)
        return refuse(spot, *verdict) if verdict[0] != "no_page" else None
    body, more = read_capped(record.reader, options.max_page_bytes)
    if not more and len(body) < record.content_length:
        raise RefusedError(_CUT, "the file stops in the middle of this page")
    if more:
        _skip(record, len(body) + 1)
        return refuse(spot, *too_large("the page", options.max_page_bytes), body)
    return _decoded(record.http_headers, body, spot, options)


def _unwanted(record: "WarcRecord", media_type: str | None) -> tuple[Reason, str] | None:
    """Why this response is not read as a page, by its headers; `no_page` for what never was one."""
    status = record.http_headers.status_code or 200
    if media_type not in (None, PDF_TYPE, *PAGE_TYPES) or 300 <= status < 400:
        return "no_page", ""
    if not 200 <= status < 300:
        return "not_fetched", f"the server answered {status} instead of the page"
    if media_type == PDF_TYPE:
        return "pdf", PDF_ADVICE
    if cut := record.headers.get("WARC-Truncated"):
        return _CUT, f"the crawler stored only a part of the page (WARC-Truncated: {cut[:40]})"
    return None


def _skip(record: "WarcRecord", already: int = 0) -> None:
    length = record.content_length
    if already + record.consume() < length:
        raise RefusedError(_CUT, "the file stops in the middle of this record")


def _decoded(headers: "HeaderMap", body: bytes, spot: Place, options: PageOptions) -> Page | Unread | None:
    try:
        data = decode_body(
            body, _all(headers, "Transfer-Encoding"), _all(headers, "Content-Encoding"), options.max_page_bytes
        )
    except RefusedError as refused:
        return refuse(spot, refused.reason, refused.detail, body)
    if spot.media_type in PAGE_TYPES:
        return make_page(spot, data)
    kind = kind_of_bytes(data[:HEAD])
    return make_page(replace(spot, media_type=MEDIA_TYPES[kind]), data) if kind in MEDIA_TYPES else None


def _all(headers: "HeaderMap", name: str) -> str:
    return ",".join(headers.get_multiple(name))
