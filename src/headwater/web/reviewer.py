"""What a person decides at the desk, handed on to whoever may write it."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from headwater.records import Judgement

Judge = Callable[[str, tuple[str, ...], str | None], Judgement]


@dataclass(slots=True)
class Reviewer:
    """`judge` writes a verdict on records, by their ids, and why; `withdraw` takes the judgement with this id back;
    `regather` gathers the ledger anew.

    Gathering goes on beside the desk, once at a time; what is decided meanwhile makes it go on once more.
    """

    judge: Judge
    withdraw: Callable[[str], Judgement]
    regather: Callable[[], Any]
    done: Callable[[], None] = lambda: None
    trouble: str = ""
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _asked: bool = False
    _running: bool = False
    _idle: threading.Event = field(default_factory=threading.Event)

    @property
    def gathering(self) -> bool:
        """Whether the ledger is being gathered anew."""
        return self._running

    def gather_anew(self, *, patience: float) -> bool:
        """Have the ledger gathered anew; whether that was over within `patience` seconds."""
        with self._lock:
            self._asked = True
            if not self._running:
                self._running = True
                self._idle.clear()
                threading.Thread(target=self._work, daemon=True, name="gathering").start()
        return self._idle.wait(patience)

    def _work(self) -> None:
        while self._wanted():
            try:
                self.regather()
                self.trouble = ""
            except Exception as error:
                self.trouble = " ".join(str(error).split())[:300] or type(error).__name__
            self.done()

    def _wanted(self) -> bool:
        with self._lock:
            self._running, self._asked = self._asked, False
            if not self._running:
                self._idle.set()
            return self._running
