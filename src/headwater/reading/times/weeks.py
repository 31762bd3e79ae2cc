"""Weeks, fortnights and weekends."""

from datetime import date

from headwater.reading.times.dates import Days, week_of, week_value
from headwater.reading.times.parts import Parts
from headwater.reading.times.setting import Anchor, Meaning, Setting, shifted

_STEPS = {"LAST": -1, "PAST": -1, "PREVIOUS": -1, "NEXT": 1, "FOLLOWING": 1}


def week(parts: Parts, setting: Setting, day: date, anchor: Anchor) -> Meaning:
    """Last week is Monday to Sunday; the past week the seven days that end with the report; this week ends with it;
    late last week is Friday to Sunday (UCDP's Appendix 2)."""
    unit, rel = parts.value("unit"), parts.kind("rel")
    if "PAST" in (rel, parts.kind("also")) and unit == "W":
        return Meaning("duration", "P1W", Days(shifted(day, -6), day), anchor, precision=3)
    if unit == "2W":
        return Meaning("duration", "P2W", Days(shifted(day, -13), day) if rel in ("LAST", "PAST") else None, anchor)
    whole = week_of(shifted(day, 7 * _STEPS.get(rel, 0)))
    if unit == "WE":
        return _weekend(shifted(whole.first, 5), anchor)
    days = _days(parts, setting, whole, day) if anchor == "published" else whole
    mod = parts.edge if parts.edge in ("START", "MID", "END") else None
    return Meaning("date", week_value(whole.first), days, anchor, None, mod, precision=3 if days == whole else 2)


def _days(parts: Parts, setting: Setting, whole: Days, day: date) -> Days:
    rel = parts.kind("rel")
    if rel == "LAST" and parts.edge == "END":
        return Days(shifted(whole.first, 4), whole.last)
    if rel == "THIS" and parts.value("sooner") == -1:
        return Days(whole.first, max(whole.first, shifted(day, -1)))
    return Days(whole.first, day) if rel == "THIS" and not setting.future else whole


def weekend(parts: Parts, setting: Setting) -> Meaning | None:
    """The weekend: the last Saturday and Sunday that began by the day of the report."""
    if setting.far or setting.day is None:
        return Meaning("date", "XXXX-WXX-WE")
    saturday = shifted(week_of(setting.day).first, 5)
    if saturday > setting.day and not setting.future:
        saturday = shifted(saturday, -7)
    return _weekend(saturday, "published")


def _weekend(saturday: date, anchor: Anchor) -> Meaning:
    days = Days(saturday, shifted(saturday, 1))
    return Meaning("date", f"{week_value(saturday)}-WE", days, anchor, precision=2)
