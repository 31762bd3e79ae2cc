"""`--sources FILE.csv`."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_carriers import opened

from headwater.errors import InputError
from headwater.pages import read_sources
from headwater.pages.sources import look_up
from headwater.records import Given, Page


def stored(folder: Path, text: str, encoding: str = "utf-8") -> str:
    path = folder / "sources.csv"
    path.write_bytes(text.encode(encoding))
    return str(path)


def test_rows_by_file_and_by_address(tmp_path: Path) -> None:
    said = read_sources(
        stored(
            tmp_path,
            "file,url,published,outlet\n"
            "a.html,https://orlo.example/a,2024-05-03,The Orlo Courier\n"
            "below/b.txt,,2024-05,\n"
            ",https://Orlo.example/c/#top,,Orlo Today\n"
            ",,,\n",
        )
    )
    a = Given("https://orlo.example/a", "2024-05-03", "The Orlo Courier")
    assert look_up(said, "in/a.html", None) == a
    assert look_up(said, "crawl.warc#3", "https://orlo.example/a") == a
    assert look_up(said, "in/below/b.txt", None) == Given(published="2024-05")
    assert look_up(said, "in/b.txt", None) == Given()
    assert look_up(said, "-", "https://orlo.example/c").outlet == "Orlo Today"
    assert look_up(said, "other.html", "https://orlo.example/d") == Given()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("outlet, FILE \nCourier,a.html\n", "utf-8"),
        ("file,outlet\r\na.html,Courier\r\n", "utf-8-sig"),
        ('"file","outlet"\n"./a.html"," Courier "\n', "utf-8"),
        ("file,outlet,url\na.html,Courier\n", "utf-8"),
    ],
)
def test_forms_of_the_same_table(tmp_path: Path, text: str, encoding: str) -> None:
    assert read_sources(stored(tmp_path, text, encoding)) == {"a.html": Given(outlet="Courier")}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "wrong columns"),
        ("name,date\na,b\n", "wrong columns (name, date)"),
        ("file,publised\na,b\n", "wrong columns (file, publised)"),
        ("published,outlet\na,b\n", "needs a column `file` or `url`"),
        ("file;url\na;b\n", "wrong columns"),
        ("file,file\na,b\n", "twice"),
        ("file,outlet\na.html,x,y\n", "line 2: more values than columns"),
        ("file,outlet\n\n,x\n", "neither a file nor a url"),
        ("url\norlo.example/a\n", "line 2: 'orlo.example/a' is not an http(s) address"),
        ("file,outlet\na.html,x\na.html,y\n", "line 3: 'a.html' was already described"),
        ('file\n"a', "not a CSV file"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_in_one_line(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        read_sources(stored(tmp_path, text))
    assert says in str(caught.value) and "sources.csv" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_table_that_is_not_there_or_in_another_encoding(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.csv: No such file"):
        read_sources(str(tmp_path / "gone.csv"))
    with pytest.raises(InputError, match="UTF-8"):
        read_sources(stored(tmp_path, "file,outlet\na,Zürich\n", "latin-1"))


def test_the_longest_end_of_a_path_is_meant(tmp_path: Path) -> None:
    for name in ("in/x/a.txt", "in/y/a.txt"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(name)
    said = read_sources(stored(tmp_path, "file,outlet\na.txt,any\ny/a.txt,y\n"))
    pages = [each for each in opened(tmp_path / "in", sources=said) if isinstance(each, Page)]
    assert [each.given.outlet for each in pages] == ["any", "y"]


def test_a_file_name_with_the_marks_of_a_container(tmp_path: Path) -> None:
    (tmp_path / "a#1!b.txt").write_text("words")
    said = {"a#1!b.txt": Given("https://orlo.example/a")}
    (answer,) = opened(tmp_path, sources=said)
    assert isinstance(answer, Page) and answer.location == "https://orlo.example/a"


@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=200) | st.text(alphabet='file,url\n"; ht:p/', max_size=80).map(str.encode))
def test_any_bytes_are_a_table_or_refused(tmp_path_factory, data: bytes) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path_factory.mktemp("sources") / "s.csv"
    path.write_bytes(b"file,url\n" + data)
    try:
        assert all(isinstance(each, Given) for each in read_sources(str(path)).values())
    except InputError as error:
        assert "\n" not in str(error)
