"""What an expression is counted from."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from headwater.reading.times.dates import Days, Ymd, exact
from headwater.records import Span

Anchor = Literal["none", "published", "text"]


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an expression stands.

    `published` is the article's date as far as it is known, `published_on` the words of the text that state it, where
    these count instead of the page's; `history` says that the text tells of the past by its own dates, `far`
    that these end long before the report, so that "last year" is none of its years; `named` is the
    last date that the text named before, `named_on` its words, `stated` whether with its year, `near` whether in the
    same or the last sentence; `future` and `past` are the tense of the words around; `since` that the word before is
    "since"; `before` and `behind` are the words there.
    """

    published: Ymd | None = None
    published_on: Span | None = None
    history: bool = False
    far: bool = False
    named: Ymd | None = None
    named_on: Span | None = None
    stated: bool = False
    near: bool = False
    future: bool = False
    past: bool = False
    since: bool = False
    before: str = ""
    behind: str = ""

    @property
    def day(self) -> date | None:
        """The day of the report, where it is known to the day."""
        return exact(self.published)

    @property
    def named_day(self) -> date | None:
        """The last day named."""
        return exact(self.named)

    @property
    def told(self) -> bool:
        """Whether bare months and days of months are counted from the text's own dates: in a history, and close to a
        month or day of a year long before the report."""
        if self.named is None:
            return False
        past = self.published is not None and self.named[0] < self.published[0]
        return self.history or (self.near and self.stated and past and self.named[1] is not None)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression means: its TIMEX type, value and modifier, its days, and what it was counted from.  `names` is
    the date it sets for what follows; `precision` only where it is not that of the length."""

    kind: Literal["date", "time", "duration", "set"]
    value: str | None
    days: Days | None = None
    anchor: Anchor = "none"
    names: Ymd | None = None
    mod: str | None = None
    time_of_day: str | None = None
    precision: int | None = None


def shifted(day: date, days: int) -> date:
    """So many days on, never outside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day
