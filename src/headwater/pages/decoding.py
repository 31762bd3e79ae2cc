"""The body of an HTTP response without its transfer and content codings, up to a limit on what comes out."""

import re
import zlib
from io import BytesIO

from headwater.pages.place import RefusedError, too_large
from headwater.pages.sniff import is_binary
from headwater.pages.streams import Stream, gunzip, read_capped

MOST_CODINGS = 3
GZIP = b"\x1f\x8b"
ZSTD = b"\x28\xb5\x2f\xfd"

_CHUNK_SIZE = re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]{0,200}\r?\n")


def decode_body(data: bytes, transfer: str | None, content: str | None, limit: int) -> bytes:
    """The body as the page's author wrote it.  Raises RefusedError for a bomb, a cut or a coding we do not know.

    A body that lacks its coding's signature was decoded by whoever stored it, and comes back as it is.
    """
    if "chunked" in _codings(transfer):
        data = unchunk(data)
    codings = [coding for coding in _codings(content) if coding not in ("", "identity", "none")]
    if len(codings) > MOST_CODINGS:
        raise RefusedError("damaged", f"it is encoded {len(codings)} times over")
    for coding in reversed(codings):
        data = _decode(data, coding, limit)
    return data


def unchunk(data: bytes) -> bytes:
    """The chunks joined; the data itself where it is not in chunks."""
    parts: list[bytes] = []
    position = 0
    while True:
        size = _CHUNK_SIZE.match(data, position)
        if not size and position == 0:
            return data
        if not size:
            raise RefusedError("truncated", "its last chunk is missing")
        length = int(size[1], 16)
        if length == 0:
            return b"".join(parts)
        parts.append(data[size.end() : size.end() + length])
        position = size.end() + length
        if position > len(data):
            raise RefusedError("truncated", "it stops in the middle of a chunk")
        position += 2 if data[position : position + 2] == b"\r\n" else 1


def _codings(header: str | None) -> list[str]:
    return [coding.strip().lower() for coding in (header or "").split(",")]


def _decode(data: bytes, coding: str, limit: int) -> bytes:
    if coding in ("gzip", "x-gzip"):
        return _unpack(gunzip(Stream(BytesIO(data), len(data)), limit + 1, 2000), limit) if data[:2] == GZIP else data
    if coding == "deflate":
        return _inflate(data, limit)
    if coding == "zstd":
        from fastwarc.stream_io import ZstdReader

        return _unpack(Stream(ZstdReader(BytesIO(data)), limit + 1), limit) if data[:4] == ZSTD else data
    if coding == "br":
        from fastwarc.stream_io import BrotliReader

        try:
            return _unpack(Stream(BrotliReader(BytesIO(data)), limit + 1), limit)
        except RefusedError as refused:
            # Brotli has no signature, so only trying tells a body that was decoded before it was stored.
            if refused.reason == "too_large" or is_binary(data):
                raise
            return data
    raise RefusedError("damaged", f"its content encoding {coding[:40]!r} is not known")


def _unpack(stream: Stream, limit: int) -> bytes:
    data, more = read_capped(stream, limit)
    if more:
        raise RefusedError(*too_large("what it unpacks to", limit))
    if stream.trouble:
        raise RefusedError(stream.trouble.reason, stream.trouble.detail)
    return data


def _inflate(data: bytes, limit: int) -> bytes:
    """`deflate` is zlib's format by the standard, and bare deflate from many servers."""
    for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        unpacker = zlib.decompressobj(window)
        try:
            out = unpacker.decompress(data, limit + 1)
        except zlib.error:
            continue
        if len(out) > limit:
            raise RefusedError(*too_large("what it unpacks to", limit))
        if not unpacker.eof:
            raise RefusedError("truncated", "the compressed data stops in the middle")
        return out
    return data
