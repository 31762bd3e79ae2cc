"""The ledger in one SQLite file."""

import shutil
import tempfile
import weakref
from pathlib import Path

from headwater.errors import LedgerError
from headwater.ledger.migrations import steps
from headwater.ledger.opening import engine_of, prepare
from headwater.ledger.viewing import SqliteView
from headwater.ledger.writing import SqliteWriter

WAIT_S = 30.0


class SqliteLedger:
    """A ledger that is open; `path` is its file.  One without a path of its own is removed when it is closed."""

    def __init__(self, path: Path | None, *, create: bool = True, wait_s: float = WAIT_S) -> None:
        folder = Path(tempfile.mkdtemp(prefix="headwater-")) if path is None else None
        self.path: Path = path or Path(str(folder), "ledger.hw")
        self.temporary = path is None
        self._remove = weakref.finalize(self, _remove, folder)
        writable = prepare(self.path, create=create, steps=steps(), wait_s=wait_s)
        self._writable = writable
        self._reading = engine_of(self.path, writable=writable, wait_s=wait_s, begin="BEGIN")
        self._writing = engine_of(self.path, writable=writable, wait_s=wait_s, begin="BEGIN IMMEDIATE")

    def writer(self, *, signature: str = "", keep_bytes: bool = True) -> SqliteWriter:
        """A writer under this signature; without `keep_bytes` it keeps of a page's bytes only their hash."""
        if not self._writable:
            raise LedgerError(f"{self.path}: may not be written; change its permissions, or copy it and use the copy")
        return SqliteWriter(self._writing, str(self.path), signature=signature, keep_bytes=keep_bytes)

    def view(self) -> SqliteView:
        """A view that always shows the last finished state."""
        return SqliteView(self._reading, str(self.path))

    def close(self) -> None:
        """Let go of the file, and of a temporary one for good."""
        self._reading.dispose()
        self._writing.dispose()
        self._remove()

    def __enter__(self) -> "SqliteLedger":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _remove(folder: Path | None) -> None:
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)
