"""The contract of the jsonl export."""

import json
from io import StringIO
from typing import Any

import pytest

from headwater.exports import write_jsonl
from headwater.ledger import KINDS
from headwater.ledger.sqlite import SqliteLedger
from made_readings import made_page

# The fields that the contract names for each record; more may be there.
CONTRACT = {
    "page": "id location media_type charset sha256 length seen_at status reason repairs stage detail",
    "block": "id page start end role article rule",
    "article": "id page start end kind title authors publisher published modified language credits embedded_in",
    "attribution": "id article sources cues contents insertions kind stance parent",
    "entity": "id article name class known_as side described_as",
    "mention": "id entity article start end text voice",
    "quantity": "id article start end text low best high qualifier unit of part_of scope attributions factuality policies",
    "event": "id article type start end text polarity factuality attributions background arguments",
    "family": "id kind members root root_named",
    "copy": "id a b relation direction common_source score reason",
    "actor": "id name class known_as entities reason",
    "incident": "id name type events from to place slots",
    "origin": "id kind name reason",
    "judgement": "id target verdict value by at why withdrawn_at",
    "run": "id started finished versions counts",
}
INSIDE = {
    ("article", "title"): "start end text",
    ("article", "publisher"): "name start end",
    ("article", "published"): "date precision zone start end inferred",
    ("attribution", "sources"): "start end text entity name class office side described_as",
    ("attribution", "contents"): "start end verbatim",
    ("article", "authors"): "name start end",
    ("article", "credits"): "kind outlet author date start end",
    ("quantity", "of"): "text start end class subgroup side",
    ("event", "arguments"): "role start end text value attributions factuality blame rule",
    ("family", "members"): "article spans parent direction relation",
    ("copy", "a"): "article spans",
    ("incident", "slots"): "id slot cells relations origins",
}


def lines_of(ledger: SqliteLedger, **options: Any) -> list[dict[str, Any]]:
    out = StringIO()
    count = write_jsonl(ledger.view(), out, **options)
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert len(lines) == count
    return lines


def test_every_kind_has_the_fields_of_the_contract(ledger: SqliteLedger) -> None:
    lines = lines_of(ledger)
    by_kind = {line["record"]: line for line in lines}
    assert set(by_kind) == set(KINDS)
    for kind, names in CONTRACT.items():
        assert next(iter(by_kind[kind])) == "record"
        assert set(names.split()) <= set(by_kind[kind]), kind
    for (kind, key), names in INSIDE.items():
        value = next(line[key] for line in lines if line["record"] == kind and line[key])
        assert set(names.split()) <= set(value[0] if isinstance(value, list) else value), (kind, key)


def test_the_order_is_kind_page_start_id(ledger: SqliteLedger) -> None:
    lines = lines_of(ledger)
    kinds = [line["record"] for line in lines]
    assert kinds == sorted(kinds, key=KINDS.index)
    blocks = [(line["page"], line["start"], line["id"]) for line in lines if line["record"] == "block"]
    assert blocks == sorted(blocks)
    pages = [line["id"] for line in lines if line["record"] == "page"]
    assert pages == sorted(pages)


def test_a_page_does_not_tell_where_it_lay(ledger: SqliteLedger) -> None:
    pages = lines_of(ledger, kinds=["page"])
    assert len(pages) == 6
    assert all("path" not in page for page in pages)
    assert "/home/somebody" not in json.dumps(pages)


def test_an_unread_page_says_why(ledger: SqliteLedger) -> None:
    [page] = [page for page in lines_of(ledger, kinds=["page"]) if page["status"] == "unread"]
    assert page["id"] == made_page(5).id
    assert (page["stage"], page["reason"]) == ("articles", "timeout")
    assert page["detail"] == "the page was not read: timeout"


def test_a_span_names_its_space_only_outside_the_text(ledger: SqliteLedger) -> None:
    article = lines_of(ledger, kinds=["article"])[0]
    assert "in" not in article
    assert article["publisher"]["in"] == "location"


def test_bookkeeping_stands_last_and_can_be_left_out(ledger: SqliteLedger) -> None:
    everything = lines_of(ledger)
    assert [line["record"] for line in everything[-2:]] == ["judgement", "run"]
    assert lines_of(ledger, bookkeeping=False) == everything[:-2]


@pytest.mark.parametrize("kinds", [["copy"], {"block", "event"}, ()])
def test_only_some_kinds(ledger: SqliteLedger, kinds: Any) -> None:
    assert {line["record"] for line in lines_of(ledger, kinds=kinds)} == set(kinds)
