"""Header lines above each text, and furniture by where it stands.  What is main text is given here, not modelled."""

import numpy as np
import pytest

from headwater.knowledge import load
from headwater.reading.articles.above import Ground, header_verdicts, stated_titles
from headwater.reading.articles.cues import read_cues
from headwater.reading.articles.furniture import name_lines
from headwater.reading.articles.html import outline_html
from headwater.reading.articles.trailing import trailing_verdicts
from headwater.text import Decoded

KNOWLEDGE = load()
FIRST = (
    "<p>Two people died when a drone struck a bakery in Orsk Lower before dawn on Tuesday, the mayor of the town said, "
    "adding that the owner had been loading bread into a van at the time and had sent his son home.</p>"
    "<p>Rescue workers dug through the night with their hands. The crane that they had asked for stood at a checkpoint "
    "until noon, according to the head of the civil defence office, and was then sent to another place.</p>"
    "<p>The army did not answer questions about the strike. It said on Monday that its aircraft had hit a depot in the "
    "district, and that nobody lived near it, which three neighbours of the bakery called untrue.</p>"
)
SECOND = (
    "<p>Talks were put off for a third time when the delegation from the coast refused to sit in a room without a "
    "window, three diplomats who took part in the talks said late on Wednesday evening.</p>"
    "<p>They came at nine and were brought tea at eleven. At one they were sent home, and nobody named a new date for "
    "the talks, which were to open the bridge at Harrow Ford for two hours each day.</p>"
)
HEAD = "<h1>Drone kills two in Orsk Lower</h1><p>By Ilse Marrow | 12 March 2031</p>"


def ground(html: str) -> Ground:
    """The page with its paragraphs and the lines marked with `x` as main text."""
    outline = outline_html(Decoded(html, "utf-8", np.arange(len(html) + 1)))
    kept = [
        piece.element is not None and (piece.element.tag == "p" or "x" in piece.element.attributes)
        for piece in outline.pieces
    ]
    return Ground(outline, read_cues(outline, KNOWLEDGE), np.array(kept))


def above(html: str) -> dict[str, str]:
    on = ground(html)
    return {on.words(index): verdict.role for index, verdict in header_verdicts(on.outline, on.cues, on.kept).items()}


def trailing(html: str) -> dict[str, str]:
    on = ground(html)
    found = trailing_verdicts(on, name_lines(on.outline, KNOWLEDGE))
    return {on.words(index): verdict.role for index, verdict in found.items()}


@pytest.mark.parametrize(
    "head",
    [
        "<header><h2>Talks put off again</h2><div>By Rada Quist</div><div>13 March 2031</div></header>",
        "<h2><a href=/t>Talks put off again</a></h2><div>Posted by Rada Quist on 13 March 2031</div>",
        "<h2>Talks put off again</h2><div>Harbour Gazette | 13 March 2031 | By Rada Quist</div>",
        "<div><b>Talks put off again</b></div><div>By Rada Quist</div><div>13 March 2031</div>",
    ],
)
def test_header_below_the_first_story(head: str) -> None:
    found = above(f"{HEAD}{FIRST}<div>{head}</div>{SECOND}")
    assert found["Talks put off again"] == "headline"
    assert {"byline", "metadata"} & set(found.values())
    on = ground(f"{HEAD}{FIRST}<div>{head}</div>{SECOND}")
    assert [on.words(index) for index in stated_titles(on)] == ["Drone kills two in Orsk Lower", "Talks put off again"]


def test_linked_title_between_paragraphs_is_no_header() -> None:
    assert "Talks put off again" not in above(f"{HEAD}{FIRST}<h3><a href=/t>Talks put off again</a></h3>{SECOND}")


def test_line_without_byline_or_date_is_no_title() -> None:
    assert "Talks put off again" not in above(f"{HEAD}{FIRST}<div>Talks put off again</div>{SECOND}")


@pytest.mark.parametrize(
    ("tail", "role"),
    [
        ("<h3>Join the conversation</h3><div><p>I do not believe a word of what the mayor says here.</p></div>", "comments"),
        ("<h3>You may also like</h3><div><p>A convoy reached the camp at Dell Market on Wednesday, after days.</p></div>", "related"),
    ],
)  # fmt: skip
def test_below_a_head(tail: str, role: str) -> None:
    assert list(trailing(f"{HEAD}<div>{FIRST}</div>{tail}").values()) == [role]


def test_story_goes_on_below_a_head() -> None:
    assert not trailing(f"{HEAD}<div>{FIRST}<h3>You may also like</h3>{SECOND}</div>")


def test_next_story_ends_a_thread() -> None:
    head = "<h2>Talks put off again</h2><p>By Rada Quist, 13 March 2031</p>"
    assert not trailing(f"{HEAD}<div>{FIRST}</div><div>4 comments</div><div>{head}{SECOND}</div>")


def test_much_text_below_a_head_is_no_thread() -> None:
    long = SECOND.replace("<p>", "<div><p>").replace("</p>", "</p></div>")
    assert not trailing(f"{HEAD}<div>{FIRST}</div><h3>Comments</h3>{long * 3}")


def test_cells_without_text() -> None:
    cells = "<table><tr><td x>Crosswords</td></tr><tr><td x>Houses for sale</td></tr></table>"
    story = f"<div x>Drone kills two</div><p>By Ilse Marrow, 12 March 2031</p>{FIRST}"
    page = f"<table><tr><td>{cells}</td><td>{story}</td></tr></table>"
    assert trailing(page) == {"Crosswords": "navigation", "Houses for sale": "navigation"}


def test_box_without_class() -> None:
    box = "<div><p>Our letter comes before breakfast.</p><div>Subscribe to our newsletter</div></div>"
    assert trailing(f"{HEAD}<div>{FIRST}{box}{SECOND}</div>") == {"Our letter comes before breakfast.": "newsletter"}


def test_behind_the_last_text() -> None:
    tail = "<div x>Bicycle race passes town hall</div><p>Ilse Marrow</p>"
    assert trailing(f"{HEAD}<div>{FIRST}</div>{tail}") == {"Bicycle race passes town hall": "other"}


def test_list_of_goods_is_left_alone() -> None:
    goods = "".join(f"<div x>Copper kettle number {number}, with lid</div>" for number in range(60))
    assert not trailing(f"{HEAD}{FIRST}{goods}")
