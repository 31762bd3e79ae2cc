"""A page as it came in, and what the ledger keeps of it."""

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Given:
    """What the user said of a page beside it: `--sources FILE.csv`, or the fields of a jsonl line."""

    url: str | None = None
    published: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page as received: the bytes after container and transfer decoding (WARC, MHTML part, JSON string, feed item).

    `location` is its address: a URL, or a file's name without the local folder.  `charset` is what the carrier said
    (HTTP or MIME header), or None.  `path` leads back to the local file, with a fragment for the place in a container.
    """

    id: str
    location: str
    media_type: str
    charset: str | None
    sha256: str
    data: bytes = field(repr=False)
    seen_at: str | None = None
    given: Given = Given()
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """Something about the page's characters that was not taken as it came, declared.

    `kind` is a short name (`charset_overruled`, `undecodable_bytes`, `mojibake`, `nul_bytes` …), `count` how many
    characters it touched.
    """

    kind: str
    detail: str
    count: int


@dataclass(frozen=True, slots=True)
class PageRecord:
    """A page without its bytes; `charset` is the one it was read in."""

    id: str
    location: str
    media_type: str
    charset: str | None
    sha256: str
    length: int
    seen_at: str | None
    status: Literal["read", "unread"]
    reason: str | None = None
    repairs: tuple[Repair, ...] = ()
    given: Given = Given()
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A page, or a part of a container that never became one, that was not read: where it stopped, and why.

    `reason` is one word for counting (`empty`, `not_text`, `too_large`, `text_only_in_script`, `pdf`, `timeout` …);
    `detail` is the sentence for people.  `page` is the record of the page, with status `unread`.
    """

    page: PageRecord
    stage: str
    reason: str
    detail: str
