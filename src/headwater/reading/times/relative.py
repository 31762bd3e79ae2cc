"""Units counted from the report or from the date named last: last week, that year, two days ago, the next day."""

from datetime import date

from headwater.reading.times.dates import Days, Ymd, add_months, days_of, value_of, week_of, week_value, ymd_of
from headwater.reading.times.parts import Parts, edged
from headwater.reading.times.setting import Anchor, Meaning, Setting, shifted

_STEPS = {"LAST": -1, "PAST": -1, "PREVIOUS": -1, "NEXT": 1, "FOLLOWING": 1, "THIS": 0, "THAT": 0, "": 0}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "WE": "XXXX-WXX-WE"}


def relative_unit(parts: Parts, setting: Setting) -> Meaning | None:
    """Last week, this month, the next year, the same day, the end of the year, later that month."""
    unit, rel = parts.value("unit"), parts.kind("rel")
    if unit in ("TH", "TM", "TS"):
        return Meaning("duration", f"PT1{unit[1]}") if rel in ("LAST", "PAST", "NEXT") else None
    if rel in ("LAST", "PAST", "NEXT", "THIS") and parts.kind("also") == "PAST":
        rel = "PAST"
    base, anchor = _base(parts, setting, rel)
    if base is None:
        return Meaning("date", UNKNOWN.get(unit), mod=_mod(parts))
    step = _STEPS[rel]
    if unit == "D":
        return _day(base, step, anchor)
    if unit in ("W", "WE", "2W"):
        return _week(parts, setting, base, unit, rel, anchor)
    return _calendar(parts, setting, base, unit, rel, anchor)


def _mod(parts: Parts) -> str | None:
    return parts.edge if parts.edge in ("START", "MID", "END") else None


def _base(parts: Parts, setting: Setting, rel: str) -> tuple[Ymd | None, Anchor]:
    """What it is counted from: "last" and "this" from the report, "that", "the next" and "the following" from the text."""
    by_text = rel in ("THAT", "FOLLOWING", "PREVIOUS") or setting.history
    if rel in ("NEXT", "LAST") and parts.line.names[parts.start] == "THE":
        by_text = True
    if rel == "" and (setting.near or setting.history):
        by_text = True
    if rel in ("LAST", "THIS", "PAST") and not setting.history:
        by_text = False
    if by_text and setting.named is not None:
        return setting.named, "text"
    if by_text and (rel == "THAT" or setting.history):
        return None, "none"
    return setting.published, "published"


def _day(base: Ymd, step: int, anchor: Anchor) -> Meaning:
    if base[1] is None or base[2] is None or base[0] < 1:
        value = value_of((abs(base[0]), base[1], None)) if base[0] > 0 else f"BC{-base[0]:04d}"
        return Meaning("date", f"{value}-XX" if base[1] else f"{value}-XX-XX")
    day = shifted(date(*base), step)  # type: ignore[arg-type]
    return Meaning("date", day.isoformat(), Days(day, day), anchor, ymd_of(day))


def _week(parts: Parts, setting: Setting, base: Ymd, unit: str, rel: str, anchor: Anchor) -> Meaning | None:
    if base[1] is None or base[2] is None or base[0] < 1:
        return Meaning("date", UNKNOWN["W"])
    day = date(*base)  # type: ignore[arg-type]
    if rel == "PAST" and unit == "W":
        return Meaning("duration", "P1W", Days(shifted(day, -6), day), anchor, precision=3)
    if unit == "2W":
        return Meaning("duration", "P2W", Days(shifted(day, -13), day) if rel in ("LAST", "PAST") else None, anchor)
    week = week_of(shifted(day, 7 * _STEPS[rel]))
    if unit == "WE":
        return _weekend(Days(shifted(week.first, 5), week.last), anchor)
    value = week_value(week.first)
    days, precision = week, 3
    if rel == "THIS" and anchor == "published" and not setting.future:
        days, precision = Days(week.first, day), 2
    if parts.edge == "END" and rel == "LAST":
        days, precision = Days(shifted(week.first, 4), week.last), 2
    if parts.value("sooner") == -1 and rel == "THIS":
        days, precision = Days(week.first, max(week.first, shifted(day, -1))), 2
    return Meaning("date", value, days, anchor, None, _mod(parts), precision=precision)


