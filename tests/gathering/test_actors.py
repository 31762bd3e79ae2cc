"""Actors: cases as data, judgements, and what holds for any articles."""

import random
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_accounts import make_account

from headwater.gathering.actors import join
from headwater.records import Account, Judgement, Target

CASES = Path(__file__).parents[1] / "cases" / "actors"
NAMES = ("Iva Dorn", "Dr. Iva Dorn", "Dorn", "Maro Tevin", "Tevin", "Orsk Free Army", "OFA", "Police", "The Orsk Post")


def cases(name: str) -> list[dict[str, Any]]:
    return tomllib.loads((CASES / name).read_text())["case"]


def accounts_of(case: dict[str, Any]) -> list[Account]:
    return [make_account(id_, {"paragraphs": [], **article}) for id_, article in case["article"].items()]


def entity(name: str) -> str:
    article, number = name.split(".")
    return f"n{article}{number}"


@pytest.mark.parametrize("case", cases("synthetic.toml"), ids=lambda case: case["name"])
def test_cases(case: dict[str, Any]) -> None:
    actors = join(accounts_of(case))
    assert {actor.entities for actor in actors} == {tuple(map(entity, sorted(group))) for group in case["actors"]}
    assert {reason.kind for reason in actors[0].reason} == {case["by"]}
    assert [reason.id for reason in actors[0].reason] == list(actors[0].entities)


@pytest.mark.parametrize("case", cases("negative.toml"), ids=lambda case: case["name"])
def test_negative(case: dict[str, Any]) -> None:
    assert join(accounts_of(case)) == ()


def test_the_most_frequent_name_stands_for_the_actor() -> None:
    names = ["Iva Dorn", "Governor Iva Dorn", "Iva Dorn"]
    accounts = [make_account(str(n), {"paragraphs": [], "entities": [{"name": name}]}) for n, name in enumerate(names)]
    (actor,) = join(accounts)
    assert (actor.name, actor.class_, actor.known_as) == ("Iva Dorn", "person", None)


def test_a_reason_holds_the_words_that_name_the_entity() -> None:
    entities = [{"name": "Iva Dorn"}]
    accounts = [make_account(id_, {"paragraphs": ["So said Iva Dorn."], "entities": entities}) for id_ in "ab"]
    (actor,) = join(accounts)
    spans = [reason.spans for reason in actor.reason]
    assert [(span.start, span.end) for (span,) in spans] == [(8, 16), (8, 16)]


def judgement(verdict: str, a: str, b: str, at: str = "2030-01-01", withdrawn: str | None = None) -> Judgement:
    return Judgement("j" + at, Target("entity", a), verdict, (a, b), "somebody", at, None, withdrawn)  # type: ignore[arg-type]


def two(names: tuple[str, str]) -> list[Account]:
    return [
        make_account(id_, {"paragraphs": [], "entities": [{"name": name}]})
        for id_, name in zip("ab", names, strict=True)
    ]


def test_people_have_the_last_word() -> None:
    one, other = two(("Iva Dorn", "Iva Dorn")), two(("Iva Dorn", "Marek Dorn"))
    assert join(one, [judgement("different", "na0", "nb0")]) == ()
    assert [actor.entities for actor in join(other, [judgement("same", "nb0", "na0")])] == [("na0", "nb0")]
    assert join(other, [judgement("same", "nb0", "na0", withdrawn="2030-01-02")]) == ()


def test_the_later_judgement_counts() -> None:
    said = [judgement("different", "na0", "nb0", "2030-01-02"), judgement("same", "nb0", "na0", "2030-01-01")]
    assert join(two(("Iva Dorn", "Iva Dorn")), said) == ()


ARTICLES = st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True), min_size=1, max_size=7)


def made(articles: list[list[str]]) -> list[Account]:
    return [
        make_account(f"x{number}y", {"paragraphs": [], "entities": [{"name": name} for name in names]})
        for number, names in enumerate(articles)
    ]


@settings(deadline=None, max_examples=60)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_order_of_articles_has_no_influence(articles: list[list[str]], chance: random.Random) -> None:
    accounts = made(articles)
    shuffled = chance.sample(accounts, len(accounts))
    assert join(shuffled) == join(accounts)


@settings(deadline=None, max_examples=60)
@given(ARTICLES)
def test_an_entity_has_one_actor_at_most(articles: list[list[str]]) -> None:
    entities = [id_ for actor in join(made(articles)) for id_ in actor.entities]
    assert len(entities) == len(set(entities))


@settings(deadline=None, max_examples=60)
@given(ARTICLES)
def test_an_article_about_others_changes_nothing(articles: list[list[str]]) -> None:
    accounts = made(articles)
    other = make_account("z", {"paragraphs": [], "entities": [{"name": "Ludo Harn"}, {"name": "Harn Relief Union"}]})
    assert join([*accounts, other]) == join(accounts)
