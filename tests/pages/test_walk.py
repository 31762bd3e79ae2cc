"""What a user names, and what is checked before anything is read."""

import io
import os
import sys
from pathlib import Path

import pytest
from made_carriers import HTML, gzipped, opened, outcome, page, record, three_records, unread

from headwater.errors import InputError
from headwater.pages import Inlet, PageOptions, count_hint, open_pages
from headwater.records import Page


def test_a_folder_gives_its_files_by_name_and_those_below(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "c.txt", "a.txt", "b/deep/er/3.txt", ".hidden.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    assert outcome(opened(tmp_path)) == ["a.txt", "b/1.txt", "b/2.txt", "b/deep/er/3.txt", "c.txt"]
    assert [Path(each.path or "").name for each in opened(tmp_path) if isinstance(each, Page)] == [
        "a.txt", "1.txt", "2.txt", "3.txt", "c.txt",
    ]  # fmt: skip


def test_inputs_keep_their_order(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name)
    assert outcome(opened(tmp_path / "b.txt", tmp_path / "a.txt")) == ["b.txt", "a.txt"]


def test_pages_are_opened_one_at_a_time(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name)
    pages = open_pages([str(tmp_path)], PageOptions())
    next(pages)
    (tmp_path / "b.txt").write_text("changed meanwhile")
    assert outcome(list(pages)) == ["changed meanwhile"]


def test_the_same_page_comes_once_and_is_counted(tmp_path: Path) -> None:
    for name in ("x/a.txt", "y/a.txt", "y/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("the same words")
    pages = open_pages([str(tmp_path), str(tmp_path / "x")], PageOptions())
    assert isinstance(pages, Inlet)
    # One text under two names is two pages.
    assert len(list(pages)) == 2
    assert pages.repeats == 2


def test_unread_files_of_one_name_are_each_reported(tmp_path: Path) -> None:
    for name in ("x/a.html", "y/a.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    assert outcome(opened(tmp_path, tmp_path)) == ["empty", "empty"]


def test_a_path_that_does_not_exist_is_named_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("never read")
    with pytest.raises(InputError, match=r"gone\.html: no such file or folder") as caught:
        open_pages([str(tmp_path / "a.txt"), str(tmp_path / "gone.html")], PageOptions())
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["", "a\0b", "x" * 5000, "ftp://orlo.example/a"])
def test_names_that_cannot_be_paths(name: str) -> None:
    with pytest.raises(InputError):
        open_pages([name], PageOptions())


def test_an_address_needs_permission() -> None:
    with pytest.raises(InputError, match=r"https://orlo\.example/a: "):
        open_pages(["https://orlo.example/a"], PageOptions())


@pytest.mark.parametrize("address", ["http://", "https:///path", "http://me:secret@orlo.example/", "http://a b\n/"])
def test_an_address_that_is_none(address: str) -> None:
    with pytest.raises(InputError):
        open_pages([address], PageOptions(allow_network=True))


def test_links(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "below").mkdir(parents=True)
    (folder / "below" / "a.txt").write_text("once")
    (tmp_path / "outside.txt").write_text("through a link")
    (folder / "below" / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "broken.txt").symlink_to(tmp_path / "gone.txt")
    (folder / "round.txt").symlink_to(folder / "round.txt")
    (folder / "to_file.txt").symlink_to(tmp_path / "outside.txt")
    assert outcome(opened(folder)) == ["once", "folder_link", "broken_link", "broken_link", "through a link"]


def test_a_link_to_a_folder_is_followed_when_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("words")
    (tmp_path / "link").symlink_to(tmp_path / "in", target_is_directory=True)
    assert outcome(opened(tmp_path / "link")) == ["words"]


def test_a_broken_link_that_is_named_does_not_exist(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    with pytest.raises(InputError, match=r"a\.txt"):
        open_pages([str(tmp_path / "a.txt")], PageOptions())


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert unread(tmp_path).reason == "not_a_file"


def test_a_folder_that_may_not_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(folder: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.scandir", refused)
    assert unread(tmp_path).reason == "no_permission"


def test_an_empty_folder_has_no_pages(tmp_path: Path) -> None:
    assert opened(tmp_path) == []


class _Pipe:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BufferedReader(_Unseekable(data))


class _Unseekable(io.BytesIO):
    def seekable(self) -> bool:
        return False


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (HTML, [HTML.decode()]),
        (gzipped(HTML), [HTML.decode()]),
        (b'{"text": "one"}\n{"text": "two"}\n', ["one", "two"]),
        (gzipped(*three_records()), ["<p>one</p>", "<p>two</p>", "<p>three</p>"]),
        (b"PK\x03\x04...", ["not_text"]),
        (b"", ["empty"]),
    ],
)
def test_standard_input_is_known_by_its_looks(
    monkeypatch: pytest.MonkeyPatch, data: bytes, expected: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", _Pipe(data))
    assert outcome(opened("-")) == expected


def test_a_page_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", _Pipe(HTML))
    answer = page("-")
    assert (answer.location, answer.path, answer.media_type) == ("stdin", "-", "text/html")


def test_count_hint(tmp_path: Path) -> None:
    for name in ("a.html", "b/c.txt", "b/d.mhtml", "b/unknown"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert count_hint([str(tmp_path), "https://orlo.example/a"]) == 5
    assert count_hint([]) == 0
    assert count_hint(["-"]) is None
    (tmp_path / "b" / "e.warc").write_bytes(record("https://orlo.example/", b""))
    assert count_hint([str(tmp_path)]) is None
