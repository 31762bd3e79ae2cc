"""A run over small invented pages, as a program of its own: `python made_run.py LEDGER PAGES WORKERS`."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from headwater.batch import Counts, local_engine, run
from headwater.ledger import open_ledger
from headwater.records import Page, Reading, Unread
from made_readings import made_page, made_reading, unread


def read(page: Page) -> Reading | Unread:
    """Some pages are unread, some raise, the rest are read."""
    number = int(page.location[-5:])
    if number % 50 == 7:
        return unread(page, "empty")
    if number % 50 == 9:
        raise ValueError(f"page {number}\nis odd")
    return made_reading(page)


def read_or_hang(page: Page) -> Reading | Unread:
    """Takes for ever over page 3."""
    if page.location.endswith("3"):
        time.sleep(60)
    return made_reading(page)


def made_pages(count: int) -> Iterator[Page]:
    return (made_page(number) for number in range(count))


def main(path: str, count: str, workers: str) -> Counts:
    ledger = open_ledger(Path(path))
    counts = run(made_pages(int(count)), ledger, local_engine(int(workers)), signature="first", read=read)
    ledger.close()
    return counts


if __name__ == "__main__":
    print(main(*sys.argv[1:]))
