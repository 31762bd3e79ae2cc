"""WARC files: whole, cut, packed and hostile."""

import gzip
import io
import re
import tracemalloc
import zlib
from pathlib import Path

import brotli
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from made_carriers import HTML, SEEN, gzipped, http, opened, outcome, page, record, three_records, unread, zeros

from headwater.records import Given, Page, Unread

THREE = ["<p>one</p>", "<p>two</p>", "<p>three</p>"]


def stored(folder: Path, *records: bytes, name: str = "crawl.warc") -> Path:
    path = folder / name
    path.write_bytes(b"".join(records))
    return path


def test_a_record_gives_address_time_charset_and_place(tmp_path: Path) -> None:
    block = http(b"<p>Zwei Tote</p>", media_type='text/html; Charset="ISO-8859-1"')
    path = stored(tmp_path, record("https://orlo.example/a?b=1", block))
    answer = page(path, seen_at="2000-01-01")
    assert answer.data == b"<p>Zwei Tote</p>"
    assert answer.location == "https://orlo.example/a?b=1"
    assert (answer.media_type, answer.charset, answer.seen_at) == ("text/html", "iso-8859-1", SEEN)
    assert answer.path == f"{path}#1"
    assert answer.given == Given()


@pytest.mark.parametrize("name", ["crawl.warc.gz", "crawl.warc", "crawl"])
@pytest.mark.parametrize("pack", [lambda each: gzipped(*each), lambda each: gzip.compress(b"".join(each))])
def test_packed_record_by_record_or_as_a_whole(tmp_path: Path, name: str, pack) -> None:  # type: ignore[no-untyped-def]
    assert outcome(opened(stored(tmp_path, pack(three_records()), name=name))) == THREE


def test_what_holds_no_page_is_passed_over_and_counted_in_the_place(tmp_path: Path) -> None:
    path = stored(
        tmp_path,
        record("https://orlo.example/", b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        record("https://orlo.example/", b"key: value", kind="metadata"),
        record("https://orlo.example/i.png", http(b"\x89PNG", media_type="image/png")),
        record("https://orlo.example/old", http(b"<p>moved</p>", "Location: /new", status="301 Moved Permanently")),
        record("https://orlo.example/a", http(b"<p>x</p>")),
        record("https://orlo.example/a.txt", http(b"x", media_type="text/plain")),
        record("https://orlo.example/a.xhtml", http(b"<p>y</p>", media_type="application/xhtml+xml")),
    )
    pages = [each for each in opened(path) if isinstance(each, Page)]
    assert [each.media_type for each in pages] == ["text/html", "text/plain", "application/xhtml+xml"]
    assert [each.path for each in pages] == [f"{path}#{number}" for number in (5, 6, 7)]


def test_a_warc_without_a_page_says_so(tmp_path: Path) -> None:
    assert unread(stored(tmp_path, record("https://orlo.example/", b"x", kind="metadata"))).reason == "no_page"


@pytest.mark.parametrize(("body", "media_type"), [(HTML, "text/html"), (b"Two dead in Orlo.", "text/plain")])
def test_without_a_media_type_the_body_tells(tmp_path: Path, body: bytes, media_type: str) -> None:
    answer = page(stored(tmp_path, record("https://orlo.example/", http(body, media_type=None))))
    assert (answer.media_type, answer.data) == (media_type, body)


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        (http(b"<p>gone</p>", status="404 Not Found"), "not_fetched"),
        (http(b"<p>later</p>", status="503 Service Unavailable"), "not_fetched"),
        (http(b"%PDF-1.7", media_type="application/pdf"), "pdf"),
        (http(b""), "empty"),
        (http(bytes(range(256)) * 4), "not_text"),
        (http(b"x" * 2001), "too_large"),
    ],
)
def test_a_response_that_is_no_page_to_read(tmp_path: Path, block: bytes, reason: str) -> None:
    path = stored(tmp_path, record("https://orlo.example/a", block), three_records()[0])
    first, second = opened(path, max_page_bytes=2000)
    assert isinstance(first, Unread) and isinstance(second, Page)
    assert (first.reason, first.page.location, first.page.path) == (reason, "https://orlo.example/a", f"{path}#1")


def test_a_page_of_which_the_crawler_kept_only_a_part(tmp_path: Path) -> None:
    path = stored(tmp_path, record("https://orlo.example/a", http(HTML), "WARC-Truncated: length"))
    answer = unread(path)
    assert answer.reason == "truncated" and "length" in answer.detail


def zstd(data: bytes) -> bytes:
    from fastwarc.stream_io import ZstdWriter

    class StaysOpen(io.BytesIO):
        def close(self) -> None:
            return None

    file = StaysOpen()
    writer = ZstdWriter(file)
    writer.write(data)
    writer.close()
    return file.getvalue()


