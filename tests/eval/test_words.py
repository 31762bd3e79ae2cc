"""The measures of main text, against cases worked out by hand."""

import pytest
from eval.corpus import half_of, in_half
from eval.words import ngram_counts, overlap, snippets_found, word_overlap


def test_word_overlap_counts_bags():
    found = word_overlap("The the road road", "the ROAD is closed")
    assert (found.precision, found.recall) == (0.5, 0.5)
    assert found.f1 == pytest.approx(0.5)


def test_nothing_found_is_right_only_where_there_is_nothing():
    assert word_overlap("", "").f1 == 1
    assert word_overlap("road", "").f1 == 0
    assert word_overlap("", "road").f1 == 0


def test_ngram_counts_are_shares_of_their_sum():
    found = ngram_counts("a b c d e x", "a b c d e f")
    assert found == pytest.approx((2 / 4, 1 / 4, 1 / 4))
    assert overlap(*found).f1 == pytest.approx(2 / 3)
    assert ngram_counts("", "") == (0, 0, 0)


def test_snippets_are_looked_up_whatever_their_case():
    assert snippets_found("The Road is closed", ("road IS", "open")) == 0.5
    assert snippets_found("", ()) == 1


def test_an_item_is_in_one_half_whatever_else_there_is():
    halves = {identity: half_of(identity) for identity in map(str, range(400))}
    assert 150 < sum(half == "choose" for half in halves.values()) < 250
    assert all(in_half(i, half) and in_half(i, "all") for i, half in halves.items())
