"""Packed pages into and out of the tables: functions over a connection whose transaction is under way."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from headwater.ledger.packing import PackedPage
from headwater.ledger.schema import articles, pages

DELETE_OF_PAGE = (
    "DELETE FROM articles WHERE page = ?",
    "DELETE FROM bundles WHERE page = ?",
    "DELETE FROM contents WHERE page = ?",
    "DELETE FROM pages WHERE number = ?",
)


class Known(NamedTuple):
    """What tells whether a page that is here already has changed."""

    number: int
    digest: str
    signature: str


def store(connection: Connection, packed: Iterable[PackedPage], signature: str) -> None:
    """Bring these pages in; those that are here already are replaced where they changed, and only signed where not."""
    latest = {page.id: page for page in packed}
    known = _known(connection, list(latest))
    same = {id_ for id_, old in known.items() if old.digest == latest[id_].digest}
    _forget(connection, [old.number for id_, old in known.items() if id_ not in same])
    _insert(connection, [page for page in latest.values() if page.id not in same], signature)
    resigned = [(signature, id_) for id_ in sorted(same) if known[id_].signature != signature]
    put(connection, "UPDATE pages SET signature = ? WHERE id = ?", resigned)


def put(connection: Connection, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """One statement over all rows, past the layers that make bulk inserts slow."""
    if rows:
        connection.exec_driver_sql(statement, list(rows))


def _known(connection: Connection, ids: list[str]) -> dict[str, Known]:
    query = select(pages.c.id, pages.c.number, pages.c.digest, pages.c.signature).where(pages.c.id.in_(ids))
    return {row.id: Known(row.number, row.digest, row.signature) for row in connection.execute(query)}


def _forget(connection: Connection, numbers: list[int]) -> None:
    """Remove these pages.  What index `ids` still says of them leads nowhere, for numbers are never used again."""
    if not numbers:
        return
    words = connection.scalars(select(articles.c.number).where(articles.c.page.in_(numbers))).all()
    put(connection, "DELETE FROM words WHERE rowid = ?", [(number,) for number in words])
    for statement in DELETE_OF_PAGE:
        put(connection, statement, [(number,) for number in numbers])


def _insert(connection: Connection, packed: list[PackedPage], signature: str) -> None:
    numbered = list(enumerate(packed, _next(connection, "pages")))
    put(
        connection,
        "INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(n, page.id, *page.columns[:-1], signature, page.digest, page.columns[-1]) for n, page in numbered],
    )
    put(connection, "INSERT INTO contents VALUES (?, ?, ?, ?)", [(n, *page.contents) for n, page in numbered])
    bundles = [(n, *bundle) for n, page in numbered for bundle in page.bundles]
    put(connection, "INSERT INTO bundles VALUES (?, ?, ?, ?)", bundles)
    ids = [(n, page.ids) for n, page in numbered if page.ids]
    put(connection, "INSERT INTO ids (rowid, words) VALUES (?, ?)", ids)
    _insert_articles(connection, numbered)


def _insert_articles(connection: Connection, numbered: list[tuple[int, PackedPage]]) -> None:
    found = [(n, page.id, article) for n, page in numbered for article in page.articles]
    rows = [(at, *row) for at, row in enumerate(found, _next(connection, "articles"))]
    put(
        connection,
        "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(at, article.id, n, page, *article.columns) for at, n, page, article in rows],
    )
    words = [(at, article.title, article.body) for at, _, _, article in rows]
    put(connection, "INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)", words)


def _next(connection: Connection, table: str) -> int:
    """The first number that no row of the table has ever had."""
    query = "SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = ?"
    return int(connection.exec_driver_sql(query, (table,)).scalar_one())
