"""Gathered records into and out of the tables: functions over a connection whose transaction is under way."""

from collections.abc import Iterable
from dataclasses import astuple
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from headwater.ledger.base import Change
from headwater.ledger.kinds import CLASSES, articles_of
from headwater.ledger.loading import load
from headwater.ledger.packing import dumps
from headwater.ledger.storing import put
from headwater.records.plain import to_plain

PORTION = 500


def gather(connection: Connection, kind: str, records: Iterable[Any]) -> None:
    """Store these records of a kind, with what articles they are about."""
    drawn = iter(records)
    while portion := list(islice(drawn, PORTION)):
        rows = [(record.id, kind, dumps(to_plain(record))) for record in portion]
        put(connection, "INSERT INTO gathered VALUES (?, ?, ?)", rows)
        about = [(article, kind, record.id) for record in portion for article in sorted(articles_of(record))]
        put(connection, "INSERT INTO members VALUES (?, ?, ?)", about)


def apply(connection: Connection, change: Change) -> None:
    """Remove what is gone, then bring in what is new."""
    put(connection, "DELETE FROM imprints WHERE article = ?", [(article,) for article in change.imprints_gone])
    rows = [astuple(imprint) for imprint in change.imprints]
    put(connection, "INSERT OR REPLACE INTO imprints VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    put(connection, "DELETE FROM compared WHERE key = ?", [(key,) for key in change.compared_gone])
    pairs = [astuple(pair) for pair in change.compared]
    put(connection, "INSERT OR REPLACE INTO compared VALUES (?, ?, ?, ?, ?)", pairs)
    for kind, ids in change.gone.items():
        _forget(connection, kind, ids)
    for kind, records in change.records.items():
        _forget(connection, kind, [record.id for record in records])
        gather(connection, kind, records)


def _forget(connection: Connection, kind: str, ids: Iterable[str]) -> None:
    wanted = iter(ids)
    while portion := list(islice(wanted, PORTION)):
        marks = ", ".join("?" * len(portion))
        query = f"SELECT id, record FROM gathered WHERE kind = ? AND id IN ({marks})"  # noqa: S608 (marks alone)
        found = connection.exec_driver_sql(query, (kind, *portion)).all()
        put(connection, "DELETE FROM gathered WHERE id = ?", [(row.id,) for row in found])
        put(connection, "DELETE FROM members WHERE article = ? AND kind = ? AND id = ?", _members(kind, found))


def _members(kind: str, rows: Iterable[Any]) -> list[tuple[str, str, str]]:
    loaded = ((row.id, load(CLASSES[kind], row.record)) for row in rows)
    return [(article, kind, id_) for id_, record in loaded for article in sorted(articles_of(record))]
