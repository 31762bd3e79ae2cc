"""Several workers, each with a keeper thread; answers come in the order of the items."""

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, Literal, Self

from headwater.engines.process import Job, Outcome, Process

Mishap = Literal["late", "died"]
Chunk = tuple[int, Sequence[Any]]

# Chunks under way or waiting per worker: enough to keep it busy while the caller puts its answers away.
AHEAD = 6


class Pool:
    """Keeps `workers` processes at work; `mishap` answers for an item that hung or killed its worker twice."""

    def __init__(self, job: Job, workers: int, chunk: int, mishap: Callable[[Mishap, Any], Any]) -> None:
        self._job = job
        self._chunk = chunk
        self._ahead = workers * AHEAD
        self._mishap = mishap
        self._todo: SimpleQueue[Chunk | None] = SimpleQueue()
        self._done: SimpleQueue[tuple[int, list[Outcome]]] = SimpleQueue()
        self._processes = [Process(job) for _ in range(workers)]
        self._keepers = [threading.Thread(target=self._keep, args=(each,), daemon=True) for each in self._processes]

    def map(self, items: Iterable[Any]) -> Iterator[Any]:
        """The answers, in order; items are drawn in this thread, and no more than can soon be worked on."""
        rest = iter(items)
        finished: dict[int, list[Outcome]] = {}
        drawn = given = 0
        while True:
            while drawn - given < self._ahead and (chunk := list(islice(rest, self._chunk))):
                self._todo.put((drawn, chunk))
                drawn += 1
            if given == drawn:
                return
            while given not in finished:
                number, outcomes = self._done.get()
                finished[number] = outcomes
            for kind, value in finished.pop(given):
                if kind == "error":
                    raise value
                yield value
            given += 1

    def __enter__(self) -> Self:
        for keeper in self._keepers:
            keeper.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(Empty):
            while True:
                self._todo.get_nowait()
        for _ in self._keepers:
            self._todo.put(None)
        for process in self._processes:
            process.retire()
        for keeper in self._keepers:
            keeper.join()

    def _keep(self, process: Process) -> None:
        """Work of a keeper: hand chunks to its process until there are no more."""
        while (chunk := self._todo.get()) is not None:
            number, items = chunk
            try:
                outcomes = self._outcomes(process, items)
            except BaseException as error:
                outcomes = [("error", error)]
            self._done.put((number, outcomes))
        process.stop()

    def _outcomes(self, process: Process, items: Sequence[Any]) -> list[Outcome]:
        """An outcome for each item; after a loss, the items behind it go to a fresh process."""
        outcomes: list[Outcome] = []
        while len(outcomes) < len(items):
            for outcome in process.ask(items[len(outcomes) :]):
                item = items[len(outcomes)]
                outcomes.append(self._settled(process, item, outcome))
        return outcomes

    def _settled(self, process: Process, item: Any, outcome: Outcome) -> Outcome:
        """The outcome, once an item whose worker died has had a second try, alone."""
        if outcome[0] == "died":
            outcome = next(process.ask([item]))
        kind, _ = outcome
        if kind != "late" and kind != "died":  # noqa: PLR1714 (the type checker follows only this form)
            return outcome
        try:
            return "answer", self._mishap(kind, item)
        except Exception as error:
            return "error", error
