"""When things are said to have happened: what the stage of times gives back."""

from dataclasses import dataclass
from typing import Literal

from headwater.records import Span


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Words for a time, with the interval of days that they mean.

    `from_` and `to` are ISO dates (first and last day), null where the text gives no way to tell; `precision` is UCDP's
    date_prec (1 a day … 5 up to a year), null with them, and for more than a year, which it has no code for.  `value`
    and `mod` are those of TIMEX3.  `anchor` says what a relative expression was counted from: nothing, the date of
    publication, or an earlier date in the text, whose words are `anchored_on`.  `rule` is `dateline` for the date that
    the article begins with, which is not when something happened.  `time_of_day` is dawn, morning, midday, afternoon,
    evening, night, midnight, or hour and minute.
    """

    article: str
    span: Span
    text: str
    kind: Literal["date", "time", "duration", "set"]
    from_: str | None
    to: str | None
    precision: int | None
    value: str | None
    anchor: Literal["none", "published", "text"]
    rule: str
    anchored_on: Span | None = None
    time_of_day: str | None = None
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Timed:
    """The times of a page, in text order."""

    times: tuple[TimeMention, ...] = ()
