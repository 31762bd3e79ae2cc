"""Text in capitals: cases as data, and what holds for any text."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_page import MadePage, make_page

from headwater.knowledge import load
from headwater.reading import capitals
from headwater.reading.reader import read_page
from headwater.records import Event, Mention, Page, Reading, Span
from headwater.records.identity import digest
from headwater.text import PageText

CASES = Path(__file__).parents[1] / "cases" / "capitals"
KNOWLEDGE = load()


def cases(name: str) -> list[dict[str, Any]]:
    return tomllib.loads((CASES / name).read_text())["case"]


def seen(page: MadePage) -> PageText:
    return capitals.restored(page.text, page.blocks, page.articles, KNOWLEDGE)


@pytest.mark.parametrize("case", cases("synthetic.toml"), ids=lambda case: case["name"])
def test_cases(case: dict[str, Any]) -> None:
    assert seen(make_page(case["given"])).text.strip() == case["seen"]


@pytest.mark.parametrize("case", cases("negative.toml"), ids=lambda case: case["name"])
def test_left_alone(case: dict[str, Any]) -> None:
    page = make_page(case["given"])
    assert seen(page) is page.text


@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_letter_for_letter(lines: list[str]) -> None:
    page = make_page("\n".join(["THE MEN OF ORSK LEFT.", *(line.upper() for line in lines)]))
    shadow = seen(page)
    assert len(shadow.text) == len(page.text.text)
    assert all(
        mine == theirs or mine.lower() == theirs.lower() or mine == theirs.lower()
        for mine, theirs in zip(shadow.text, page.text.text, strict=True)
    )
    assert shadow.raw(Span(0, 7)) == page.text.raw(Span(0, 7))


def test_only_the_block_in_capitals_is_changed() -> None:
    page = make_page("# REBELS LEAVE ORSK TODAY\nIt IS what Iva Dorn of the UN said.\n% MORE ABOUT THESE REBELS")
    assert seen(page).text.splitlines()[0].startswith("Rebels leave")
    first = page.blocks[0].span.end
    assert seen(page).text[first:] == page.text.text[first:]


@dataclass(frozen=True)
class _Said:
    span: Span
    text: str
    inside: tuple["_Said", ...] = ()


def test_words_as_received() -> None:
    page = make_page("THE MEN OF ORSK LEFT.")
    start = page.text.text.index("ORSK")
    said = _Said(Span(0, 3), "The", (_Said(Span(start, start + 4), "Orsk"),))
    assert capitals.as_received(said, page.text) == _Said(Span(0, 3), "THE", (_Said(Span(start, start + 4), "ORSK"),))


def test_a_page_in_capitals_is_read_and_its_words_are_as_received() -> None:
    text = "BRIDGE OF ORSK IS OPEN\n\nCOLONEL MARO TEVIN SAID ON MONDAY THAT REBELS OF THE ISLAMIC STATE KILLED FOUR FARMERS.\n"
    data = text.encode()
    reading = read_page(Page("p", "p", "text/plain", None, digest(data), data), KNOWLEDGE)
    assert isinstance(reading, Reading) and reading.text.isupper()
    records: list[Event | Mention] = [*reading.events, *reading.mentions]
    assert records and all(one.text == reading.text[one.span.start : one.span.end] for one in records)
    assert "Maro Tevin" in {entity.name for entity in reading.entities}
    assert [event.type for event in reading.events] == ["killing"]
