"""Verifying: a sound ledger has no fault, and each thing that can be wrong with one is found."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from headwater.ledger import open_ledger
from headwater.ledger.verify import Fault, verify
from headwater.records import Name, Page, Reading, Span, Words
from made_readings import made_page, made_reading, record_of, unread


def faults_of(page: Page, reading: Reading, *, keep_bytes: bool = True) -> list[Fault]:
    with open_ledger(None) as ledger:
        with ledger.writer(keep_bytes=keep_bytes) as writer:
            writer.add_pages([(page, reading), (made_page(40), unread(made_page(40)))])
        return verify(ledger.view(), reread=lambda page: page.data.decode())


def test_a_sound_ledger_has_no_fault() -> None:
    assert faults_of(made_page(1), made_reading(made_page(1))) == []


def test_without_bytes_it_says_what_it_cannot_show() -> None:
    [fault] = faults_of(made_page(1), made_reading(made_page(1)), keep_bytes=False)
    assert (fault.problem, fault.grave) == ("bytes_not_kept", False)
    assert "of 2 pages" in fault.detail


def test_without_reading_again_it_says_so() -> None:
    with open_ledger(None) as ledger:
        [fault] = verify(ledger.view())
    assert (fault.problem, fault.grave) == ("not_reread", False)


def _other_bytes(page: Page, reading: Reading) -> tuple[Page, Reading]:
    return replace(page, data=page.data + b"!"), reading


def _other_text(page: Page, reading: Reading) -> tuple[Page, Reading]:
    return page, replace(reading, text=reading.text[:-1] + " ")


def _other_title(page: Page, reading: Reading) -> tuple[Page, Reading]:
    return _article(page, reading, title=Words(Span(0, 6), "Drones"))


def _other_author(page: Page, reading: Reading) -> tuple[Page, Reading]:
    return _article(page, reading, authors=(Name(Span(0, 6), "Ilse Marrow", "r"),))


def _other_publisher(page: Page, reading: Reading) -> tuple[Page, Reading]:
    return _article(page, reading, publisher=Name(Span(8, 12, "location"), "lantern", "r"))


def _outside(page: Page, reading: Reading) -> tuple[Page, Reading]:
    return _article(page, reading, span=Span(0, 9999))


def _outside_source(page: Page, reading: Reading) -> tuple[Page, Reading]:
    return _article(page, reading, authors=(Name(Span(0, 9999, "source"), "x", "r"),))


def _outside_given(page: Page, reading: Reading) -> tuple[Page, Reading]:
    return _article(page, reading, publisher=Name(Span(0, 3, "given"), "x", "r"))


def _article(page: Page, reading: Reading, **changes: object) -> tuple[Page, Reading]:
    return page, replace(reading, articles=(replace(reading.articles[0], **changes),))


def _other_source(page: Page, reading: Reading) -> tuple[Page, Reading]:
    said = reading.attributions[0]
    source = replace(said.sources[0], text="warden Lindqvist")
    return page, replace(reading, attributions=(replace(said, sources=(source,)),))


def _other_trigger(page: Page, reading: Reading) -> tuple[Page, Reading]:
    return page, replace(reading, events=(replace(reading.events[0], text="struck"),))


def _other_figure(page: Page, reading: Reading) -> tuple[Page, Reading]:
    return page, replace(reading, quantities=(replace(reading.quantities[0], text="13"),))


def _other_mention(page: Page, reading: Reading) -> tuple[Page, Reading]:
    return page, replace(reading, mentions=(replace(reading.mentions[0], text="Bo"),))


def _no_block(page: Page, reading: Reading) -> tuple[Page, Reading]:
    return page, replace(reading, blocks=reading.blocks[1:])


def _overlap(page: Page, reading: Reading) -> tuple[Page, Reading]:
    first = replace(reading.blocks[0], span=Span(0, reading.blocks[1].span.start + 1))
    return page, replace(reading, blocks=(first, *reading.blocks[1:]))


def _sentence_outside(page: Page, reading: Reading) -> tuple[Page, Reading]:
    return page, replace(reading, sentences=(Span(5, 9999),))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (_other_bytes, "bytes_changed"),
        (_other_text, "text_changed"),
        (_other_title, "words_differ"),
        (_other_author, "words_differ"),
        (_other_publisher, "words_differ"),
        (_other_source, "words_differ"),
        (_other_trigger, "words_differ"),
        (_other_figure, "words_differ"),
        (_other_mention, "words_differ"),
        (_outside, "span_outside"),
        (_outside_source, "span_outside"),
        (_outside_given, "span_outside"),
        (_sentence_outside, "span_outside"),
        (_no_block, "text_in_no_block"),
        (_overlap, "blocks_overlap"),
    ],
)
def test_each_fault_is_found(change: Callable[[Page, Reading], tuple[Page, Reading]], problem: str) -> None:
    page = made_page(1)
    faults = faults_of(*change(page, made_reading(page)))
    assert {fault.problem for fault in faults} == {problem}
    assert all(fault.page == record_of(page).id and fault.grave for fault in faults)


def test_a_name_may_be_mended_in_case_and_blanks() -> None:
    page, reading = _article(made_page(1), made_reading(made_page(1)))
    at = reading.articles[0].authors[0].span
    assert faults_of(*_article(page, reading, authors=(Name(at, "ILSE  MARROW", "r"),))) == []