def test_what_another_program_wrote(tmp_path: Path) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    path = tmp_path / "other.warc.gz"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True, warc_version="1.1")
        writer.write_record(writer.create_warcinfo_record("other.warc.gz", {"software": "another"}))
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        stored_page = writer.create_warc_record(
            "https://orlo.example/ä",
            "response",
            io.BytesIO(HTML),
            http_headers=head,
            warc_headers_dict={"WARC-Date": SEEN},
        )
        writer.write_record(stored_page)
    answer = page(path)
    assert (answer.data, answer.seen_at, answer.path) == (HTML, SEEN, f"{path}#2")
    assert answer.location.startswith("https://orlo.example/")


CODINGS = {
    "gzip": gzip.compress(HTML),
    "x-gzip": gzipped(HTML[:10], HTML[10:]),
    "deflate": zlib.compress(HTML),
    "br": brotli.compress(HTML),
    "gzip, br": brotli.compress(gzip.compress(HTML)),
    "zstd": zstd(HTML),
    "identity": HTML,
}


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("chunked", [False, True])
def test_http_codings_are_taken_off(tmp_path: Path, coding: str, chunked: bool) -> None:
    body, headers = CODINGS[coding], [f"Content-Encoding: {coding}"]
    if chunked:
        body = b"%x;note=1\r\n%s\r\n%X\r\n%s\r\n0\r\n\r\n" % (7, body[:7], len(body) - 7, body[7:])
        headers.append("Transfer-Encoding: chunked")
    assert page(stored(tmp_path, record("https://orlo.example/", http(body, *headers)))).data == HTML


@pytest.mark.parametrize("header", ["Content-Encoding: gzip", "Content-Encoding: br", "Transfer-Encoding: chunked"])
def test_a_body_that_was_decoded_before_it_was_stored(tmp_path: Path, header: str) -> None:
    assert page(stored(tmp_path, record("https://orlo.example/", http(HTML, header)))).data == HTML


@pytest.mark.parametrize(
    ("body", "header", "reason"),
    [
        (gzip.compress(HTML)[:-9], "Content-Encoding: gzip", "truncated"),
        (zlib.compress(HTML)[:-9], "Content-Encoding: deflate", "truncated"),
        (b"ff\r\nshort", "Transfer-Encoding: chunked", "truncated"),
        (b"5\r\nhello\r\n", "Transfer-Encoding: chunked", "truncated"),
        (zstd(HTML)[:-9], "Content-Encoding: zstd", "damaged"),
        (brotli.compress(bytes(range(256)) * 9)[:-9], "Content-Encoding: br", "damaged"),
        (HTML, "Content-Encoding: rot13", "damaged"),
        (HTML, "Content-Encoding: gzip, gzip, gzip, gzip", "damaged"),
    ],
)
def test_a_body_whose_coding_breaks(tmp_path: Path, body: bytes, header: str, reason: str) -> None:
    assert unread(stored(tmp_path, record("https://orlo.example/", http(body, header)))).reason == reason


