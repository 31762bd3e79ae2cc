"""What a file is, by its name or by how it begins."""

import re
from pathlib import PurePosixPath

HEAD = 4096

BY_SUFFIX: dict[str, str] = {
    ".html": "html", ".htm": "html", ".xhtml": "xhtml", ".xht": "xhtml", ".shtml": "html",
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text",
    ".mhtml": "mhtml", ".mht": "mhtml",
    ".warc": "warc", ".wacz": "wacz",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".rss": "feed", ".atom": "feed", ".xml": "xml",
    ".pdf": "pdf",
}  # fmt: skip
# What stands beside saved pages and is text, yet no page; what is binary gives itself away.
NO_PAGE = frozenset(".css .js .mjs .json .map .svg .csv .tsv .toml .yaml .yml .log".split())

MEDIA_TYPES = {"html": "text/html", "xhtml": "application/xhtml+xml", "text": "text/plain"}
PAGE_TYPES = frozenset(MEDIA_TYPES.values())
PDF_TYPE = "application/pdf"
PDF_ADVICE = "it is a PDF; convert it with `pdftotext FILE.pdf FILE.txt` and read the .txt"

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"WARC/", "warc"),
)
_BINARY_MAGIC = (
    b"%PDF-", b"\x1f\x8b", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff",
    b"RIFF", b"\x7fELF", b"MZ\x90", b"Rar!", b"7z\xbc\xaf", b"BZh", b"\xfd7zXZ",
    b"\x28\xb5\x2f\xfd", b"\xd0\xcf\x11\xe0", b"OggS", b"ID3", b"wOFF", b"wOF2", b"SQLite format 3\x00",
)  # fmt: skip
BOMS = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_CONTROLS = bytes([*range(9), *range(14, 27), *range(28, 32), 127])

_HTML = re.compile(rb"<(?:!doctype html|html|head|body|title|article|main|section|div|p|h1|table|meta)[\s>/]", re.I)
_FEED = re.compile(rb"<(?:rss|feed|rdf:rdf)[\s>]", re.I)
_MHTML = re.compile(rb"^(?:mime-version:|content-type: *multipart/related|from: *<saved by)", re.I | re.M)


def kind_of_name(name: str) -> tuple[str | None, bool]:
    """The kind that a file's name tells (None where it tells nothing), and whether it says gzipped."""
    path = PurePosixPath(name.lower())
    gzipped = path.suffix == ".gz"
    suffix = PurePosixPath(path.stem).suffix if gzipped else path.suffix
    return ("no_page" if suffix in NO_PAGE else BY_SUFFIX.get(suffix)), gzipped


def kind_of_bytes(head: bytes) -> str:
    """The kind that the beginning of a file tells: a kind of carrier, `gzip`, `zip`, `binary`, else `text`."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if is_binary(head):
        return "binary"
    plain = _ascii_shadow(head)
    start = plain.lstrip()[:200]
    if _FEED.search(plain) and start.startswith((b"<?xml", b"<rss", b"<feed", b"<rdf", b"<!--")):
        return "feed"
    if start.startswith(b"<") and _HTML.search(plain):
        return "html"
    if re.match(rb"\{\s*\"", start):
        return "jsonl"
    if _MHTML.match(start) or (start[:5].lower() == b"from:" and _MHTML.search(plain)):
        return "mhtml"
    return "text"


def is_binary(data: bytes) -> bool:
    """Whether this is no text in any encoding: a known signature, or one byte in twenty a control character."""
    head = data[: 1 << 16]
    if not head or head.startswith(BOMS):
        return False
    if head.startswith(_BINARY_MAGIC):
        return True
    return _mostly_controls(head) and not _wide_text(head)


def _mostly_controls(data: bytes) -> bool:
    return (len(data) - len(data.translate(None, _CONTROLS))) * 20 > len(data)


def _wide_text(head: bytes) -> bool:
    """Whether these are ASCII letters two bytes each, without a byte order mark."""
    even, odd = head[0::2], head[1::2]
    zero, other = (even, odd) if even.count(0) > odd.count(0) else (odd, even)
    return zero.count(0) * 10 > len(zero) * 7 and not _mostly_controls(other)


def _ascii_shadow(head: bytes) -> bytes:
    """The ASCII in a text of whatever encoding, enough to see its tags."""
    return head.translate(None, b"\x00\xef\xbb\xbf\xfe\xff")
