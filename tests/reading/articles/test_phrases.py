"""Furniture phrases: every pattern is held to an example of its own, and news sentences with the same words stay out."""

import re
from time import perf_counter
from typing import Any, get_args

import pytest

from headwater.knowledge import load
from headwater.reading.articles.phrases import MARKS, NOT_GROUPS, alternatives, phrase_verdict
from headwater.records.articles import ArticleRole, FurnitureRole, HeaderRole

KNOWLEDGE = load()
LEXICON = KNOWLEDGE.lexicons["furniture"]
PHRASES: list[tuple[str, Any]] = [
    (role, phrase) for role, group in LEXICON.items() if role not in NOT_GROUPS for phrase in group
]
EXAMPLES = [(role, phrase["name"], example) for role, phrase in PHRASES for example in phrase["examples"]]
ROLES = get_args(ArticleRole) + get_args(HeaderRole) + get_args(FurnitureRole)


@pytest.mark.parametrize(("role", "name", "example"), EXAMPLES)
def test_example_is_of_its_kind(role: str, name: str, example: str) -> None:
    verdict = phrase_verdict(example, KNOWLEDGE)
    assert verdict is not None
    assert (verdict.role, verdict.rule) == (role, name)


@pytest.mark.parametrize(
    ("role", "phrase"), PHRASES, ids=lambda value: value if isinstance(value, str) else value["name"]
)
def test_every_pattern_has_an_example(role: str, phrase: Any) -> None:
    assert role in ROLES
    for pattern in phrase.get("lines", []):
        compiled = re.compile(alternatives([pattern], LEXICON), re.IGNORECASE)
        assert any(compiled.fullmatch(example.strip(MARKS)) for example in phrase["examples"]), pattern
    for pattern in phrase.get("within", []):
        compiled = re.compile(alternatives([pattern], LEXICON), re.IGNORECASE)
        assert any(compiled.search(example) for example in phrase["examples"]), pattern


def test_names_are_unique() -> None:
    names = [phrase["name"] for _, phrase in PHRASES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("sentence", LEXICON["negative"])
def test_news_is_no_furniture(sentence: str) -> None:
    verdict = phrase_verdict(sentence, KNOWLEDGE)
    assert verdict is None, verdict


@pytest.mark.parametrize(
    "piece", ["share ", "read more: ", "support us ", "1 2 ", "# ", "a b is the ", "newsletter ", "x "]
)
def test_time_is_linear_on_hostile_lines(piece: str) -> None:
    lines = [(piece * 1600)[:length] for length in (139, 140, 1599)] * 20
    start = perf_counter()
    for line in lines:
        phrase_verdict(line, KNOWLEDGE)
    assert perf_counter() - start < 3
