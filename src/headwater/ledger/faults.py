"""What a database says when it fails, in words a user can act on."""

import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from headwater.errors import LedgerError

# What SQLite calls the fault (its primary code), and what to tell.
TOLD = (
    ("SQLITE_FULL", "no space left for it; what was finished before is safe: free some space and run the same again"),
    ("SQLITE_BUSY", "another process is writing to it; wait until that one is done, then run the same again"),
    ("SQLITE_LOCKED", "another part of this program is writing to it; try again in a moment"),
    ("SQLITE_READONLY", "may not be written; change its permissions, or copy it and use the copy"),
    ("SQLITE_PERM", "may not be opened; change its permissions, or copy it and use the copy"),
    ("SQLITE_AUTH", "may not be opened; change its permissions, or copy it and use the copy"),
    ("SQLITE_CANTOPEN", "cannot be opened; check that its folder is there and that you may write in it"),
    ("SQLITE_NOTADB", "is not a ledger; give the name of one, or of a file that is not there yet"),
    ("SQLITE_CORRUPT", "is damaged; read the pages again into a new ledger, or take a copy of it that is whole"),
    ("SQLITE_IOERR", "the disk failed while it was in use; check the disk, then run the same again"),
)
DAMAGED = "is damaged; read the pages again into a new ledger, or take a copy of it that is whole"


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turns whatever the database raises inside into a LedgerError of one line that begins with the ledger's name."""
    try:
        yield
    except DBAPIError as error:
        raise LedgerError(message(name, error.orig)) from error
    except sqlite3.Error as error:
        raise LedgerError(message(name, error)) from error
    except (zlib.error, json.JSONDecodeError) as error:
        raise LedgerError(f"{name}: {DAMAGED}") from error


def message(name: str, error: BaseException | None) -> str:
    """One line: the ledger, what is wrong with it, what to do."""
    code = getattr(error, "sqlite_errorname", "")
    for prefix, words in TOLD:
        if code.startswith(prefix):
            return f"{name}: {words}"
    return f"{name}: the ledger cannot be used ({' '.join(str(error).split())}); check it with `headwater verify`"
