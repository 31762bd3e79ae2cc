"""What every page of the desk needs at hand."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, TypeAlias

from starlette.requests import Request

from headwater.ledger.base import View
from headwater.records import Span
from headwater.web.reviewer import Reviewer
from headwater.web.shelf import Shelf
from headwater.web.tokens import Tokens

RawOf: TypeAlias = Callable[[str, Span], Sequence[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a reading that is going on has come.  `total` is None while pages are still being counted; `rate` is
    pages a second; `stage` is what is being done, in a word or two."""

    done: int
    total: int | None
    unread: int = 0
    rate: float | None = None
    stage: str = "reading"


@dataclass(frozen=True, slots=True)
class Desk:
    """A ledger on the table.  `view_of` gives a View that is safe in the calling thread; `progress` gives None when
    nothing is being read; `raw_of` gives the byte ranges behind a span of a page's text, where the caller can;
    `reviewer` writes what a person decides, null where nothing may be written."""

    title: str
    view_of: Callable[[], View]
    progress: Callable[[], Progress | None]
    raw_of: RawOf | None = None
    reviewer: Reviewer | None = None
    shelf: Shelf = field(default_factory=Shelf)
    tokens: Tokens = field(default_factory=Tokens)

    def progress_plain(self) -> dict[str, Any]:
        """The progress as JSON values; `state` is `reading` or `idle`."""
        now = self.progress()
        if now is None and self.reviewer is not None and self.reviewer.gathering:
            now = Progress(0, None, stage="gathering anew")
        self.shelf.note_reading(now is not None)
        return {"state": "idle"} if now is None else {"state": "reading", **asdict(now)}


def desk_of(request: Request) -> Desk:
    """The desk that this request came to."""
    desk = request.app.state.desk
    assert isinstance(desk, Desk)  # noqa: S101 - create_app put it there
    return desk
