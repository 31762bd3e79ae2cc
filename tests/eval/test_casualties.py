"""The yardsticks of figures: pairing, counting, choosing."""

import numpy as np
from eval.casualties import pair
from eval.casualties_gold import Figure
from eval.tolls import choose, fit, injured_numbers, killed_numbers
from eval.tolls_told import tale

from headwater.records import Counted, PartOf, Quantity, Scope, Span


def figure(start: int, end: int, unit: str = "killed", number: int | None = 12) -> Figure:
    return Figure((start, end), unit, (number, number, number), "unknown", False, ())


def quantity(start: int, number: int, unit: str, **fields: object) -> Quantity:
    text = fields.pop("text", str(number))
    plain = {"of": Counted(None, None), "rule": "passive", "scope": Scope("event"), **fields}
    return Quantity(
        f"q{start}{unit}", "a", Span(start, start + 2), text, number, number, number, "exact", unit, **plain
    )  # type: ignore[arg-type]


def test_a_coded_figure_is_paired_with_the_one_of_its_unit_that_overlaps_it_most() -> None:
    gold = [figure(10, 20), figure(30, 32, "injured")]
    found = [figure(19, 25), figure(12, 19), figure(30, 32)]
    pairs, left = pair(gold, found)
    assert pairs == [(gold[0], found[1]), (gold[1], None)]
    assert left == [found[0], found[2]]


def test_one_of_ours_is_paired_once() -> None:
    gold, found = [figure(10, 12), figure(11, 13)], [figure(10, 13)]
    assert [ours for _, ours in pair(gold, found)[0]] == [found[0], None]


def test_parts_sums_and_denials_are_not_told() -> None:
    whole = quantity(0, 5, "injured")
    told = tale(
        [
            whole,
            quantity(10, 2, "injured", part_of=PartOf(whole.id, "including")),
            quantity(20, 1, "killed", part_of=PartOf(whole.id, "including")),
            quantity(30, 90, "killed", scope=Scope("period")),
            quantity(40, 7, "killed", factuality="denied"),
        ],
        "title",
        "text",
    ).told
    assert [(one.unit, one.value) for one in told] == [("injured", 5), ("killed", 1)]


def test_those_who_share_a_verb_are_summed() -> None:
    told = tale([quantity(0, 9, "killed", rule="listed_before"), quantity(12, 3, "killed")], "title", "text").told
    assert [(one.value, one.single) for one in told] == [(12, False)]


def test_numbers_to_choose_from_are_those_that_stand_and_none_and_one() -> None:
    article = tale([quantity(0, 4, "casualties"), quantity(9, 3, "killed")], "title", "text")
    assert killed_numbers(article) == [0, 1, 3]
    assert injured_numbers(article, 3) == [0, 1]
    assert injured_numbers(article, 1) == [0, 1, 3]


def test_fitting_finds_the_sign_that_tells() -> None:
    rows = np.array([[1.0, 0.0], [0.0, 1.0]])
    weights = fit([rows, rows, rows], [1, 1, None])
    assert choose([7, 8], rows, weights) == 8
