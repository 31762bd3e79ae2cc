"""Certainty: cases as data.  `at` is the word weighed; `noun` where it is none of a verb."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.knowledge import load
from headwater.reading.certainty import certainty, lexicon
from headwater.reading.words import tokenize

CASES = Path(__file__).parents[1] / "cases" / "certainty"
KNOWLEDGE = load()


def weigh(case: dict[str, Any]) -> tuple[str, bool, list[str]]:
    text = case["text"]
    tokens = tokenize(text, 0, len(text))
    at = [token.text for token in tokens].index(case["at"])
    found = certainty(tokens, at, at + 1, lexicon(KNOWLEDGE), noun=case.get("noun", False))
    return found.factuality, found.negative, [text[cue.start : cue.end] for cue in found.cues]


def cases(name: str) -> list[dict[str, Any]]:
    return tomllib.loads((CASES / name).read_text())["case"]


@pytest.mark.parametrize("case", cases("synthetic.toml") + cases("negative.toml"), ids=lambda case: case["text"])
def test_cases(case: dict[str, Any]) -> None:
    factuality, negative, cues = weigh(case)
    assert (factuality, negative) == (case.get("factuality", "asserted"), case.get("negative", False))
    if "cues" in case:
        assert cues == case["cues"]


@pytest.mark.xfail
@pytest.mark.parametrize("case", cases("known_failures.toml"), ids=lambda case: case["text"])
def test_known_failures(case: dict[str, Any]) -> None:
    factuality, negative, _ = weigh(case)
    assert (factuality, negative) == (case.get("factuality", "asserted"), case.get("negative", False))


@pytest.mark.parametrize(
    "entry", KNOWLEDGE.lexicons["certainty"]["over"], ids=lambda entry: f"{entry['effect']}: {entry['example']}"
)
def test_every_list_has_forms_and_links(entry: dict[str, Any]) -> None:
    assert entry["verbs"] or entry["words"]
    assert set(entry["links"]) <= {"to", "ing", "of", "object", "that", "from", "with"}


WORDS = st.sampled_from(
    "the rebels did not to attack may if denied that said no have been would and , of Orsk killed".split()
)


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=15), st.integers(0, 14), st.booleans())
def test_it_ends_and_its_cues_stand_in_the_sentence(words: list[str], at: int, noun: bool) -> None:
    text = " ".join(words)
    tokens = tokenize(text, 0, len(text))
    at = min(at, len(tokens) - 1)
    found = certainty(tokens, at, at + 1, lexicon(KNOWLEDGE), noun=noun)
    spans = {(token.start, token.end) for token in tokens}
    assert {(cue.start, cue.end) for cue in found.cues} <= spans
    assert found == certainty(tokens, at, at + 1, lexicon(KNOWLEDGE), noun=noun)
