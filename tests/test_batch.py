"""A run: what it stores, what it skips, what it counts, and that killing it changes nothing."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest

import made_run
from headwater.batch import Counts, local_engine, run
from headwater.engines.local import LocalEngine
from headwater.exports import write_jsonl
from headwater.ledger import open_ledger
from headwater.ledger.sqlite import SqliteLedger
from headwater.records import Guide, Page, Reading, Unread
from headwater.regathering import accounts, gather_ledger
from made_readings import made_page, made_reading, page_of, unread
from made_run import made_pages, read

HERE = LocalEngine(workers=1)


@pytest.fixture
def ledger() -> Iterator[SqliteLedger]:
    with open_ledger(None) as opened:
        yield opened


def exported(ledger: SqliteLedger) -> str:
    out = StringIO()
    write_jsonl(ledger.view(), out)
    return out.getvalue()


def test_counts_say_what_came_of_it(ledger: SqliteLedger) -> None:
    counts = run(made_pages(100), ledger, HERE, signature="a", read=read)
    assert counts.read == 96
    assert counts.unread == {"empty": 2, "failed": 2}
    assert (counts.articles, counts.undated, counts.quotations, counts.casualty_figures) == (96, 0, 96, 96)
    assert (counts.skipped, counts.copies, counts.pages) == (0, None, 100)
    assert ledger.view().counts()["unread"] == 4


def test_what_a_reader_raises_is_kept_in_one_line(ledger: SqliteLedger) -> None:
    run(made_pages(10), ledger, HERE, signature="a", read=read)
    [failed] = [page for page in ledger.view().pages(status="unread") if page.reason == "failed"]
    assert isinstance(failed, Unread)
    assert (failed.stage, failed.detail) == ("reading", "ValueError: page 9 is odd")
    assert ledger.view().page_bytes(failed.page.id) == made_page(9).data


def test_a_second_run_reads_nothing_again(ledger: SqliteLedger) -> None:
    run(made_pages(70), ledger, HERE, signature="a", read=read)
    before = exported(ledger)
    again = run(made_pages(70), ledger, HERE, signature="a", read=_never)
    assert (again.read, again.unread, again.skipped) == (0, {}, 70)
    assert exported(ledger) == before


def test_another_order_and_shard_size_reads_nothing_again(ledger: SqliteLedger) -> None:
    pages = list(made_pages(70))
    run(pages, ledger, HERE, signature="a", read=read)
    random.Random(4).shuffle(pages)
    assert run(pages, ledger, HERE, signature="a", read=_never, shard_size=9).skipped == 70


def test_another_signature_reads_all_again(ledger: SqliteLedger) -> None:
    run(made_pages(20), ledger, HERE, signature="a", read=read)
    assert run(made_pages(20), ledger, HERE, signature="b", read=read).skipped == 0
    assert run(made_pages(20), ledger, HERE, signature="b", read=_never).skipped == 20


def test_a_page_given_twice_is_read_once(ledger: SqliteLedger) -> None:
    counts = run([*made_pages(5), *made_pages(5)], ledger, HERE, signature="a", read=read)
    assert (counts.read, counts.skipped) == (5, 5)


def test_what_the_inlet_refused_is_kept(ledger: SqliteLedger) -> None:
    refused = unread(page_of("%PDF", "report.pdf"), "pdf")
    for _ in range(2):
        counts = run([made_page(1), refused], ledger, HERE, signature="a", read=read)
        assert counts.unread == {"pdf": 1}
    assert list(ledger.view().pages(status="unread")) == [refused]


def test_a_timeout_is_tried_again(ledger: SqliteLedger) -> None:
    engine = local_engine(1, timeout_s=0.2)
    first = run(made_pages(5), ledger, engine, signature="a", read=made_run.read_or_hang)
    assert (first.read, first.unread) == (4, {"timeout": 1})
    second = run(made_pages(5), ledger, engine, signature="a", read=read)
    assert (second.read, second.unread, second.skipped) == (1, {}, 4)
    assert ledger.view().counts()["unread"] == 0


def test_progress_is_told_after_each_shard(ledger: SqliteLedger) -> None:
    told: list[Counts] = []
    run(made_pages(25), ledger, HERE, signature="a", read=made_reading, shard_size=10, on_progress=told.append)
    assert [counts.read for counts in told] == [10, 20, 25]


def test_without_bytes(ledger: SqliteLedger) -> None:
    run(made_pages(1), ledger, HERE, signature="a", read=read, keep_bytes=False)
    assert ledger.view().page_bytes(made_page(0).id) is None
    assert ledger.view().page_text(made_page(0).id) == made_page(0).data.decode()


def test_export_is_the_same_for_any_order_and_number_of_workers(tmp_path: Path) -> None:
    exports = set()
    for name, workers, seed in (("one", 1, 0), ("two", 2, 0), ("shuffled", 2, 5)):
        pages = list(made_pages(250))
        random.Random(seed).shuffle(pages)
        with open_ledger(tmp_path / name) as opened:
            run(pages, opened, local_engine(workers), signature="a", read=read)
            exports.add(exported(opened))
    assert len(exports) == 1


def test_bodies_are_the_article_without_header_and_furniture(ledger: SqliteLedger) -> None:
    run(made_pages(3), ledger, HERE, signature="a", read=read)
    for body in (account.body for account in accounts(ledger.view())):
        assert [words.text.split()[0] for words in body.paragraphs] == ["Shells", '"We', "Fighting"]
        assert body.location.startswith("https://lantern.example/")


def test_gathering_stores_what_articles_share(ledger: SqliteLedger) -> None:
    text = " ".join(f"word{number} of the long report from the border" for number in range(40))
    pages = [made_page(number, more=f" {text}") for number in (1, 2)]
    run(pages, ledger, HERE, signature="a", read=made_reading)
    for _ in range(2):
        gathered = gather_ledger(ledger, Guide())
        assert list(ledger.view().records("copy")) == list(gathered.copies)
        assert list(ledger.view().records("family")) == list(gathered.families)
        assert len(gathered.copies) == 1
    articles = {article.id for article, _ in ledger.view().articles()}
    assert {gathered.copies[0].a.article, gathered.copies[0].b.article} == articles


def test_killed_anywhere_and_started_again_it_is_the_same_ledger(tmp_path: Path) -> None:
    whole, broken = tmp_path / "whole.hw", tmp_path / "broken.hw"
    counts = made_run.main(str(whole), "2000", "1")
    assert counts.read + sum(counts.unread.values()) == 2000
    kills = sum(_killed_after(broken, wait, workers) for wait, workers in ((0.3, 1), (0.5, 1), (0.7, 2)))
    assert kills >= 2, "the run was over before it could be killed"
    command = [sys.executable, made_run.__file__, str(broken), "2000", "1"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    assert "skipped=0" not in done.stdout
    with open_ledger(whole) as one, open_ledger(broken) as other:
        assert exported(one) == exported(other)
    assert _rows(whole) == _rows(broken)


def _killed_after(path: Path, seconds: float, workers: int) -> bool:
    """Start the run, wait till it has written something, kill it `seconds` later; whether it was still running."""
    command = [sys.executable, made_run.__file__, str(path), "2000", str(workers)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        deadline = time.monotonic() + 30
        before = _stored(path)
        while _stored(path) == before and time.monotonic() < deadline:
            time.sleep(0.02)
        time.sleep(seconds)
        running = process.poll() is None
        process.send_signal(signal.SIGKILL)
    return running


def _stored(path: Path) -> int:
    """How many pages lie in the ledger, if it is one yet."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM pages").fetchone()[0])
    except sqlite3.Error:
        return 0


def _rows(path: Path) -> list[tuple[object, ...]]:
    """Every row that is kept of every page, bytes and search index included."""
    query = """
        SELECT * FROM pages JOIN contents ON contents.page = pages.number
        LEFT JOIN bundles ON bundles.page = pages.number LEFT JOIN articles ON articles.page = pages.number
        LEFT JOIN words ON words.rowid = articles.number ORDER BY pages.id, bundles.kind, articles.id
    """
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def _never(page: Page) -> Reading:
    raise AssertionError(f"{page.location} was read again")
