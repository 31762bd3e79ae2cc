"""Made sets, three draws of each: what reading and gathering make of pages whose truth is known."""

import pytest
from eval.made.checking import problems
from eval.made.sets import SETS
from eval.made_sets import draw_set, incidents_of

SEEDS = (1, 2, 3)


@pytest.mark.parametrize("twin", [False, True], ids=["set", "twin"])
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", SETS)
def test_everything_that_is_checked_is_right(name: str, seed: int, twin: bool) -> None:
    drawn = draw_set(name, seed, twin=twin)
    assert problems(drawn, incidents_of(drawn, str(seed))) == []


@pytest.mark.parametrize("name", SETS)
def test_a_twin_is_not_right_where_its_set_is(name: str) -> None:
    """Each twin must come out otherwise: what is right for the one is wrong for the other."""
    drawn, twin = draw_set(name, SEEDS[0], twin=False), draw_set(name, SEEDS[0], twin=True)
    assert drawn.expected != twin.expected


def test_the_same_seed_draws_the_same_pages() -> None:
    assert draw_set("reprints", 7, twin=False) == draw_set("reprints", 7, twin=False)
    assert draw_set("reprints", 7, twin=False) != draw_set("reprints", 8, twin=False)
