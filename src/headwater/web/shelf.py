"""What is kept of a ledger between two requests, until it changes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic
from typing import Any, TypeVar

from headwater.ledger.base import View
from headwater.web.catalogue import Entry

T = TypeVar("T")


@dataclass(slots=True)
class Shelf:
    """Answers of a ledger, kept until its counts, runs or judgements change; looked at again at most every other
    second, and less often where making them takes long."""

    _lock: Lock = field(default_factory=Lock)
    _state: object = None
    _made: dict[Callable[[View], Any], Any] = field(default_factory=dict)
    _locks: dict[Callable[[View], Any], Lock] = field(default_factory=dict)
    _again: float = -1e9
    _reading: bool = False

    def entries(self, view: View) -> list[Entry]:
        """All articles with their pages, in the view's order."""
        return self.kept(view, _entries)

    def by_id(self, view: View) -> dict[str, Entry]:
        """All articles with their pages, by the article's id."""
        return self.kept(view, _by_id)

    def kept(self, view: View, make: Callable[[View], T]) -> T:
        """What `make` says of the ledger; made once for each of its states, while others may ask for other things."""
        with self._lock:
            self._look(view)
            state, lock = self._state, self._locks.setdefault(make, Lock())
        with lock:
            with self._lock:
                if self._state is state and make in self._made:
                    return self._made[make]  # type: ignore[no-any-return]
            begun = monotonic()
            made = make(view)
            with self._lock:
                if self._state is state:
                    self._made[make] = made
                self._again = max(self._again, begun + 11 * (monotonic() - begun))
            return made

    def note_reading(self, reading: bool) -> None:
        """Look again as soon as a reading is over: nothing else will make anybody ask later."""
        if self._reading and not reading:
            self.look_again()
        self._reading = reading

    def look_again(self) -> None:
        """Look at the ledger the next time that anything is asked for."""
        self._again = -1e9

    def forget(self) -> None:
        """Make everything anew the next time, whatever the ledger's counts say."""
        with self._lock:
            self._state, self._again = None, -1e9

    def _look(self, view: View) -> None:
        begun = monotonic()
        if begun < self._again:
            return
        judged = [(one.id, one.withdrawn_at) for one in view.records("judgement")]
        state = (dict(view.counts()), [(run.id, run.finished) for run in view.runs()], judged)
        if state != self._state:
            self._state = state
            self._made.clear()
        self._again = begun + max(2.0, 11 * (monotonic() - begun))


def _entries(view: View) -> list[Entry]:
    return [Entry(article, page) for article, page in view.articles()]


def _by_id(view: View) -> dict[str, Entry]:
    return {entry.article.id: entry for entry in _entries(view)}
