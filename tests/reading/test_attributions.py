"""Attributions: cases as data, and what holds for any text."""

import itertools
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_page import MadePage, make_page

from headwater.knowledge import load
from headwater.reading import attributions, sentences
from headwater.reading.attributions import Said
from headwater.reading.heard import Signals
from headwater.reading.named import Named
from headwater.records import Attribution

CASES = Path(__file__).parents[1] / "cases" / "attributions"
KNOWLEDGE = load()


def read(page: MadePage) -> Said:
    split = sentences.split(page.text, page.blocks, page.articles, KNOWLEDGE)
    return attributions.read(page.text, page.blocks, page.articles, split, Signals(), Named(), KNOWLEDGE)


def cases(name: str) -> list[dict[str, Any]]:
    return tomllib.loads((CASES / name).read_text())["case"]


def seen(page: MadePage, attribution: Attribution) -> dict[str, Any]:
    """The attribution in the form of the case files."""
    (source,) = attribution.sources
    fields = {
        "said": [page.text[content.span] for content in attribution.contents],
        "source": source.text,
        "speaker": source.name,
        "class": source.class_,
        "office": source.office,
        "described_as": source.described_as,
        "kind": attribution.kind,
        "stance": attribution.stance,
        "insertions": [page.text[span] for span in attribution.insertions],
        "rule": attribution.rule,
    }
    return {key: value for key, value in fields.items() if value not in (None, [])}


def wanted(case: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"kind": "direct", "stance": "neutral"} | attribution for attribution in case["attribution"]]


@pytest.mark.parametrize("case", cases("synthetic.toml"), ids=lambda case: case["name"])
def test_cases(case: dict[str, Any]) -> None:
    page = make_page(case["page"])
    assert [seen(page, attribution) for attribution in read(page).attributions] == wanted(case)


@pytest.mark.parametrize("case", cases("negative.toml"), ids=lambda case: case["name"])
def test_negative(case: dict[str, Any]) -> None:
    assert read(make_page(case["page"])) == Said((), (), ())


@pytest.mark.xfail
@pytest.mark.parametrize("case", cases("known_failures.toml"), ids=lambda case: case["name"])
def test_known_failures(case: dict[str, Any]) -> None:
    page = make_page(case["page"])
    assert [seen(page, attribution) for attribution in read(page).attributions] == wanted(case)


@pytest.mark.parametrize("entry", KNOWLEDGE.lexicons["speech"]["cue"] + KNOWLEDGE.lexicons["speech"]["phrase"])
def test_every_cue_is_read_in_its_own_example(entry: dict[str, Any]) -> None:
    page = make_page(entry["example"])
    (attribution,) = read(page).attributions
    (cue,) = attribution.cues
    assert page.text[cue].lower() in entry.get("forms", [entry.get("words")])
    assert attribution.stance == entry["stance"]


def test_one_entity_for_a_speaker_and_a_mention_for_each_naming() -> None:
    page = make_page(
        "“It burned,” said Iva Dorn.\n“Nobody came,” Ms. Dorn said.\n“I waited,” she said.\nDorn said it was cold."
    )
    said = read(page)
    (entity,) = said.entities
    assert (entity.name, entity.class_) == ("Iva Dorn", "person")
    assert [attribution.sources[0].entity for attribution in said.attributions] == [entity.id] * 3
    assert [mention.text for mention in said.mentions] == ["Iva Dorn", "Ms. Dorn", "Dorn"]
    assert all(page.text[mention.span] == mention.text for mention in said.mentions)


PIECES = st.sampled_from(
    ["“", "”", '"', "‘", "’", ",", ".", ":", "\n", " said ", " told ", " Maro Tevin", " he", " the army", " Gen.", " according to ",
     "We held the bridge", " a spokesman for ", "(", ")", " [x] ", " and ", " who ", "> ", " Mr."]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=50).map("".join))
def test_spans_are_the_words_and_contents_never_overlap(marked: str) -> None:
    page = make_page(marked)
    said = read(page)
    contents = sorted(content.span for attribution in said.attributions for content in attribution.contents)
    assert all(left.end <= right.start for left, right in itertools.pairwise(contents))
    blocks = [block.span for block in page.blocks]
    for span in contents:
        assert any(block.start <= span.start and span.end <= block.end for block in blocks)
    entities = {entity.id for entity in said.entities}
    for attribution in said.attributions:
        for source in attribution.sources:
            assert source.span is not None and page.text[source.span] == source.text
            assert source.entity is None or source.entity in entities
    assert len({attribution.id for attribution in said.attributions}) == len(said.attributions)
    assert read(page) == said
