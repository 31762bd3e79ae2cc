"""The inside of a worker process: answer one item after another until told to stop."""

import os
import signal
import threading
import traceback
from collections.abc import Callable
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from typing import Any, Literal, NamedTuple


class Reply(NamedTuple):
    """What a worker says: that it is ready, the answer to an item, or the exception that came instead."""

    kind: Literal["ready", "answer", "error"]
    value: Any


def serve(pipe: Connection, function: Callable[[Any], Any], start: Callable[[], None] | None) -> None:
    """Prepare once, then take lists of items and send one reply per item, in order; an empty list ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        if start is not None:
            start()
    except Exception as error:
        _send(pipe, Reply("error", error))
        return
    _send(pipe, Reply("ready", None))
    while items := _next(pipe):
        for item in items:
            _send(pipe, _answer(function, item))


def _next(pipe: Connection) -> list[Any]:
    try:
        items: list[Any] = pipe.recv()
    except EOFError:
        return []
    return items


def _answer(function: Callable[[Any], Any], item: Any) -> Reply:
    try:
        return Reply("answer", function(item))
    except Exception as error:
        return Reply("error", error)


def _send(pipe: Connection, reply: Reply) -> None:
    """Send the reply; one that cannot be sent goes as an error that says so."""
    try:
        pipe.send(reply)
    except (BrokenPipeError, ConnectionResetError):
        os._exit(0)
    except Exception as error:
        lost = "".join(traceback.format_exception_only(reply.value if reply.kind == "error" else error)).strip()
        pipe.send(Reply("error", RuntimeError(f"a worker's {reply.kind} could not be sent back: {lost}")))


def _end_with_parent() -> None:
    """A worker whose parent was killed ends too, even in the midst of an item."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)
