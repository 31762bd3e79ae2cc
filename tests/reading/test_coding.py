"""What each coding policy makes of the words: one case for each cell, and what holds for all policies."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from made_page import make_page
from test_quantities import KNOWLEDGE, read

from headwater.knowledge.policies import policies
from headwater.records import PolicyFigure

CELLS = Path(__file__).parents[1] / "cases" / "policies" / "cells.toml"
POLICIES = ("acled_2019", "acled_2024", "airwars", "gtd_2017", "ucdp_23")


def cells() -> list[dict[str, Any]]:
    return tomllib.loads(CELLS.read_text())["cell"]


def written(figure: PolicyFigure) -> str:
    """The figure in the form of the case file."""
    if figure.status == "no_rule":
        return "no_rule"
    if figure.status == "blank":
        return f"blank {figure.rule}"
    bounds = ("-" if bound is None else str(bound) for bound in (figure.low, figure.best, figure.high))
    of = f" of {figure.unit}" if figure.unit else ""
    return f"{' '.join(bounds)} {figure.rule}{of}"


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("cell", cells(), ids=lambda cell: cell["wording"])
def test_cells(cell: dict[str, Any], policy: str) -> None:
    first = read(make_page(cell["text"]))[0].quantity
    assert written(first.policies[policy]) == cell[policy]


def test_every_wording_that_a_policy_knows_has_a_cell() -> None:
    known = {rule.id for policy in KNOWLEDGE.guide.policies for rule in policy.wordings}
    tried = {
        cell[policy].removeprefix("blank ").split(" of ")[0].split()[-1] for cell in cells() for policy in POLICIES
    }
    assert known <= tried


def test_every_figure_that_is_coded_or_blank_names_its_rule_and_page() -> None:
    for cell in cells():
        for figure in read(make_page(cell["text"]))[0].quantity.policies.values():
            assert (figure.status == "no_rule") == (figure.rule is None) == (figure.page is None)
            if figure.status != "coded":
                assert (figure.low, figure.best, figure.high) == (None, None, None)


def test_the_words_keep_no_number_where_a_policy_writes_one() -> None:
    quantity = read(make_page("Several people were killed."))[0].quantity
    assert (quantity.low, quantity.best, quantity.high) == (None, None, None)


def test_guide_has_every_policy_by_its_name_in_order() -> None:
    assert tuple(policy.name for policy in KNOWLEDGE.guide.policies) == POLICIES


@pytest.mark.parametrize("policy", KNOWLEDGE.guide.policies, ids=lambda policy: policy.name)
def test_rules_are_named_once_and_have_a_page(policy: Any) -> None:
    rules = (*policy.wordings, *policy.choosing, *policy.dividing, *policy.grades)
    assert len({(type(rule), rule.id) for rule in rules}) == len(rules)
    assert all(rule.page and rule.id.startswith(f"{policy.name}.") for rule in rules)


def test_choosing_is_what_the_codebooks_say() -> None:
    chosen = {policy.name: [(rule.field, rule.take) for rule in policy.choosing] for policy in KNOWLEDGE.guide.policies}
    assert chosen == {
        "acled_2019": [("figure", "corroborated"), ("figure", "lowest")],
        "acled_2024": [("figure", "lowest")],
        "airwars": [("low", "lowest"), ("high", "highest")],
        "gtd_2017": [("figure", "latest"), ("figure", "majority"), ("figure", "lowest")],
        "ucdp_23": [
            ("low", "lowest"),
            ("best", "sum_of_sides"),
            ("best", "majority"),
            ("best", "stated"),
            ("high", "highest"),
        ],
    }


def test_a_policy_with_a_field_that_is_none_is_refused() -> None:
    from headwater.errors import KnowledgeError

    with pytest.raises(KnowledgeError, match=r"policies/odd\.toml"):
        policies({"odd": {"source": "x", "wording": [{"id": "a", "page": "1", "sizes": []}]}})
