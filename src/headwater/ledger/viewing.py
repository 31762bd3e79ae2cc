"""The View of the SQLite ledger: each call sees one finished state, also while another process writes."""

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Select, func, select

from headwater.ledger import bulk, finding
from headwater.ledger.base import KINDS, Found, Hit, Opened, Where
from headwater.ledger.faults import told
from headwater.ledger.kinds import BUNDLED, CLASSES, GATHERED
from headwater.ledger.loading import load, load_page, unpack, unpack_sentences
from headwater.ledger.packing import unsqueeze
from headwater.ledger.schema import (
    articles,
    bundles,
    compared,
    contents,
    gathered,
    imprints,
    judgements,
    members,
    pages,
    runs,
    sketches,
)
from headwater.ledger.searching import search
from headwater.records import Article, Copy, PageRecord, Run, Sketch, Unread
from headwater.records.lineage import Compared, Imprint
from headwater.records.plain import from_plain

T = TypeVar("T")

PAGE_ROW = (pages.c.status, pages.c.stage, pages.c.reason, pages.c.detail, pages.c.record)


class SqliteView:
    """Safe to share between threads: each call takes a connection of its own."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._name = name

    def counts(self) -> Mapping[str, int]:
        """How many records of each kind, and `unread` pages."""
        found = dict.fromkeys((*KINDS, "unread"), 0)
        with told(self._name), self._engine.connect() as connection:
            summed = func.sum(bundles.c.count)
            found.update(_pairs(connection, select(bundles.c.kind, summed).group_by(bundles.c.kind)))
            found.update(_pairs(connection, select(gathered.c.kind, func.count()).group_by(gathered.c.kind)))
            for kind, table in (("page", pages), ("article", articles), ("judgement", judgements), ("run", runs)):
                found[kind] = connection.scalar(select(func.count()).select_from(table)) or 0
            unread = select(func.count()).select_from(pages).where(pages.c.status == "unread")
            found["unread"] = connection.scalar(unread) or 0
        return found

    def pages(
        self, *, status: str | None = None, limit: int | None = None, offset: int = 0
    ) -> Iterator[PageRecord | Unread]:
        """Pages in the order of their ids; an unread one as Unread, with stage, reason and detail."""
        query = select(*PAGE_ROW).order_by(pages.c.id).limit(limit).offset(offset)
        if status is not None:
            query = query.where(pages.c.status == status)
        return self._each(query, load_page)

    def page(self, id_: str) -> PageRecord | Unread | None:
        """The page with exactly this id."""
        with told(self._name), self._engine.connect() as connection:
            row = connection.execute(select(*PAGE_ROW).where(pages.c.id == id_)).first()
            return None if row is None else load_page(row)

    def page_text(self, page: str) -> str | None:
        """The page text, or None for an unread page."""
        return self._content(page, "text", unsqueeze)

    def page_bytes(self, page: str) -> bytes | None:
        """The bytes as received, or None where the ledger was made with --no-bytes."""
        return self._content(page, "data", zlib.decompress)

    def sentences(self, page: str) -> tuple[tuple[int, int], ...]:
        """Start and end of each sentence of the page's articles."""
        return self._content(page, "sentences", unpack_sentences) or ()

    def records(self, kind: str, *, page: str | None = None, article: str | None = None) -> Iterator[Any]:
        """Records of a kind, in the order of page id, start and id; of one page or article where asked.

        A gathered record is of an article if it is one of its members, and of a page if it is of one of its articles.
        """
        if kind in BUNDLED:
            return self._bundled(kind, page, article)
        return self._each(_query_of(kind, page, article), lambda row: load(CLASSES[kind], row.record))

    def opened(self, kinds: Sequence[str], pages: Iterable[str] | None = None) -> Iterator[Opened]:
        """Pages that were read, in the order of their ids, with their records of these kinds; of all pages, or some."""
        with told(self._name), self._engine.connect() as connection:
            yield from bulk.opened(connection, kinds, pages)

    def whereabouts(self) -> Mapping[str, Where]:
        """Where each article is, by its id."""
        with told(self._name), self._engine.connect() as connection:
            return bulk.whereabouts(connection)

    def imprints(self) -> Iterator[Imprint]:
        """What is kept of each article to compare it by, in the order of article ids."""
        return self._each(select(imprints).order_by(imprints.c.article), lambda row: Imprint(*row))

    def compared(self) -> Iterator[Compared]:
        """The pairs of articles that were compared, in the order of their keys."""
        return self._each(select(compared).order_by(compared.c.key), lambda row: Compared(*row))

    def gathered(self, kind: str, ids: Iterable[str]) -> Iterator[Any]:
        """The gathered records of a kind with these ids, in the order of ids; one that is not there is left out."""
        with told(self._name), self._engine.connect() as connection:
            yield from bulk.gathered_of(connection, kind, ids)

    def gathered_about(self, kind: str, articles: Iterable[str]) -> tuple[str, ...]:
        """Ids of the gathered records of a kind that are about any of these articles."""
        with told(self._name), self._engine.connect() as connection:
            return bulk.about(connection, kind, articles)

    def find(self, id_: str) -> Found | None:
        """The record with this id, of whatever kind, or the one that took its place; a unique beginning of at least 6
        characters will do."""
        with told(self._name), self._engine.connect() as connection:
            return finding.find(connection, id_) or finding.find(connection, finding.now(connection, id_))

    def articles(self, *, limit: int | None = None, offset: int = 0) -> Iterator[tuple[Article, PageRecord]]:
        """Articles with their pages, by publication date (undated last), then page and start."""
        c = articles.c
        order = (c.published.is_(None), c.published, c.page_id, c.start, c.id)
        # The rows that are passed over are counted off in the index; only those wanted are looked up.
        wanted = select(c.number).order_by(*order).limit(limit).offset(offset)
        query = (
            select(c.record.label("article"), *PAGE_ROW)
            .join(pages, pages.c.number == c.page)
            .where(c.number.in_(wanted))
            .order_by(*order)
        )
        return self._each(query, lambda row: (load(Article, row.article), load(PageRecord, row.record)))

    def search(self, query: str, *, limit: int = 50, offset: int = 0) -> list[Hit]:
        """Articles with all these words (a phrase in quotation marks counts as one), best first."""
        with told(self._name), self._engine.connect() as connection:
            return search(connection, query, limit=limit, offset=offset)

    def copies_of(self, article: str) -> list[Copy]:
        """Copies in which the article is either side."""
        return list(self.records("copy", article=article))

    def runs(self) -> list[Run]:
        """Runs, in the order they were started."""
        return list(self.records("run"))

    def sketches(self, run: str) -> tuple[Sketch, ...] | None:
        """The incidents as that run left them, by id; None where it kept none."""
        with told(self._name), self._engine.connect() as connection:
            data = connection.scalar(select(sketches.c.incidents).where(sketches.c.run == run))
        return None if data is None else tuple(from_plain(Sketch, one) for one in json.loads(zlib.decompress(data)))

    def now(self, id_: str) -> str:
        """The id that took the place of this one, or itself."""
        with told(self._name), self._engine.connect() as connection:
            return finding.now(connection, id_)

    def _content(self, page: str, column: str, decode: Callable[[bytes], T]) -> T | None:
        query = select(contents.c[column]).join(pages, pages.c.number == contents.c.page).where(pages.c.id == page)
        with told(self._name), self._engine.connect() as connection:
            data = connection.scalar(query)
            return None if data is None else decode(data)

    def _bundled(self, kind: str, page: str | None, article: str | None) -> Iterator[Any]:
        query = (
            select(bundles.c.records)
            .join(pages, pages.c.number == bundles.c.page)
            .where(bundles.c.kind == kind)
            .order_by(pages.c.id)
        )
        if page is not None:
            query = query.where(pages.c.id == page)
        if article is not None:
            query = query.where(pages.c.number.in_(select(articles.c.page).where(articles.c.id == article)))
        for records in self._each(query, lambda row: unpack(CLASSES[kind], row.records)):
            yield from (record for record in records if article is None or record.article == article)

    def _each(self, query: Select[Any], loaded: Callable[[Any], T]) -> Iterator[T]:
        """What each row holds, as it comes off the disk: the longest list needs no more memory than the shortest."""
        with told(self._name), self._engine.connect() as connection:
            for row in connection.execution_options(yield_per=64).execute(query):
                yield loaded(row)


