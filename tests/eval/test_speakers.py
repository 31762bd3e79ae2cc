"""Who speaks, against cases worked out by hand; and the coded items are well formed."""

import pytest
from eval.attributing.found import FoundAttribution, FoundSource
from eval.attributing.ours import paper_of
from eval.attributing.speakers import FORMS, Coded, Read, answer, fingerprint, is_right, load_coded, speaker_figures
from eval.polnear_gold import GoldAttribution

from made_quotes import at

TEXT = "Maro Tevin of the Ledger was there.\nTevin said the road is closed. “It is,” he added."
FULLEST = at(TEXT, "Maro Tevin")
GOLD = GoldAttribution("E1", (at(TEXT, "he"),), (at(TEXT, "added"),), (at(TEXT, "“It is,”"),))
ITEM = Coded("a", fingerprint(TEXT), "E1", at(TEXT, "he", 1), "pronoun", FULLEST, "person")


def quote(source: FoundSource, words: str = "“It is,”") -> FoundAttribution:
    return FoundAttribution((source,), (), (at(TEXT, words),))


@pytest.mark.parametrize(
    ("source", "right"),
    [
        (FoundSource(None, "Tevin", namings=(FULLEST,)), True),
        (FoundSource(None, "maro  Tevin"), True),
        (FoundSource(at(TEXT, "Tevin", 1), "Tevin", namings=(at(TEXT, "Tevin", 1),)), False),
        (FoundSource(None, "Maro", namings=(at(TEXT, "Maro"),)), False),
        (FoundSource(at(TEXT, "he"), None), False),
    ],
)
def test_the_fullest_naming_must_be_reached_or_its_words_said(source, right):
    assert is_right(TEXT, FULLEST, source) is right


def test_where_nobody_is_named_naming_nobody_is_right():
    assert is_right(TEXT, None, FoundSource(at(TEXT, "he"), None))
    assert not is_right(TEXT, None, FoundSource(at(TEXT, "he"), "Tevin"))


def test_the_source_is_looked_up_by_its_place_then_by_what_it_says():
    there = quote(FoundSource(ITEM.source, None))
    other = quote(FoundSource(at(TEXT, "Tevin", 1), "Maro Tevin"), "the road is closed")
    assert answer(TEXT, ITEM, GOLD, (other, there)) is False
    assert answer(TEXT, ITEM, GOLD, (other,)) is None
    assert answer(TEXT, ITEM, GOLD, (other, quote(FoundSource(None, "Maro Tevin")))) is True


def test_accuracy_is_over_all_and_of_covered_over_those_found():
    paper = paper_of("a", TEXT)
    found = (quote(FoundSource(ITEM.source, "Maro Tevin")),)
    second = Coded("a", ITEM.sha256, "E1", at(TEXT, "Tevin", 1), "name", FULLEST, "person")
    figures = dict(speaker_figures([ITEM, second], {"a": Read(paper, (GOLD,), found)}))
    assert (figures["speaker.accuracy"], figures["speaker.coverage"], figures["speaker.of_covered"]) == (0.5, 0.5, 1)
    assert (figures["speaker.pronoun.accuracy"], figures["speaker.name.accuracy"]) == (1, 0)


def test_another_text_is_not_measured():
    other = Coded("a", fingerprint("another"), "E1", ITEM.source, "pronoun", FULLEST, "person")
    assert dict(speaker_figures([other], {"a": Read(paper_of("a", TEXT), (GOLD,), ())})) == {}


def test_the_coded_items_are_200_of_which_half_are_no_names():
    items = load_coded()
    assert len(items) == len({(item.article, item.attribution) for item in items}) == 200
    assert sum(item.form in ("pronoun", "role") for item in items) >= 100
    assert {item.form for item in items} == set(FORMS)
    assert all(item.source[0] < item.source[1] for item in items)
    assert all((item.resolves_to is None) == (item.class_ == "unnamed") or item.class_ == "document" for item in items)
