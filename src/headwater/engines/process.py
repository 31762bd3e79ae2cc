"""A worker process as its keeper sees it: started, asked, replaced when it dies or hangs."""

import multiprocessing
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Literal

from headwater.engines.worker import Reply, serve

Outcome = tuple[Literal["answer", "error", "died", "late"], Any]

NEVER_READY = (
    "a worker process ended before it was ready (exit code {code}); in a script, call this under"
    ' `if __name__ == "__main__":`, or use one worker'
)


@dataclass(frozen=True, slots=True)
class Job:
    """What every worker does: `start` once per process, `function` per item, for at most `timeout_s` each."""

    function: Callable[[Any], Any]
    start: Callable[[], None] | None = None
    timeout_s: float | None = None


class RetiredError(Exception):
    """The worker was told to stop for good."""


class Process:
    """One worker, started when first asked and again after each loss.  All but `retire` belongs to one thread."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._retired = False
        self._lock = threading.Lock()

    def ask(self, items: Sequence[Any]) -> Iterator[Outcome]:
        """The outcome of each item, in order; stops after the first that the worker did not outlive."""
        pipe = self._ready()
        try:
            pipe.send(list(items))
        except OSError:
            yield self._lost("died")
            return
        for _ in items:
            outcome = self._hear(pipe)
            yield outcome
            if outcome[0] in ("died", "late"):
                return

    def retire(self) -> None:
        """From any thread: end the process, whatever it is doing, and start no other."""
        with self._lock:
            self._retired = True
            if self._process is not None:
                self._process.kill()

    def stop(self) -> None:
        """End the process; the next question starts another."""
        with self._lock:
            process, pipe = self._process, self._pipe
            self._process = self._pipe = None
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.kill()
            process.join()

    def _ready(self) -> Connection:
        """The pipe to a process that has prepared itself; what `start` raised is raised here."""
        if self._pipe is not None and self._process is not None and self._process.is_alive():
            return self._pipe
        self.stop()
        pipe, process = self._start()
        try:
            reply: Reply = pipe.recv()
        except (EOFError, OSError) as error:
            process.join()
            raise RuntimeError(NEVER_READY.format(code=process.exitcode)) from error
        if reply.kind == "error":
            raise reply.value
        return pipe

    def _start(self) -> tuple[Connection, BaseProcess]:
        context = multiprocessing.get_context(_method())
        pipe, theirs = context.Pipe()
        arguments = (theirs, self._job.function, self._job.start)
        process = context.Process(target=serve, args=arguments, daemon=True)  # type: ignore[attr-defined]
        with self._lock:
            if self._retired:
                raise RetiredError
            process.start()
            self._pipe, self._process = pipe, process
        theirs.close()
        return pipe, process

    def _hear(self, pipe: Connection) -> Outcome:
        try:
            if not pipe.poll(self._job.timeout_s):
                return self._lost("late")
            reply: Reply = pipe.recv()
        except (EOFError, OSError):
            return self._lost("died")
        except Exception as error:
            return "error", RuntimeError(f"a worker's answer could not be taken in: {error}")
        return ("answer", reply.value) if reply.kind == "answer" else ("error", reply.value)

    def _lost(self, how: Literal["died", "late"]) -> Outcome:
        self.stop()
        return how, None


def _method() -> str:
    """Never plain fork, which copies the threads' locks as they are; forkserver starts fastest of the others."""
    return "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
