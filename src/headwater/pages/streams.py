"""Bytes in order, out of a file or of what is packed in it, with a limit on each thing that a hostile one could do."""

import gzip
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol
from zipfile import BadZipFile

from headwater.pages.reasons import Reason

CHUNK = 1 << 16
EXPANSION_FLOOR = 100_000_000


class Readable(Protocol):
    """Whatever gives at most `size` bytes, and none at its end."""

    def read(self, size: int = ..., /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a stream ended before its end: the reason of an Unread, and the sentence."""

    reason: Reason
    detail: str


class Stream:
    """Reads a source up to a limit, and never raises: it ends, and `trouble` says why it ended too early.

    `count` is how many bytes have come out.  `packed` tells how many compressed bytes these came from, if any, and
    `max_expansion` how many times as many they may be.
    """

    def __init__(
        self, source: Readable, limit: int, *, packed: Callable[[], int] | None = None, max_expansion: int = 0
    ) -> None:
        self._source = source
        self._limit = limit
        self._packed = packed
        self._max_expansion = max_expansion
        self._held = b""
        self.count = 0
        self.trouble: Trouble | None = None

    def head(self, size: int) -> bytes:
        """The next `size` bytes (fewer at the end), which stay to be read."""
        while len(self._held) < size and (data := self._pull(size - len(self._held))):
            self._held += data
        return self._held[:size]

    def read(self, size: int = CHUNK, /) -> bytes:
        """At least one byte unless at the end, at most `size`."""
        if self._held:
            data, self._held = self._held[:size], self._held[size:]
            return data
        return self._pull(size)

    def tell(self) -> int:
        """How many bytes have been handed out; readers of containers ask for it."""
        return self.count - len(self._held)

    def _pull(self, size: int) -> bytes:
        if self.trouble:
            return b""
        try:
            data = self._source.read(min(size, CHUNK))
        except EOFError:
            self.trouble = Trouble("truncated", "the compressed data stops in the middle")
            return b""
        except (gzip.BadGzipFile, zlib.error, BadZipFile):
            self.trouble = Trouble("damaged", "the compressed data is damaged")
            return b""
        except (OSError, ValueError, RuntimeError) as error:
            self.trouble = Trouble("damaged", f"reading stopped: {error}")
            return b""
        self.count += len(data)
        self.trouble = self._too_much()
        return b"" if self.trouble else data

    def _too_much(self) -> Trouble | None:
        if self.count > self._limit:
            return Trouble("too_large", f"it is larger than the limit of {self._limit:,} bytes")
        if self._packed and self.count > max(EXPANSION_FLOOR, self._max_expansion * self._packed()):
            return Trouble("too_large", f"it unpacks to more than {self._max_expansion} times its size")
        return None


class _Gunzipped:
    """One `read` is one step of unpacking, so that what came before a break is not lost with it."""

    def __init__(self, packed: Stream) -> None:
        self._file = gzip.GzipFile(fileobj=packed, mode="rb")  # type: ignore[call-overload]

    def read(self, size: int = CHUNK, /) -> bytes:
        data: bytes = self._file.read1(size)
        return data


def gunzip(packed: Stream, limit: int, max_expansion: int) -> Stream:
    """What is gzipped in `packed`, member after member."""
    return Stream(_Gunzipped(packed), limit, packed=lambda: packed.count, max_expansion=max_expansion)


def read_capped(stream: Readable, limit: int) -> tuple[bytes, bool]:
    """The first `limit` bytes, and whether there are more."""
    parts: list[bytes] = []
    room = limit
    while room and (data := stream.read(min(room, CHUNK))):
        parts.append(data)
        room -= len(data)
    more = not room and bool(stream.read(1))
    return b"".join(parts), more


def lines(stream: Stream, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number from 1, without its end; None for a line longer than the limit.

    A line that trouble cuts short is not given.
    """
    number, line, skipping = 1, bytearray(), False
    while data := stream.read():
        *ended, rest = data.split(b"\n")
        for piece in ended:
            too_long = skipping or len(line) + len(piece) > limit
            yield number, None if too_long else bytes(line + piece)
            number, skipping = number + 1, False
            line.clear()
        if skipping or len(line) + len(rest) > limit:
            skipping = True
            line.clear()
        else:
            line += rest
    if (skipping or line) and not stream.trouble:
        yield number, None if skipping else bytes(line)
