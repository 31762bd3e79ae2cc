"""Quantities: cases as data, and what holds for any text."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_page import MadePage, make_page

from headwater.knowledge import load
from headwater.reading import attributions, quantities, sentences
from headwater.reading.heard import Signals
from headwater.reading.named import Named
from headwater.reading.numbered import Numbered
from headwater.reading.spoken import Spoken
from headwater.reading.timed import Timed, TimeMention
from headwater.records import Entity, Mention, Quantity, Span

CASES = Path(__file__).parents[1] / "cases" / "quantities"
KNOWLEDGE = load()


def spoken(page: MadePage, names: Iterable[dict[str, Any]] = ()) -> Spoken:
    """The page as the stages before leave it; each name is {text, class, side, known_as}."""
    split = sentences.split(page.text, page.blocks, page.articles, KNOWLEDGE)
    said = attributions.read(page.text, page.blocks, page.articles, split, Signals(), Named(), KNOWLEDGE)
    article, entities, mentions = page.articles[0].id, [], []
    for index, name in enumerate(names):
        start = page.text.text.index(name["text"])
        span = Span(start, start + len(name["text"]))
        known = (name.get("known_as"), name.get("side"), None)
        entities.append(Entity(f"e{index}", article, name["text"], name["class"], *known))
        mentions.append(Mention(f"m{index}", f"e{index}", article, span, name["text"], None))
    return Spoken(
        page.text,
        page.articles,
        split,
        entities=tuple(entities),
        mentions=tuple(mentions),
        attributions=said.attributions,
    )


def read(page: MadePage, names: Iterable[dict[str, Any]] = (), timed: Timed = Timed()) -> tuple[Numbered, ...]:  # noqa: B008
    return quantities.read(spoken(page, names), timed, KNOWLEDGE).numbered


def cases(name: str) -> list[dict[str, Any]]:
    return tomllib.loads((CASES / name).read_text())["case"]


def seen(page: MadePage, found: Iterable[Numbered]) -> list[dict[str, Any]]:
    """The counts in the form of the case files."""
    found = tuple(found)
    words = {one.quantity.id: one.quantity.text for one in found}
    return [fields(page, one, words) for one in found]


def fields(page: MadePage, one: Numbered, words: dict[str, str]) -> dict[str, Any]:
    quantity = one.quantity
    all_ = {
        "words": quantity.text,
        "unit": quantity.unit,
        "low": quantity.low,
        "best": quantity.best,
        "high": quantity.high,
        "qualifier": quantity.qualifier,
        "wording": quantity.wording,
        "of": quantity.of and quantity.of.text,
        "class": quantity.of and quantity.of.class_,
        "subgroup": quantity.of and quantity.of.subgroup,
        "side": quantity.of and quantity.of.side,
        "trigger": one.trigger and page.text[one.trigger],
        "event": one.event,
        "rule": quantity.rule,
        "factuality": quantity.factuality if quantity.factuality != "asserted" else None,
        "part_of": quantity.part_of and words.get(quantity.part_of.id),
        "how": quantity.part_of and quantity.part_of.how,
        "scope": quantity.scope.kind if quantity.scope and quantity.scope.kind != "event" else None,
    }
    return {key: value for key, value in all_.items() if value is not None}


@pytest.mark.parametrize("case", cases("synthetic.toml") + cases("wild.toml"), ids=lambda case: case["text"])
def test_cases(case: dict[str, Any]) -> None:
    page = make_page(case["text"])
    assert seen(page, read(page, case.get("names", ()))) == case["count"]


@pytest.mark.parametrize("case", cases("negative.toml"), ids=lambda case: case["name"])
def test_negative(case: dict[str, Any]) -> None:
    """Nothing of this unit is counted; nothing at all where no unit is named."""
    found = read(make_page(case["text"]), case.get("names", ()))
    assert [one.quantity.text for one in found if one.quantity.unit in case.get("units", [one.quantity.unit])] == []


@pytest.mark.xfail
@pytest.mark.parametrize("case", cases("known_failures.toml"), ids=lambda case: case["name"])
def test_known_failures(case: dict[str, Any]) -> None:
    page = make_page(case["text"])
    assert seen(page, read(page)) == case["count"]


@pytest.mark.parametrize("trigger", KNOWLEDGE.lexicons["casualties"]["trigger"], ids=lambda trigger: trigger["unit"])
def test_every_trigger_is_read_in_its_own_example(trigger: dict[str, Any]) -> None:
    found = read(make_page(trigger["example"]))
    assert trigger["unit"] in {one.quantity.unit for one in found} or (
        trigger.get("of_things") and found[-1].event == trigger["event"]
    )


def test_a_count_inside_a_quotation_is_reported() -> None:
    page = make_page(
        "“Six people were killed,” Maro Tevin said.\nNine soldiers were killed.\n“We killed two men,” Kem Orsk denied."
    )
    said = spoken(page).attributions
    told = [one.quantity for one in read(page)]
    assert [quantity.factuality for quantity in told] == ["reported", "asserted", "denied"]
    assert [quantity.attributions for quantity in told] == [(said[0].id,), (), (said[1].id,)]


def test_a_count_deep_in_a_long_quotation_has_all_voices_around_it() -> None:
    words = "He said the mill burned. " * 12
    (one,) = read(make_page(f"“{words}The army said six people were killed,” said Maro Tevin."))
    assert len(one.quantity.attributions) == 2
    assert one.quantity.factuality == "reported"


def test_only_english_articles() -> None:
    assert read(make_page("=== fr\nThe shells killed 12 people.")) == ()


def test_a_period_has_the_days_of_the_times_in_its_clause() -> None:
    page = make_page("Some 400 people were killed since May 3.")
    span = Span(page.text.text.index("May"), page.text.text.index("May") + 5)
    since = TimeMention(
        page.articles[0].id, span, "May 3", "date", "2024-05-03", "2024-05-03", 1, None, "published", "d"
    )
    (one,) = read(page, timed=Timed((since,)))
    assert one.quantity.scope is not None
    assert (one.quantity.scope.kind, one.quantity.scope.from_, one.quantity.scope.to) == ("period", "2024-05-03", None)


def test_the_class_of_a_number_is_that_of_the_same_number_elsewhere() -> None:
    page = make_page("# Raid kills 18 civilians\nThe raid killed 18 people and wounded 18 people.\nTwo men died.")
    classes = [(one.quantity.unit, one.quantity.of and one.quantity.of.class_) for one in read(page)]
    assert classes == [("killed", "civilian"), ("killed", "civilian"), ("injured", "unknown"), ("killed", "unknown")]


def test_a_number_that_is_told_of_two_classes_tells_none() -> None:
    page = make_page("The raid killed 18 civilians.\nThe raid killed 18 soldiers.\nThe raid killed 18 people.")
    assert [one.quantity.of and one.quantity.of.class_ for one in read(page)] == ["civilian", "combatant", "unknown"]


def test_a_part_told_alone_is_part_of_the_last_total_of_its_article() -> None:
    page = make_page("The blast wounded 50 people.\nFifteen of the wounded were nurses.\n===\nTwo of the wounded died.")
    first, second, *others = (one.quantity for one in read(page))
    assert second.part_of is not None and second.part_of.id == first.id
    assert all(other.part_of is None for other in others)


def test_all_policies_speak_of_every_quantity() -> None:
    for one in read(make_page("The rockets destroyed three tanks and killed several soldiers.")):
        assert list(one.quantity.policies) == [policy.name for policy in KNOWLEDGE.guide.policies]


PIECES = st.sampled_from(
    ["12", " 1,200", " two", " hundred", " dozens", " at least", " between", " and", " to", "-", " people", " killed", " were",
     " wounded", ",", ". ", " including", " of them", " children", " the death toll", " rose", " a", " no one", " 2014", " March",
     "%", "\n", " million", " Maro Tevin", " 34", " himself", " another", " others", " or more", " tanks", " destroyed", " of",
     " one in five", " since", " half", " casualties", " massacre", " unclear whether anyone died", " the", " her", " soldier"]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_spans_are_the_words_and_numbers_are_in_order(marked: str) -> None:
    page = make_page(marked)
    found = read(page)
    assert read(page) == found
    ids = {one.quantity.id for one in found}
    assert len(ids) == len(found)
    for one in found:
        check(page, one.quantity, ids)
        assert one.trigger is None or page.text[one.trigger].strip() != ""
        assert one.event is None or one.trigger is not None


def check(page: MadePage, quantity: Quantity, ids: set[str]) -> None:
    assert page.text[quantity.span] == quantity.text != ""
    stated = [number for number in (quantity.low, quantity.best, quantity.high) if number is not None]
    assert stated == sorted(stated)
    assert bool(stated) == (quantity.qualifier not in ("vague", "plural"))
    of = quantity.of
    assert of is None or (page.text[of.span] if of.span else None) == of.text
    assert of is None or of.span or of.class_ != "unknown"
    assert quantity.part_of is None or quantity.part_of.id in ids - {quantity.id}
