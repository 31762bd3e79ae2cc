"""Times: cases as data, and what holds for any text."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_page import MadePage, make_page

from headwater.knowledge import load
from headwater.reading import attributions, sentences, times
from headwater.reading.heard import Signals
from headwater.reading.named import Named
from headwater.reading.spoken import Spoken
from headwater.reading.timed import TimeMention
from headwater.reading.times import acled_precision
from headwater.records import Moment, Span

CASES = Path(__file__).parents[1] / "cases" / "times"
KNOWLEDGE = load()
PRECISIONS = {4: "year", 7: "month", 10: "day"}
AIRWARS = {"dawn", "morning", "midday", "afternoon", "evening", "night", "midnight"}


def read(page: MadePage, published: str = "2014-07-16") -> tuple[TimeMention, ...]:
    moment = (
        Moment(Span(0, 0, "given"), published, PRECISIONS[len(published)], None, False, "made")  # type: ignore[arg-type]
        if published
        else None
    )
    articles = tuple(replace(article, published=moment) for article in page.articles)
    split = sentences.split(page.text, page.blocks, articles, KNOWLEDGE)
    return times.read(Spoken(page.text, articles, split), KNOWLEDGE).times


def cases(name: str) -> list[dict[str, Any]]:
    return tomllib.loads((CASES / name).read_text())["case"]


def name(case: dict[str, Any]) -> str:
    return str(case.get("name") or case["phrase"])


def seen(page: MadePage, mentions: tuple[TimeMention, ...]) -> list[dict[str, Any]]:
    """The times in the form of the case files."""
    found = []
    for mention in mentions:
        fields = {
            "words": mention.text,
            "kind": mention.kind if mention.kind != "date" else None,
            "from": mention.from_ and date.fromisoformat(mention.from_),
            "to": mention.to and date.fromisoformat(mention.to),
            "precision": mention.precision,
            "value": mention.value,
            "mod": mention.mod,
            "anchor": mention.anchor if mention.anchor != "none" else None,
            "anchored_on": mention.anchored_on and page.text[mention.anchored_on],
            "time_of_day": mention.time_of_day,
        }
        found.append({key: value for key, value in fields.items() if value is not None})
    return found


def check(case: dict[str, Any]) -> None:
    page = make_page(case["text"])
    found = seen(page, read(page, case.get("published", "2014-07-16")))
    wanted = case["time"]
    for each, want in zip(found, wanted, strict=False):
        if "anchored_on" not in want:
            each.pop("anchored_on", None)
    assert found == wanted


@pytest.mark.parametrize("case", cases("synthetic.toml") + cases("wild.toml"), ids=name)
def test_cases(case: dict[str, Any]) -> None:
    check(case)


@pytest.mark.parametrize("case", cases("negative.toml"), ids=name)
def test_negative(case: dict[str, Any]) -> None:
    page = make_page(case["text"])
    assert seen(page, read(page)) == []


@pytest.mark.xfail
@pytest.mark.parametrize("case", cases("known_failures.toml"), ids=name)
def test_known_failures(case: dict[str, Any]) -> None:
    check(case)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("on 3 July", 1),
        ("last week", 2),
        ("over the weekend", 2),
        ("last month", 3),
        ("last year", None),
        ("now", None),
    ],
)
def test_the_code_of_acled(words: str, code: int | None) -> None:
    (mention,) = read(make_page(f"Orsk fell {words}."))
    assert acled_precision(mention, KNOWLEDGE) == code


def test_words_out_of_an_older_text_are_counted_from_its_day() -> None:
    page = make_page("In a letter dated 4 May 2012 Maro Tevin said: “Orsk fell yesterday.” It was found yesterday.")
    split = sentences.split(page.text, page.blocks, page.articles, KNOWLEDGE)
    said = attributions.read(page.text, page.blocks, page.articles, split, Signals(), Named(), KNOWLEDGE)
    moment = Moment(Span(0, 0, "given"), "2014-07-16", "day", None, False, "made")
    articles = tuple(replace(article, published=moment) for article in page.articles)
    spoken = Spoken(page.text, articles, split, attributions=said.attributions)
    letter, inside, outside = times.read(spoken, KNOWLEDGE).times
    assert (inside.value, inside.anchored_on) == ("2012-05-03", letter.span)
    assert (outside.value, outside.anchored_on) == ("2014-07-15", None)


def test_the_date_that_an_article_begins_with_is_named_so() -> None:
    first, second = read(make_page("16 July 2014 The mill burned on 16 July 2014."))
    assert (first.rule, second.rule) == ("dateline", "day_month_year")


def test_only_english_articles() -> None:
    assert read(make_page("=== fr\nOrsk fell on Monday.")) == ()


def test_each_article_has_its_own_dates() -> None:
    page = make_page(
        "In 1939, in 1940 and in 1941 they fought. In May 1941 Orsk fell.\n=== en\nIn May the mill burned."
    )
    assert [mention.value for mention in read(page)] == ["1939", "1940", "1941", "1941-05", "2014-05"]


PIECES = st.sampled_from(
    ["12", " May", " the", " 2014", " 1,200", " first", " second", "-day", " day", " days", " week", "-", "–", " to", " and", ",", ". ", " of",
     " last", " next", " past", " few", " ago", " later", " early", " late", " mid", " end", " February", " 30", " 29", " 31", " BC", " 10:30", " p.m.",
     " Monday", " night", " between", " ’89", " the 1990s", " century", " since", " on", " Easter", " 9999", " 0001-01-01", " 1/2", " winter",
     " 2 centuries", " year", " half", " every", " around", "\n", " was", " will", " 400000", " years", " tomorrow", " millions"]
)  # fmt: skip
DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31)).map(date.isoformat)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join), st.one_of(DAYS, st.sampled_from(["", "2014", "2014-07"])))
def test_spans_are_the_words_and_days_are_in_order(marked: str, published: str) -> None:
    page = make_page(marked)
    mentions = read(page, published)
    assert mentions == read(page, published)
    end = 0
    for mention in mentions:
        assert page.text[mention.span] == mention.text != ""
        assert mention.span.start >= end
        end = mention.span.end
        assert (mention.from_ is None) == (mention.to is None)
        assert mention.precision is None or mention.from_ is not None
        if mention.from_ and mention.to:
            assert date.fromisoformat(mention.from_) <= date.fromisoformat(mention.to)
        if mention.anchored_on:
            assert mention.anchor == "text" and len(page.text[mention.anchored_on])
        day = mention.time_of_day
        assert day is None or day in AIRWARS or (len(day) == 5 and day[2] == ":")
