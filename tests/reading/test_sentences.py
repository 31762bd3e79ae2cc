"""Sentences: cases as data, and what holds for any text."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_page import PAGE, MadePage, decoded, make_page

from headwater.knowledge import load
from headwater.reading import sentences
from headwater.records import ARTICLE_ROLES, Article, Block, Span
from headwater.text import LITERAL, TextBuilder

CASES = Path(__file__).parents[1] / "cases" / "sentences"
KNOWLEDGE = load()


def split(page: MadePage) -> list[str]:
    spans = sentences.split(page.text, page.blocks, page.articles, KNOWLEDGE)
    return [page.text[span] for span in spans]


def one_block(text: str) -> MadePage:
    builder = TextBuilder(decoded(text))
    builder.add(text, 0, len(text), LITERAL)
    span = Span(0, len(text))
    article = Article("a1", PAGE, span, "story", None, (), None, None, None, "en", (), None, "made")
    return MadePage(builder.build(), (Block("b1", PAGE, span, "body", "a1", "made"),), (article,))


def cases(name: str) -> list[dict[str, str]]:
    return tomllib.loads((CASES / name).read_text())["case"]


def wanted(case: dict[str, str]) -> list[str]:
    return [part.strip() for part in case["text"].split("|")]


@pytest.mark.parametrize("case", cases("synthetic.toml"), ids=lambda case: case["name"])
def test_cases(case: dict[str, str]) -> None:
    assert split(one_block(case["text"].replace("|", ""))) == wanted(case)


@pytest.mark.xfail
@pytest.mark.parametrize("case", cases("known_failures.toml"), ids=lambda case: case["name"])
def test_known_failures(case: dict[str, str]) -> None:
    assert split(one_block(case["text"].replace("|", ""))) == wanted(case)


def test_only_article_text_and_never_across_blocks() -> None:
    page = make_page("# Mill burns in Harun\n@ By Kem Orsk\nIt burned all night\n% Share this.\n===\n- Nobody came.")
    assert split(page) == ["Mill burns in Harun", "It burned all night", "Nobody came."]


PIECES = st.sampled_from(
    ["Gen. ", "“", "” ", '"', "Mr. Orsk", " said", ". ", "! ", "?", "\n", " ", "U.S. ", ") ", "1. ", "the", "Ä"]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(TEXTS, st.sampled_from(["body", "caption", "byline", "share"])), max_size=5))
def test_each_character_of_article_text_is_in_one_sentence(parts: list[tuple[str, str]]) -> None:
    text = "".join(words for words, _ in parts)
    page = one_block(text)
    blocks: list[Block] = []
    for words, role in parts:
        start = blocks[-1].span.end if blocks else 0
        blocks.append(Block(f"b{start}", PAGE, Span(start, start + len(words)), role, "a1", "made"))  # type: ignore[arg-type]
    spans = sentences.split(page.text, tuple(blocks), page.articles, KNOWLEDGE)
    assert list(spans) == sorted(spans)
    covered = [position for span in spans for position in range(span.start, span.end)]
    assert len(covered) == len(set(covered))
    due = {
        position
        for block in blocks
        if block.role in ARTICLE_ROLES
        for position in range(block.span.start, block.span.end)
        if not text[position].isspace()
    }
    assert {position for position in covered if not text[position].isspace()} == due
    assert all(page.text[span] == page.text[span].strip() != "" for span in spans)


def test_a_very_long_block_is_cut_and_lost_nothing() -> None:
    text = "word " * 20_000 + "“" * 9_000
    assert "".join("".join(split(one_block(text))).split()) == "".join(text.split())
