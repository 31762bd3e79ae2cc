"""What a ledger is: it opens a Writer (bulk, in transactions) and a View (reading, safe beside a writer)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Protocol, Self

from headwater.ledger.packing import PackedPage
from headwater.records import Article, Copy, Judgement, Page, PageRecord, Reading, Run, Sketch, Unread
from headwater.records.lineage import Compared, Imprint

KINDS: tuple[str, ...] = (
    "page", "block", "article", "attribution", "entity", "mention", "quantity", "event",
    "family", "copy", "actor", "incident", "origin", "judgement", "run",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a search found, with a snippet in which [start, end) pairs mark the words searched for."""

    article: Article
    page: PageRecord
    snippet: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A record looked up by its id: its kind, the page it stands on (if one), and itself."""

    kind: str
    page: str | None
    record: Any


@dataclass(frozen=True, slots=True)
class Opened:
    """A page that was read, with its text, its articles, and its other records by kind, each in page order."""

    page: PageRecord
    text: str
    articles: tuple[Article, ...]
    records: Mapping[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Where:
    """The page of an article, and the digest of all that is kept of it."""

    page: str
    digest: str


@dataclass(frozen=True, slots=True)
class Change:
    """What gathering puts in place of what it found before: rows to go by their keys, rows to come.

    `gone` and `records` are by gathered kind; a record takes the place of one with its id.
    """

    imprints_gone: Sequence[str] = ()
    imprints: Sequence[Imprint] = ()
    compared_gone: Sequence[str] = ()
    compared: Sequence[Compared] = ()
    gone: Mapping[str, Sequence[str]] = field(default_factory=dict)
    records: Mapping[str, Sequence[Any]] = field(default_factory=dict)


class Writer(Protocol):
    """Writes whole transactions.  Writing the same page twice changes nothing."""

    def add_pages(self, read: Sequence[tuple[Page | None, Reading | Unread]], *, shard: str | None = None) -> None:
        """Store these pages with all that was read on them and mark `shard` complete, all in one transaction.

        The page is None for a part of a container that never became one.
        """
        ...

    def add_packed(self, packed: Iterable[PackedPage], *, shard: str | None = None) -> None:
        """The same for pages that were packed elsewhere, by `packing.pack_page`."""
        ...

    def pages_done(self, ids: Sequence[str]) -> frozenset[str]:
        """Those of these pages that need no reading again under this writer's signature."""
        ...

    def shards_done(self, signature: str) -> frozenset[str]:
        """Keys of shards already complete under this signature (versions and settings of the reader)."""
        ...

    def replace_gathering(self, kind: str, records: Iterable[Any]) -> None:
        """Put these records of a gathered kind (copy, family, …) in the place of all earlier ones."""
        ...

    def change_gathering(self, change: Change) -> None:
        """Put what is new in the place of what is gone, all in one transaction; all else stays as it is."""
        ...

    def add_judgement(self, judgement: Judgement) -> None:
        """Record a person's decision; the same id again takes its place, which is how one is withdrawn."""
        ...

    def add_run(self, run: Run) -> None:
        """Record a run, or how it ended."""
        ...

    def add_sketches(self, run: str, sketches: Sequence[Sketch]) -> None:
        """Keep what a run made of the incidents."""
        ...

    def add_successions(self, now: Mapping[str, str]) -> None:
        """Keep which id took the place of which; an id that led to one that is gone leads on."""
        ...

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class View(Protocol):
    """Reads a ledger; sees each finished transaction, also while another process writes."""

    def counts(self) -> Mapping[str, int]:
        """How many records of each kind, and `unread` pages."""
        ...

    def pages(
        self, *, status: str | None = None, limit: int | None = None, offset: int = 0
    ) -> Iterator[PageRecord | Unread]:
        """Pages in the order of their ids; an unread one as Unread, with stage, reason and detail."""
        ...

    def page(self, id_: str) -> PageRecord | Unread | None: ...

    def page_text(self, page: str) -> str | None:
        """The page text, or None for an unread page."""
        ...

    def page_bytes(self, page: str) -> bytes | None:
        """The bytes as received, or None where the ledger was made with --no-bytes."""
        ...

    def sentences(self, page: str) -> tuple[tuple[int, int], ...]:
        """Start and end of each sentence of the page's articles."""
        ...

    def records(self, kind: str, *, page: str | None = None, article: str | None = None) -> Iterator[Any]:
        """Records of a kind, in the order of page id, start and id; of one page or article where asked."""
        ...

    def opened(self, kinds: Sequence[str], pages: Iterable[str] | None = None) -> Iterator[Opened]:
        """Pages that were read, in the order of their ids, with their records of these kinds; of all pages, or some."""
        ...

    def whereabouts(self) -> Mapping[str, Where]:
        """Where each article is, by its id."""
        ...

    def imprints(self) -> Iterator[Imprint]:
        """What is kept of each article to compare it by, in the order of article ids."""
        ...

    def compared(self) -> Iterator[Compared]:
        """The pairs of articles that were compared, in the order of their keys."""
        ...

    def gathered(self, kind: str, ids: Iterable[str]) -> Iterator[Any]:
        """The gathered records of a kind with these ids, in the order of ids; one that is not there is left out."""
        ...

    def gathered_about(self, kind: str, articles: Iterable[str]) -> tuple[str, ...]:
        """Ids of the gathered records of a kind that are about any of these articles."""
        ...

    def find(self, id_: str) -> Found | None:
        """The record with this id, of whatever kind; a unique beginning of at least 6 characters will do."""
        ...

    def articles(self, *, limit: int | None = None, offset: int = 0) -> Iterator[tuple[Article, PageRecord]]:
        """Articles with their pages, by publication date (undated last), then page and start."""
        ...

    def search(self, query: str, *, limit: int = 50, offset: int = 0) -> list[Hit]:
        """Articles with all these words (a phrase in quotation marks counts as one), best first.

        Whatever a person types is words, never syntax.
        """
        ...

    def copies_of(self, article: str) -> list[Copy]:
        """Copies in which the article is either side."""
        ...

    def runs(self) -> list[Run]: ...

    def sketches(self, run: str) -> tuple[Sketch, ...] | None:
        """The incidents as that run left them, by id; None where it kept none."""
        ...

    def now(self, id_: str) -> str:
        """The id that took the place of this one, or itself."""
        ...


class Ledger(Protocol):
    """A place where readings are kept."""

    def writer(self, *, signature: str = "", keep_bytes: bool = True) -> Writer:
        """A writer whose pages and shards are marked with this signature."""
        ...

    def view(self) -> View: ...
    def close(self) -> None: ...
