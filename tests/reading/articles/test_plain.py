"""Plain text to pieces: nothing lost, nothing moved, and every character with its kind."""

from time import perf_counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.reading.articles.outline import Outline
from headwater.reading.articles.plain import outline_plain
from headwater.records import Span
from headwater.text import Decoded

WRAPPED = """The convoy has been waiting at the turn-off since Saturday for word
that the road is clear of mines, its leader said on Tuesday, adding
that two drivers had already walked home with what bread was left in
the cabs.
   The engineers who are to clear the road have been held up farther
south by a river that rose by a metre in one night and then took the
railings with it."""
ALPHABET = 'ab .,:;!?"“”—#=-*>\n\n\r\t\x00\x07\u2028\x85é漢😀'


def outline(text: str, damaged: tuple[tuple[int, int, str], ...] = ()) -> Outline:
    return outline_plain(Decoded(text, "utf-8", np.arange(len(text) + 1), damaged))


def words(page: Outline) -> list[str]:
    return [page.text.text[piece.start : piece.end] for piece in page.pieces]


def test_each_line_is_a_piece_and_gaps_are_counted() -> None:
    page = outline("One.\nTwo.\r\n\r\nThree.\n\n\n  Four.  \n")
    assert words(page) == ["One.", "Two.", "Three.", "Four."]
    assert [piece.gap for piece in page.pieces] == [0, 0, 1, 2]


def test_lines_wrapped_by_hand_make_paragraphs() -> None:
    assert [part.split()[0] for part in words(outline(WRAPPED))] == ["The", "The"]


def test_short_lines_below_one_another_stay_apart() -> None:
    assert (
        len(words(outline("Home\nPolitics\nWar\nWeather\nContact us\nA long title about the convoy at the turn-off\n")))
        == 6
    )


def test_paragraphs_of_one_line_each_stay_apart() -> None:
    line = "The convoy waited for two days at the turn-off, and the bread spoiled before anyone came to say why it had to wait. "
    assert len(words(outline((line * 3 + "\n") * 6))) == 6


def test_one_long_line_is_one_piece() -> None:
    assert len(words(outline("Shells fell again. Nobody was hurt. " * 400))) == 1


def test_underline_of_a_heading_is_no_part_of_it() -> None:
    assert words(outline("The winter road\n===============\nIt opened in May.\n")) == [
        "The winter road", "===============", "It opened in May.",
    ]  # fmt: skip


def test_controls_and_damage_are_shown_and_declared() -> None:
    page = outline("A\x00B cafÃ© C", ((7, 9, "é"),))
    assert page.text.text == "A\ufffdB café C"
    assert [page.text.kind_at(at) for at in (0, 1, 2, 7)] == ["literal", "repaired", "literal", "repaired"]
    assert page.text.raw(Span(7, 8)) == [(7, 9)]
    assert [(repair.kind, repair.count) for repair in page.repairs] == [("control_characters", 1)]


@given(st.text(ALPHABET, max_size=400))
def test_pieces_tile_what_is_not_blank_and_lead_home(text: str) -> None:
    page = outline(text)
    shown = page.text.text
    assert len(shown) == len(text)
    covered = set()
    last = 0
    for piece in page.pieces:
        assert piece.start >= last
        assert shown[piece.start : piece.end].strip() == shown[piece.start : piece.end] != ""
        covered.update(range(piece.start, piece.end))
        last = piece.end
    assert all(char.isspace() for at, char in enumerate(shown) if at not in covered)
    for at, char in enumerate(shown):
        kind = page.text.kind_at(at)
        assert kind == ("literal" if char == text[at] else "repaired")
        if kind == "literal":
            assert page.text.raw(Span(at, at + 1)) == [(at, at + 1)]


@pytest.mark.parametrize("unit", ["\n", "a\n", "a b\n\n", "\r", "\x00", "word ", "> ", "- a\n", "=\n"])
def test_time_is_linear_on_hostile_files(unit: str) -> None:
    start = perf_counter()
    outline(unit * (200_000 // len(unit)))
    assert perf_counter() - start < 4
