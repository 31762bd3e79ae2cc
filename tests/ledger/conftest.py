"""Ledgers of every back-end, empty and filled."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from headwater.ledger import Ledger, open_ledger
from made_readings import made_copy, made_family, made_page, made_reading, unread

# A back-end is a function from a folder to an empty ledger in it.
BACK_ENDS: dict[str, Callable[[Path], Ledger]] = {"sqlite": lambda folder: open_ledger(folder / "ledger.hw")}


@pytest.fixture(params=BACK_ENDS)
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    opened = BACK_ENDS[request.param](tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """Twelve pages read, one unread, two copies and a family."""
    pages = [made_page(number) for number in range(12)]
    readings = [made_reading(page) for page in pages]
    first, second, third = (reading.articles[0] for reading in readings[:3])
    with ledger.writer(signature="first") as writer:
        writer.add_pages(list(zip(pages, readings, strict=True)), shard="one")
        writer.add_pages([(made_page(12), unread(made_page(12)))], shard="two")
        writer.replace_gathering("copy", [made_copy(first, second), made_copy(second, third)])
        writer.replace_gathering("family", [made_family(first, second, third)])
    return ledger
