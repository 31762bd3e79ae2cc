"""WARC files in a zip."""

import zipfile
from pathlib import Path

import pytest
from made_carriers import gzipped, opened, outcome, page, record, three_records, unread, wacz, zeros

ONE, TWO, THREE = three_records()


def stored(folder: Path, data: bytes, name: str = "a.wacz") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", ["a.wacz", "a.zip", "a"])
def test_all_archives_in_the_order_of_their_names(tmp_path: Path, name: str) -> None:
    members = {
        "archive/b.warc.gz": gzipped(THREE),
        "datapackage.json": b"{}",
        "pages/pages.jsonl": b'{"text": "not a page"}',
        "archive/a.warc": ONE + TWO,
    }
    path = stored(tmp_path, wacz(members), name)
    assert outcome(opened(path)) == ["<p>one</p>", "<p>two</p>", "<p>three</p>"]


def test_the_place_names_file_member_and_record(tmp_path: Path) -> None:
    path = stored(tmp_path, wacz({"archive/a.warc.gz": gzipped(ONE)}))
    assert page(path).path == f"{path}!archive/a.warc.gz#1"


def test_a_zip_without_archives_is_no_page(tmp_path: Path) -> None:
    assert unread(stored(tmp_path, wacz({"word/document.xml": b"<x/>"}), "a.docx")).reason == "not_text"


@pytest.mark.parametrize("data", [b"PK\x03\x04 broken", b"no zip at all"])
def test_what_is_no_zip_is_damaged(tmp_path: Path, data: bytes) -> None:
    assert unread(stored(tmp_path, data)).reason == "damaged"


def test_a_bomb_is_stopped_by_what_comes_out_and_not_by_what_it_declares(tmp_path: Path) -> None:
    head = record("https://orlo.example/bomb", b"").replace(b"Content-Length: 0", b"Content-Length: 999000000")
    bomb = gzipped(TWO, head) + zeros(200_000_000)
    data = wacz({"archive/a.warc.gz": gzipped(ONE), "archive/b.warc.gz": bomb})
    # The central directory may say what it likes.
    lying = data.replace(len(bomb).to_bytes(4, "little"), (10**6).to_bytes(4, "little"))
    for each in (data, lying):
        answers = outcome(opened(stored(tmp_path, each), max_page_bytes=1000))
        assert answers == ["<p>one</p>", "<p>two</p>", "too_large"]


def test_a_deflated_bomb_of_one_member(tmp_path: Path) -> None:
    data = wacz({"archive/a.warc": ONE + bytes(150_000_000)})
    assert outcome(opened(stored(tmp_path, data), max_container_bytes=100)) == ["too_large"]


def test_one_limit_holds_for_all_members_together(tmp_path: Path) -> None:
    data = wacz({"archive/a.warc": ONE, "archive/b.warc": TWO, "archive/c.warc": THREE})
    answers = outcome(opened(stored(tmp_path, data), max_container_bytes=len(ONE) + 100))
    assert answers == ["<p>one</p>", "too_large"]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_unpack_without_measure_are_refused(tmp_path: Path, method: int) -> None:
    path = stored(tmp_path, wacz({"archive/a.warc": ONE}, method))
    assert unread(path).reason == "damaged"


def test_an_encrypted_member_is_refused(tmp_path: Path) -> None:
    data = bytearray(wacz({"archive/a.warc": ONE}))
    data[data.find(b"PK\x01\x02") + 8] |= 1
    assert unread(stored(tmp_path, bytes(data))).reason == "damaged"


def test_damage_inside_a_member_costs_that_member(tmp_path: Path) -> None:
    data = bytearray(wacz({"archive/a.warc": ONE, "archive/b.warc": TWO}, zipfile.ZIP_STORED))
    data[data.find(b"<p>one") + 1] ^= 0xFF
    answers = outcome(opened(stored(tmp_path, bytes(data))))
    assert answers[-1] == "<p>two</p>" and "damaged" in answers
