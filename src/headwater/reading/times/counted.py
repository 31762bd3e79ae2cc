"""Numbers of units: before the report, before or after a date, in a row, or as a length."""

from dataclasses import replace
from datetime import date

from headwater.reading.times.dates import Days, Ymd, add_months, days_of, value_of, week_value, ymd_of
from headwater.reading.times.parts import Parts
from headwater.reading.times.setting import Anchor, Meaning, Setting, shifted

_STEPS = {"D": 1, "W": 7, "2W": 14}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
_LETTERS = {"2W": "W", "WE": "WE"}
_VAGUE_WEEKS = 3
_VAGUE_DAYS = 3
_VAGUE_MONTHS = 3


def amount(parts: Parts) -> float | None:
    """How many; null where the words are vague."""
    count = parts.value("count")
    if count is None and parts.kind("unit") == "UNIT" and parts.has("way"):
        return 1.0
    if count is None or (parts.kind("count") == "VAGUE" and count == 1):
        return None
    return float(count) + (0.5 if parts.has("half") else 0)


def length(parts: Parts) -> str | None:
    """The TIMEX value of a length: P3D, PT6H, PXM."""
    unit, count = parts.value("unit"), amount(parts)
    if parts.has("half") and not parts.has("count"):
        return {"TH": "PT30M", "D": "PT12H", "Y": "P6M", "DE": "P5Y", "CE": "P50Y", "M": "P2W"}.get(unit)
    time, letter = ("T", unit[1]) if unit in ("TH", "TM", "TS") else ("", unit)
    if letter == "2W":
        count, letter = (None if count is None else count * 2), "W"
    if letter == "DE" and count:
        count, letter = count * 10, "Y"
    if letter == "CE" and count:
        count, letter = count * 100, "Y"
    number = "X" if count is None else f"{count:g}" if count < 100000 else str(int(count))
    return f"P{time}{number}{letter}"


def ago(parts: Parts, setting: Setting) -> Meaning | None:
    """Three days ago: as exact as the unit.  UCDP: a fortnight ago is the 14 days that end with the report."""
    base = setting.named if setting.history and setting.named else setting.published
    anchor: Anchor = "text" if base is not setting.published else "published"
    unit, count = parts.value("unit"), amount(parts)
    if unit in ("TH", "TM", "TS"):
        return _hours_ago(parts, setting, count)
    if unit == "2W" and count == 1 and setting.day and anchor == "published":
        return Meaning(
            "date", week_value(shifted(setting.day, -14)), Days(shifted(setting.day, -13), setting.day), anchor
        )
    if count is None or base is None:
        return Meaning("date", "PAST_REF", None, mod=_approx(parts)) if count is None else _unplaced(unit)
    return moved(base, unit, -count, anchor, parts)


def _hours_ago(parts: Parts, setting: Setting, count: float | None) -> Meaning:
    return Meaning("time", length(parts) if count else "PAST_REF")


