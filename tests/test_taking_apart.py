"""The scorer of splitting and headers says what is wrong with a reading, and nothing else."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from eval.gold_pages import GoldArticle, GoldPage
from eval.header_fields import right_credits, same_moment, same_name, same_title
from eval.matching import Ours, borders, pair
from eval.taking_apart import figures

from headwater.records import Article, Credit, Span, Words

RAIN = ("It rained on the hills for nine days.", "The mill at the ford was lost.")
GOATS = ("Goats stood on the roof of the school.", "The teacher counted them twice.")


def gold(parts: tuple[str, ...], *, title: str) -> GoldArticle:
    right = {"title": (title,), "authors": ([],), "publisher": (None,), "published": (None,), "kind": ("story",)}
    first, last = " ".join(parts[0].split()[:6]), " ".join(parts[-1].split()[-6:])
    return GoldArticle(parts, first, last, None, None, right, ())


PAGE = GoldPage(Path("hills.html"), (gold(RAIN, title="Rain"), gold(GOATS, title="Goats")), ("Buy a hat", "Menu"))


def ours(*blocks: str, title: str | None = None) -> Ours:
    words = Words(Span(0, len(title)), title) if title else None
    article = Article(
        id=blocks[0], page="p", span=Span(0, 1), kind="story", title=words, authors=(), publisher=None,
        published=None, modified=None, language="en", credits=(), embedded_in=None, rule="made",
    )  # fmt: skip
    return Ours(article, blocks, blocks)


def test_a_right_reading_has_full_marks() -> None:
    pairing = pair(PAGE, [ours(" ".join(RAIN), title="Rain"), ours(*GOATS, title="GOATS.")])
    found = figures([pairing])
    for name in ("precision", "recall", "pages.all_matched", "borders.of_all", "title.of_all", "kind"):
        assert found[name] == 1, name
    assert found["furniture_inside"] == 0


def test_two_stories_read_as_one_match_nothing() -> None:
    pairing = pair(PAGE, [ours(*RAIN, *GOATS)])
    assert (pairing.pairs, pairing.counted_right) == ({}, False)


def test_half_a_story_matches_nothing() -> None:
    assert pair(PAGE, [ours(RAIN[0]), ours(RAIN[1])]).pairs == {}


def test_furniture_is_counted_and_can_cost_the_match() -> None:
    little = pair(PAGE, [ours(*RAIN, "Menu")])
    assert (little.pairs, little.leaked) == ({0: 0}, ("Menu",))
    assert pair(PAGE, [ours(*RAIN, "Buy a hat and a second hat for your goat")]).pairs == {}
    assert pair(PAGE, [ours(*RAIN, "Menus")]).leaked == ()


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (RAIN, (True, True)),
        (("By the well.", *RAIN), (False, True)),
        ((*RAIN, "Menu"), (True, False)),
        (RAIN[:1], (True, False)),
    ],
)
def test_borders(blocks: tuple[str, ...], expected: tuple[bool, bool]) -> None:
    assert borders(PAGE.articles[0], ours(*blocks)) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("1. Rain", "Rain", True), ("RAIN.", "Rain", True), ("9 hills", "8 hills", False), (None, "Rain", False)],
)
def test_titles(one: str | None, other: str, *, same: bool) -> None:
    assert same_title(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2024-03-13T17:45:00+02:00", "2024-03-13T17:45+02:00", True),
        ("2024-03-13T17:45", "2024-03-13T17:45+02:00", False),
        ("2024-03-13T17:45Z", "2024-03-13T17:45", True),
        ("2024-03-13", "2024-03-13T17:45", False),
        (None, "2024-03-13", False),
        (None, None, True),
    ],
)
def test_moments(one: str | None, other: str | None, *, same: bool) -> None:
    assert same_moment(one, other) is same


def test_outlets_and_credits() -> None:
    assert same_name("Agence France-Presse", "AFP")
    assert same_name("The Reed", "Reed")
    assert not same_name("Reed", None)
    reed = Credit(Span(0, 1), "via", "Reed", None, None, "made")
    assert right_credits([reed], [{"kind": "reprint", "outlet": "Reed", "kind_or": ["via"]}])
    assert not right_credits([reed, reed], [{"kind": "via", "outlet": "Reed"}])
    assert not right_credits([], [{"kind": "via", "outlet": "Reed"}])
