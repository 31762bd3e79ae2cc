"""What must hold on every page holds on each page of the sample; and the same pages give the same export, always."""

import io
from pathlib import Path

import pytest
from eval.properties import homeless, untiled

from headwater import session
from headwater.batch import run
from headwater.engines.local import LocalEngine
from headwater.exports import write_jsonl
from headwater.ledger import open_ledger
from headwater.ledger.verify import verify
from headwater.pages import PageOptions, open_pages, read_sources
from headwater.reading.articles import Layout, page_text, read
from headwater.records import Guide, Page
from headwater.regathering import gather_ledger

SAMPLE = Path(session.__file__).parent / "sample"
OPTIONS = PageOptions(sources=read_sources(str(SAMPLE / "sources.csv")), seen_at="2024-03-20T09:00:00Z")
PAGES = [page for page in open_pages([str(SAMPLE / "pages")], OPTIONS) if isinstance(page, Page)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: Path(page.path or page.location).name)
def test_blocks_tile_and_characters_lead_home(page: Page) -> None:
    layout = read(page, session.knowledge())
    assert isinstance(layout, Layout)
    assert list(untiled(layout)) == []
    assert list(homeless(layout.text, page.data)) == []
    for article in layout.articles:
        if article.title is not None and article.title.span.space == "text":
            assert layout.text[article.title.span] == article.title.text
    again = read(page, session.knowledge())
    assert isinstance(again, Layout)
    assert (layout.blocks, layout.articles, layout.page) == (again.blocks, again.articles, again.page)


def export_of(pages: list[Page], engine: LocalEngine) -> str:
    with open_ledger(None) as ledger:
        run(pages, ledger, engine, signature="s", read=session.read_one)
        gather_ledger(ledger, Guide())
        out = io.StringIO()
        write_jsonl(ledger.view(), out, bookkeeping=False)
        grave = [fault for fault in verify(ledger.view(), reread=lambda page: page_text(page).text) if fault.grave]
        assert grave == []
        return out.getvalue()


def test_order_and_workers_do_not_matter() -> None:
    alone = export_of(PAGES, LocalEngine(1))
    assert export_of(PAGES[::-1], LocalEngine(1)) == alone
    assert export_of(PAGES[1::2] + PAGES[::2], LocalEngine(2, few=1, chunk=2)) == alone


def test_pages_added_later_make_the_same_ledger() -> None:
    with open_ledger(None) as ledger:
        for some in (PAGES[:5], PAGES[3:], PAGES):
            run(some, ledger, LocalEngine(1), signature="s", read=session.read_one)
            gather_ledger(ledger, Guide())
        out = io.StringIO()
        write_jsonl(ledger.view(), out, bookkeeping=False)
    assert out.getvalue() == export_of(PAGES, LocalEngine(1))
