"""Pieces: where they stand, and what is told of each."""

from headwater.knowledge.pieces import (
    BEGINS_PARAGRAPH,
    BEGINS_SENTENCE,
    CAPITAL,
    CAPITALS,
    CLOSES,
    FIGURE,
    INSIDE,
    OPENS,
    OUTSIDE,
    PLAIN,
    Stretch,
    cut,
    load_tokenizer,
)

TOKENIZER = load_tokenizer(
    ["[PAD]", "[UNK]", "or", "##sk", "fell", ".", "“", "”", "the", "un", "left", "12", '"', "men"]
)


def test_a_word_of_two_pieces_has_one_head_and_its_own_place() -> None:
    (pieces,) = cut(TOKENIZER, "Orsk fell.", [Stretch(0, 10, opens=True)])
    assert pieces.ids.tolist() == [2, 3, 4, 5]
    assert pieces.heads.tolist() == [0, 2, 3]
    assert list(zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True)) == [(0, 2), (2, 4), (5, 9), (9, 10)]
    assert pieces.marks[:, 0].tolist() == [CAPITAL, CAPITAL, PLAIN, PLAIN]
    assert pieces.marks[:, 2].tolist() == [BEGINS_PARAGRAPH, 0, 0, 0]


def test_quotations_are_followed_from_sentence_to_sentence_up_to_the_paragraph() -> None:
    text = "“The men fell. Orsk left.” The men left"
    first, second, third = cut(TOKENIZER, text, [Stretch(0, 14, opens=True), Stretch(15, 26), Stretch(27, 39)])
    assert first.marks[:, 1].tolist() == [OPENS, INSIDE, INSIDE, INSIDE, INSIDE]
    assert second.marks[:, 1].tolist() == [INSIDE, INSIDE, INSIDE, INSIDE, CLOSES]
    assert third.marks[:, 1].tolist() == [OUTSIDE] * 3
    assert second.marks[0, 2] == BEGINS_SENTENCE
    _, anew = cut(TOKENIZER, text, [Stretch(0, 14, opens=True), Stretch(15, 24, opens=True)])
    assert anew.marks[:, 1].tolist() == [OUTSIDE] * len(anew)


def test_capitals_and_figures_are_told_but_not_in_a_sentence_all_in_capitals() -> None:
    (pieces,) = cut(TOKENIZER, "the UN left 12 men", [Stretch(0, 18)])
    assert pieces.marks[:, 0].tolist() == [PLAIN, CAPITALS, PLAIN, FIGURE, PLAIN]
    (shouted,) = cut(TOKENIZER, "THE UN LEFT", [Stretch(0, 11)])
    assert shouted.marks[:, 0].tolist() == [PLAIN] * 3


def test_an_empty_stretch_has_no_pieces() -> None:
    (pieces,) = cut(TOKENIZER, "   ", [Stretch(0, 3)])
    assert len(pieces) == 0