def _weekend(days: Days, anchor: Anchor) -> Meaning:
    return Meaning("date", f"{week_value(days.first)}-WE", days, anchor, precision=2)


def weekend(parts: Parts, setting: Setting) -> Meaning | None:
    """The weekend: the last Saturday and Sunday that began before the report."""
    if setting.history or setting.day is None:
        return Meaning("date", UNKNOWN["WE"])
    saturday = shifted(week_of(setting.day).first, 5)
    if saturday > setting.day and not setting.future:
        saturday = shifted(saturday, -7)
    return _weekend(Days(saturday, shifted(saturday, 1)), "published")


def _calendar(parts: Parts, setting: Setting, base: Ymd, unit: str, rel: str, anchor: Anchor) -> Meaning | None:
    """A month, quarter, year, decade or century."""
    if base[0] < 1:
        return _before_christ(base, unit, rel, anchor)
    if unit in ("DE", "CE"):
        return _long(base, unit, rel, anchor, parts)
    if unit in ("M", "Q") and base[1] is None:
        return Meaning("date", f"{base[0]:04d}-XX")
    moved = add_months((base[0], base[1], None), _MONTHS[unit] * _STEPS[rel])
    ymd: Ymd = (moved[0], moved[1] if unit == "M" else None, None)
    if days_of(ymd) is None:
        return None
    if unit == "Q":
        return _quarter(moved, anchor)
    report = setting.day if anchor == "published" else None
    if unit == "Y" and rel == "PAST" and report:
        return Meaning("duration", "P1Y", Days(date(report.year, 1, 1), report), anchor, precision=5)
    days = edged(ymd, parts.edge, parts, report)
    days = _before_report(days, parts.value("sooner"), report, setting) if parts.has("sooner") else days
    precision = 4 if unit == "M" and parts.value("sooner") == -1 and report else None
    return Meaning("date", value_of(ymd), days, anchor, ymd, _mod(parts), precision=precision)


def _before_report(days: Days | None, sooner: int, report: date | None, setting: Setting) -> Days | None:
    """UCDP: earlier this month runs from the first to the day before the report."""
    if days is None or report is None or not days.first <= report <= days.last:
        return days
    if sooner < 0:
        return Days(days.first, max(days.first, shifted(report, -1)))
    return Days(min(shifted(report, 1), days.last), days.last)


def _quarter(ymd: Ymd, anchor: Anchor) -> Meaning:
    number = ((ymd[1] or 1) - 1) // 3 + 1
    first, last = days_of((ymd[0], number * 3 - 2, None)), days_of((ymd[0], number * 3, None))
    days = Days(first.first, last.last) if first and last else None
    return Meaning("date", f"{ymd[0]:04d}-Q{number}", days, anchor)


def _long(base: Ymd, unit: str, rel: str, anchor: Anchor, parts: Parts) -> Meaning:
    if unit == "DE":
        if rel in ("LAST", "PAST", "NEXT"):
            return Meaning("duration", "P10Y", None, anchor)
        decade = base[0] // 10 + _STEPS[rel]
        return Meaning(
            "date", str(decade), Days(date(decade * 10, 1, 1), date(decade * 10 + 9, 12, 31)), anchor, mod=parts.edge
        )
    return Meaning("date", f"{base[0] // 100 + _STEPS[rel]:02d}", None, anchor)


def _before_christ(base: Ymd, unit: str, rel: str, anchor: Anchor) -> Meaning:
    year = -base[0] - _STEPS[rel]
    if unit == "DE":
        return Meaning("date", f"BC{year // 10:03d}", None, anchor)
    if unit == "Y":
        return Meaning("date", f"BC{year:04d}", None, anchor, (-year, None, None))
    return Meaning("date", "BC" + UNKNOWN.get(unit, "XXXX"), None, anchor)
