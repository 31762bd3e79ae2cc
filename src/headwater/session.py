"""One reading, set up: which pages, what is known, how many workers, into which ledger.

Command line, web page and Python all read through here.  What only reading needs is imported when it begins, so that
the desk answers at once.
"""

import gc
import os
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from headwater import __version__
from headwater.batch import Counts, local_engine, run
from headwater.engines.local import FEW
from headwater.errors import HeadwaterWarning
from headwater.gathering.succession import sketched
from headwater.ledger import Ledger
from headwater.pages import PageOptions, count_hint, open_pages
from headwater.records import Page, Reading, Run, Unread
from headwater.records.identity import joint_id
from headwater.regathering import gather_ledger

if TYPE_CHECKING:
    from headwater.gathering.gathered import Gathered
    from headwater.knowledge import Knowledge

PACKAGE = Path(__file__).parent
READING = ("records", "text.py", "knowledge", "reading")
TIMEOUT_S = 60.0  # for one page; the slowest real page seen takes under two seconds
DEFAULTS = PageOptions()


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asked for: inputs, how to take them in, workers (None: one for each core), bytes kept or not.

    `apart`: in processes of their own however few pages there are, so that this one can answer meanwhile.
    """

    inputs: Sequence[str]
    options: PageOptions = DEFAULTS
    workers: int | None = None
    keep_bytes: bool = True
    apart: bool = False


def read_into(ledger: Ledger, wish: Wish, on_progress: Callable[[Counts], None] | None = None) -> Counts:
    """Read all that was asked for into the ledger, gather it, and say what came of it.

    Raises InputError before anything is read where an input cannot be used.
    """
    started = _now()
    pages = open_pages(wish.inputs, wish.options)
    workers = wish.workers or os.cpu_count() or 1
    workers, few = (max(workers, 2), 1) if wish.apart else (workers, FEW)
    engine = local_engine(workers, start=_warm, timeout_s=TIMEOUT_S, few=few)
    counts = run(
        pages, ledger, engine,
        signature=signature(), read=read_one, on_progress=on_progress, keep_bytes=wish.keep_bytes,
    )  # fmt: skip
    gathered = gather_ledger(ledger, knowledge().guide)
    copies = sum(copy.relation != "boilerplate" for copy in gathered.copies)
    counts = replace(counts, copies=copies, incidents=len(gathered.incidents))
    ended = _run(started, counts)
    with ledger.writer() as writer:
        writer.add_run(ended)
        writer.add_sketches(ended.id, sketched(gathered.incidents))
    if counts.undated:
        warnings.warn(_undated(counts), HeadwaterWarning, stacklevel=2)
    return counts


def regather(ledger: Ledger) -> "Gathered":
    """Gather the ledger anew, without reading a page: what a new judgement asks for."""
    return gather_ledger(ledger, knowledge().guide)


def check(wish: Wish) -> None:
    """Raise InputError for the first input that cannot be used; nothing is read, no ledger is made."""
    open_pages(wish.inputs, wish.options)


def total_of(wish: Wish) -> int | None:
    """How many pages there will be, where that can be told without reading them."""
    return count_hint(wish.inputs)


def read_one(page: Page) -> Reading | Unread:
    """Read one page with this process's own knowledge, loaded once."""
    from headwater.reading.reader import read_page

    return read_page(page, knowledge())


@lru_cache(maxsize=1)
def knowledge() -> "Knowledge":
    """This process's knowledge."""
    from headwater.knowledge import load

    return load()


@lru_cache(maxsize=1)
def versions() -> dict[str, str]:
    """Versions and hashes of all that a reading depends on."""
    return {"headwater": __version__, "code": _code_hash(), **knowledge().hashes}


def signature() -> str:
    """One hash over the versions: pages read under another one are read again."""
    return sha256(repr(sorted(versions().items())).encode()).hexdigest()[:16]


def _warm() -> None:
    """What each process does before its first page."""
    import headwater.reading.reader  # noqa: F401

    knowledge()
    # A page is some ten thousand short-lived objects, none of them in circles: looking for circles less often saves
    # a twentieth of the time.
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def _code_hash() -> str:
    digest = sha256()
    for name in READING:
        place = PACKAGE / name
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _run(started: str, counts: Counts) -> Run:
    numbers = {
        "read": counts.read,
        "skipped": counts.skipped,
        "unread": sum(counts.unread.values()),
        "articles": counts.articles,
        "undated": counts.undated,
        "quotations": counts.quotations,
        "casualty_figures": counts.casualty_figures,
        "events": counts.events,
        "copies": counts.copies or 0,
        "incidents": counts.incidents or 0,
    }
    return Run(joint_id("run", started, signature()), started, _now(), versions(), numbers)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _undated(counts: Counts) -> str:
    one = counts.undated == 1
    return (
        f"{counts.undated} {'article has' if one else 'articles have'} no date of publication; "
        "--sources FILE.csv (columns file, url, published, outlet) can give it"
    )
