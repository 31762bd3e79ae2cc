"""A ledger that grew in portions, in any order, with pages read again and again, is the ledger made all at once."""

import random
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headwater.gathering.lineage import find_copies, group
from headwater.ledger import open_ledger
from headwater.ledger.sqlite import SqliteLedger
from headwater.regathering import accounts, refresh_lineage
from made_news import Story, read_story, stories

TABLES = {
    "gathered": "SELECT id, kind, record FROM gathered ORDER BY id",
    "members": "SELECT article, kind, id FROM members ORDER BY article, kind, id",
    "imprints": "SELECT * FROM imprints ORDER BY article",
    "compared": "SELECT * FROM compared ORDER BY key",
}


def add(ledger: SqliteLedger, portion: Sequence[Story]) -> None:
    with ledger.writer(signature="made") as writer:
        writer.add_pages([read_story(story) for story in portion])
    refresh_lineage(ledger)


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        return {table: connection.execute(query).fetchall() for table, query in TABLES.items()}


def grown(path: Path, portions: Sequence[Sequence[Story]]) -> dict[str, list[tuple[object, ...]]]:
    path.unlink(missing_ok=True)
    with open_ledger(path) as ledger:
        for portion in portions:
            add(ledger, portion)
    return rows(path)


def split(items: Sequence[Story], chance: random.Random) -> list[Sequence[Story]]:
    cuts = sorted(chance.sample(range(1, len(items)), k=min(chance.randrange(1, 5), len(items) - 1)))
    return [items[start:end] for start, end in zip([0, *cuts], [*cuts, len(items)], strict=True)]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10**6), st.integers(4, 45))
def test_portions_in_any_order_are_the_same_as_all_at_once(tmp_path: Path, seed: int, count: int) -> None:
    chance = random.Random(seed)
    news = stories(chance, count)
    whole = grown(tmp_path / "whole.hw", [news])
    chance.shuffle(news)
    assert grown(tmp_path / "grown.hw", split(news, chance)) == whole


def test_the_ledger_holds_what_is_found_without_one(tmp_path: Path) -> None:
    news = stories(random.Random(3), 60)
    with open_ledger(tmp_path / "made.hw") as ledger:
        for portion in split(news, random.Random(4)):
            add(ledger, portion)
        view = ledger.view()
        found = find_copies(accounts(view))
        assert {copy.relation for copy in found} >= {"boilerplate", "edited_copy", "partial_reuse"}
        assert tuple(view.records("copy")) == found
        assert tuple(view.records("family")) == group(found)


def test_standing_text_told_late_changes_what_was_found_before(tmp_path: Path) -> None:
    """Two pages share a passage; only when others carry it too is it seen to be no news."""
    passage = " ".join(f"shared{number}" for number in range(30))

    def story(number: int) -> Story:
        own = [" ".join(f"own{number}w{at}" for at in range(start, start + 30)) for start in range(0, 90, 30)]
        return Story("courier", number, 10 + 20 * number, (own[0], passage, *own[1:]))

    with open_ledger(tmp_path / "made.hw") as ledger:
        add(ledger, [story(0), story(1)])
        assert [copy.relation for copy in ledger.view().records("copy")] == ["partial_reuse"]
        add(ledger, [story(number) for number in range(2, 7)])
        assert {copy.relation for copy in ledger.view().records("copy")} == {"boilerplate"}
        [family] = ledger.view().records("family")
        assert (family.kind, len(family.members)) == ("boilerplate", 7)


def test_a_page_that_reads_otherwise_now(tmp_path: Path) -> None:
    news = stories(random.Random(5), 30)
    path, anew = tmp_path / "made.hw", tmp_path / "anew.hw"
    page, reading = read_story(news[0])
    otherwise = replace(reading, blocks=reading.blocks[:1])
    rest = [read_story(story) for story in news[1:]]
    for place, order in ((path, [(page, reading), (page, otherwise)]), (anew, [(page, otherwise)])):
        with open_ledger(place) as ledger:
            for each in order:
                with ledger.writer(signature="made") as writer:
                    writer.add_pages([*rest, each])
                refresh_lineage(ledger)
    assert rows(path) == rows(anew)


def test_nothing_new_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    news = stories(random.Random(6), 30)
    with open_ledger(tmp_path / "made.hw") as ledger:
        add(ledger, news)
        monkeypatch.setattr("headwater.gathering.lineage.updating.compare", None)
        add(ledger, news)
