"""Dates of what a list holds, as a row of bars."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.web.catalogue import Entry
from headwater.web.wording import day

WIDTH, HEIGHT, MOST = 220, 44, 62
_ISO = re.compile(r"([1-9][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01])(?=T|\Z))?)?)(?:T|\Z)")


@dataclass(frozen=True, slots=True)
class Bar:
    """What there is of one day, month or year; x, y, width and height are those of the drawn bar."""

    when: str
    label: str
    count: int
    x: float
    y: float
    width: float
    height: float
    chosen: bool


@dataclass(frozen=True, slots=True)
class Histogram:
    """Bars from the first to the last date; how many have no date, and of those whose date is too
    coarse for these bars."""

    bars: tuple[Bar, ...]
    undated: int
    coarse: int
    first: str
    last: str


def histogram(entries: Sequence[Entry], chosen: str) -> Histogram:
    """Bars for the articles' dates."""
    return of_dates([entry.date for entry in entries], chosen)


def of_dates(stated: Sequence[str | None], chosen: str) -> Histogram:
    """Bars by day where two months hold them all, else by month, else by year (the last 62); gaps stay empty."""
    dates = [found[1] for date in stated if date is not None and (found := _ISO.match(date))]
    undated = sum(1 for date in stated if date is None)
    if not dates:
        return Histogram((), undated, len(stated) - undated, "", "")
    length = next((length for length in (10, 7) if _fits(dates, length)), 4)
    earliest = int(max(dates)[:4]) - MOST if length == 4 else 0
    fine = [date for date in dates if len(date) >= length and int(date[:4]) > earliest]
    slots = _slots(fine, length)
    counts = Counter(date[:length] for date in fine)
    bars = _bars([(slot, counts[slot]) for slot in slots], chosen)
    return Histogram(bars, undated, len(stated) - undated - len(fine), day(slots[0]), day(slots[-1]))


def _bars(counted: Sequence[tuple[str, int]], chosen: str) -> tuple[Bar, ...]:
    top = max(count for _, count in counted)
    step = min(WIDTH / len(counted), 14)
    bars = []
    for place, (slot, count) in enumerate(counted):
        height = round(max((HEIGHT - 4) * count / top, 2.0), 1) if count else 0.0
        x, y, width = round(place * step, 1), round(HEIGHT - height, 1), round(max(step - 1.5, 1), 1)
        picked = bool(chosen) and slot.startswith(chosen[: len(slot)])
        bars.append(Bar(slot, day(slot), count, x, y, width, height, picked))
    return tuple(bars)


def _fits(dates: Sequence[str], length: int) -> bool:
    """Whether most dates are this precise, and these few enough slots."""
    fine = [date for date in dates if len(date) >= length]
    return bool(fine) and len(fine) >= 0.8 * len(dates) and len(_slots(fine, length)) <= MOST


def _slots(dates: Sequence[str], length: int) -> list[str]:
    """Every day, month or year from the first to the last, one more than MOST at the most."""
    slot, last = min(dates)[:length], max(dates)[:length]
    slots = [slot]
    while slot < last and len(slots) <= MOST:
        slot = _after(slot)
        slots.append(slot)
    return slots


def _after(slot: str) -> str:
    """The next day, month or year; days are counted to 31 in every month, as an empty bar does no harm."""
    parts = [int(part) for part in slot.split("-")]
    limits = (9999, 12, 31)
    for place in reversed(range(len(parts))):
        if parts[place] < limits[place] or place == 0:
            parts[place] += 1
            break
        parts[place] = 1
    return "-".join(f"{part:04d}" if place == 0 else f"{part:02d}" for place, part in enumerate(parts))
