"""Units counted from the report or from the date named last: last week, that year, the next day, the end of May."""

from dataclasses import dataclass
from datetime import date

from headwater.reading.times.dates import Days, Ymd, add_months, days_of, exact, months_of, value_of, ymd_of
from headwater.reading.times.parts import Parts, edge_precision, edged
from headwater.reading.times.setting import Anchor, Meaning, Setting, shifted
from headwater.reading.times.weeks import week

_STEPS = {"LAST": -1, "PAST": -1, "PREVIOUS": -1, "NEXT": 1, "FOLLOWING": 1}
_MONTHS = {"M": 1, "Q": 3, "Y": 12}
UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "WE": "XXXX-WXX-WE"}


@dataclass(frozen=True, slots=True)
class Base:
    """What a unit is counted from, and by how many."""

    ymd: Ymd
    anchor: Anchor
    rel: str

    @property
    def step(self) -> int:
        return _STEPS.get(self.rel, 0)


def relative_unit(parts: Parts, setting: Setting) -> Meaning | None:
    """Last week, this month, the next year, the same day, the end of the year, later that month."""
    unit, rel = parts.value("unit"), parts.kind("rel")
    if unit in ("TH", "TM", "TS"):
        return Meaning("duration", f"PT1{unit[1]}") if rel in ("LAST", "PAST", "NEXT") else None
    if parts.kind("also") == "PAST":
        rel = "PAST"
    base = _base(parts, setting, rel)
    if base is None:
        return Meaning("date", UNKNOWN.get(unit), mod=_mod(parts))
    if unit == "D":
        return _day(base)
    if unit in ("W", "WE", "2W"):
        day = exact(base.ymd)
        return week(parts, setting, day, base.anchor) if day else Meaning("date", UNKNOWN["W"])
    if base.ymd[0] < 1:
        return _before_christ(base, unit)
    return _long(base, unit, parts) if unit in ("DE", "CE") else _calendar(parts, setting, base)


def _mod(parts: Parts) -> str | None:
    return parts.edge if parts.edge in ("START", "MID", "END") else None


def _base(parts: Parts, setting: Setting, rel: str) -> Base | None:
    """ "Last" and "this" are counted from the report, "that", "the next" and "the following" from the text; in a
    history that ends long before the report, all are."""
    by_text = rel in ("THAT", "FOLLOWING", "PREVIOUS")
    by_text |= rel == "NEXT" and parts.line.names[parts.start] == "THE"
    by_text |= not rel and setting.near
    by_text |= setting.far or (setting.history and not rel)
    if by_text and setting.named is not None:
        return Base(setting.named, "text", rel)
    if rel == "THAT" or setting.far or setting.published is None:
        return None
    return Base(setting.published, "published", rel)


def _day(base: Base) -> Meaning:
    day = exact(base.ymd)
    if day is None:
        year, month, _ = base.ymd
        value = value_of((year, month, None)) if year > 0 else f"BC{-year:04d}"
        return Meaning("date", f"{value}-XX" if month else f"{value}-XX-XX")
    day = shifted(day, base.step)
    return Meaning("date", day.isoformat(), Days(day, day), base.anchor, ymd_of(day))


def _calendar(parts: Parts, setting: Setting, base: Base) -> Meaning | None:
    """A month, a quarter or a year."""
    unit, (year, month, _) = parts.value("unit"), base.ymd
    if unit != "Y" and month is None:
        return Meaning("date", f"{year:04d}-XX")
    moved = add_months((year, month, None), _MONTHS[unit] * base.step)
    ymd: Ymd = (moved[0], moved[1] if unit == "M" else None, None)
    if days_of(ymd) is None:
        return None
    if unit == "Q":
        number = ((moved[1] or 1) - 1) // 3 + 1
        days = months_of(moved[0], number * 3 - 2, number * 3)
        return Meaning("date", f"{moved[0]:04d}-Q{number}", days, base.anchor)
    report = setting.day if base.anchor == "published" else None
    if unit == "Y" and base.rel == "PAST" and report:
        return Meaning("duration", "P1Y", Days(date(report.year, 1, 1), report), base.anchor, precision=5)
    days, precision = edged(ymd, parts.edge, parts, report), edge_precision(ymd, parts.edge, parts)
    if parts.has("sooner") and days and report and days.first <= report <= days.last:
        days, precision = _around(days, parts.value("sooner"), report), (4 if unit == "M" else 5)
    return Meaning("date", value_of(ymd), days, base.anchor, ymd, _mod(parts), precision=precision)


def _around(days: Days, sooner: int, report: date) -> Days:
    """UCDP: earlier this month runs from the first to the day before the report; later, from the day after it."""
    if sooner < 0:
        return Days(days.first, max(days.first, shifted(report, -1)))
    return Days(min(shifted(report, 1), days.last), days.last)


def _long(base: Base, unit: str, parts: Parts) -> Meaning | None:
    """A decade or a century."""
    if unit == "CE":
        return Meaning("date", f"{base.ymd[0] // 100 + base.step:02d}", None, base.anchor)
    if base.rel in ("LAST", "PAST", "NEXT"):
        return Meaning("duration", "P10Y", None, base.anchor)
    first = (base.ymd[0] // 10 + base.step) * 10
    if not 1 <= first <= 9980:
        return None
    days = Days(date(first, 1, 1), date(first + 9, 12, 31))
    return Meaning("date", str(first // 10), days, base.anchor, mod=parts.edge)


def _before_christ(base: Base, unit: str) -> Meaning:
    year = -base.ymd[0] - base.step
    if unit == "DE":
        return Meaning("date", f"BC{year // 10 - 9 * base.step:03d}", None, base.anchor)
    if unit == "Y":
        return Meaning("date", f"BC{year:04d}", None, base.anchor, (-year, None, None))
    return Meaning("date", "BC" + UNKNOWN.get(unit, "XXXX"), None, base.anchor)
