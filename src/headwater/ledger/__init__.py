"""The outlet: where readings are kept, with the bytes they rest on."""

from pathlib import Path
from typing import TYPE_CHECKING

from headwater.ledger.base import KINDS, Found, Hit, Ledger, View, Writer

if TYPE_CHECKING:
    from headwater.ledger.sqlite import SqliteLedger

__all__ = ["KINDS", "Found", "Hit", "Ledger", "View", "Writer", "open_ledger"]


def open_ledger(path: Path | str | None, *, create: bool = True) -> "SqliteLedger":
    """The ledger in this file, made if it is not there; for None a temporary one, which is gone once it is closed.

    Raises LedgerError, in one line that says what to do, for whatever cannot be used as a ledger.
    """
    from headwater.ledger.sqlite import SqliteLedger

    return SqliteLedger(None if path is None else Path(path), create=create)
