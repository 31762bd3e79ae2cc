"""Whatever lies in a file, and whatever it is called: pages and reasons, never an exception."""

import gzip
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_carriers import HTML, gzipped, opened, record, three_records, wacz

from headwater.pages.reasons import Reason
from headwater.pages.sniff import BY_SUFFIX, NO_PAGE
from headwater.records import Page, Unread
from headwater.records.identity import digest, page_id

SUFFIXES = sorted({*BY_SUFFIX, *NO_PAGE, "", ".bin", ".zip", ".aspx"})
REASONS = frozenset(get_args(Reason))

SEEDS = {
    ".warc": b"".join(three_records()),
    ".warc.gz": gzipped(*three_records()),
    ".wacz": wacz({"archive/a.warc.gz": gzipped(*three_records()), "x": b"y"}),
    ".jsonl": b'{"url": "https://orlo.example/a", "html": "<p>x", "date": "2024"}\n{"text": "y"}\n',
    ".mhtml": b'MIME-Version: 1.0\r\nDate: Fri, 3 May 2024 10:00:00 +0000\r\nContent-Type: multipart/related; boundary="b"; '
    b'start="<1>"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-ID: <1>\r\nContent-Transfer-Encoding: '
    b"quoted-printable\r\nContent-Location: https://orlo.example/\r\n\r\n<p>x=C3=BC\r\n--b--\r\n",
    ".rss": b'<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title><item><link>https://'
    b"orlo.example/</link><pubDate>Fri, 3 May 2024 10:00:00 GMT</pubDate><content:encoded>x</content:encoded></item></channel></rss>",
    ".atom": b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="https://orlo.example/"/><content type="xhtml">'
    b"<div><p a='b'>x<br/></p></div></content></entry></feed>",
    ".html.gz": gzip.compress(HTML),
}
JUNK = st.binary(min_size=1, max_size=30) | st.sampled_from(
    [
        b"\0",
        b"\r\n",
        b"\r\n\r\n",
        b"WARC/1.0",
        b"--b",
        b"99999999999999999999",
        b"-1",
        b"=",
        b'"',
        b"<",
        b">",
        b"&",
        b"\xed\xa0\x80",
    ]
)


def check(folder: Path, name: str, data: bytes) -> None:
    path = folder / name
    path.write_bytes(data)
    answers = opened(path, max_page_bytes=5000, max_whole_bytes=50_000)
    assert answers
    for each in answers:
        assert isinstance(each, Page | Unread)
        if isinstance(each, Page):
            assert each.sha256 == digest(each.data)
            assert each.id == page_id(each.sha256, each.location)
            assert each.data.strip()
        else:
            assert each.reason in REASONS
            assert "unexpectedly" not in each.detail
            assert "\n" not in each.detail
    assert [(type(each), each) for each in opened(path, max_page_bytes=5000, max_whole_bytes=50_000)] == [
        (type(each), each) for each in answers
    ]


@settings(max_examples=300, deadline=None)
@given(
    suffix=st.sampled_from(SUFFIXES),
    packed=st.booleans(),
    data=st.binary(max_size=400) | st.text(max_size=200).map(str.encode),
)
def test_any_bytes_under_any_name(tmp_path_factory, suffix: str, packed: bool, data: bytes) -> None:  # type: ignore[no-untyped-def]
    name = f"a{suffix}.gz" if packed else f"a{suffix}"
    check(tmp_path_factory.mktemp("any"), name, gzip.compress(data) if packed else data)


@pytest.mark.parametrize("suffix", SEEDS)
@settings(max_examples=60, deadline=None)
@given(edits=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), JUNK), min_size=1, max_size=4))
def test_any_damage_to_any_kind(tmp_path_factory, suffix: str, edits: list[tuple[float, int, bytes]]) -> None:  # type: ignore[no-untyped-def]
    data = SEEDS[suffix]
    for where, gone, junk in edits:
        at = int(where * len(data))
        data = data[:at] + junk + data[at + gone :]
    check(tmp_path_factory.mktemp("damage"), "a" + suffix, data)


@pytest.mark.parametrize("suffix", SEEDS)
@settings(max_examples=40, deadline=None)
@given(share=st.floats(0, 1))
def test_any_cut_of_any_kind(tmp_path_factory, suffix: str, share: float) -> None:  # type: ignore[no-untyped-def]
    data = SEEDS[suffix]
    check(tmp_path_factory.mktemp("cut"), "a" + suffix, data[: int(share * len(data)) or 1])


def test_the_seeds_themselves_are_in_order(tmp_path: Path) -> None:
    for suffix, data in SEEDS.items():
        (tmp_path / f"a{suffix}").write_bytes(data)
        assert all(isinstance(each, Page) for each in opened(tmp_path / f"a{suffix}")), suffix


def test_what_the_user_manual_says_of_reasons() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "pages.md").read_text()
    table = manual.partition("## Pages that are not read")[2]
    for reason in REASONS:
        assert f"| `{reason}` |" in table
    listed = {line.split("`")[1] for line in table.splitlines() if line.startswith("| `")}
    assert listed == REASONS


@pytest.mark.parametrize("suffix", sorted(BY_SUFFIX))
def test_what_the_user_manual_says_of_kinds(suffix: str) -> None:
    manual = (Path(__file__).parents[2] / "docs" / "pages.md").read_text()
    assert f"`{suffix}`" in manual


def test_a_record_with_every_field_hostile(tmp_path: Path) -> None:
    block = b"HTTP/1.1 99999999999 \xff\r\nContent-Type: text/html; charset=\xff\xfe;charset=\r\nContent-Encoding: ,,\r\n\r\n<p>x"
    check(tmp_path, "a.warc", record("https://orlo.example/\x7f", block, "WARC-Truncated: "))
