"""JSON lines, as scrapers write them and as they break."""

import gzip
import json
from pathlib import Path

import pytest
from made_carriers import opened, outcome, page, unread

from headwater.records import Given, Page, Unread
from headwater.records.identity import digest, page_id


def stored(folder: Path, *lines: object, name: str = "crawl.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(f"{each if isinstance(each, str) else json.dumps(each)}\n" for each in lines))
    return path


def test_a_line_is_a_page_with_what_it_says_of_itself(tmp_path: Path) -> None:
    path = stored(
        tmp_path,
        {
            "url": "https://orlo.example/a",
            "html": "<p>Zwölf</p>",
            "date": "2024-05-03",
            "outlet": "Courier",
            "title": "-",
        },
    )
    answer = page(path)
    assert answer.data == "<p>Zwölf</p>".encode()
    assert (answer.media_type, answer.charset) == ("text/html", "utf-8")
    assert answer.location == "https://orlo.example/a"
    assert answer.given == Given("https://orlo.example/a", "2024-05-03", "Courier")
    assert answer.path == f"{path}#1"
    assert answer.id == page_id(digest(answer.data), "https://orlo.example/a")


def test_without_an_address_the_line_is_the_place(tmp_path: Path) -> None:
    assert page(stored(tmp_path, {"text": "Two died."})).location == "crawl.jsonl#1"


@pytest.mark.parametrize(
    ("fields", "data", "media_type"),
    [
        ({"text": "Two died."}, b"Two died.", "text/plain"),
        ({"maintext": "Two died."}, b"Two died.", "text/plain"),
        ({"Content": "<div><p>Two died.</p></div>"}, b"<div><p>Two died.</p></div>", "text/html"),
        ({"text": "Two died.", "html": "<p>Two died.</p>"}, b"<p>Two died.</p>", "text/html"),
        ({"text": "Two died.", "html": ""}, b"Two died.", "text/plain"),
        ({"text": "Two died.", "html": None}, b"Two died.", "text/plain"),
        ({"body": "Two", "text": "Two died at the bridge."}, b"Two died at the bridge.", "text/plain"),
        ({"raw-html": "<p>x</p>"}, b"<p>x</p>", "text/html"),
        ({"text": "5 < 6 and 7 > 2"}, b"5 < 6 and 7 > 2", "text/plain"),
        ({"text": "half \ud83d pair"}, b"half \xed\xa0\xbd pair", "text/plain"),
    ],
)
def test_html_or_text(tmp_path: Path, fields: dict[str, object], data: bytes, media_type: str) -> None:
    answer = page(stored(tmp_path, fields))
    assert (answer.data, answer.media_type) == (data, media_type)


@pytest.mark.parametrize(
    ("fields", "given", "seen"),
    [
        ({"link": "https://orlo.example/a"}, Given("https://orlo.example/a"), None),
        ({"URL": " https://orlo.example/a "}, Given("https://orlo.example/a"), None),
        ({"url": "javascript:alert(1)"}, Given(), None),
        ({"url": 7, "date": ["x"], "outlet": {}}, Given(), None),
        ({"publisher": {"name": "Courier"}}, Given(outlet="Courier"), None),
        ({"outlet": "Courier", "source": "elsewhere"}, Given(outlet="Courier"), None),
        ({"date_publish": "2024-05-03 10:00:00"}, Given(published="2024-05-03 10:00:00"), None),
        ({"published": "", "date": "2024"}, Given(published="2024"), None),
        ({"crawled_at": "2024-05-03T10:00:00Z"}, Given(), "2024-05-03T10:00:00Z"),
        ({"crawled_at": "last week"}, Given(), "2020-01-01"),
    ],
)  # fmt: skip
def test_fields_and_their_synonyms(tmp_path: Path, fields: dict[str, object], given: Given, seen: str | None) -> None:
    answer = page(stored(tmp_path, {"text": "Two died.", **fields}), seen_at="2020-01-01")
    assert answer.given == given
    assert answer.seen_at == (seen or "2020-01-01")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{'text': 'no JSON'}", "line 2 is not JSON"),
        ('{"text": "cut', "line 2 is not JSON"),
        ("[1, 2]", "line 2 is JSON, but not an object"),
        ('{"url": "https://orlo.example/a"}', "line 2 has neither html nor text"),
        ('{"text": ["a", "b"]}', "line 2 has neither html nor text"),
        ("[" * 100_000, "line 2 is nested too deeply"),
    ],
)
def test_a_bad_line_is_named_by_its_number_and_the_rest_is_read(tmp_path: Path, line: str, says: str) -> None:
    first, bad, last = opened(stored(tmp_path, {"text": "one"}, line, {"text": "three"}))
    assert isinstance(first, Page) and isinstance(last, Page)
    assert isinstance(bad, Unread)
    assert bad.reason == "bad_line" and says in bad.detail
    assert bad.page.location.endswith("#2") or bad.page.location == "https://orlo.example/a"
    assert last.path and last.path.endswith("#3")


def test_a_line_in_another_encoding_is_bad(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes('{"text": "Zwölf"}\n'.encode("latin-1"))
    assert "line 1 is not UTF-8" in unread(tmp_path).detail


def test_blank_lines_a_mark_at_the_start_and_windows_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'\xef\xbb\xbf{"text": "one"}\r\n\r\n  \n{"text": "two"}')
    answers = opened(tmp_path)
    assert outcome(answers) == ["one", "two"]
    assert isinstance(answers[1], Page) and answers[1].path and answers[1].path.endswith("#4")


def test_an_empty_text_is_empty(tmp_path: Path) -> None:
    assert unread(stored(tmp_path, {"text": "  "})).reason == "empty"


def test_a_line_beyond_the_limit_is_skipped(tmp_path: Path) -> None:
    path = stored(tmp_path, {"text": "one"}, {"text": "x" * 300_000}, {"text": "three"})
    answers = opened(path, max_page_bytes=100_000)
    assert outcome(answers) == ["one", "too_large", "three"]
    assert isinstance(answers[1], Unread) and "line 2" in answers[1].detail


def test_packed_whole_and_cut(tmp_path: Path) -> None:
    words = [f"page {number} " + digest(bytes([number])) * 20 for number in range(40)]
    data = gzip.compress(stored(tmp_path, *({"text": each} for each in words)).read_bytes())
    (tmp_path / "crawl.jsonl").unlink()
    path = tmp_path / "crawl.jsonl.gz"
    path.write_bytes(data)
    assert outcome(opened(path)) == words
    path.write_bytes(data[: len(data) // 2])
    answers = outcome(opened(path))
    assert 0 < len(answers) < 40
    assert answers == [*words[: len(answers) - 1], "truncated"]


def test_what_the_user_says_overrules_what_the_line_says(tmp_path: Path) -> None:
    path = stored(tmp_path, {"text": "x", "url": "https://orlo.example/a", "outlet": "guess", "date": "2024"})
    said = Given("https://orlo.example/a", None, "The Orlo Courier")
    answer = page(path, sources={"https://orlo.example/a": said})
    assert answer.given == Given("https://orlo.example/a", "2024", "The Orlo Courier")


def test_a_file_without_lines_holds_no_page(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n\n")
    assert unread(tmp_path).reason == "no_page"
