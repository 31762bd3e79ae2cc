"""A record by its id, or by the beginning of one."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Table, select, text

from headwater.ledger.base import Found
from headwater.ledger.kinds import BUNDLED, CLASSES, GATHERED
from headwater.ledger.loading import load, load_page, unpack
from headwater.ledger.schema import articles, bundles, gathered, judgements, pages, runs, successions

SHORTEST = 6
# An id as this program makes them, or the beginning of one: only such goes into a full-text query.
HASHED = re.compile(r"[a-z][0-9a-f]{5,16}")
ON_PAGE = text(
    "SELECT pages.number, pages.id FROM ids JOIN pages ON pages.number = ids.rowid"
    " WHERE ids MATCH :match ORDER BY pages.id"
)


def find(connection: Connection, id_: str) -> Found | None:
    """The record with this id; for a beginning of at least 6 characters, the only one that begins so."""
    found: list[Found] = []
    for key, candidate in chain(_keyed(connection, id_), _bundled(connection, id_)):
        if key == id_:
            return candidate
        found.append(candidate)
        if len(found) > 1:
            return None
    return found[0] if found else None


def now(connection: Connection, id_: str) -> str:
    """The id that took the place of this one, or itself."""
    if "\0" in id_ or not id_.isascii():
        return id_
    return connection.scalar(select(successions.c.now).where(successions.c.was == id_)) or id_


def _keyed(connection: Connection, id_: str) -> Iterator[tuple[str, Found]]:
    """Records that are kept row by row; the one with exactly this id comes first, of the others two are enough."""
    for row in _beginning(connection, pages, id_):
        yield row.id, Found("page", row.id, load_page(row))
    for row in _beginning(connection, articles, id_):
        yield row.id, Found("article", row.page_id, load(CLASSES["article"], row.record))
    for row in _beginning(connection, gathered, id_):
        if row.kind in GATHERED:
            yield row.id, Found(row.kind, None, load(CLASSES[row.kind], row.record))
    for kind, table in (("judgement", judgements), ("run", runs)):
        for row in _beginning(connection, table, id_):
            yield row.id, Found(kind, None, load(CLASSES[kind], row.record))


def _beginning(connection: Connection, table: Table, id_: str) -> list[Any]:
    if "\0" in id_ or not id_.isascii():
        return []
    query = select(table).order_by(table.c.id).limit(2)
    if len(id_) < SHORTEST:
        return list(connection.execute(query.where(table.c.id == id_)))
    return list(connection.execute(query.where(table.c.id >= id_, table.c.id < id_ + "\x7f")))


def _bundled(connection: Connection, id_: str) -> Iterator[tuple[str, Found]]:
    """Records that are kept in bundles, by the index of ids; its word is checked against the page itself."""
    if not HASHED.fullmatch(id_):
        return
    for number, page in connection.execute(ON_PAGE, {"match": f'"{id_}"*'}):
        query = select(bundles.c.kind, bundles.c.records).where(
            bundles.c.page == number, bundles.c.kind.in_(_kinds(id_))
        )
        for kind, data in connection.execute(query.order_by(bundles.c.kind)):
            for record in unpack(CLASSES[kind], data):
                if record.id.startswith(id_):
                    yield record.id, Found(kind, page, record)


def _kinds(id_: str) -> list[str]:
    """Kinds whose ids begin as this one does."""
    return [kind for kind in BUNDLED if kind[0] == id_[0]]
