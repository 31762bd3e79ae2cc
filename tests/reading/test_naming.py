"""Names: cases as data, and what holds for any text."""

import itertools
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_page import MadePage, make_page

from headwater.knowledge import load
from headwater.reading import names
from headwater.reading.heard import NamedSpan, Signals
from headwater.reading.named import Named
from headwater.reading.names.dictionary import dictionary
from headwater.records import Span

CASES = Path(__file__).parents[1] / "cases" / "names"
KNOWLEDGE = load()


def cases(name: str) -> list[dict[str, Any]]:
    return tomllib.loads((CASES / name).read_text())["case"]


def heard_in(page: MadePage, case: dict[str, Any]) -> Signals:
    """Signals with the names of the case; a third value tells which of several like words is meant."""
    found = []
    for class_, words, *nth in case.get("heard", []):
        start = -1
        for _ in range(nth[0] if nth else 1):
            start = page.text.text.index(words, start + 1)
        found.append(NamedSpan(class_, Span(start, start + len(words)), 0.0))
    return Signals(names=tuple(sorted(found, key=lambda name: name.span)))


def read(page: MadePage, heard: Signals) -> Named:
    return names.read(page.text, page.blocks, page.articles, heard, KNOWLEDGE)


def seen(named: Named) -> list[dict[str, Any]]:
    rows = []
    for entity in named.entities:
        fields = {
            "name": entity.name,
            "class": entity.class_,
            "known_as": entity.known_as,
            "side": entity.side,
            "office": entity.described_as,
            "mentions": [mention.text for mention in named.mentions if mention.entity == entity.id],
        }
        rows.append({key: value for key, value in fields.items() if value is not None})
    return rows


@pytest.mark.parametrize("case", cases("synthetic.toml"), ids=lambda case: case["name"])
def test_cases(case: dict[str, Any]) -> None:
    page = make_page(case["page"])
    assert seen(read(page, heard_in(page, case))) == case["entity"]


@pytest.mark.parametrize("case", cases("negative.toml"), ids=lambda case: case["name"])
def test_negative(case: dict[str, Any]) -> None:
    page = make_page(case["page"])
    assert read(page, heard_in(page, case)) == Named()


@pytest.mark.xfail
@pytest.mark.parametrize("case", cases("known_failures.toml"), ids=lambda case: case["name"])
def test_known_failures(case: dict[str, Any]) -> None:
    page = make_page(case["page"])
    assert seen(read(page, heard_in(page, case))) == case["entity"]


def test_no_name_of_the_dictionary_belongs_to_two() -> None:
    assert dictionary(KNOWLEDGE).shared == frozenset()


def test_every_entry_belongs_to_one_that_is_there() -> None:
    actors = dictionary(KNOWLEDGE).actors
    assert all(actor.of is None or actor.of in actors for actor in actors.values())
    classes = {"state", "armed_group", "organisation", "outlet", "person", "place", "facility"}
    assert {actor.class_ for actor in actors.values()} <= classes


def test_ids_of_the_dictionary_are_unique() -> None:
    files = [lexicon for name, lexicon in KNOWLEDGE.lexicons.items() if name.startswith("actors_")]
    ids = [entry["id"] for lexicon in files for entry in lexicon["actor"]]
    assert len(ids) == len(set(ids)) > 400


PIECES = st.sampled_from(
    ["ISIS", "Turkish", " forces", " the", " Observatory", "Maro", " Tevin", "'s", " (ORC)", " Orsk Relief Council", ".", "\n", " in ",
     "Syria", " said", " air", " force", " Moscow", "Gen. ", ", "]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    st.lists(PIECES, max_size=40).map("".join),
    st.lists(st.tuples(st.integers(0, 200), st.integers(1, 30)), max_size=12),
)
def test_mentions_are_their_words_and_never_overlap(marked: str, places: list[tuple[int, int]]) -> None:
    page = make_page(marked)
    length = len(page.text.text)
    kinds = itertools.cycle(("person", "organisation", "place", "armed_group"))
    spans = sorted({Span(start, min(start + size, length)) for start, size in places if start < length})
    heard = Signals(names=tuple(NamedSpan(next(kinds), span, 0.1) for span in spans))
    named = read(page, heard)
    assert all(page.text[mention.span] == mention.text for mention in named.mentions)
    assert {mention.entity for mention in named.mentions} == {entity.id for entity in named.entities}
    assert all(left.span.end <= right.span.start for left, right in itertools.pairwise(named.mentions))
    assert read(page, heard) == named
