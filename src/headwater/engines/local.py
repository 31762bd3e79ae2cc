"""The engine of one machine: in this process for little work, in a pool of processes for much."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, TypeVar, cast

from headwater.engines.alarm import Late, within
from headwater.engines.pool import Mishap, Pool
from headwater.engines.process import Job

In = TypeVar("In")
Out = TypeVar("Out")

FEW = 200


@dataclass(frozen=True, slots=True)
class LocalEngine:
    """Runs functions over items, answers in the order of the items, and outlives what kills or hangs a worker.

    `workers` processes; with one, or for fewer than `few` items, all is done in this process, which nothing can then
    save from a crash.  `chunk` items go to a worker at a time.  `start` is called once in each process before its first
    item (and so must be importable).  An item that takes longer than `timeout_s`, or that kills its worker twice, is
    answered by `on_timeout(item)` or `on_death(item)`; without these, TimeoutError or RuntimeError is raised.  In this
    process time is limited only on the main thread, and only where the system has SIGALRM.
    """

    workers: int = 1
    chunk: int = 4
    few: int = FEW
    start: Callable[[], None] | None = None
    timeout_s: float | None = None
    on_timeout: Callable[[Any], Any] | None = None
    on_death: Callable[[Any], Any] | None = None

    def map(self, function: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        """`function` of each item, in the order of the items; at most `few`, or some per worker, are drawn ahead."""
        if self.workers <= 1:
            return self._here(function, items)
        rest = iter(items)
        first = list(islice(rest, self.few))
        if len(first) < self.few:
            return self._here(function, first)
        return self._there(function, chain(first, rest))

    def group(
        self, key: Callable[[In], Hashable], items: Iterable[In], function: Callable[[list[In]], Out]
    ) -> Iterator[Out]:
        """`function` of each group of items with one key, in the order of the keys' first appearance."""
        groups: dict[Hashable, list[In]] = {}
        for item in items:
            groups.setdefault(key(item), []).append(item)
        return self.map(function, list(groups.values()))

    def _here(self, function: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        for number, item in enumerate(items):
            if number == 0 and self.start is not None:
                self.start()
            try:
                answer = within(self.timeout_s, function, item)
            except Late:
                answer = cast(Out, self._mishap("late", item))
            yield answer

    def _there(self, function: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        job = Job(function, self.start, self.timeout_s)
        with Pool(job, self.workers, self.chunk, self._mishap) as pool:
            yield from pool.map(items)

    def _mishap(self, kind: Mishap, item: Any) -> Any:
        """The answer to an item that could not be done."""
        if kind == "late":
            if self.on_timeout is None:
                raise TimeoutError(f"an item took longer than {self.timeout_s} s")
            return self.on_timeout(item)
        if self.on_death is None:
            raise RuntimeError("an item killed its worker process twice")
        return self.on_death(item)
