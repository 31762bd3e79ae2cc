"""Calendar arithmetic, and intervals of days with the TIMEX value that says the same."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

Ymd = tuple[int, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Days:
    """From one day to another, both inside."""

    first: date
    last: date

    @property
    def count(self) -> int:
        return (self.last - self.first).days + 1


def days_of(ymd: Ymd) -> Days | None:
    """The days of a year, a month or a day; null for what the calendar does not have."""
    year, month, day = ymd
    if not 1 <= year <= 9998 or (month is not None and not 1 <= month <= 12):
        return None
    if month is None:
        return Days(date(year, 1, 1), date(year, 12, 31))
    last = monthrange(year, month)[1]
    if day is None:
        return Days(date(year, month, 1), date(year, month, last))
    return Days(date(year, month, day), date(year, month, day)) if 1 <= day <= last else None


def months_of(year: int, low: int, high: int) -> Days | None:
    """From the first day of one month to the last of another of the same year."""
    first, last = days_of((year, low, None)), days_of((year, high, None))
    return Days(first.first, last.last) if first and last else None


def exact(ymd: Ymd | None) -> date | None:
    """The day, where all of it is known and the calendar has it."""
    if ymd is None or ymd[1] is None or ymd[2] is None:
        return None
    days = days_of(ymd)
    return days.first if days else None


def value_of(ymd: Ymd) -> str:
    """ISO 8601, no finer than what is known."""
    year, month, day = ymd
    text = f"{year:04d}"
    if month is not None:
        text += f"-{month:02d}"
    return f"{text}-{day:02d}" if day is not None else text


def ymd_of(day: date) -> Ymd:
    """The day as three numbers."""
    return (day.year, day.month, day.day)


def week_of(day: date) -> Days:
    """Monday to Sunday."""
    monday = day - timedelta(days=day.isoweekday() - 1)
    return Days(monday, monday + timedelta(days=6))


def week_value(day: date) -> str:
    """The ISO week."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def add_months(ymd: Ymd, months: int) -> Ymd:
    """The month so many months on; the day stays where it can."""
    year, month, day = ymd
    total = year * 12 + (month or 1) - 1 + months
    year, month = total // 12, total % 12 + 1
    if day is not None and 1 <= year <= 9998:
        day = min(day, monthrange(year, month)[1])
    return (year, month, day)


def precision_of(days: Days) -> int | None:
    """UCDP's date_prec by length; null for more than a year, which it has no code for."""
    for limit, code in ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5)):
        if days.count <= limit:
            return code
    return None


def easter(year: int) -> date:
    """Easter Sunday of the Western churches (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    length = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * length) // 451
    month, day = divmod(h + length - 7 * m + 114, 31)
    return date(year, month, day + 1)


def eastern_easter(year: int) -> date:
    """Easter Sunday of the Eastern churches, as a Gregorian date of 1900 to 2099 (Meeus's Julian computus)."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)
