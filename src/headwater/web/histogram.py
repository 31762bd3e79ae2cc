"""When the articles of a list came out, as a row of bars."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.web.catalogue import Entry
from headwater.web.wording import day

WIDTH, HEIGHT, MOST = 220, 44, 62


@dataclass(frozen=True, slots=True)
class Bar:
    """The articles of one day, month or year; x, y, width and height are those of the drawn bar."""

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
    """Bars from the first to the last date, and the number of articles without one."""

    bars: tuple[Bar, ...]
    undated: int
    first: str
    last: str


def histogram(entries: Sequence[Entry], chosen: str) -> Histogram:
    """Bars by day where two months hold them all, else by month, else by year; gaps stay empty."""
    dates = [entry.date for entry in entries if entry.date is not None and entry.date[:4].isdigit()]
    undated = len(entries) - len(dates)
    if not dates:
        return Histogram((), undated, "", "")
    length = next((n for n in (10, 7) if len(_slots(dates, n)) <= MOST and all(len(date) >= n for date in dates)), 4)
    slots = _slots([date for date in dates if length > 4 or date[:4] > _before(max(dates))], length)
    counts = Counter(date[:length] for date in dates)
    top = max(counts[slot] for slot in slots) or 1
    step = min(WIDTH / len(slots), 14)
    bars = []
    for place, slot in enumerate(slots):
        height = round((HEIGHT - 4) * counts[slot] / top, 1) if counts[slot] else 0.0
        height = max(height, 2.0) if counts[slot] else 0.0
        bar = Bar(
            slot, day(slot), counts[slot],
            round(place * step, 1), round(HEIGHT - height, 1), round(max(step - 1.5, 1), 1), height,
            bool(chosen) and slot.startswith(chosen[:length]),
        )  # fmt: skip
        bars.append(bar)
    return Histogram(tuple(bars), undated, day(slots[0]), day(slots[-1]))


def _slots(dates: Sequence[str], length: int) -> list[str]:
    """Every day, month or year from the first to the last, one more than MOST at the most."""
    slot, last = min(dates)[:length], max(dates)[:length]
    slots = [slot]
    while slot < last and len(slots) <= MOST:
        slot = _after(slot)
        slots.append(slot)
    return slots


def _before(last: str) -> str:
    """The year before the first that is drawn, where only years fit."""
    return f"{max(int(last[:4]) - MOST, 0):04d}"


def _after(slot: str) -> str:
    """The next day, month or year; days are counted to 31 in every month, as an empty bar does no harm."""
    parts = [int(part) if part.isdigit() else 99 for part in slot.split("-")]
    limits = (9999, 12, 31)
    for place in reversed(range(len(parts))):
        if parts[place] < limits[place] or place == 0:
            parts[place] += 1
            break
        parts[place] = 1
    return "-".join(f"{part:04d}" if place == 0 else f"{part:02d}" for place, part in enumerate(parts))
