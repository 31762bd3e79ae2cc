"""Dates, bylines, credits and datelines, case by case."""

from typing import Any

import pytest
from header_pages import cases, patterns

from headwater.reading.articles.bylines import read_names
from headwater.reading.articles.credits import read_credit
from headwater.reading.articles.cues import credit_rule, is_byline, is_date_line
from headwater.reading.articles.dates import Stated, find_dates, from_location, read_value
from headwater.reading.articles.outline import Piece


def shown(stated: Stated) -> str:
    turned = f" or {stated.turned}" if stated.turned else ""
    return stated.date + (f" {stated.zone}" if stated.zone else "") + turned


def by_text(case: dict[str, Any]) -> str:
    return str(case["text"])


@pytest.mark.parametrize("case", cases("date"), ids=by_text)
def test_dates_in_text(case: dict[str, Any]) -> None:
    assert [shown(stated) for stated in find_dates(case["text"], patterns())] == case["dates"]


@pytest.mark.parametrize("case", cases("value"), ids=by_text)
def test_dates_in_attributes(case: dict[str, Any]) -> None:
    stated = read_value(case["text"], patterns())
    assert (shown(stated) if stated else None) == case.get("date")


@pytest.mark.parametrize("case", cases("location"), ids=by_text)
def test_dates_in_addresses(case: dict[str, Any]) -> None:
    stated = from_location(case["text"], patterns())
    assert (shown(stated) if stated else None) == case.get("date")


@pytest.mark.parametrize("case", cases("byline"), ids=by_text)
def test_bylines(case: dict[str, Any]) -> None:
    named = read_names(case["text"], patterns(), stated=False)
    assert [name.name for name in named if not name.agency] == case["names"]
    assert [name.name for name in named if name.agency] == case.get("agencies", [])
    assert all(case["text"][name.start : name.end] == name.name for name in named)


@pytest.mark.parametrize("case", cases("credit"), ids=by_text)
def test_credit_lines(case: dict[str, Any]) -> None:
    found = credit_rule(case["text"], patterns())
    assert found is not None
    credit = read_credit(found[0], found[1], 0, patterns())
    assert (credit.kind, credit.outlet) == (case["kind"], case.get("outlet"))
    assert (credit.author, credit.date) == (case.get("author"), case.get("date"))


@pytest.mark.parametrize("case", cases("notcredit"), ids=by_text)
def test_what_is_no_credit_line(case: dict[str, Any]) -> None:
    assert credit_rule(case["text"], patterns()) is None


@pytest.mark.parametrize("case", cases("signed"), ids=by_text)
def test_lines_that_are_byline_and_date_in_one(case: dict[str, Any]) -> None:
    text, piece = case["text"], Piece(0, len(case["text"]))
    assert is_byline(text, piece, patterns())
    assert is_date_line(text, piece, patterns())


@pytest.mark.parametrize("case", cases("dateline"), ids=by_text)
def test_datelines(case: dict[str, Any]) -> None:
    match = patterns().dateline.match(case["text"])
    assert match is not None
    assert patterns().agencies.get(match["agency"]) == case.get("agency")


@pytest.mark.parametrize("case", cases("notdateline"), ids=by_text)
def test_what_is_no_dateline(case: dict[str, Any]) -> None:
    assert patterns().dateline.match(case["text"]) is None


@pytest.mark.parametrize("case", cases("ending"), ids=by_text)
def test_agency_at_the_end(case: dict[str, Any]) -> None:
    match = patterns().agency_end.search(case["text"])
    assert match is not None
    assert patterns().agencies[match["agency"]] == case["agency"]


@pytest.mark.parametrize("case", cases("line"), ids=by_text)
def test_lines_of_prose_are_no_part_of_a_header(case: dict[str, Any]) -> None:
    text, piece = case["text"], Piece(0, len(case["text"]))
    assert not is_byline(text, piece, patterns())
    assert not is_date_line(text, piece, patterns())
    assert credit_rule(text, patterns()) is None


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("case", cases("date", "known_failures"), ids=by_text)
def test_dates_not_yet_read(case: dict[str, Any]) -> None:
    test_dates_in_text(case)


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("case", cases("byline", "known_failures"), ids=by_text)
def test_bylines_not_yet_read(case: dict[str, Any]) -> None:
    test_bylines(case)


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("case", cases("dateline", "known_failures"), ids=by_text)
def test_datelines_not_yet_read(case: dict[str, Any]) -> None:
    test_datelines(case)
