"""What goes wrong gives one clear line, an Unread where a page is concerned, and an exit code; the run goes on."""

import gzip
import io
import os
import sqlite3
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from made_calls import STORY, Call, records

SOME_UNREAD = 5


def warc(*bodies: bytes, encoding: str | None = None) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for number, body in enumerate(bodies):
        headers = [("Content-Type", "text/html; charset=utf-8")] + (
            [("Content-Encoding", encoding)] if encoding else []
        )
        writer.write_record(
            writer.create_warc_record(
                f"http://valley.example/{number}",
                "response",
                payload=io.BytesIO(body),
                http_headers=StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1"),
            )
        )
    return out.getvalue()


BAD_PAGES = {
    "empty.html": (b"", "empty"),
    "picture.html": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "not_text"),
    "report.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + b"x" * 500, "pdf"),
    "huge.html": (b"<p>" + b"word " * 21_000_000, "too_large"),
    "bomb.warc.gz": (warc(gzip.compress(b"<p>" + b"a" * 60_000_000), encoding="gzip"), "too_large"),
    "cut.warc.gz": (warc(STORY.encode(), STORY.encode() * 3)[:-300], "truncated"),
    "lines.jsonl": (b'{"url": "http://a.example/", "html": "<p>One.</p>"}\nnot json\n', "bad_line"),
    "script.html": (
        b'<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "'
        + b"It was said. " * 80
        + b'"}</script>',
        "text_only_in_script",
    ),
}


@pytest.mark.parametrize("name", sorted(BAD_PAGES))
def test_bad_page_is_unread_and_the_run_goes_on(call: Call, story: Path, tmp_path: Path, name: str) -> None:
    data, reason = BAD_PAGES[name]
    (tmp_path / name).write_bytes(data)
    told = call("read", name, story, "--ledger", "a.ledger")
    assert told.code == SOME_UNREAD
    pages = records(call("export", "a.ledger", "--kind", "page").out)["page"]
    assert reason in [page["reason"] for page in pages if page["status"] == "unread"]
    assert any(page["location"] == "story.html" and page["status"] == "read" for page in pages)
    assert all(page["detail"] for page in pages if page["status"] == "unread")
    assert reason in told.err


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("nested.html", b"<div>" * 10_000 + STORY.encode()),
        ("nul.html", STORY.replace("Two people", "Two\0 people").encode()),
        ("nul.txt", b"Shells hit Torma\n\nTwo people\0 were killed on Tuesday, the mayor said. The army was silent.\n"),
        ("charset.html", STORY.replace("<head>", "<head><meta charset=koi8-r>").replace("Ana", "Anč").encode()),
        ("latin.html", STORY.replace("“", '"').replace("”", '"').replace("Ana", "Anä").encode("cp1252", "replace")),
        ("entities.xml.html", b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + STORY.encode()),
    ],
)
def test_odd_pages_are_read(call: Call, tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert call("read", name, "--ledger", "a.ledger", "--quiet").code == 0
    assert call("verify", "a.ledger").code == 0


def one_line(text: str) -> bool:
    return len(text.strip().splitlines()) == 1 and text.startswith("headwater: ")


def test_missing_file(call: Call) -> None:
    told = call("read", "nowhere.html")
    assert told.code == 2
    assert one_line(told.err)
    assert "nowhere.html" in told.err
    assert not Path("headwater.ledger").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(call: Call, story: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked.html"
    locked.write_text(STORY)
    locked.chmod(0)
    assert call("read", locked, story, "--ledger", "a.ledger").code == SOME_UNREAD


def test_a_ledger_that_is_none(call: Call, story: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.ledger").write_text("not a database")
    told = call("read", story, "--ledger", "notes.ledger")
    assert told.code == 3
    assert one_line(told.err)


def test_a_ledger_of_a_newer_version(call: Call, story: Path) -> None:
    call("read", story, "--ledger", "a.ledger")
    with sqlite3.connect("a.ledger") as connection:
        connection.execute("pragma user_version = 999")
    for words in (["export", "a.ledger"], ["verify", "a.ledger"], ["read", story, "--ledger", "a.ledger"]):
        told = call(*words)
        assert told.code == 3
        assert one_line(told.err)
        assert "newer" in told.err


@pytest.mark.parametrize(
    "words", [["export", "none.ledger"], ["verify", "none.ledger"], ["why", "abcdef", "--ledger", "none.ledger"]]
)
def test_no_ledger(call: Call, words: list[str]) -> None:
    told = call(*words)
    assert told.code == 3
    assert one_line(told.err)


def test_unknown_id_and_kind(call: Call, story: Path) -> None:
    call("read", story, "--ledger", "a.ledger")
    for words in (["why", "zzzzzzzz", "--ledger", "a.ledger"], ["export", "a.ledger", "--kind", "thing"]):
        told = call(*words)
        assert told.code == 2
        assert one_line(told.err)


def test_a_wrong_time(call: Call, story: Path) -> None:
    told = call("read", story, "--now", "yesterday")
    assert told.code == 2
    assert "ISO 8601" in told.err


def test_private_addresses_are_refused(call: Call) -> None:
    told = call("read", "http://127.0.0.1:1/", "--ledger", "a.ledger")
    assert told.code == SOME_UNREAD
    assert "not_fetched" in told.err