def _pairs(connection: Connection, query: Select[Any]) -> dict[str, int]:
    return {kind: int(count) for kind, count in connection.execute(query)}


def _query_of(kind: str, page: str | None, article: str | None) -> Select[Any]:
    """The query for a kind that is kept record by record."""
    if kind == "page":
        query = select(pages.c.record).order_by(pages.c.id)
        return query if page is None else query.where(pages.c.id == page)
    if kind == "article":
        query = select(articles.c.record).order_by(articles.c.page_id, articles.c.start, articles.c.id)
        query = query if page is None else query.where(articles.c.page_id == page)
        return query if article is None else query.where(articles.c.id == article)
    if kind in GATHERED:
        return _gathered(kind, page, article)
    if kind == "judgement":
        return select(judgements.c.record).order_by(judgements.c.id)
    if kind == "run":
        return select(runs.c.record).order_by(runs.c.started, runs.c.id)
    raise ValueError(f"{kind} is not a kind of record; these are: {', '.join(KINDS)}")


def _gathered(kind: str, page: str | None, article: str | None) -> Select[Any]:
    query = select(gathered.c.record).where(gathered.c.kind == kind).order_by(gathered.c.id)
    if article is not None:
        query = query.where(gathered.c.id.in_(select(members.c.id).where(members.c.article == article)))
    if page is not None:
        on_page = select(articles.c.id).where(articles.c.page_id == page)
        query = query.where(gathered.c.id.in_(select(members.c.id).where(members.c.article.in_(on_page))))
    return query
