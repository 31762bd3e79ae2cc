"""Spans as runs of tokens, against cases worked out by hand."""

from eval.attributing.counts import Counts, matched
from eval.attributing.found import FoundAttribution, FoundSource
from eval.attributing.grid import exact, grid_of, touching
from eval.attributing.parts import found_parts, found_phrases, part_figures

from made_quotes import at, said

TEXT = "Maro Tevin said the road is closed. Nobody came, he added."
SENTENCES = (at(TEXT, "Maro Tevin said the road is closed."), at(TEXT, "Nobody came, he added."))
GRID = grid_of(TEXT, SENTENCES)


def test_a_span_is_cut_where_a_sentence_ends():
    whole = (at(TEXT, "the road")[0], at(TEXT, "Nobody came")[1])
    assert GRID.runs([whole]) == [(3, 7), (8, 9)]


def test_fragments_are_spans_of_their_own_unless_nothing_stands_between():
    assert GRID.runs([at(TEXT, "the road"), at(TEXT, "closed")]) == [(3, 4), (6, 6)]
    assert GRID.runs([at(TEXT, "the road"), at(TEXT, "is closed")]) == [(3, 6)]


def test_exact_wants_both_borders():
    gold = GRID.runs([at(TEXT, "the road is closed")])
    assert exact(gold, gold) == Counts(1, 1, 1, 1)
    short = GRID.runs([at(TEXT, "road is closed")])
    assert exact(short, gold) == Counts(0, 1, 0, 1)
    assert exact(GRID.runs([at(TEXT, "the road is closed.")]), gold).right == 0


def test_touching_counts_each_side_for_itself():
    gold = GRID.runs([at(TEXT, "the road is closed"), at(TEXT, "Nobody came")])
    found = GRID.runs([at(TEXT, "the"), at(TEXT, "closed"), at(TEXT, "added")])
    assert touching(found, gold) == Counts(2, 3, 1, 2)


def test_counts_add_up_and_nothing_is_no_division():
    total = matched(1, 2, 4) + matched(1, 2, 0)
    assert (total.overlap.precision, total.overlap.recall) == (0.5, 0.5)
    assert Counts().overlap.f1 == 0


def test_figures_are_those_of_all_papers_together():
    gold = {"source": [(at(TEXT, "Maro Tevin"),)], "cue": [(at(TEXT, "said"),)], "content": []}
    found = found_parts([said(TEXT, "Tevin", "said", "the road is closed")])
    figures = dict(part_figures([GRID, GRID], [gold, gold], [found, gold]))
    assert figures["exact.source.f1"] == 0.5
    assert figures["overlap.source.f1"] == 1
    assert figures["exact.cue.f1"] == 1
    assert (figures["exact.content.precision"], figures["exact.content.spans"]) == (0, 0)


def test_joint_sources_are_one_phrase_where_only_and_stands_between():
    text = "Iva Dorn and the Orsk Ledger said so, and later Kem Orsk too."
    names = ["Iva Dorn", "the Orsk Ledger", "Kem Orsk"]
    joint = FoundAttribution(tuple(FoundSource(at(text, name), name) for name in names), (), ())
    phrases = found_phrases(text, [joint])["source"]
    assert phrases == [(at(text, "Iva Dorn and the Orsk Ledger"), at(text, "Kem Orsk"))]
