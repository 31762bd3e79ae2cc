"""Which reader takes which kind of file."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import BinaryIO

from headwater.pages.feed import read_feed
from headwater.pages.jsonl import read_jsonl
from headwater.pages.mhtml import read_mhtml
from headwater.pages.options import PageOptions
from headwater.pages.place import Place, refuse
from headwater.pages.reasons import Reason
from headwater.pages.single import read_single
from headwater.pages.sniff import HEAD, MEDIA_TYPES, PDF_ADVICE, kind_of_bytes, kind_of_name
from headwater.pages.streams import Stream, gunzip
from headwater.pages.wacz import read_wacz
from headwater.pages.warc import read_warc
from headwater.records import Page, Unread

Answers = Iterator[Page | Unread]
Reader = Callable[[Stream, Place, PageOptions], Answers]

READERS: Mapping[str, Reader] = {
    **{kind: partial(read_single, media_type=media_type) for kind, media_type in MEDIA_TYPES.items()},
    "mhtml": read_mhtml,
    "warc": read_warc,
    "jsonl": read_jsonl,
    "feed": read_feed,
}
REFUSALS: Mapping[str, tuple[Reason, str]] = {
    "pdf": ("pdf", PDF_ADVICE),
    "binary": ("not_text", "it is not text: it holds an image, an archive or other binary data"),
    "gzip": ("not_text", "it is compressed twice over; unpack it first"),
    "zip": ("not_text", "it is a zip file, and no WACZ; unpack it and name the folder"),
    "no_page": ("not_a_page", "a style sheet, script or data file is no page"),
}


def read_file(file: BinaryIO, place: Place, options: PageOptions) -> Answers:
    """All pages of an open file, whatever its kind; one Unread where there is none."""
    stream = Stream(file, options.max_container_bytes)
    named, _ = kind_of_name(place.name)
    kind = _kind(named, kind_of_bytes(stream.head(HEAD)))
    if kind == "gzip":
        stream = gunzip(stream, options.max_container_bytes, options.max_expansion)
        kind = _kind(named, kind_of_bytes(stream.head(HEAD)))
    if not stream.head(1) and not stream.trouble:
        yield refuse(place, "empty", "there is nothing in it")
    elif kind in ("zip", "wacz"):
        yield from _read_zip(file, place, options)
    else:
        yield from read_kind(kind, stream, place, options)


def read_kind(kind: str, stream: Stream, place: Place, options: PageOptions) -> Answers:
    """All pages of a stream of this kind; one Unread where there is none."""
    if kind in REFUSALS:
        yield refuse(place, *REFUSALS[kind])
        return
    found = False
    for answer in READERS[kind](stream, place, options):
        found = True
        yield answer
    if not found:
        yield refuse(place, "no_page", "it is in order, but holds no page")


def _kind(named: str | None, seen: str) -> str:
    """What the file is: its signature goes before its name, its name before its looks."""
    if seen in ("gzip", "zip", "pdf") or named is None:
        return seen
    if named == "xml":
        return "xhtml" if seen == "html" else "feed"
    if named == "jsonl" and seen == "binary":
        return "binary"
    return seen if named == "pdf" and seen == "html" else named


def _read_zip(file: BinaryIO, place: Place, options: PageOptions) -> Answers:
    if not file.seekable():
        yield refuse(place, "not_text", "a zip file cannot be read from a pipe; save it and name the file")
        return
    found = False
    for answer in read_wacz(file, place, options):
        found = True
        yield answer
    if not found:
        yield refuse(place, *REFUSALS["zip"])
