"""Streams, lines and looks: what holds for any bytes."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_carriers import HTML

from headwater.pages.sniff import is_binary, kind_of_bytes, kind_of_name
from headwater.pages.streams import Stream, gunzip, lines, read_capped


@given(data=st.binary(max_size=300), head=st.integers(0, 50), size=st.integers(1, 60))
def test_looking_ahead_takes_nothing_away(data: bytes, head: int, size: int) -> None:
    stream = Stream(io.BytesIO(data), 1000)
    assert stream.head(head) == data[:head]
    read = b""
    while part := stream.read(size):
        assert len(part) <= size
        read += part
        assert stream.tell() == len(read)
    assert read == data and stream.trouble is None


@given(data=st.binary(max_size=100), limit=st.integers(0, 120))
def test_capped_reading(data: bytes, limit: int) -> None:
    assert read_capped(Stream(io.BytesIO(data), 1000), limit) == (data[:limit], len(data) > limit)


@given(data=st.lists(st.sampled_from([b"a", b"bb", b"\n", b"\r", b"cccccc"])).map(b"".join), step=st.integers(1, 9))
def test_lines_with_their_numbers(data: bytes, step: int) -> None:
    class Steps(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(step)

    expected = data.split(b"\n")
    if not expected[-1]:
        expected.pop()
    found = list(lines(Stream(Steps(data), 1000), 5))
    assert found == [(number, each if len(each) <= 5 else None) for number, each in enumerate(expected, 1)]


def test_a_stream_beyond_its_limit_ends_with_trouble() -> None:
    stream = Stream(io.BytesIO(b"x" * 11), 10)
    assert stream.read() == b"" and stream.trouble and stream.trouble.reason == "too_large"
    assert stream.read() == b""


@given(data=st.binary(max_size=300))
def test_unpacking_what_was_never_packed_never_raises(data: bytes) -> None:
    stream = gunzip(Stream(io.BytesIO(data), 1000), 1000, 100)
    while stream.read():
        pass
    assert stream.trouble or not data.strip(b"\0")


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (HTML, "html"),
        (b"\n <!-- saved from url --><html>", "html"),
        (b'<?xml version="1.0"?><!DOCTYPE html><html xmlns="x">', "html"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<rss version="2.0">', "feed"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "feed"),
        (b"<p>how a <rss> tag is written</p>", "html"),
        (b"a text about <html> tags", "text"),
        (b"5 < 6", "text"),
        (b'{ "url": "x"}', "jsonl"),
        (b"{not json}", "text"),
        (b"From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\n", "mhtml"),
        (b"From: the mayor of Orlo\n\nDear all,", "text"),
        (b"WARC/1.1\r\n", "warc"),
        (b"%PDF-1.4", "pdf"),
        (b"PK\x03\x04", "zip"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\x00\x01\x02\x03 binary", "binary"),
        (b"", "text"),
    ],
)
def test_kinds_by_their_beginning(head: bytes, kind: str) -> None:
    assert kind_of_bytes(head) == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.HTML", ("html", False)),
        ("a.warc.gz", ("warc", True)),
        ("a.jsonl.GZ", ("jsonl", True)),
        ("a.gz", (None, True)),
        ("a.tar.gz", (None, True)),
        ("a.b", (None, False)),
        (".html", (None, False)),
        ("", (None, False)),
    ],
)
def test_kinds_by_name(name: str, kind: tuple[str | None, bool]) -> None:
    assert kind_of_name(name) == kind


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "windows-1251", "koi8-r", "shift_jis", "gb18030"]
)
def test_text_is_text_in_any_encoding(charset: str) -> None:
    text = (
        "В Орло погибли двое. Two died in Orlo. " * 5
        if charset not in ("shift_jis", "gb18030")
        else "橋で二人が死亡した。" * 5
    )
    if charset in ("utf-16-le", "utf-16-be"):
        text = "Two died in Orlo. " * 5
    assert not is_binary(text.encode(charset))


def test_a_few_zero_bytes_do_not_make_a_page_binary() -> None:
    assert not is_binary(HTML + b"\0\0" + HTML)
    assert is_binary(b"\0" * 100)
