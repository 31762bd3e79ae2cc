"""The main-text model and the roles it gives, on pages invented here."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.knowledge import load
from headwater.reading.articles.characters import DIGIT, STOP, UPPER, WORD_COUNT, count_characters
from headwater.reading.articles.cues import read_cues
from headwater.reading.articles.decode import decode
from headwater.reading.articles.html import outline_html
from headwater.reading.articles.maintext import best_threshold, main, score, select
from headwater.reading.articles.outline import Outline
from headwater.reading.articles.roles import give_roles
from headwater.reading.articles.traits import read_traits
from headwater.records import ARTICLE_ROLES, FURNITURE_ROLES

STORY = (
    "Shells fell on the market of Karsa shortly after dawn on Monday, and two stalls burned down before help came.",
    "The governor's office said that four traders were wounded, one of them badly, and that the road was closed.",
    "Nobody claimed the attack. A spokesman for the northern command denied that its guns had fired at all that day.",
    "Karsa has changed hands three times since the autumn, and most families have left for the camps in the south.",
    "An aid worker who asked not to be named said the hospital had run out of blood and was asking for volunteers.",
)
MENU = "".join(f'<li><a href="/{word}">{word}</a></li>' for word in ("Home", "World", "Sport", "Money", "Weather"))


def page(body: str, *, style: str = "") -> str:
    return f"""<!doctype html><html><head><title>Market of Karsa shelled - The Lantern</title></head><body>
    <header><nav class="main-nav"><ul>{MENU}</ul></nav></header>
    <main><article class="story" {style}><h1>Market of Karsa shelled</h1><p class="byline">By Ana Tevel</p>{body}</article>
    <aside class="related"><h3>Read more</h3><ul><li><a href="/a">Camps fill up</a></li></ul></aside></main>
    <footer class="site-footer"><p>© The Lantern. All rights reserved.</p><a href="/privacy">Privacy</a></footer>
    </body></html>"""


def outline(source: str) -> Outline:
    return outline_html(*decode(source.encode()))


def text_of(read: Outline, index: int) -> str:
    piece = read.pieces[index]
    return read.text.text[piece.start : piece.end]


@pytest.fixture(scope="module")
def knowledge():
    return load()


def paragraphs(texts=STORY) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_the_story_is_taken_and_what_stands_around_it_is_not(knowledge):
    read = outline(page(paragraphs()))
    taken = [text_of(read, index) for index in np.flatnonzero(main(read, knowledge))]
    assert [text for text in taken if text in STORY] == list(STORY)
    assert not {"Home", "World", "Privacy", "Camps fill up", "© The Lantern. All rights reserved."} & set(taken)


def test_hidden_text_is_not_taken_unless_the_whole_story_is_hidden(knowledge):
    read = outline(page(paragraphs(STORY[:4]) + f'<p style="display:none">{STORY[4]}</p>'))
    taken = [text_of(read, index) for index in np.flatnonzero(main(read, knowledge))]
    assert STORY[3] in taken
    assert STORY[4] not in taken
    read = outline(page(paragraphs(), style='style="visibility: hidden"'))
    taken = [text_of(read, index) for index in np.flatnonzero(main(read, knowledge))]
    assert set(STORY) <= set(taken)


def test_roles_name_the_model_and_the_markup(knowledge):
    body = (
        paragraphs(STORY[:2]) + "<h2>What the hospital said</h2>" + f"<blockquote><p>{STORY[4]}</p></blockquote>"
        f"<ul><li>{STORY[3]}</li></ul>" + paragraphs(STORY[2:3])
    )
    read = outline(page(body))
    verdicts = give_roles(read, read_cues(read, knowledge), knowledge)
    told = {text_of(read, index): (verdict.role, verdict.rule) for index, verdict in enumerate(verdicts)}
    assert told[STORY[0]] == ("body", "maintext:p")
    assert told[STORY[4]] == ("quotation", "maintext:blockquote")
    assert told[STORY[3]] == ("list", "maintext:li")
    assert told["Market of Karsa shelled"][0] == "headline"
    assert told["By Ana Tevel"][0] == "byline"
    assert told["Weather"][0] in FURNITURE_ROLES


def test_every_piece_has_one_verdict_with_a_doubt_between_0_and_1(knowledge):
    read = outline(page(paragraphs()))
    verdicts = give_roles(read, read_cues(read, knowledge), knowledge)
    assert len(verdicts) == len(read.pieces)
    for verdict in verdicts:
        assert verdict.rule
        assert verdict.doubt is None or 0 <= verdict.doubt <= 1
        if verdict.role in ARTICLE_ROLES and verdict.rule.startswith("maintext:"):
            assert verdict.doubt is not None


@pytest.mark.parametrize("source", ["", "<p>", "<br><br>", "plain words", "<table><tr><td>1", "<title>only</title>"])
def test_pages_with_next_to_nothing_are_scored_all_the_same(source, knowledge):
    read = outline(source)
    scores = score(read, knowledge)
    assert scores.shape == (len(read.pieces),)
    assert np.isfinite(scores).all()
    assert select(read, scores).shape == scores.shape


@given(st.lists(st.text(alphabet="aB1. “é漢\U0001f600", max_size=12), max_size=6))
def test_counts_of_characters_are_those_of_each_span(texts):
    whole = "\n".join(texts)
    ends = np.cumsum([len(text) + 1 for text in texts], dtype=np.int64) - 1
    spans = np.array([(end - len(text), end) for text, end in zip(texts, ends, strict=True)], dtype=np.int64)
    counts = count_characters(whole, spans.reshape(-1, 2))
    for row, text in zip(counts, texts, strict=True):
        assert row[DIGIT] == text.count("1")
        assert row[UPPER] == text.count("B")
        assert row[STOP] == text.count(".")
        words = "".join(c if c.isalnum() or ord(c) >= 0x3000 else " " for c in text).split()
        assert row[WORD_COUNT] == len(words)


@given(
    st.lists(st.tuples(st.floats(0.001, 0.999), st.integers(1, 500)), min_size=1, max_size=9),
)
def test_the_best_threshold_has_the_best_expected_f1_of_all(pairs):
    scores = np.array([chance for chance, _ in pairs], dtype=np.float32)
    lengths = np.array([length for _, length in pairs], dtype=np.float32)
    total = float((scores * lengths).sum())

    def expected(least: float) -> float:
        keep = scores >= least
        return 2 * float((scores * lengths)[keep].sum()) / (float(lengths[keep].sum()) + total)

    best = best_threshold(scores, lengths)
    assert expected(best) >= max(expected(float(least)) for least in scores) - 1e-3


def test_traits_are_alike_for_equal_pages_whatever_the_site_is_called():
    first, second = (
        read_traits(outline(page(paragraphs()).replace("Lantern", name))) for name in ("Lantern", "Lentern")
    )
    assert np.array_equal(first.dense, second.dense)
    assert np.array_equal(first.names, second.names)


def test_a_page_of_endless_pieces_is_scored_in_bounded_time(knowledge):
    read = outline("<p>x" * 40_000)
    scores = score(read, knowledge)
    assert len(scores) == 40_000
    assert scores[-1] == 0
