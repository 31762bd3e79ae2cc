"""Many records at once: functions over a connection, a few queries for each portion of pages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, select

from headwater.ledger.base import Opened, Where
from headwater.ledger.kinds import CLASSES
from headwater.ledger.loading import load, unpack
from headwater.ledger.packing import unsqueeze
from headwater.ledger.schema import articles, bundles, contents, gathered, members, pages
from headwater.records import Article, PageRecord

PORTION = 64
MANY = 500


def opened(connection: Connection, kinds: Sequence[str], ids: Iterable[str] | None) -> Iterator[Opened]:
    """Pages that were read, in the order of their ids, with their records of these kinds; all pages for None."""
    wanted = _read_pages(connection) if ids is None else sorted(set(ids))
    for portion in _portions(wanted, PORTION):
        yield from _open(connection, kinds, portion)


def whereabouts(connection: Connection) -> Mapping[str, Where]:
    """The page and its digest for each article, in no order."""
    query = select(articles.c.id, articles.c.page_id, pages.c.digest).join(pages, pages.c.number == articles.c.page)
    return {row.id: Where(row.page_id, row.digest) for row in connection.execute(query)}


def gathered_of(connection: Connection, kind: str, ids: Iterable[str]) -> Iterator[Any]:
    """The gathered records of a kind with these ids, in the order of ids."""
    for portion in _portions(sorted(set(ids)), MANY):
        query = select(gathered.c.record).where(gathered.c.kind == kind, gathered.c.id.in_(portion))
        for row in connection.execute(query.order_by(gathered.c.id)):
            yield load(CLASSES[kind], row.record)


def about(connection: Connection, kind: str, ids: Iterable[str]) -> tuple[str, ...]:
    """Ids of the gathered records of a kind that are about any of these articles, in order."""
    found: set[str] = set()
    for portion in _portions(sorted(set(ids)), MANY):
        query = select(members.c.id).where(members.c.kind == kind, members.c.article.in_(portion))
        found.update(connection.scalars(query))
    return tuple(sorted(found))


def _read_pages(connection: Connection) -> list[str]:
    query = select(pages.c.id).where(pages.c.status == "read").order_by(pages.c.id)
    return list(connection.scalars(query))


def _open(connection: Connection, kinds: Sequence[str], portion: list[str]) -> Iterator[Opened]:
    found = select(pages.c.number, pages.c.id, pages.c.record, contents.c.text)
    found = found.join(contents, contents.c.page == pages.c.number).where(pages.c.id.in_(portion))
    rows = list(connection.execute(found.where(pages.c.status == "read").order_by(pages.c.id)))
    numbers = [row.number for row in rows]
    of_page = select(articles.c.page, articles.c.record).where(articles.c.page.in_(numbers))
    told = _by_page(connection.execute(of_page.order_by(articles.c.page, articles.c.start, articles.c.id)))
    bundled = select(bundles.c.page, bundles.c.kind, bundles.c.records)
    packed = _by_page(connection.execute(bundled.where(bundles.c.page.in_(numbers), bundles.c.kind.in_(kinds))))
    for row in rows:
        yield Opened(
            load(PageRecord, row.record),
            unsqueeze(row.text) if row.text is not None else "",
            tuple(load(Article, each.record) for each in told.get(row.number, ())),
            {each.kind: tuple(unpack(CLASSES[each.kind], each.records)) for each in packed.get(row.number, ())},
        )


def _by_page(rows: Iterable[Row[Any]]) -> dict[int, list[Row[Any]]]:
    found: dict[int, list[Row[Any]]] = {}
    for row in rows:
        found.setdefault(row.page, []).append(row)
    return found


def _portions(ids: Iterable[str], size: int) -> Iterator[list[str]]:
    drawn = iter(ids)
    while portion := list(islice(drawn, size)):
        yield portion
