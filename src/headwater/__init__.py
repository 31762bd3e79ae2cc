"""Headwater reads news pages about armed conflict and keeps a ledger of who says what happened.

import headwater

ledger = headwater.read(["pages/"], "week.ledger")
for article, page in ledger.view().articles():
    print(page.location, article.title)
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from headwater.ledger.sqlite import SqliteLedger
    from headwater.pages import PageOptions

__version__ = "0.1.0"
__all__ = ["__version__", "open_ledger", "read"]


def read(
    paths: Sequence[str | Path] | str | Path,
    ledger: str | Path | None = None,
    *,
    options: "PageOptions | None" = None,
    workers: int | None = None,
) -> "SqliteLedger":
    """Read pages (files, folders, addresses) into a ledger and gather it; a temporary ledger where none is named.

    Raises InputError for a path that is not there, LedgerError for a ledger that cannot be used.  A page that cannot be
    read raises nothing: it is in the ledger as unread, with its reason.
    """
    from headwater.ledger import open_ledger
    from headwater.pages import PageOptions
    from headwater.session import Wish, read_into

    inputs = [str(path) for path in ([paths] if isinstance(paths, str | Path) else paths)]
    opened = open_ledger(ledger)
    read_into(opened, Wish(inputs, options or PageOptions(), workers))
    return opened


def open_ledger(path: str | Path) -> "SqliteLedger":
    """The ledger in this file; raises LedgerError where there is none."""
    from headwater.ledger import open_ledger as opened

    return opened(path, create=False)