@pytest.mark.parametrize(
    ("coding", "bomb"),
    [
        ("gzip", zeros(100_000_000)),
        ("deflate", zlib.compress(bytes(30_000_000))),
        ("br", brotli.compress(bytes(30_000_000), quality=1)),
        ("gzip, gzip", gzip.compress(zeros(100_000_000))),
    ],
)
def test_a_bomb_in_a_response_is_too_large_and_the_rest_is_read(tmp_path: Path, coding: str, bomb: bytes) -> None:
    one, *_ = three_records()
    path = stored(tmp_path, record("https://orlo.example/bomb", http(bomb, f"Content-Encoding: {coding}")), one)
    tracemalloc.start()
    answers = opened(path, max_page_bytes=1_000_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert outcome(answers) == ["too_large", "<p>one</p>"]
    assert peak < 5_000_000


def test_a_bomb_around_the_records_is_given_up(tmp_path: Path) -> None:
    head = record("https://orlo.example/bomb", b"").replace(b"Content-Length: 0", b"Content-Length: 999000000")
    path = stored(tmp_path, gzipped(three_records()[0], head), zeros(200_000_000), name="crawl.warc.gz")
    assert outcome(opened(path, max_page_bytes=1000)) == ["<p>one</p>", "too_large"]
    assert outcome(opened(path, max_page_bytes=1000, max_container_bytes=10_000)) == ["<p>one</p>", "too_large"]


@pytest.mark.parametrize(("left_out", "pages"), [(30, 2), (8, 2), (250, 2), (len(three_records()[2]) - 5, 2)])
def test_pages_before_a_cut_then_truncated(tmp_path: Path, left_out: int, pages: int) -> None:
    cut = b"".join(three_records())[:-left_out]
    assert outcome(opened(stored(tmp_path, cut))) == [*THREE[:pages], "truncated"]


def test_pages_before_a_cut_in_a_packed_file_then_truncated(tmp_path: Path) -> None:
    cut = gzipped(*three_records())[:-30]
    assert outcome(opened(stored(tmp_path, cut, name="a.warc.gz"))) == [*THREE[:2], "truncated"]


def test_a_cut_in_the_first_header(tmp_path: Path) -> None:
    assert unread(stored(tmp_path, three_records()[0][:40])).reason == "truncated"


@pytest.mark.parametrize("data", [b"no WARC at all, but words" * 20, b"WARC/1.0\r\n" + b"x" * 100_000])
def test_what_is_no_warc_is_damaged(tmp_path: Path, data: bytes) -> None:
    assert unread(stored(tmp_path, data)).reason == "damaged"


def test_an_http_header_that_cannot_be_read_costs_one_page(tmp_path: Path) -> None:
    path = stored(
        tmp_path, record("https://orlo.example/a", b"HTTP/1.1 200 OK\r\n" + b"x: y" * 50_000), three_records()[0]
    )
    assert outcome(opened(path)) == ["damaged", "<p>one</p>"]


def test_an_address_that_is_none_leaves_the_name(tmp_path: Path) -> None:
    path = stored(tmp_path, record("urn:uuid:1", http(HTML)))
    assert page(path).location == "crawl.warc#1"


def test_a_time_that_is_none_leaves_the_option(tmp_path: Path) -> None:
    path = stored(tmp_path, three_records()[0].replace(SEEN.encode(), b"yesterday afternoon!"))
    assert page(path, seen_at="2024-01-01").seen_at == "2024-01-01"


def test_sources_by_address_and_by_container(tmp_path: Path) -> None:
    path = stored(tmp_path, *three_records()[:2])
    said = {
        "https://orlo.example/one": Given("https://orlo.example/one", "2024-05-03", "The Orlo Courier"),
        "crawl.warc": Given("https://orlo.example/all", None, "Orlo crawl"),
    }
    one, two = opened(path, sources=said)
    assert isinstance(one, Page) and isinstance(two, Page)
    assert one.given == said["https://orlo.example/one"]
    # The address of the container is not that of each page.
    assert (two.given, two.location) == (Given(None, None, "Orlo crawl"), "https://orlo.example/two")


WHOLE = b"".join(
    [
        record("https://orlo.example/", b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        *three_records(),
        record("https://orlo.example/z", http(gzip.compress(HTML), "Content-Encoding: gzip")),
    ]
)


FULL = [*(word.encode() for word in THREE), HTML]
# Between two records, or in the blank lines that end one, nothing is missing.
BORDERS = {at - back for at in [*(m.start() for m in re.finditer(b"WARC/1.0", WHOLE)), len(WHOLE)] for back in range(5)}


@settings(max_examples=200, deadline=None)
@given(cut=st.integers(1, len(WHOLE)))
@example(cut=1)
@example(cut=7)
@example(cut=WHOLE.rfind(b"Content-Length") + 16)
def test_any_cut_gives_the_pages_before_it_and_one_unread(tmp_path_factory, cut: int) -> None:  # type: ignore[no-untyped-def]
    answers = opened(stored(tmp_path_factory.mktemp("cut"), WHOLE[:cut]))
    pages = [each.data for each in answers if isinstance(each, Page)]
    assert pages == FULL[: len(pages)]
    reasons = [each.reason for each in answers if isinstance(each, Unread)]
    assert reasons == (([] if pages else ["no_page"]) if cut in BORDERS else ["truncated"])


PACKED = gzipped(WHOLE)


@settings(max_examples=200, deadline=None)
@given(cut=st.integers(3, len(PACKED) - 1))
def test_any_cut_of_a_packed_file_is_noticed(tmp_path_factory, cut: int) -> None:  # type: ignore[no-untyped-def]
    *pages, last = opened(stored(tmp_path_factory.mktemp("cut"), PACKED[:cut], name="a.warc.gz"))
    assert [each.data for each in pages if isinstance(each, Page)] == FULL[: len(pages)]
    assert isinstance(last, Unread) and last.reason == "truncated"


@settings(max_examples=150, deadline=None)
@given(at=st.integers(0, len(WHOLE) - 1), junk=st.binary(min_size=1, max_size=40))
def test_any_damage_never_raises(tmp_path_factory, at: int, junk: bytes) -> None:  # type: ignore[no-untyped-def]
    data = WHOLE[:at] + junk + WHOLE[at + len(junk) :]
    for each in opened(stored(tmp_path_factory.mktemp("damage"), data)):
        assert isinstance(each, Page | Unread)
        assert isinstance(each, Page) or "unexpectedly" not in each.detail
