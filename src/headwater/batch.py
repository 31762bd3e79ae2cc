"""One run: pages through an engine into a ledger, so that it may be stopped anywhere and started again."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import blake2b
from itertools import islice

from headwater.engines.base import Engine
from headwater.engines.local import FEW, LocalEngine
from headwater.ledger.base import Ledger, Writer
from headwater.ledger.packing import PackedPage, pack_page
from headwater.records import Page, PageRecord, Reading, Unread

SHARD_SIZE = 64
CASUALTY_UNITS = frozenset(("killed", "injured", "missing"))

Read = Callable[[Page], Reading | Unread]


@dataclass(frozen=True, slots=True)
class Counts:
    """What came of a run.  `unread` counts pages by reason, `skipped` those read before under the same signature;
    `copies` and `incidents` are null until the ledger is gathered."""

    read: int = 0
    unread: Mapping[str, int] = field(default_factory=dict)
    skipped: int = 0
    articles: int = 0
    undated: int = 0
    quotations: int = 0
    casualty_figures: int = 0
    events: int = 0
    copies: int | None = None
    incidents: int | None = None
    seconds: float = 0.0

    @property
    def pages(self) -> int:
        """All pages that came in: read, unread and skipped."""
        return self.read + sum(self.unread.values()) + self.skipped


@dataclass(frozen=True, slots=True)
class Outcome:
    """One page on its way from worker to ledger, with what it adds to the counts."""

    packed: PackedPage
    counts: Counts


@dataclass(frozen=True, slots=True)
class GivenUp:
    """A page that no worker could answer, and what is said of it instead."""

    page: Page | None
    unread: Unread


def run(  # noqa: PLR0913 (options of one call, all but three of them named)
    pages: Iterable[Page | Unread],
    ledger: Ledger,
    engine: Engine,
    *,
    signature: str,
    read: Read,
    on_progress: Callable[[Counts], None] | None = None,
    shard_size: int = SHARD_SIZE,
    keep_bytes: bool = True,
    clock: Callable[[], float] = time.monotonic,
) -> Counts:
    """Read all pages that the ledger does not hold yet under this signature, and say what came of it.

    Each shard is one transaction; what is finished is safe.  `read` must be importable by name, for it may run in other
    processes; whatever it raises becomes Unread.  `on_progress` is given the counts so far after each shard.
    """
    begun = clock()
    counts = Counts()
    with ledger.writer(signature=signature, keep_bytes=keep_bytes) as writer:
        fresh = _Fresh(pages, writer, shard_size)
        answers = engine.map(partial(_read_one, read, keep_bytes), fresh)
        while shard := [_outcome_of(answer, keep_bytes) for answer in islice(answers, shard_size)]:
            packed = [outcome.packed for outcome in shard]
            writer.add_packed(packed, shard=_key_of(packed))
            counts = _sum(counts, *(outcome.counts for outcome in shard))
            counts = replace(counts, skipped=fresh.skipped, seconds=round(clock() - begun, 3))
            if on_progress is not None:
                on_progress(counts)
    return replace(counts, skipped=fresh.skipped, seconds=round(clock() - begun, 3))


def local_engine(
    workers: int, *, start: Callable[[], None] | None = None, timeout_s: float | None = None, few: int = FEW
) -> LocalEngine:
    """An engine of this machine for `run`: a page that hangs or kills its worker becomes Unread."""
    return LocalEngine(workers, few=few, start=start, timeout_s=timeout_s, on_timeout=_timed_out, on_death=_worker_died)


class _Fresh:
    """The pages that are still to be read, each once; `skipped` counts those passed over so far.

    What the inlet could not make a page of always passes: it costs nothing, and is the same when stored again.
    """

    def __init__(self, pages: Iterable[Page | Unread], writer: Writer, size: int) -> None:
        self._pages = iter(pages)
        self._writer = writer
        self._size = size
        self.skipped = 0

    def __iter__(self) -> Iterator[Page | Unread]:
        seen: set[str] = set()
        while drawn := list(islice(self._pages, self._size)):
            done = self._writer.pages_done([item.id for item in drawn if isinstance(item, Page)])
            for item in drawn:
                id_ = item.id if isinstance(item, Page) else item.page.id
                if id_ in done or id_ in seen:
                    self.skipped += 1
                else:
                    seen.add(id_)
                    yield item


def _read_one(read: Read, keep_bytes: bool, item: Page | Unread) -> Outcome:
    """What a worker does with one item: read it, and pack what is to be stored."""
    if isinstance(item, Unread):
        return _outcome(None, item, keep_bytes)
    try:
        outcome = read(item)
    except RecursionError:
        outcome = _unread(item, "reading", "too_deep", "its structure is nested too deep to be read")
    except Exception as error:
        detail = " ".join(f"{type(error).__name__}: {error}".split())[:500]
        outcome = _unread(item, "reading", "failed", detail)
    return _outcome(item, outcome, keep_bytes)


def _outcome(page: Page | None, outcome: Reading | Unread, keep_bytes: bool) -> Outcome:
    return Outcome(pack_page(page, outcome, keep_bytes=keep_bytes), _counted(outcome))


def _outcome_of(answer: Outcome | GivenUp, keep_bytes: bool) -> Outcome:
    return _outcome(answer.page, answer.unread, keep_bytes) if isinstance(answer, GivenUp) else answer


def _timed_out(item: Page | Unread) -> GivenUp:
    return _given_up(item, "timeout", "reading it took longer than the limit; the next run tries it again")


def _worker_died(item: Page | Unread) -> GivenUp:
    return _given_up(item, "worker_died", "the process reading it ended twice (out of memory, or a crash)")


def _given_up(item: Page | Unread, reason: str, detail: str) -> GivenUp:
    if isinstance(item, Unread):
        return GivenUp(None, item)
    return GivenUp(item, _unread(item, "reading", reason, detail))


def _unread(page: Page, stage: str, reason: str, detail: str) -> Unread:
    record = PageRecord(
        id=page.id,
        location=page.location,
        media_type=page.media_type,
        charset=page.charset,
        sha256=page.sha256,
        length=len(page.data),
        seen_at=page.seen_at,
        status="unread",
        reason=reason,
        given=page.given,
        path=page.path,
    )
    return Unread(record, stage, reason, detail)


def _counted(outcome: Reading | Unread) -> Counts:
    if isinstance(outcome, Unread):
        return Counts(unread={outcome.reason: 1})
    return Counts(
        read=1,
        articles=len(outcome.articles),
        undated=sum(article.published is None for article in outcome.articles),
        quotations=sum(any(content.verbatim for content in each.contents) for each in outcome.attributions),
        casualty_figures=sum(quantity.unit in CASUALTY_UNITS for quantity in outcome.quantities),
        events=len(outcome.events),
    )


def _sum(*counts: Counts) -> Counts:
    unread: Counter[str] = Counter()
    for each in counts:
        unread.update(each.unread)
    return Counts(
        read=sum(each.read for each in counts),
        unread=dict(sorted(unread.items())),
        articles=sum(each.articles for each in counts),
        undated=sum(each.undated for each in counts),
        quotations=sum(each.quotations for each in counts),
        casualty_figures=sum(each.casualty_figures for each in counts),
        events=sum(each.events for each in counts),
    )


def _key_of(packed: list[PackedPage]) -> str:
    """A shard's key: the hash of its page ids, whatever their order."""
    return blake2b("\n".join(sorted(page.id for page in packed)).encode(), digest_size=16).hexdigest()
