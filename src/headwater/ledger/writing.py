"""The Writer of the SQLite ledger: whole transactions, in bulk."""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, delete, func, select

from headwater.ledger.base import Change
from headwater.ledger.changing import apply, gather
from headwater.ledger.faults import told
from headwater.ledger.kinds import GATHERED
from headwater.ledger.packing import PackedPage, dumps, pack_page
from headwater.ledger.schema import gathered, members, pages, shards
from headwater.ledger.storing import put, store
from headwater.records import Judgement, Page, Reading, Run, Sketch, Unread
from headwater.records.plain import to_plain

# Reasons that may not hold another time: these pages are read again by the next run.
PASSING = ("timeout", "worker_died")


class SqliteWriter:
    """Writes under one signature: the versions and settings that pages are read with."""

    def __init__(self, engine: Engine, name: str, *, signature: str = "", keep_bytes: bool = True) -> None:
        self._name = name
        self._signature = signature
        self._keep_bytes = keep_bytes
        with told(name):
            self._connection: Connection = engine.connect()

    def add_pages(self, read: Sequence[tuple[Page | None, Reading | Unread]], *, shard: str | None = None) -> None:
        """Store these pages with all that was read on them and mark `shard` complete, all in one transaction."""
        packed = [pack_page(page, outcome, keep_bytes=self._keep_bytes) for page, outcome in read]
        self.add_packed(packed, shard=shard)

    def add_packed(self, packed: Iterable[PackedPage], *, shard: str | None = None) -> None:
        """The same for pages that were packed elsewhere; of one id given twice, the last counts."""
        with told(self._name), self._connection.begin():
            store(self._connection, packed, self._signature)
            marks = [] if shard is None else [(self._signature, shard)]
            put(self._connection, "INSERT OR IGNORE INTO shards VALUES (?, ?)", marks)

    def pages_done(self, ids: Sequence[str]) -> frozenset[str]:
        """Those of these pages that need no reading again: read, or unread for good, under this signature."""
        query = select(pages.c.id).where(
            pages.c.id.in_(ids),
            pages.c.signature == self._signature,
            func.coalesce(pages.c.reason, "").not_in(PASSING),
        )
        with told(self._name), self._connection.begin():
            return frozenset(self._connection.scalars(query))

    def shards_done(self, signature: str) -> frozenset[str]:
        """Keys of shards already complete under this signature."""
        query = select(shards.c.key).where(shards.c.signature == signature)
        with told(self._name), self._connection.begin():
            return frozenset(self._connection.scalars(query))

    def replace_gathering(self, kind: str, records: Iterable[Any]) -> None:
        """Put these records of a gathered kind in the place of all earlier ones, in one transaction."""
        if kind not in GATHERED:
            raise ValueError(f"{kind} is not a gathered kind; these are: {', '.join(GATHERED)}")
        with told(self._name), self._connection.begin():
            self._connection.execute(delete(gathered).where(gathered.c.kind == kind))
            self._connection.execute(delete(members).where(members.c.kind == kind))
            gather(self._connection, kind, records)

    def change_gathering(self, change: Change) -> None:
        """Put what is new in the place of what is gone, all in one transaction; all else stays as it is."""
        with told(self._name), self._connection.begin():
            apply(self._connection, change)

    def add_judgement(self, judgement: Judgement) -> None:
        """Record a person's decision, on the disk for good when this returns; no run ever removes it.

        The same id again takes its place: that is how one is withdrawn, with its date.
        """
        row = (judgement.id, judgement.target.id, dumps(to_plain(judgement)))
        with told(self._name):
            self._pragma("PRAGMA synchronous = FULL")
            with self._connection.begin():
                put(self._connection, "INSERT OR REPLACE INTO judgements VALUES (?, ?, ?)", [row])
            self._pragma("PRAGMA synchronous = NORMAL")

    def add_sketches(self, run: str, sketches: Sequence[Sketch]) -> None:
        """Keep what a run made of the incidents."""
        row = (run, zlib.compress(dumps(to_plain(sketches)).encode()))
        with told(self._name), self._connection.begin():
            put(self._connection, "INSERT OR REPLACE INTO sketches VALUES (?, ?)", [row])

    def add_successions(self, now: Mapping[str, str]) -> None:
        """Keep which id took the place of which; an id that led to one that is gone leads on."""
        with told(self._name), self._connection.begin():
            led = [(after, before) for before, after in sorted(now.items())]
            put(self._connection, "UPDATE successions SET now = ? WHERE now = ?", led)
            put(self._connection, "INSERT OR REPLACE INTO successions VALUES (?, ?)", sorted(now.items()))
            # An id that came back stands for itself again.
            put(self._connection, "DELETE FROM successions WHERE was = ?", [(after,) for after in now.values()])

    def add_run(self, run: Run) -> None:
        """Record a run, or how it ended."""
        row = (run.id, run.started, dumps(to_plain(run)))
        with told(self._name), self._connection.begin():
            put(self._connection, "INSERT OR REPLACE INTO runs VALUES (?, ?, ?)", [row])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with told(self._name):
            self._connection.close()

    def _pragma(self, statement: str) -> None:
        driver = self._connection.connection.driver_connection
        if driver is not None:
            driver.execute(statement)
