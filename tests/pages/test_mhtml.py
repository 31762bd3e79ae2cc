"""Pages that a browser saved in one file."""

import base64
import quopri
from pathlib import Path

import pytest
from made_carriers import HTML, page, unread

from headwater.records import Given

FRAME = b"<html><body>an advert in a frame</body></html>"


def part(body: bytes, *headers: str) -> bytes:
    return "\r\n".join([*headers, "", ""]).encode() + body


def mhtml(
    *parts: bytes, head: tuple[str, ...] = (), kind: str = 'multipart/related; type="text/html"', edge: str = "=_x+(1)"
) -> bytes:
    top = ["From: <Saved by Blink>", "Date: Fri, 3 May 2024 12:00:00 +0200", "MIME-Version: 1.0", *head]
    top.append(f'Content-Type: {kind};\r\n\tboundary="{edge}"')
    inside = b"".join(b"\r\n--" + edge.encode() + b"\r\n" + each for each in parts)
    return "\r\n".join([*top, "", ""]).encode() + inside + b"\r\n--" + edge.encode() + b"--\r\n"


ROOT = part(
    quopri.encodestring("<p>Zwölf Tote</p>".encode("latin-1")),
    "Content-Type: text/html; charset=ISO-8859-1",
    "Content-ID: <frame-1@mhtml.example>",
    "Content-Transfer-Encoding: quoted-printable",
    "Content-Location: https://orlo.example/a",
)
PICTURE = part(base64.encodebytes(b"\x89PNG" * 30), "Content-Type: image/png", "Content-Transfer-Encoding: base64")


def stored(folder: Path, data: bytes, name: str = "saved.mhtml") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", ["saved.mhtml", "saved.mht", "saved"])
def test_the_root_part_is_the_page(tmp_path: Path, name: str) -> None:
    path = stored(tmp_path, mhtml(PICTURE, ROOT, part(FRAME, "Content-Type: text/html")), name)
    answer = page(path)
    assert answer.data == "<p>Zwölf Tote</p>".encode("latin-1")
    assert (answer.media_type, answer.charset) == ("text/html", "iso-8859-1")
    assert (answer.location, answer.path) == ("https://orlo.example/a", str(path))
    assert answer.seen_at == "2024-05-03T10:00:00Z"


def test_the_root_that_the_file_names_goes_before_the_first(tmp_path: Path) -> None:
    kind = 'multipart/related; start="<frame-1@mhtml.example>"'
    data = mhtml(part(FRAME, "Content-Type: text/html"), ROOT, kind=kind)
    assert page(stored(tmp_path, data)).location == "https://orlo.example/a"


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (HTML, "7bit"),
        (HTML, "8bit"),
        (HTML, "Binary"),
        (base64.encodebytes(HTML), "base64"),
        (base64.b64encode(HTML), "BASE64"),
        (quopri.encodestring(HTML), "quoted-printable"),
    ],
)
def test_transfer_encodings(tmp_path: Path, body: bytes, encoding: str) -> None:
    root = part(body, "Content-Type: text/html", f"Content-Transfer-Encoding: {encoding}")
    assert page(stored(tmp_path, mhtml(root, PICTURE))).data.rstrip() == HTML


def test_a_part_inside_a_part(tmp_path: Path) -> None:
    inner = mhtml(ROOT, kind="multipart/alternative", edge="inner")
    nested = inner[inner.find(b"Content-Type") :]
    assert page(stored(tmp_path, mhtml(nested, PICTURE))).location == "https://orlo.example/a"


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("file:///home/me/secret/a.html", "saved.mhtml"),
        ("cid:frame-1@mhtml.example", "saved.mhtml"),
        ("https://orlo.example/\r\n folded", "https://orlo.example/folded"),
    ],
)
def test_the_address_is_an_address_or_the_name(tmp_path: Path, location: str, expected: str) -> None:
    root = part(HTML, "Content-Type: text/html", f"Content-Location: {location}")
    assert page(stored(tmp_path, mhtml(root))).location == expected


def test_the_address_in_the_head_of_the_file(tmp_path: Path) -> None:
    data = mhtml(part(HTML, "Content-Type: text/html"), head=("Snapshot-Content-Location: https://orlo.example/s",))
    assert page(stored(tmp_path, data)).location == "https://orlo.example/s"


def test_the_users_word_goes_before_the_address_in_the_file(tmp_path: Path) -> None:
    said = {"saved.mhtml": Given("https://orlo.example/said")}
    answer = page(stored(tmp_path, mhtml(ROOT)), sources=said)
    assert answer.location == answer.given.url == "https://orlo.example/said"


def test_a_file_with_one_part_and_no_boundary(tmp_path: Path) -> None:
    data = part(
        HTML, "MIME-Version: 1.0", "Content-Type: text/html; charset=utf-8", "Content-Location: http://orlo.example/"
    )
    answer = page(stored(tmp_path, data))
    assert (answer.data, answer.charset, answer.seen_at) == (HTML, "utf-8", None)


def test_a_last_part_without_its_end_is_read(tmp_path: Path) -> None:
    assert page(stored(tmp_path, mhtml(ROOT).rpartition(b"\r\n--")[0])).location == "https://orlo.example/a"


def test_blank_page_in_it_is_empty(tmp_path: Path) -> None:
    assert unread(stored(tmp_path, mhtml(part(b"  ", "Content-Type: text/html")))).reason == "empty"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (mhtml(PICTURE), "no_page"),
        (mhtml(), "no_page"),
        (b"words, and no header", "no_page"),
        (mhtml(part(b"abc", "Content-Type: text/html", "Content-Transfer-Encoding: base64")), "damaged"),
        (mhtml(part(b"abc", "Content-Type: text/html", "Content-Transfer-Encoding: x-uue")), "damaged"),
        (mhtml(part(b"x" * 3000, "Content-Type: text/html")), "too_large"),
        (mhtml(part(b"x" * 9000, "Content-Type: text/html")), "too_large"),
        (b"Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\n" * 200, "no_page"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, data: bytes, reason: str) -> None:
    limit = 20_000 if data.count(b"--x\r\n") > 100 else 8000
    assert unread(stored(tmp_path, data), max_page_bytes=2000, max_whole_bytes=limit).reason == reason
