"""Copies and families: cases as data, and what holds for any articles."""

import itertools
import random
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_bodies import make_body, page_text

from headwater.gathering.gather import gather
from headwater.gathering.gathered import Gathered
from headwater.gathering.lineage import find_copies, group
from headwater.gathering.lineage.families import tie_of
from headwater.records import Account, ArticleBody, Attribution, Copy, Guide, Source, Span

CASES = Path(__file__).parents[1] / "cases" / "lineage"


def cases(name: str) -> list[dict[str, Any]]:
    return tomllib.loads((CASES / name).read_text())["case"]


def bodies_of(case: dict[str, Any]) -> list[ArticleBody]:
    return [make_body("a", case["a"]), make_body("b", case["b"])]


def turned(copy: Copy) -> tuple[str, tuple[Any, ...], tuple[Any, ...]]:
    """Direction and passages as seen with article "a" first, whichever came first."""
    if copy.a.article == "a":
        return copy.direction, copy.a.spans, copy.b.spans
    swapped = {"a_from_b": "b_from_a", "b_from_a": "a_from_b"}
    return swapped.get(copy.direction, copy.direction), copy.b.spans, copy.a.spans


@pytest.mark.parametrize("case", cases("synthetic.toml"), ids=lambda case: case["name"])
def test_cases(case: dict[str, Any]) -> None:
    bodies = bodies_of(case)
    (copy,) = find_copies([account_of("a", case["a"]), account_of("b", case["b"])])
    direction, spans, _ = turned(copy)
    assert (copy.relation, direction) == (case["relation"], case["direction"])
    assert copy.common_source == case.get("common_source")
    assert copy.score == pytest.approx(case.get("score", copy.score))
    if "shared" in case:
        text = page_text(bodies[0])
        assert [words(text[span.start : span.end]) for span in spans] == [words(part) for part in case["shared"]]


@pytest.mark.parametrize("case", cases("negative.toml"), ids=lambda case: case["name"])
def test_negative(case: dict[str, Any]) -> None:
    assert copies_of(bodies_of(case)) == ()


def words(text: str) -> list[str]:
    return [word.casefold() for word in re.findall(r"\w+", text)]


def check_spans(bodies: list[ArticleBody], copies: tuple[Copy, ...]) -> None:
    texts = {body.article.id: page_text(body) for body in bodies}
    for copy in copies:
        for side in (copy.a, copy.b):
            ordered = sorted(side.spans)
            assert all(left.end <= right.start for left, right in itertools.pairwise(ordered))
        for left, right in zip(copy.a.spans, copy.b.spans, strict=True):
            a, b = texts[copy.a.article][left.start : left.end], texts[copy.b.article][right.start : right.end]
            assert words(a) == words(b) != []
            assert "\n" not in a and a[0].isalnum() and a[-1].isalnum() and b[0].isalnum() and b[-1].isalnum()


VOCABULARY = [
    "mill",
    "bridge",
    "Orsk",
    "shell",
    "burned",
    "the",
    "and",
    "of",
    "night",
    "grain",
    "road",
    "boys",
    "ridge",
    "lamp",
]


def edited(source: list[str], chance: random.Random) -> list[str]:
    """The words with a few changed, a stretch cut, and a stretch moved."""
    made = [chance.choice(VOCABULARY) if chance.random() < 0.03 else word for word in source]
    cut = chance.randrange(len(made))
    made = made[:cut] + made[cut + chance.randrange(30) :]
    middle = chance.randrange(len(made) + 1)
    return made[middle:] + made[:middle] if chance.random() < 0.3 else made


