"""Files that are one page."""

import gzip
import os
import tracemalloc
from pathlib import Path

import pytest
from made_carriers import HTML, only, opened, outcome, page, unread, zeros

from headwater.pages import PageOptions
from headwater.records import Given, Page, Unread
from headwater.records.identity import digest, page_id


def test_a_page_is_its_bytes_and_its_name_without_the_folder(tmp_path: Path) -> None:
    (tmp_path / "orlo.html").write_bytes(HTML)
    answer = page(tmp_path / "orlo.html", seen_at="2024-01-01")
    assert answer.data == HTML
    assert answer.location == "orlo.html"
    assert answer.path == str(tmp_path / "orlo.html")
    assert answer.sha256 == digest(HTML)
    assert answer.id == page_id(digest(HTML), "orlo.html")
    assert answer.seen_at == "2024-01-01"
    assert answer.charset is None


def test_when_it_was_seen_is_unknown_unless_told(tmp_path: Path) -> None:
    (tmp_path / "orlo.html").write_bytes(HTML)
    assert page(tmp_path / "orlo.html").seen_at is None


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("a.html", HTML, "text/html"),
        ("a.HTM", HTML, "text/html"),
        ("a.xhtml", HTML, "application/xhtml+xml"),
        ("a.txt", b"<p>a text about tags</p>", "text/plain"),
        ("a.md", b"# Orlo", "text/plain"),
        ("a", HTML, "text/html"),
        ("a.aspx", b"\xef\xbb\xbf  <HTML><body>x", "text/html"),
        ("a.part", "<html><p>wide".encode("utf-16"), "text/html"),
        ("a.0312", b"Orlo, 3 May. Two people died.", "text/plain"),
        ("a.txt", "Zwei Tote in Örlo".encode("latin-1"), "text/plain"),
        ("a.txt", "Two dead, in wide letters".encode("utf-16-le"), "text/plain"),
        ("a.xml", b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><p>x</p></html>", "application/xhtml+xml"),
        ("a.pdf", b"<!doctype html><html><p>the error page that came instead", "text/html"),
    ],
)  # fmt: skip
def test_media_type_by_name_then_by_looks(tmp_path: Path, name: str, data: bytes, media_type: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert page(tmp_path / name).media_type == media_type


@pytest.mark.parametrize("name", ["a.html.gz", "a.gz", "a.html"])
def test_a_gzipped_page_is_unpacked_whatever_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(gzip.compress(HTML))
    answer = page(tmp_path / name)
    assert (answer.data, answer.media_type) == (HTML, "text/html")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.html", b"", "empty"),
        ("a.html", b" \r\n\t ", "empty"),
        ("a.txt", b"\xef\xbb\xbf", "empty"),
        ("a.warc", b"", "empty"),
        ("a.html", bytes(range(256)) * 20, "not_text"),
        ("a", b"\x89PNG\r\n\x1a\n and so on", "not_text"),
        ("a.txt", b"\xff\xd8\xff\xe0 JFIF", "not_text"),
        ("a.jsonl", bytes(range(256)) * 20, "not_text"),
        ("a.pdf", b"%PDF-1.7 ...", "pdf"),
        ("a.html", b"%PDF-1.7 ...", "pdf"),
        ("a.pdf", b"no PDF at all", "pdf"),
        ("a.docx", b"PK\x03\x04 and so on", "damaged"),
        ("a.css", b"body { color: red }", "not_a_page"),
        ("a.json", b"{}", "not_a_page"),
        ("a.gz", gzip.compress(gzip.compress(b"twice")), "not_text"),
        ("a.html.gz", gzip.compress(HTML)[:-12], "truncated"),
        ("a.html.gz", gzip.compress(HTML)[:20] + b"\xff" * 60, "damaged"),
    ],
)
def test_what_is_no_page_is_unread_with_a_reason(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    answer = unread(tmp_path / name)
    assert answer.reason == reason == answer.page.reason
    assert answer.stage == "pages"
    assert answer.page.status == "unread"
    assert answer.page.path == str(tmp_path / name)
    assert str(tmp_path / name) in answer.detail and "\n" not in answer.detail


def test_an_unread_page_keeps_the_hash_and_length_of_what_was_read(tmp_path: Path) -> None:
    blank = b" \n "
    (tmp_path / "a.html").write_bytes(blank)
    record = unread(tmp_path / "a.html").page
    assert (record.sha256, record.length) == (digest(blank), 3)
    assert record.id == page_id(digest(blank), "a.html")


def test_a_pdf_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    detail = unread(tmp_path / "a.pdf").detail
    assert "pdftotext" in detail and ".txt" in detail


def test_a_page_of_just_the_limit_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    for size in (1000, 1001):
        (tmp_path / f"{size}.txt").write_bytes(b"x" * size)
    assert len(page(tmp_path / "1000.txt", max_page_bytes=1000).data) == 1000
    assert unread(tmp_path / "1001.txt", max_page_bytes=1000).reason == "too_large"


@pytest.mark.parametrize("packed", [False, True])
def test_a_page_beyond_the_limit_is_never_held(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / "large.html"
    if packed:
        path.write_bytes(zeros(60_000_000))
    else:
        with path.open("wb") as file:
            file.truncate(100_000_000)
    tracemalloc.start()
    answer = unread(path, max_page_bytes=1_000_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert answer.reason == "too_large"
    assert peak < 4_000_000


def test_defaults_are_those_of_the_manual() -> None:
    manual = PageOptions.__doc__ or ""
    for name in PageOptions.__dataclass_fields__:
        assert f"\n    {name}:" in manual
    assert PageOptions().max_page_bytes == 20_000_000


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The tests may run as root, whom no file mode stops.
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.html").write_bytes(HTML)
    monkeypatch.setattr(Path, "open", refused)
    assert unread(tmp_path / "a.html").reason == "no_permission"


def test_a_file_that_goes_away_or_breaks_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def read(self, size: int) -> bytes:
            raise OSError(5, "Input/output error")

        def __enter__(self) -> "Broken":
            return self

        def __exit__(self, *_: object) -> None:
            return None

    (tmp_path / "a.html").write_bytes(HTML)
    monkeypatch.setattr(Path, "open", lambda *_, **__: Broken())
    answer = unread(tmp_path / "a.html")
    assert answer.reason == "damaged" and "Input/output error" in answer.detail


def test_a_reader_that_fails_ends_its_input_and_not_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise KeyError("unforeseen")

    (tmp_path / "a.html").write_bytes(HTML)
    (tmp_path / "b.txt").write_bytes(b"still read")
    monkeypatch.setattr("headwater.pages.carriers.READERS", {**_readers(), "html": failing})
    assert outcome(opened(tmp_path / "a.html", tmp_path / "b.txt")) == ["damaged", "still read"]


def _readers() -> dict[str, object]:
    from headwater.pages import carriers

    return dict(carriers.READERS)


def test_a_name_that_is_no_utf8_is_shown_with_its_bytes(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xe9t\xe9.txt")).write_bytes(b"summer")
    answer = page(tmp_path)
    assert answer.location == r"\xe9t\xe9.txt"
    answer.path.encode()  # type: ignore[union-attr]


def test_sources_give_address_date_and_outlet(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(HTML)
    said = Given("https://orlo.example/bridge", "2024-05-03", "The Orlo Courier")
    answer = only(tmp_path, sources={"a.html": said})
    assert isinstance(answer, Page)
    assert (answer.given, answer.location) == (said, "https://orlo.example/bridge")
    (tmp_path / "a.html").write_bytes(b"")
    answer = only(tmp_path, sources={"a.html": said})
    assert isinstance(answer, Unread)
    assert (answer.page.given, answer.page.location) == (said, "https://orlo.example/bridge")
