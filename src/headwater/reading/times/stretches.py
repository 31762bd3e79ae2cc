"""Stretches of days: back from the report, or at the beginning or end of a month or year."""

from datetime import date

from headwater.reading.times.choosing import year_for
from headwater.reading.times.counted import DAYS, MONTHS, amount, length
from headwater.reading.times.dates import Days, Ymd, add_months, days_of, months_of, ymd_of
from headwater.reading.times.parts import Parts
from headwater.reading.times.setting import Anchor, Meaning, Setting, shifted

# UCDP: few days, several weeks, few months are three.
_VAGUE = 3


def past_units(parts: Parts, setting: Setting) -> Meaning | None:
    """The past three days, the last six months, recent weeks, several weeks: back from the report, as UCDP counts."""
    rel, unit = parts.kind("rel"), parts.value("unit")
    value, day = length(parts), setting.day
    back = rel in ("LAST", "PAST", "RECENT") or (not rel and unit == "W")
    if not rel and parts.kind("unit") != "UNITS":
        return None
    if not rel and (unit != "W" or setting.behind in ("ago", "later", "earlier")):
        return Meaning("duration", value)
    fits = rel or setting.before in ("past", "for", "in", "over", "after", "")
    if not back or day is None or setting.far or not fits:
        return Meaning("duration", value)
    return Meaning("duration", value, stretch_back(unit, amount(parts), day), "published")


def stretch_back(unit: str, count: float | None, day: date) -> Days | None:
    """UCDP's Appendix 2: the past few days are the three before the report, 24 hours the report and the day before, 48
    and 72 hours two days before, two days the two before; weeks count back from the report, months too, but not
    into another year."""
    if unit == "D":
        return Days(shifted(day, -int(count or _VAGUE)), shifted(day, -1))
    if unit in ("TH", "TM"):
        hours = (count or 1) / (60 if unit == "TM" else 1)
        return Days(shifted(day, -1 if hours <= 24 else -2 if hours <= 72 else -int(hours // 24)), day)
    if unit in ("W", "2W"):
        weeks = (count or _VAGUE) * (2 if unit == "2W" else 1)
        return Days(shifted(day, -round(weeks * 7)), day)
    if unit not in MONTHS or (unit != "M" and count is None):
        return None
    months = round((count or _VAGUE) * MONTHS[unit])
    year, month, number = add_months(ymd_of(day), -months)
    first = date(year, month or 1, number or 1) if year > 0 else None
    if first is None:
        return None
    return Days(max(first, date(day.year, 1, 1)) if months < 12 else first, day)


def units_of(parts: Parts, setting: Setting) -> Meaning | None:
    """The first week of August is the 1st to the 7th; the last six days of January are the 25th to the 30th (both as
    in UCDP's Appendix 2)."""
    month, year = parts.value("month"), parts.value("year")
    anchor: Anchor = "none"
    if year is None:
        year, anchor = year_for(month, None, setting)
    whole = days_of((year, month, None)) if year and year > 0 else None
    if whole is None:
        return Meaning("date", "XXXX")
    unit, count = parts.value("unit"), int(parts.value("count") or 1)
    names: Ymd = (whole.first.year, month, None)
    value = f"P{count}{'W' if unit == '2W' else unit}"
    if unit not in DAYS:
        return Meaning("duration", value, _months(parts, whole, count), anchor, names)
    days = _days(parts, whole, count)
    if not whole.first <= days.first <= days.last <= whole.last:
        return None
    if unit == "D" and count == 1:
        return Meaning("date", days.first.isoformat(), days, anchor, ymd_of(days.first))
    return Meaning("duration", value, days, anchor, names)


def _days(parts: Parts, whole: Days, count: int) -> Days:
    unit = parts.value("unit")
    size = DAYS[unit] * count
    if parts.kind("nth") == "LAST":
        # So UCDP's example has it: the last day of the month itself is left out.
        end = shifted(whole.last, -1) if unit == "D" and count > 1 else whole.last
        return Days(shifted(end, 1 - size), end)
    begin = shifted(whole.first, (parts.value("nth") - 1) * DAYS[unit])
    return Days(begin, shifted(begin, size - 1))


def _months(parts: Parts, whole: Days, count: int) -> Days | None:
    """The first two months of a year, its last quarter."""
    unit = parts.value("unit")
    if unit not in ("M", "Q") or parts.has("month"):
        return None
    size = count * MONTHS[unit]
    first = 13 - size if parts.kind("nth") == "LAST" else (parts.value("nth") - 1) * MONTHS[unit] + 1
    last = first + size - 1
    return months_of(whole.first.year, first, last) if 1 <= first <= last <= 12 else None
