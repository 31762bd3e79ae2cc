"""Happenings: cases as data, judgements, copies, and what holds for any articles."""

import random
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_accounts import make_account

from headwater.gathering.happening import Happening
from headwater.gathering.incidents import group, kinds_of, main_event
from headwater.gathering.lineage import find_copies
from headwater.records import Account, Judgement, Target

CASES = Path(__file__).parents[1] / "cases" / "incidents"
TOWNS, DAYS = ("orsk", "harun"), ("2030-03-04", "2030-03-05", "2030-03-11")


def cases(name: str) -> list[dict[str, Any]]:
    return tomllib.loads((CASES / name).read_text())["case"]


def grouped(case: dict[str, Any]) -> set[tuple[str, ...]]:
    accounts = [make_account(id_, article) for id_, article in case["article"].items()]
    return together(group(accounts, (), ()))


def together(happenings: tuple[Happening, ...]) -> set[tuple[str, ...]]:
    return {one.events for one in happenings if len(one.events) > 1}


def expected(case: dict[str, Any]) -> set[tuple[str, ...]]:
    return {tuple(sorted("e" + name.replace(".", "") for name in names)) for names in case["happenings"]}


@pytest.mark.parametrize("case", cases("synthetic.toml"), ids=lambda case: case["name"])
def test_cases(case: dict[str, Any]) -> None:
    assert grouped(case) == expected(case)


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("case", cases("known_failures.toml"), ids=lambda case: case["name"])
def test_known_failures(case: dict[str, Any]) -> None:
    assert grouped(case) == expected(case)


def told(id_: str, town: str, day: str, words: str = "") -> Account:
    paragraphs = [f"Shells killed 12 people in {town.title()}{words}."]
    event = {"trigger": "killed", "type": "killing", "place": town, "day": day, "killed": 12}
    return make_account(id_, {"published": "2030-03-12", "paragraphs": paragraphs, "events": [event]})


def judgement(verdict: str, a: str, b: str) -> Judgement:
    return Judgement("j", Target("event", a), verdict, (a, b), "somebody", "2030-03-13")  # type: ignore[arg-type]


def test_people_have_the_last_word() -> None:
    one, other = (
        [told("a", "orsk", DAYS[0]), told("b", "orsk", DAYS[0])],
        [
            told("a", "orsk", DAYS[0]),
            told("b", "harun", DAYS[2]),
        ],
    )
    assert together(group(one, (), ())) == {("ea0", "eb0")}
    assert together(group(one, (), (), [judgement("different", "eb0", "ea0")])) == set()
    assert together(group(other, (), ())) == set()
    assert together(group(other, (), (), [judgement("same", "eb0", "ea0")])) == {("ea0", "eb0")}


def test_people_can_part_the_mentions_of_one_article() -> None:
    article = {"paragraphs": ["Shells killed two.", "The shelling went on."]}
    events = [{"trigger": "killed", "type": "killing"}, {"trigger": "shelling", "type": "shelling"}]
    accounts = [make_account("a", {**article, "events": events})]
    assert together(group(accounts, (), ())) == {("ea0", "ea1")}
    assert together(group(accounts, (), (), [judgement("different", "ea0", "ea1")])) == set()


def test_copies_of_one_text_tell_of_one_happening() -> None:
    text = "Nobody saw who fired the rounds that killed the old lamp keeper and his two sons by the northern gate."
    event = {"trigger": "killed", "type": "killing"}
    accounts = [
        make_account("a", {"paragraphs": [text], "events": [event], "published": "2030-03-04"}),
        make_account("b", {"paragraphs": [text], "events": [event], "published": "2031-07-04"}),
    ]
    copies = find_copies(accounts)
    assert len(copies) == 1
    assert together(group(accounts, (), copies)) == {("ea0", "eb0")}


def test_a_tie_says_why() -> None:
    (happening,) = group([told("a", "orsk", DAYS[0]), told("b", "orsk", DAYS[0])], (), ())
    (tie,) = happening.ties
    assert (tie.a, tie.b) == ("ea0", "eb0")
    assert 0.4 <= tie.score <= 1
    assert {"same_place", "same_day"} <= {reason.kind for reason in tie.reason}
    assert {reason.id for reason in tie.reason} == {"ea0", "eb0"}


def test_the_main_event_is_the_one_that_is_told_first_and_most() -> None:
    paragraphs = ["A bomb killed nine in Orsk.", "The blast broke windows.", "A year ago, gunmen attacked the town."]
    events = [
        {"trigger": "attacked", "type": "attack", "day": "2029-03-04", "background": True},
        {"trigger": "blast", "type": "bombing"},
        {"trigger": "killed", "type": "killing", "place": "orsk"},
    ]
    assert main_event(make_account("a", {"paragraphs": paragraphs, "events": events})) == "ea2"
    assert main_event(make_account("b", {"paragraphs": paragraphs})) is None


def test_kinds_go_by_type_and_else_by_words() -> None:
    paragraphs = ["The shooting shook Orsk.", "He died.", "A fatal shooting of two men.", "Rebels shelled it."]
    events = [
        {"trigger": "shooting"},
        {"trigger": "died"},
        {"trigger": "shooting", "nth": 1},
        {"trigger": "shelled", "type": "shelling"},
    ]
    kinds = kinds_of(make_account("a", {"paragraphs": paragraphs, "events": events}))
    assert [kinds[f"ea{n}"].family for n in range(4)] == ["incident", "death", "fire", "shelling"]
    assert {kind.scene for kind in kinds.values()} == {"violence"}


EVENTS = st.lists(st.tuples(st.sampled_from(TOWNS), st.sampled_from(DAYS)), min_size=1, max_size=3)
ARTICLES = st.lists(EVENTS, min_size=1, max_size=6)


def made(articles: list[list[tuple[str, str]]]) -> list[Account]:
    accounts = []
    for number, events in enumerate(articles):
        paragraphs = [f"Shells killed {12 + at} people in {town.title()}." for at, (town, _) in enumerate(events)]
        given_events = [
            {"trigger": "killed", "nth": at, "type": "killing", "place": town, "day": day}
            for at, (town, day) in enumerate(events)
        ]
        article = {"published": DAYS[number % 3], "paragraphs": paragraphs, "events": given_events}
        accounts.append(make_account(f"x{number}y", article))
    return accounts


@settings(deadline=None, max_examples=50)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_order_of_articles_has_no_influence(articles: list[list[tuple[str, str]]], chance: random.Random) -> None:
    accounts = made(articles)
    copies = find_copies(accounts)
    assert group(chance.sample(accounts, len(accounts)), (), chance.sample(copies, len(copies))) == group(
        accounts, (), copies
    )


@settings(deadline=None, max_examples=50)
@given(ARTICLES)
def test_every_mention_is_in_one_happening(articles: list[list[tuple[str, str]]]) -> None:
    accounts = made(articles)
    events = [event for happening in group(accounts, (), ()) for event in happening.events]
    assert sorted(events) == sorted(event.id for account in accounts for event in account.events)


@settings(deadline=None, max_examples=50)
@given(ARTICLES)
def test_an_article_about_something_else_changes_nothing(articles: list[list[tuple[str, str]]]) -> None:
    accounts = made(articles)
    event = {"trigger": "ceasefire", "type": "ceasefire_or_suspension"}
    other = make_account("z", {"paragraphs": ["A ceasefire held along the Lunda."], "events": [event]})
    before, after = group(accounts, (), ()), group([*accounts, other], (), ())
    assert [one for one in after if one.events != ("ez0",)] == list(before)
