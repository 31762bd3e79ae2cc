"""Where bytes came from, and how they become a Page or an Unread."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

from headwater.pages.reasons import Reason
from headwater.pages.sniff import BOMS, is_binary
from headwater.pages.sources import look_up
from headwater.records import Given, Page, PageRecord, Unread
from headwater.records.identity import digest, page_id

STAGE = "pages"
LONGEST_ADDRESS = 4096
NOTHING = Given()

_ADDRESS = re.compile(r"https?://[^\s/?#][^\x00-\x1f\x7f]*", re.I)
_FOREIGN_BYTES = re.compile(r"[\udc80-\udcff]")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


class RefusedError(Exception):
    """One page that cannot be taken in; it becomes an Unread and never leaves this package."""

    def __init__(self, reason: Reason, detail: str, data: bytes = b"") -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail
        self.data = data


@dataclass(frozen=True, slots=True)
class Place:
    """What is known of a page beside its bytes.

    `name` is the file's name without its local folder, `path` the same as the user named it; both end in `#n` inside a
    container.  `sources` is what the user says of pages beside them.
    """

    name: str
    path: str
    sources: Mapping[str, Given]
    seen_at: str | None
    url: str | None = None
    own: Given = NOTHING
    media_type: str = "application/octet-stream"
    charset: str | None = None

    def at(self, number: int) -> "Place":
        """The n-th place in this container, counted from 1."""
        return replace(self, name=f"{self.name}#{number}", path=f"{self.path}#{number}")

    def member(self, name: str) -> "Place":
        """A file inside this one."""
        return replace(self, name=f"{self.name}!{name}", path=f"{self.path}!{name}")

    def given(self) -> Given:
        """What the user says of this page, and where they say nothing, what the container's fields say."""
        said = look_up(self.sources, self.path, self.url)
        return Given(
            url=said.url or self.own.url,
            published=said.published or self.own.published,
            outlet=said.outlet or self.own.outlet,
        )

    def location(self, given: Given) -> str:
        """The address, where one is known, the user's word first; else the name."""
        return clean(given.url or self.url or self.name)


def file_place(path: str, sources: Mapping[str, Given], seen_at: str | None) -> Place:
    """The place of a file that the user named."""
    return Place(name=PurePath(path).name or path, path=path, sources=sources, seen_at=seen_at)


def make_page(place: Place, data: bytes) -> Page | Unread:
    """These bytes as a page of this place; Unread where they are empty or no text."""
    if not data or data.isspace() or data in BOMS:
        return refuse(place, "empty", "there is nothing in it", data)
    if is_binary(data):
        return refuse(place, "not_text", "it is not text: it holds an image, an archive or other binary data", data)
    given = place.given()
    location, sha = place.location(given), digest(data)
    return Page(
        id=page_id(sha, location),
        location=location,
        media_type=place.media_type,
        charset=place.charset,
        sha256=sha,
        data=data,
        seen_at=place.seen_at,
        given=given,
        path=clean(place.path),
    )


def refuse(place: Place, reason: Reason, detail: str, data: bytes = b"") -> Unread:
    """This place as unread; the detail is put behind its path, so that the sentence stands alone."""
    given = place.given()
    location, sha, path = place.location(given), digest(data), clean(place.path)
    record = PageRecord(
        id=page_id(sha, location),
        location=location,
        media_type=place.media_type,
        charset=place.charset,
        sha256=sha,
        length=len(data),
        seen_at=place.seen_at,
        status="unread",
        reason=reason,
        given=given,
        path=path,
    )
    return Unread(record, STAGE, reason, f"{path}: {clean(detail)}")


def too_large(what: str, limit: int) -> tuple[Reason, str]:
    """Reason and detail for something beyond its limit."""
    return "too_large", f"{what} is larger than the limit of {limit:,} bytes"


def clean(text: str) -> str:
    """The text as it can be stored and printed: file-name bytes that are no UTF-8 as \\xNN, no control characters."""
    shown = _FOREIGN_BYTES.sub(lambda match: f"\\x{ord(match[0]) - 0xDC00:02x}", text)
    return _CONTROLS.sub("\ufffd", shown)


def as_address(value: object) -> str | None:
    """The value as an http(s) address, or None where it is none."""
    if not isinstance(value, str):
        return None
    address = value.strip().strip("<>")
    return address if len(address) <= LONGEST_ADDRESS and _ADDRESS.fullmatch(address) else None


def content_type(value: str | None) -> tuple[str | None, str | None]:
    """Media type and charset out of a Content-Type header, both in lower case."""
    media, *parameters = (value or "").split(";")
    charset = None
    for parameter in parameters:
        key, _, stated = parameter.partition("=")
        if key.strip().lower() == "charset":
            charset = charset or stated.strip().strip("\"'").lower()[:40] or None
    return media.strip().lower()[:100] or None, charset and clean(charset)
