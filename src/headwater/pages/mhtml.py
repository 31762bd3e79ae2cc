"""MHTML: a page saved by a browser, with all that belongs to it, in one file."""

import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from itertools import islice

from headwater.pages.options import PageOptions
from headwater.pages.place import Place, RefusedError, as_address, clean, make_page, refuse, too_large
from headwater.pages.sniff import PAGE_TYPES
from headwater.pages.streams import Stream, read_capped
from headwater.records import Page, Unread

DEEPEST = 4
MOST_PARTS = 5000
LONGEST_HEADER = 1 << 16

_HEADER_END = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True)
class _Part:
    headers: Message
    start: int
    end: int


def read_mhtml(stream: Stream, place: Place, options: PageOptions) -> Iterator[Page | Unread]:
    """The saved page: the part that the file names as its root, else the first that is HTML or text.

    Frames, pictures and style sheets that were saved along are passed over.
    """
    data, more = read_capped(stream, options.max_whole_bytes)
    if more:
        yield refuse(place, *too_large("the file", options.max_whole_bytes))
        return
    if stream.trouble:
        yield refuse(place, stream.trouble.reason, stream.trouble.detail)
        return
    try:
        yield _read_root(data, place, options)
    except RefusedError as refused:
        yield refuse(place, refused.reason, refused.detail, refused.data)


def _read_root(data: bytes, place: Place, options: PageOptions) -> Page | Unread:
    whole = _part(data, 0, len(data))
    root = _root(data, whole, DEEPEST)
    if root is None:
        raise RefusedError("no_page", "it holds no part that is HTML or text")
    spot = _describe(place, whole.headers, root.headers)
    body = _transfer_decoded(data[root.start : root.end], _field(root.headers, "Content-Transfer-Encoding"))
    if len(body) > options.max_page_bytes:
        return refuse(spot, *too_large("the page", options.max_page_bytes))
    return make_page(spot, body)


def _describe(place: Place, whole: Message, root: Message) -> Place:
    url = as_address(_field(root, "Content-Location")) or as_address(_field(whole, "Snapshot-Content-Location"))
    charset = root.get_param("charset")
    return replace(
        place,
        url=url,
        media_type=root.get_content_type(),
        charset=clean(charset.strip().lower())[:40] or None if isinstance(charset, str) else None,
        seen_at=_date(whole.get("Date")) or place.seen_at,
    )


def _root(data: bytes, part: _Part, depth: int) -> _Part | None:
    if "Content-Type" in part.headers and part.headers.get_content_type() in PAGE_TYPES:
        return part
    boundary = part.headers.get_param("boundary")
    if part.headers.get_content_maintype() != "multipart" or not isinstance(boundary, str) or not depth:
        return None
    parts = _parts(data, part, boundary.encode("utf-8", "surrogateescape")[:200])
    start = part.headers.get_param("start")
    named = (each for each in parts if isinstance(start, str) and _field(each.headers, "Content-ID") == start.strip())
    first = next(named, None)
    return next((root for each in (first, *parts) if each and (root := _root(data, each, depth - 1))), None)


def _parts(data: bytes, whole: _Part, boundary: bytes) -> list[_Part]:
    """The parts between the boundary lines; the last one may lack its end."""
    edge = re.compile(rb"(?<![^\n])--" + re.escape(boundary) + rb"(?:--)?[ \t]{0,80}(?:\r?\n|\Z)")
    edges = list(islice(edge.finditer(data, whole.start, whole.end), MOST_PARTS + 1))
    ends = [_without_newline(data, match.start()) for match in edges[1:]]
    if len(edges) <= MOST_PARTS:
        ends.append(whole.end)
    return [_part(data, match.end(), max(end, match.end())) for match, end in zip(edges, ends, strict=False)]


def _without_newline(data: bytes, end: int) -> int:
    """The line end before a boundary belongs to the boundary."""
    return end - (2 if data[end - 2 : end] == b"\r\n" else 1)


def _part(data: bytes, start: int, end: int) -> _Part:
    ended = _HEADER_END.search(data, start, min(end, start + LONGEST_HEADER))
    if not ended:
        return _Part(Message(), end, end)
    return _Part(BytesHeaderParser().parsebytes(data[start : ended.start()]), ended.end(), end)


def _transfer_decoded(body: bytes, encoding: str | None) -> bytes:
    match (encoding or "7bit").strip().lower():
        case "quoted-printable":
            return quopri.decodestring(body)
        case "base64":
            try:
                return binascii.a2b_base64(body)
            except binascii.Error as error:
                raise RefusedError("damaged", f"its base64 cannot be decoded: {error}", body) from error
        case "7bit" | "8bit" | "binary":
            return body
        case other:
            raise RefusedError("damaged", f"its transfer encoding {other[:40]!r} is not known", body)


def _field(headers: Message, name: str) -> str | None:
    """A header without the blanks that folding puts in."""
    value = headers.get(name)
    return None if value is None else "".join(str(value).split())


def _date(value: object) -> str | None:
    try:
        moment = parsedate_to_datetime(str(value or ""))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment.tzinfo else None