def _unplaced(unit: str) -> Meaning:
    return Meaning("date", {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(unit, "XXXX"))


def _approx(parts: Parts) -> str | None:
    return parts.value("approx") or None


def later(parts: Parts, setting: Setting) -> Meaning | None:
    """Two days later, a year earlier: from the date named last."""
    unit, count = parts.value("unit"), amount(parts)
    step = parts.value("way")
    if parts.word("way") == "ago" and not parts.line.names[parts.end - 2] == "HYPHEN":
        return Meaning("date", "PAST_REF")
    if unit in ("TH", "TM", "TS"):
        return Meaning("time", length(parts))
    by_text = setting.named if setting.history or setting.near else None
    if parts.kind("way") == "BEFORE" and setting.behind.isalpha():
        return None
    base, anchor = (by_text, "text") if by_text else (setting.published if step < 0 else None, "published")
    if base is None:
        return _unplaced(unit)
    if count is None:
        return _vague(base, unit)
    found = moved(base, unit, step * count, anchor, parts)  # type: ignore[arg-type]
    return found if found is None or (step > 0 and setting.history) else replace(found, names=None)


def _vague(base: Ymd, unit: str) -> Meaning:
    if base[0] < 1:
        return Meaning("date", "BC" + (_unplaced(unit).value or ""))
    year = f"{base[0]:04d}"
    return Meaning(
        "date",
        {"D": f"{value_of((base[0], base[1], None))}-XX", "W": f"{year}-WXX", "M": f"{year}-XX"}.get(unit, "XXXX"),
    )


def moved(base: Ymd, unit: str, count: float, anchor: Anchor, parts: Parts) -> Meaning | None:
    """So many units from a date, as exact as the unit and the date allow."""
    if base[0] < 1:
        year = -base[0] - int(count if unit == "Y" else count * 10 if unit == "DE" else 0)
        return Meaning("date", f"BC{year:04d}", None, anchor, (-year, None, None))
    exact = base[1] is not None and base[2] is not None
    if unit in _STEPS:
        if not exact:
            return _vague(base, unit)
        day = shifted(date(*base), round(count * _STEPS[unit]))  # type: ignore[arg-type]
        if unit == "D":
            return Meaning("date", day.isoformat(), Days(day, day), anchor, ymd_of(day), _approx(parts))
        near = Days(shifted(day, -3), shifted(day, 3))
        return Meaning("date", week_value(day), near, anchor, ymd_of(day)[:2] + (None,), _approx(parts))
    months = round(count * _MONTHS.get(unit, 12))
    if unit in ("M", "Q") and base[1] is not None:
        year, month, _ = add_months((base[0], base[1], None), months)
        ymd: Ymd = (year, month, None)
    else:
        ymd = (base[0] + round(months / 12), None, None)
    days = days_of(ymd)
    return Meaning("date", value_of(ymd), days, anchor, ymd, _approx(parts)) if days else None


def past_units(parts: Parts, setting: Setting) -> Meaning | None:
    """The past three days, the last six months, recent weeks, several weeks: back from the report, as UCDP counts."""
    rel, unit = parts.kind("rel"), parts.value("unit")
    value, day = length(parts), setting.day
    back = rel in ("LAST", "PAST", "RECENT") or (not rel and unit == "W")
    if not rel and (unit != "W" or setting.behind in ("ago", "later", "earlier")):
        return Meaning("duration", value)
    if (
        not back
        or day is None
        or setting.history
        or (not rel and setting.before not in ("past", "for", "in", "over", "after", ""))
    ):
        return Meaning("duration", value)
    return Meaning("duration", value, stretch_back(unit, amount(parts), day), "published")


def stretch_back(unit: str, count: float | None, day: date) -> Days | None:
    """UCDP's Appendix 2: the past few days are the three before the report, 24 hours the report and the day before, 48
    and 72 hours two days before, two days the two before; weeks count back from the report, months too, but not
    into another year."""
    if unit == "D":
        return Days(shifted(day, -int(count or _VAGUE_DAYS)), shifted(day, -1))
    if unit in ("TH", "TM"):
        hours = (count or 1) / (60 if unit == "TM" else 1)
        return Days(shifted(day, -1 if hours <= 24 else -2 if hours <= 72 else -int(hours // 24)), day)
    if unit in ("W", "2W"):
        weeks = (count or _VAGUE_WEEKS) * (2 if unit == "2W" else 1)
        return Days(shifted(day, -round(weeks * 7)), day)
    if unit not in _MONTHS or (unit != "M" and count is None):
        return None
    months = round((count or _VAGUE_MONTHS) * _MONTHS[unit])
    year, month, number = add_months(ymd_of(day), -months)
    first = date(year, month or 1, number or 1) if year > 0 else None
    if first is None:
        return None
    return Days(max(first, date(day.year, 1, 1)) if months < 12 else first, day)


def units_alone(parts: Parts, setting: Setting) -> Meaning | None:
    """For years, within days."""
    known = setting.before in parts.lexicon.guards["units_before"] and parts.value("unit") not in ("Q", "WE")
    return Meaning("duration", length(parts)) if known else None


def duration(parts: Parts, setting: Setting) -> Meaning | None:
    """A length of time, placed nowhere."""
    count, unit = parts.kind("count"), parts.value("unit")
    if setting.behind == "old" or (setting.behind, parts.behind(1)) == ("of", "age"):
        return None
    if parts.kind("unit") in ("UNIT", "WEEKEND") and count not in ("A", "") and parts.value("count") != 1:
        return None
    if count == "A" and (parts.kind("unit") == "UNITS" or unit in ("WE", "Q")):
        return None
    if count == "A" and parts.line.names[parts.start] == "A" and setting.before and unit != "TH":
        if setting.before not in parts.lexicon.guards["length_before"]:
            return None
    if unit == "Q" and (setting.behind == "of" or count != "NUMBER"):
        return None
    return Meaning("duration", length(parts), mod=parts.value("approx") or None)


def long(parts: Parts, setting: Setting) -> Meaning | None:
    """A five-day offensive ends with the day of the report (UCDP); a night-long battle takes two days; an age is no
    time."""
    if parts.value("long") == 2 or (setting.behind == "-" and parts.behind(1) == "old") or setting.behind == "old":
        return None
    if parts.value("unit") == "Q":
        return None
    lasting = setting.behind in parts.lexicon.guards["lasting"]
    day = setting.day if lasting and not setting.history else None
    if parts.has("part"):
        return Meaning("duration", "P1D", Days(shifted(day, -1), day) if day else None, "published" if day else "none")
    if not parts.has("count"):
        value = length(parts)
        return Meaning("duration", value.replace("X", "1") if value and parts.kind("unit") == "UNIT" else value)
    count, unit = amount(parts), parts.value("unit")
    days = None
    if day and count and unit in _STEPS:
        days = Days(shifted(day, 1 - round(count * _STEPS[unit])), day)
    return Meaning("duration", length(parts), days, "published" if days else "none")


def units_of(parts: Parts, setting: Setting) -> Meaning | None:
    """The first week of August is the 1st to the 7th; the last six days of January are the 25th to the 30th (both as
    in UCDP's Appendix 2)."""
    from headwater.reading.times.choosing import year_for

    month, year, unit = parts.value("month"), parts.value("year"), parts.value("unit")
    anchor: Anchor = "none"
    if year is None:
        year, anchor = year_for(month, None, setting)
    size = _STEPS.get(unit)
    whole = days_of((year, month, None)) if year and year > 0 else None
    if whole is None:
        return Meaning("date", "XXXX")
    count, last = int(parts.value("count") or 1), parts.kind("nth") == "LAST"
    names: Ymd = (year, month, None)
    if size is None:
        return _months_of(parts, whole, count, unit, anchor, names)
    if last:
        end = shifted(whole.last, -1) if unit == "D" and count > 1 else whole.last
        days = Days(shifted(end, 1 - size * count), end)
    else:
        begin = shifted(whole.first, (parts.value("nth") - 1) * size)
        days = Days(begin, shifted(begin, size * count - 1))
    if not whole.first <= days.first <= days.last <= whole.last:
        return None
    one = unit == "D" and count == 1
    value = days.first.isoformat() if one else f"P{count}{'W' if unit == '2W' else unit}"
    return Meaning("date" if one else "duration", value, days, anchor, ymd_of(days.first) if one else names)


def _months_of(parts: Parts, whole: Days, count: int, unit: str, anchor: Anchor, names: Ymd) -> Meaning | None:
    if unit not in ("M", "Q") or parts.has("month"):
        return Meaning("duration", f"P{count}{unit}", None, anchor, names)
    size = count * _MONTHS[unit]
    if parts.kind("nth") == "LAST":
        first, last = whole.last.month - size + 1, 12
    else:
        first = (parts.value("nth") - 1) * _MONTHS[unit] + 1
        last = first + size - 1
    if not 1 <= first <= last <= 12:
        return None
    low, high = days_of((whole.first.year, first, None)), days_of((whole.first.year, last, None))
    days = Days(low.first, high.last) if low and high else None
    return Meaning("duration", f"P{count}{unit}", days, anchor, names)