def paragraphs(source: list[str], chance: random.Random) -> list[str]:
    found: list[str] = []
    while source:
        size = chance.randrange(5, 60)
        found.append(", ".join([" ".join(source[: size // 2]), " ".join(source[size // 2 : size])]).strip(", "))
        source = source[size:]
    return [paragraph for paragraph in found if paragraph] or ["Nothing."]


def copies_of(bodies: list[ArticleBody]) -> tuple[Copy, ...]:
    return find_copies([Account(body) for body in bodies])


def account_of(id_: str, given_: dict[str, Any]) -> Account:
    """With one attribution to the outlet `told_by`, where the case names one."""
    body = make_body(id_, given_)
    outlet = given_.get("told_by")
    source = Source(Span(0, 6), outlet, None, outlet, "outlet")
    said = Attribution("t" + id_, id_, (source,), (), (), (), "indirect", "neutral", None, "made")
    return Account(body, (said,) if outlet else ())


def gathered(bodies: list[ArticleBody]) -> Gathered:
    return gather([Account(body) for body in bodies], Guide())


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 20))
def test_any_order_gives_the_same_and_spans_have_the_same_words(seed: int, count: int) -> None:
    chance = random.Random(seed)
    originals = [[chance.choice(VOCABULARY) + str(chance.randrange(9)) for _ in range(150)] for _ in range(3)]
    bodies = []
    for index in range(count):
        given_ = {"paragraphs": paragraphs(edited(chance.choice(originals), chance), chance), "offset": index * 7}
        if chance.random() < 0.5:
            given_["published"] = f"2031-03-0{chance.randrange(1, 9)}"
        bodies.append(make_body(f"a{index}", given_))
    first = gathered(bodies)
    check_spans(bodies, first.copies)
    chance.shuffle(bodies)
    assert gathered(bodies) == first


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(13, 40))
def test_thirteen_words_in_a_row_are_always_found(seed: int, length: int) -> None:
    chance = random.Random(seed)
    passage = [f"shared{index}" for index in range(length)]
    bodies = []
    for side in ("a", "b"):
        own = [f"{side}{index}" for index in range(100)]
        at = chance.randrange(100)
        bodies.append(make_body(side, {"paragraphs": [" ".join(own[:at] + passage + own[at:])]}))
    (copy,) = copies_of(bodies)
    assert [words(page_text(bodies[0])[span.start : span.end]) for span in turned(copy)[1]] == [passage]


LONG = " ".join(f"word{index}" for index in range(80))


def test_a_family_with_a_root_and_its_members() -> None:
    bodies = [
        make_body("a1", {"paragraphs": [LONG], "published": "2031-03-01"}),
        make_body("a2", {"paragraphs": [LONG + " more"], "published": "2031-03-02"}),
        make_body("a3", {"paragraphs": ["Before. " + LONG], "published": "2031-03-03"}),
        make_body("b1", {"paragraphs": ["Something else altogether."]}),
    ]
    (family,) = group(copies_of(bodies))
    assert family.root == "a1"
    assert [(member.article, member.parent, member.direction) for member in family.members] == [
        ("a1", None, "unknown"),
        ("a2", "a1", "from_parent"),
        ("a3", "a1", "from_parent"),
    ]


def test_a_family_whose_root_is_only_named() -> None:
    bodies = [
        make_body(f"a{index}", {"paragraphs": [LONG], "credit": "AFP", "published": f"2031-03-0{index}"})
        for index in (1, 2, 3)
    ]
    (family,) = group(copies_of(bodies))
    assert family.root is None
    assert family.root_named is not None and family.root_named.name == "AFP"
    assert {member.direction for member in family.members} == {"common_source"}


def test_a_text_that_many_print_is_tied_to_the_first() -> None:
    bodies = [
        make_body(f"a{index:02}", {"paragraphs": [LONG], "published": f"2031-03-{index:02}"}) for index in range(1, 31)
    ]
    copies = copies_of(bodies)
    assert len(copies) == 29
    (family,) = group(copies)
    assert family.root == "a01" and len(family.members) == 30


def test_nothing_and_empty_articles() -> None:
    assert copies_of([]) == () and group(()) == ()
    assert copies_of([make_body("a", {"paragraphs": []}), make_body("b", {"paragraphs": [""]})]) == ()


def story(outlet: str, number: int, day: int, *more: str) -> ArticleBody:
    """An article of its own words, with these paragraphs under it."""
    own = [" ".join(f"own{number}x{at}" for at in range(start, start + 25)) + "." for start in (0, 25)]
    location = f"https://{outlet}.example/{number}"
    given_ = {"location": location, "published": f"2031-03-{day:02}", "paragraphs": [*own, *more]}
    return make_body(f"{outlet}{number}", given_)


NOTICE = " ".join(f"station{index}" for index in range(30)) + "."
NEWS = " ".join(f"agency{index}" for index in range(90)) + "."


def test_what_stands_under_all_pages_of_an_outlet_makes_no_copy() -> None:
    bodies = [story("lantern", number, 3 * number + 1, NOTICE) for number in range(8)]
    copies = copies_of(bodies)
    assert {copy.relation for copy in copies} == {"boilerplate"} and {copy.score for copy in copies} == {0.0}
    assert len(copies) == 7, "each carrier is tied to one, not to all"
    (family,) = group(copies)
    assert family.kind == "boilerplate" and len(family.members) == 8


def test_standing_text_counts_into_no_score() -> None:
    bodies = [story("lantern", number, 3 * number + 1, NOTICE) for number in range(6)]
    bodies += [
        make_body(
            "x", {"location": "https://lantern.example/x", "published": "2031-03-20", "paragraphs": [NEWS, NOTICE]}
        ),
        make_body(
            "y", {"location": "https://herald.example/y", "published": "2031-03-21", "paragraphs": [NEWS, NOTICE]}
        ),
    ]
    (copy,) = [copy for copy in copies_of(bodies) if {copy.a.article, copy.b.article} == {"x", "y"}]
    assert copy.relation == "identical" and copy.score == 1.0
    text = page_text(bodies[-2])
    assert all("station" not in text[span.start : span.end] for span in copy.a.spans)


def test_a_text_reprinted_by_many_is_no_standing_text() -> None:
    bodies = [story(f"paper{number}", number, 1 + number % 3, NEWS) for number in range(12)]
    assert {copy.relation for copy in copies_of(bodies)} <= {"edited_copy", "partial_reuse"}


def test_a_paragraph_that_comes_back_again_and_again_is_standing_text() -> None:
    days = ("2031-01-02", "2031-03-02", "2031-06-02", "2031-09-02")
    bodies = []
    for number, day in enumerate(days):
        own = " ".join(f"own{number}x{at}" for at in range(60)) + "."
        given_ = {
            "location": f"https://paper{number}.example/1",
            "published": day,
            "paragraphs": [own, NOTICE, own[::-1]],
        }
        bodies.append(make_body(f"a{number}", given_))
    assert {copy.relation for copy in copies_of(bodies)} == {"boilerplate"}


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_a_text_with_three_words_in_ten_changed_is_found_among_others(seed: int) -> None:
    chance = random.Random(seed)
    words_ = [f"w{chance.randrange(3000)}" for _ in range(300)]
    rewritten = [f"w{chance.randrange(3000)}" if chance.random() < 0.3 else word for word in words_]
    others = [[f"w{chance.randrange(3000)}" for _ in range(300)] for _ in range(20)]
    bodies = [make_body(f"o{index}", {"paragraphs": [" ".join(other)]}) for index, other in enumerate(others)]
    bodies += [
        make_body("a", {"paragraphs": [" ".join(words_)]}),
        make_body("b", {"paragraphs": [" ".join(rewritten)]}),
    ]
    (copy,) = copies_of(bodies)
    assert tie_of(copy) == "copies"
    check_spans(bodies, (copy,))
