"""A limit on wall time inside this process."""

import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

In = TypeVar("In")
Out = TypeVar("Out")


class Late(BaseException):
    """Time is up; no `except Exception` on the way holds it."""


def within(seconds: float | None, function: Callable[[In], Out], item: In) -> Out:
    """`function(item)`; raises Late after `seconds`, where this is the main thread of a system with SIGALRM."""
    can = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if seconds is None or not can:
        return function(item)
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return function(item)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(number: int, frame: FrameType | None) -> None:
    raise Late
