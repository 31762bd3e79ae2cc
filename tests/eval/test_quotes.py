"""Quotes and speakers' words, against cases worked out by hand."""

import pytest
from eval.attributing.alignment import characters, head, likeness, pairs
from eval.attributing.found import FoundAttribution, FoundSource
from eval.attributing.quotes import quote_figures, same_speaker
from eval.polnear_gold import GoldAttribution

from made_quotes import at, said

TEXT = "The mayor of Orsk, Iva Dorn, said the bridge is open. “Nobody came,” Kem Orsk said."


def gold(source: str, cue: str, *contents: str) -> GoldAttribution:
    return GoldAttribution(
        "E1", (at(TEXT, source),) if source else (), (at(TEXT, cue),), tuple(at(TEXT, words) for words in contents)
    )


def test_likeness_is_shared_over_all_without_blanks():
    assert likeness(characters(TEXT, [at(TEXT, "the bridge")]), characters(TEXT, [at(TEXT, "bridge is")])) == 6 / 11
    assert likeness(frozenset(), frozenset()) == 0


def test_pairs_are_one_to_one_and_the_likest_first():
    sets = [frozenset(range(10)), frozenset(range(8)), frozenset(range(20, 30))]
    assert pairs(sets, [frozenset(range(8))]) == [(1, 0, 1.0)]
    assert pairs(sets, [frozenset(range(8))], allowed=lambda i, _: i != 1) == [(0, 0, 0.8)]
    assert pairs(sets, [frozenset(range(29, 40))], least=0.3) == []


@pytest.mark.parametrize(
    ("phrase", "word"),
    [
        ("The mayor of Orsk, Iva Dorn", "mayor"),
        ("Kem Orsk", "Orsk"),
        ("a spokesman for the town", "spokesman"),
        ("Maro Tevin, who leads the council", "Tevin"),
        ("he", "he"),
    ],
)
def test_the_head_is_the_last_word_before_what_follows_a_noun_phrase(phrase, word):
    assert phrase[slice(*head(phrase, (0, len(phrase))))] == word


def test_a_speaker_is_right_when_the_heads_lie_in_each_other():
    whole, name, other = at(TEXT, "The mayor of Orsk"), at(TEXT, "The mayor"), at(TEXT, "Iva Dorn")
    assert same_speaker(TEXT, [name], [whole])
    assert not same_speaker(TEXT, [other], [whole])
    assert not same_speaker(
        TEXT, [at(TEXT, "The mayor of Orsk, Iva Dorn, said the bridge is open")], [at(TEXT, "Iva Dorn")]
    )
    assert same_speaker(TEXT, [], []) and not same_speaker(TEXT, [name], [])


def test_loose_strict_and_speaker_are_counted_apart():
    wanted = [
        gold("The mayor of Orsk, Iva Dorn,", "said", "the bridge is open"),
        gold("Kem Orsk", "said", "“Nobody came,”"),
    ]
    found = (said(TEXT, "The mayor", "said", "the bridge"), said(TEXT, "Iva Dorn", "said", "“Nobody came,”"))
    figures = dict(quote_figures([(TEXT, wanted, found)]))
    assert figures["quotes.loose.f1"] == 1
    assert figures["quotes.strict.f1"] == 0.5
    assert figures["quotes.loose_with_speaker.f1"] == 0.5
    assert figures["quotes.speaker_words"] == 0.5


def test_what_stands_in_another_is_not_counted():
    wanted = [gold("Kem Orsk", "said", "“Nobody came,”")]
    outer = said(TEXT, "Kem Orsk", "said", "“Nobody came,”")
    inner = FoundAttribution((FoundSource(at(TEXT, "Nobody")),), (), (at(TEXT, "came"),), parent=0)
    assert dict(quote_figures([(TEXT, wanted, (outer, inner))]))["quotes.loose.precision"] == 1
