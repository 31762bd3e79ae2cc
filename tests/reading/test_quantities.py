"""Quantities: cases as data, and what holds for any text."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_page import MadePage, make_page

from headwater.knowledge import load
from headwater.reading import attributions, events, quantities, sentences
from headwater.reading.heard import Signals
from headwater.reading.named import Named
from headwater.reading.placed import Placed
from headwater.reading.spoken import Spoken
from headwater.reading.timed import Timed
from headwater.records import Event, Quantity

CASES = Path(__file__).parents[1] / "cases" / "quantities"
KNOWLEDGE = load()


@dataclass(frozen=True)
class Told:
    quantities: tuple[Quantity, ...]
    events: tuple[Event, ...]


def read(page: MadePage) -> Told:
    split = sentences.split(page.text, page.blocks, page.articles, KNOWLEDGE)
    said = attributions.read(page.text, page.blocks, page.articles, split, Signals(), Named(), KNOWLEDGE)
    spoken = Spoken(page.text, page.articles, split, attributions=said.attributions)
    numbers = quantities.read(spoken, Timed(), KNOWLEDGE)
    happened = tuple(event for event in events.read(spoken, Timed(), Placed(), numbers, KNOWLEDGE) if counts(event))
    return Told(tuple(numbered.quantity for numbered in numbers.numbered), happened)


def counts(event: Event) -> set[str]:
    """The ids of the quantities that are part of an event."""
    return {argument.value["id"] for argument in event.arguments if argument.role == "quantity" and argument.value}


def cases(name: str) -> list[dict[str, Any]]:
    return tomllib.loads((CASES / name).read_text())["case"]


def seen(page: MadePage, told: Told) -> list[dict[str, Any]]:
    """The counts in the form of the case files."""
    words = {quantity.id: quantity.text for quantity in told.quantities}
    by_quantity = {id_: event for event in told.events for id_ in counts(event)}
    found = []
    for quantity in told.quantities:
        event = by_quantity.get(quantity.id)
        fields = {
            "words": quantity.text,
            "unit": quantity.unit,
            "low": quantity.low,
            "best": quantity.best,
            "high": quantity.high,
            "qualifier": quantity.qualifier,
            "of": quantity.of and quantity.of.text,
            "class": quantity.of and quantity.of.class_,
            "subgroup": quantity.of and quantity.of.subgroup,
            "trigger": event and event.text,
            "polarity": event.polarity if event and event.polarity != "positive" else None,
            "rule": quantity.rule,
            "factuality": quantity.factuality if quantity.factuality != "asserted" else None,
            "part_of": quantity.part_of and words[quantity.part_of.id],
        }
        found.append({key: value for key, value in fields.items() if value is not None})
    return found


@pytest.mark.parametrize("case", cases("synthetic.toml"), ids=lambda case: case["name"])
def test_cases(case: dict[str, Any]) -> None:
    page = make_page(case["text"])
    assert seen(page, read(page)) == case["count"]


@pytest.mark.parametrize("case", cases("negative.toml"), ids=lambda case: case["name"])
def test_negative(case: dict[str, Any]) -> None:
    assert read(make_page(case["text"])) == Told((), ())


@pytest.mark.xfail
@pytest.mark.parametrize("case", cases("known_failures.toml"), ids=lambda case: case["name"])
def test_known_failures(case: dict[str, Any]) -> None:
    page = make_page(case["text"])
    assert seen(page, read(page)) == case["count"]


@pytest.mark.parametrize("trigger", KNOWLEDGE.lexicons["casualties"]["trigger"], ids=lambda trigger: trigger["unit"])
def test_every_trigger_is_read_in_its_own_example(trigger: dict[str, Any]) -> None:
    (quantity,) = read(make_page(trigger["example"])).quantities
    assert quantity.unit == trigger["unit"]


def test_a_count_inside_a_quotation_is_reported() -> None:
    page = make_page(
        "“Six people were killed,” Maro Tevin said.\nNine soldiers were killed.\n“We killed two men,” Kem Orsk denied."
    )
    split = sentences.split(page.text, page.blocks, page.articles, KNOWLEDGE)
    said = attributions.read(page.text, page.blocks, page.articles, split, Signals(), Named(), KNOWLEDGE).attributions
    told = read(page)
    assert [quantity.factuality for quantity in told.quantities] == ["reported", "asserted", "denied"]
    assert [quantity.attributions for quantity in told.quantities] == [(said[0].id,), (), (said[1].id,)]
    assert [event.attributions for event in told.events] == [(said[0].id,), (), (said[1].id,)]


def test_a_count_deep_in_a_long_quotation_has_all_voices_around_it() -> None:
    spoken = "He said the mill burned. " * 12
    page = make_page(f"“{spoken}The army said six people were killed,” said Maro Tevin.")
    (quantity,) = read(page).quantities
    assert len(quantity.attributions) == 2
    assert quantity.factuality == "reported"


def test_only_english_articles() -> None:
    assert read(make_page("=== fr\nThe shells killed 12 people.")) == Told((), ())


PIECES = st.sampled_from(
    ["12", " 1,200", " two", " hundred", " dozens", " at least", " between", " and", " to", "-", " people", " killed", " were",
     " wounded", ",", ". ", " including", " of them", " children", " the death toll", " rose", " a", " no one", " 2014", " March", "%", "\n", " million"]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_spans_are_the_words_and_numbers_are_in_order(marked: str) -> None:
    page = make_page(marked)
    told = read(page)
    ids = {quantity.id for quantity in told.quantities}
    assert len(ids) == len(told.quantities)
    for quantity in told.quantities:
        assert page.text[quantity.span] == quantity.text != ""
        stated = [number for number in (quantity.low, quantity.best, quantity.high) if number is not None]
        assert stated == sorted(stated)
        assert bool(stated) == (quantity.qualifier != "vague")
        assert quantity.of is None or (quantity.of.span and page.text[quantity.of.span] == quantity.of.text)
        assert quantity.part_of is None or quantity.part_of.id in ids
    for event in told.events:
        assert page.text[event.span] == event.text
        assert counts(event) <= ids
    assert len({event.id for event in told.events}) == len(told.events)
