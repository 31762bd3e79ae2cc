"""From a path to open connections: what may be opened, how, and what is said where it may not."""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from headwater.errors import LedgerError
from headwater.ledger.faults import told
from headwater.ledger.migrations import APPLICATION_ID, Step, format_of, migrate

MAGIC = b"SQLite format 3\0"
PRAGMAS = (
    "PRAGMA synchronous = NORMAL",
    "PRAGMA cache_size = -65536",
    "PRAGMA mmap_size = 268435456",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA journal_size_limit = 67108864",
    "PRAGMA wal_autocheckpoint = 4000",
    # A ledger may come from a stranger: nothing written in its schema may call functions.
    "PRAGMA trusted_schema = OFF",
)


def prepare(path: Path, *, create: bool, steps: Sequence[Step], wait_s: float) -> bool:
    """Make sure that a ledger of today's format lies at `path`; whether it may be written."""
    _refuse_what_is_no_ledger(path, create=create)
    writable = may_write(path)
    with told(str(path)), closing(connect(path, writable=writable, wait_s=wait_s)) as connection:
        _refuse_foreign(path, connection, newest=steps[-1].number)
        if format_of(connection) < steps[-1].number:
            if not writable:
                raise LedgerError(f"{path}: is of an older format and may not be written; copy it and use the copy")
            connection.execute("PRAGMA journal_mode = WAL")
            migrate(connection, steps)
    return writable


def may_write(path: Path) -> bool:
    """Whether the file, or where there is none its folder, may be written."""
    target = path if path.exists() else path.parent
    effective = os.access in os.supports_effective_ids
    return all(os.access(each, os.W_OK, effective_ids=effective) for each in (target, path.parent))


def connect(path: Path, *, writable: bool, wait_s: float) -> sqlite3.Connection:
    """A connection that starts no transaction by itself; on a ledger that may not be written it leaves no file."""
    mode = "rwc" if writable else "ro"
    # Without leave to write, SQLite cannot make the files by which reader and writer of a WAL ledger agree.
    still = "" if writable or Path(f"{path}-wal").exists() else "&immutable=1"
    address = f"file:{quote(str(path.absolute()))}?mode={mode}{still}"
    connection = sqlite3.connect(address, uri=True, timeout=wait_s, isolation_level=None, check_same_thread=False)
    for pragma in PRAGMAS:
        connection.execute(pragma)
    return connection


def engine_of(path: Path, *, writable: bool, wait_s: float, begin: str) -> Engine:
    """A pool of connections whose every transaction starts with `begin`."""
    engine = create_engine(
        "sqlite://", creator=lambda: connect(path, writable=writable, wait_s=wait_s), poolclass=QueuePool
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _refuse_what_is_no_ledger(path: Path, *, create: bool) -> None:
    try:
        head = _head_of(path)
    except OSError as error:
        raise LedgerError(f"{path}: may not be read ({error.strerror}); change its permissions") from error
    if path.is_dir():
        raise LedgerError(f"{path}: is a folder, not a ledger; give the name of a file, such as {path / 'ledger.hw'}")
    if head is None and not create:
        raise LedgerError(f"{path}: no such ledger; make one with `headwater read PATHS --ledger {path}`")
    if head is None and not path.parent.is_dir():
        raise LedgerError(f"{path}: no folder {path.parent} to put a ledger in; make it first")
    allowed = (None, b"", MAGIC) if create else (MAGIC,)
    if head not in allowed:
        raise LedgerError(f"{path}: is not a ledger; give the name of one, or of a file that is not there yet")


def _head_of(path: Path) -> bytes | None:
    """The first bytes of a file; None where there is none yet."""
    if not path.is_file():
        return b"no file" if path.exists() else None
    with path.open("rb") as file:
        return file.read(len(MAGIC))


def _refuse_foreign(path: Path, connection: sqlite3.Connection, *, newest: int) -> None:
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if tables and application != APPLICATION_ID:
        raise LedgerError(f"{path}: is a database of another program, not a ledger; give the name of another file")
    found = format_of(connection)
    if found > newest:
        raise LedgerError(
            f"{path}: comes from a newer Headwater (format {found}, this one knows {newest});"
            " update with `pip install --upgrade headwater`"
        )
