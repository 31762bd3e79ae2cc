"""The same desk over a real ledger."""

import pytest
from starlette.testclient import TestClient

from headwater import web
from headwater.errors import LedgerError
from headwater.ledger import open_ledger
from headwater.records import Page
from headwater.web import lists
from headwater.web.catalogue import Entry
from invented_pages import world


@pytest.fixture
def kept(tmp_path):
    """The invented pages in a SQLite ledger, and the view in memory that they came from."""
    view, names = world()
    ledger = open_ledger(tmp_path / "desk.ledger")
    read = []
    for reading in view.readings:
        page = reading.page
        data = view.bytes_of.get(page.id, reading.text.encode())
        read.append(
            (
                Page(
                    page.id, page.location, page.media_type, page.charset, page.sha256, data, page.seen_at, page.given
                ),
                reading,
            )
        )
    for lost in view.unreads:
        page = lost.page
        read.append((Page(page.id, page.location, page.media_type, page.charset, page.sha256, b"%PDF"), lost))
    with ledger.writer() as writer:
        writer.add_pages(read)
        writer.replace_gathering("copy", view.copies)
        writer.add_run(view.made[0])
    yield ledger, view, names
    ledger.close()


def test_the_desk_says_the_same_over_sqlite(kept):
    ledger, view, names = kept
    one = TestClient(web.create_app(ledger.view, title="t"), base_url="http://localhost", follow_redirects=False)
    other = TestClient(web.create_app(lambda: view, title="t"), base_url="http://localhost", follow_redirects=False)
    for address in [
        f"/page/{names['story']}", f"/page/{names['reprint']}", f"/page/{names['evil']}", f"/copy/{names['copy']}",
        f"/r/{names['courier']}", f"/page/{names['story']}/panel?of={names['copy']}", "/copies", "/unread",
    ]:  # fmt: skip
        assert one.get(address).text == other.get(address).text, address
    assert one.get("/.json").json()["found"] == other.get("/.json").json()["found"] == 5
    assert one.get("/", params={"q": "stopped counting"}).text.count('class="line"') == 2
    assert one.get("/", params={"q": '"unbalanced ( AND * <script>'}).status_code == 200
    assert one.get("/articles.csv").text.count("\r\n") == 6


def test_counts_are_the_same_for_a_screenful_and_for_all(kept, monkeypatch):
    ledger, _, _ = kept
    view = ledger.view()
    entries = [Entry(article, page) for article, page in view.articles()]
    few = list(lists.tallied(view, entries))
    monkeypatch.setattr(lists, "PER_PAGE", 1)
    assert list(lists.tallied(view, entries)) == few
    assert sum(tally.copies for _, tally in few) == 4 and max(tally.quotations for _, tally in few) == 4


def test_trouble_with_the_ledger_is_one_line():
    def gone():
        raise LedgerError("desk.ledger: the disk has gone; bring it back")

    client = TestClient(web.create_app(gone, title="t"), base_url="http://localhost")
    assert client.get("/.json").json() == {"error": "desk.ledger: the disk has gone; bring it back"}
    answer = client.get("/")
    assert answer.status_code == 503 and "Desk.ledger: the disk has gone" in answer.text
