"""Files of every kind, made by hand, so that a test can break them where it wants."""

import gzip
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from headwater.pages import PageOptions, open_pages
from headwater.records import Page, Unread

SEEN = "2024-05-06T07:08:09Z"
HTML = b"<!doctype html><title>Bridge at Orlo</title><p>Two people died at the bridge of Orlo, the mayor said.</p>"


def opened(*inputs: Path | str, **options: object) -> list[Page | Unread]:
    return list(open_pages([str(each) for each in inputs], PageOptions(**options)))  # type: ignore[arg-type]


def only(*inputs: Path | str, **options: object) -> Page | Unread:
    (answer,) = opened(*inputs, **options)
    return answer


def page(*inputs: Path | str, **options: object) -> Page:
    answer = only(*inputs, **options)
    assert isinstance(answer, Page), answer
    return answer


def unread(*inputs: Path | str, **options: object) -> Unread:
    answer = only(*inputs, **options)
    assert isinstance(answer, Unread), answer
    return answer


def outcome(answers: Sequence[Page | Unread]) -> list[str]:
    """The bytes of each page, the reason of each Unread."""
    return [each.data.decode() if isinstance(each, Page) else each.reason for each in answers]


def http(body: bytes, *headers: str, status: str = "200 OK", media_type: str | None = "text/html") -> bytes:
    lines = [f"HTTP/1.1 {status}", *([f"Content-Type: {media_type}"] if media_type else []), *headers, "", ""]
    return "\r\n".join(lines).encode() + body


def record(url: str, block: bytes, *headers: str, kind: str = "response") -> bytes:
    lines = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {url}",
        f"WARC-Date: {SEEN}",
        "WARC-Record-ID: <urn:uuid:6f0c1f1e-0000-4000-8000-000000000001>",
        "Content-Type: application/http; msgtype=response" if kind == "response" else "Content-Type: text/plain",
        *headers,
        f"Content-Length: {len(block)}",
        "",
        "",
    ]
    return "\r\n".join(lines).encode() + block + b"\r\n\r\n"


def three_records() -> list[bytes]:
    return [record(f"https://orlo.example/{word}", http(f"<p>{word}</p>".encode())) for word in ("one", "two", "three")]


def wacz(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def gzipped(*members: bytes) -> bytes:
    return b"".join(gzip.compress(member) for member in members)


def zeros(size: int) -> bytes:
    """A gzip bomb of this many zeros, without ever holding these."""
    file = io.BytesIO()
    with gzip.GzipFile(fileobj=file, mode="wb", compresslevel=9) as packed:
        for _ in range(size // 1_000_000):
            packed.write(bytes(1_000_000))
    return file.getvalue()
