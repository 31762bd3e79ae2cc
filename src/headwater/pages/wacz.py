"""WACZ: WARC files in a zip."""

import zipfile
from collections.abc import Iterator
from io import SEEK_END
from typing import IO, BinaryIO

from headwater.pages.options import PageOptions
from headwater.pages.place import Place, refuse
from headwater.pages.streams import Stream, gunzip
from headwater.pages.warc import read_warc
from headwater.records import Page, Unread

# The two methods that unpack in steps; the others may put out gigabytes for one read.
SAFE_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
GZIP = b"\x1f\x8b"


def read_wacz(file: BinaryIO, place: Place, options: PageOptions) -> Iterator[Page | Unread]:
    """The pages of each `archive/*.warc[.gz]`, in the order of their names; one limit holds for all together."""
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        yield refuse(place, "damaged", f"it cannot be opened as a zip file: {error}")
        return
    with archive:
        size = file.seek(0, SEEK_END)
        room = options.max_container_bytes
        for member in sorted(filter(_is_archive, archive.infolist()), key=lambda info: info.filename):
            opened = _open(archive, member)
            spot = place.member(member.filename)
            if isinstance(opened, str):
                yield refuse(spot, "damaged", opened)
                continue
            stream = Stream(opened, room, packed=lambda: size, max_expansion=options.max_expansion)
            if stream.head(2) == GZIP:
                stream = gunzip(stream, room, options.max_expansion)
            yield from read_warc(stream, spot, options)
            room -= stream.count
            if room <= 0:
                return


def _is_archive(member: zipfile.ZipInfo) -> bool:
    name = member.filename
    return name.startswith("archive/") and name.endswith((".warc", ".warc.gz"))


def _open(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> IO[bytes] | str:
    """The member, to be unpacked while it is read, or why it cannot be."""
    if member.compress_type not in SAFE_METHODS:
        return "it is packed by a method other than deflate"
    if member.flag_bits & 1:
        return "it is encrypted"
    try:
        return archive.open(member)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        return f"it cannot be unpacked: {error}"
