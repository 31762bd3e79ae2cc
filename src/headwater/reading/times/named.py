"""Dates that are named by day, month and year, as many of them as there are."""

from headwater.reading.times.choosing import month_year, year_for
from headwater.reading.times.dates import Days, Ymd, days_of, value_of
from headwater.reading.times.parts import Parts, edge_precision, edged
from headwater.reading.times.setting import Anchor, Meaning, Setting, shifted

_TEXT: Anchor = "text"
_PUBLISHED: Anchor = "published"


def part_value(value: str, part: str | None) -> tuple[str, str | None]:
    """The TIMEX value with the part of the day, and the word for it."""
    if not part:
        return value, None
    code, *word = part.split()
    return f"{value}T{code}", word[0] if word else None


def date_(parts: Parts, setting: Setting) -> Meaning | None:
    """Day, month and year, as many as are named; what is not named comes from the text or the report."""
    month, day, year = parts.value("month"), parts.value("day"), parts.value("year")
    if parts.value("era") == "BC":
        return _before_christ(parts, month, year)
    if year is not None and not 1 <= year <= 2100:
        return None
    anchor: Anchor = "none"
    if parts.has("short"):
        year = _in_full(parts.value("short"), setting)
    if month is None and day is not None:
        return _day_alone(day, setting)
    if year is None:
        year, anchor = _year(parts, setting, month, day)
        year = _leap(year, month, day)
        if year is not None and year < 0:
            return _before_christ(parts, month, -year)
    if year is None:
        return Meaning("date", "XXXX" + value_of((0, month, day))[4:], mod=_mod(parts)) if _exists(month, day) else None
    ymd: Ymd = (year, month, day)
    days = around(edged(ymd, parts.edge, parts, setting.day), parts)
    if days is None:
        return None
    value, tod = part_value(value_of(ymd), parts.value("part"))
    if parts.edge in ("H1", "H2") and month is None:
        value = f"{value}-{parts.edge}"
    precision = edge_precision(ymd, parts.edge, parts)
    return Meaning("time" if tod else "date", value, days, anchor, ymd, _mod(parts), tod, precision)


def _exists(month: int | None, day: int | None) -> bool:
    return month is None or days_of((2000, month, day)) is not None


def _leap(year: int | None, month: int | None, day: int | None) -> int | None:
    """The year, or the last leap year before it for a 29 February."""
    if year is not None and year > 4 and (month, day) == (2, 29):
        return next((before for before in range(year, year - 5, -1) if days_of((before, 2, 29))), year)
    return year


def _mod(parts: Parts) -> str | None:
    if parts.edge in ("START", "MID", "END"):
        return parts.edge
    return parts.value("approx") or None


def around(days: Days | None, parts: Parts) -> Days | None:
    """UCDP: around 2 July is 1 to 3 July."""
    hour = parts.has("clock") or parts.has("hour")
    if days and days.count == 1 and parts.value("approx") == "APPROX" and not hour:
        return Days(shifted(days.first, -1), shifted(days.last, 1))
    return days


def _year(parts: Parts, setting: Setting, month: int | None, day: int | None) -> tuple[int | None, Anchor]:
    """The year of a date that names none: "of that year", or the one that fits."""
    same = parts.kind("same")
    step = {"FOLLOWING": 1, "NEXT": 1, "PREVIOUS": -1, "LAST": -1}.get(same, 0)
    if same in ("THIS", "CURRENT", "LAST", "NEXT") and setting.published and not setting.far:
        return setting.published[0] + step, "published"
    if same and setting.named:
        return setting.named[0] + step, "text"
    if "THAT" in parts.classes() and setting.named:
        return setting.named[0], "text"
    shared = parts.follows("year")
    return (shared, "none") if shared else year_for(month, day, setting)


def _before_christ(parts: Parts, month: int | None, year: int | None) -> Meaning | None:
    if year is None:
        return None
    value = f"BC{year:04d}" + (f"-{month:02d}" if month else "")
    return Meaning("date", value, names=(-year, month, None), mod=_mod(parts))


def _day_alone(day: int, setting: Setting) -> Meaning | None:
    """ "The 13th", of the month that was named last or of the report's."""
    if setting.told and setting.named and setting.named[1] and setting.named[0] > 0:
        month, anchor = setting.named, _TEXT
    elif setting.published and setting.published[1]:
        month, anchor = setting.published, _PUBLISHED
    else:
        return Meaning("date", f"XXXX-XX-{day:02d}") if day <= 31 else None
    ymd: Ymd = (month[0], month[1], day)
    days = days_of(ymd)
    return Meaning("date", value_of(ymd), days, anchor, ymd) if days else None


def short_year(parts: Parts, setting: Setting) -> Meaning | None:
    """ "'89", or the 18 of 1917-18."""
    if parts.kind("short") == "SHORT":
        year = _in_full(parts.value("short"), setting)
    else:
        first, last = parts.line.values[parts.start - 2], int(parts.value("short"))
        year = first // 100 * 100 + last if last < 100 else None
        year = year if year and 0 < year - first <= 30 else None
    if year is None:
        return None
    return Meaning("date", value_of((year, None, None)), days_of((year, None, None)), "text", (year, None, None))


def _in_full(short: str, setting: Setting) -> int | None:
    """The year of two digits: its century is that of the date named before, else of the report."""
    digits = short.lstrip("'’")
    base = setting.named[0] if setting.named and setting.named[0] > 0 else setting.published and setting.published[0]
    if not base or not digits.isdigit() or len(digits) != 2:
        return None
    year = base // 100 * 100 + int(digits)
    limit = setting.published[0] if setting.published else 9999
    return year - 100 if year > limit or (setting.history and year > base + 30) else year


def numeric(parts: Parts, setting: Setting) -> Meaning | None:
    """2014-05-07, or day/month/year where only one order makes a date."""
    text = parts.value("iso")
    if "-" in text:
        orders = {tuple(int(number) for number in text.split("-"))}
    else:
        a, b, year = (int(number) for number in text.split("/"))
        year += 0 if year > 99 else 2000
        orders = {order for order in ((year, a, b), (year, b, a)) if days_of(order)}
    if len(orders) != 1:
        return None
    year, month, day = orders.pop()
    ymd: Ymd = (year, month, day)
    days = days_of(ymd)
    return Meaning("date", value_of(ymd), days, "none", ymd) if days else None


def relative_month(parts: Parts, setting: Setting) -> Meaning | None:
    """Last June, next March, this May, that July."""
    month = parts.value("month")
    year, anchor = month_year(parts.kind("rel"), month, setting)
    if year is None:
        return Meaning("date", f"XXXX-{month:02d}", mod=parts.edge)
    ymd: Ymd = (year, month, parts.value("day"))
    days = edged(ymd, parts.edge, parts, setting.day)
    return Meaning("date", value_of(ymd), days, anchor, ymd, parts.edge) if days else None
