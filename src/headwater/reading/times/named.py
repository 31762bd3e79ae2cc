"""Dates that are named: days, months, years, seasons, quarters, decades, centuries, holidays."""

from datetime import date

from headwater.reading.times.choosing import month_year, told_year, year_for
from headwater.reading.times.dates import Days, Ymd, days_of, easter, value_of, ymd_of
from headwater.reading.times.parts import Parts, edged
from headwater.reading.times.setting import Anchor, Meaning, Setting, shifted

_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}


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
    return Meaning("time" if tod else "date", value, days, anchor, ymd, _mod(parts), tod)


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
    if same in ("THIS", "CURRENT", "LAST", "NEXT") and setting.published and not setting.history:
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
        ymd, anchor = (setting.named[0], setting.named[1], day), "text"
    elif setting.published and setting.published[1]:
        ymd, anchor = (setting.published[0], setting.published[1], day), "published"
    else:
        return Meaning("date", f"XXXX-XX-{day:02d}") if day <= 31 else None
    days = days_of(ymd)
    return Meaning("date", value_of(ymd), days, anchor, ymd) if days else None  # type: ignore[arg-type]


def short_year(parts: Parts, setting: Setting) -> Meaning | None:
    """ "'89", or the 18 of 1917-18."""
    after = parts.kind("short") != "SHORT"
    year = _in_full(str(parts.value("short")).rjust(2, "0"), setting, after=after)
    if year is None:
        return None
    return Meaning("date", value_of((year, None, None)), days_of((year, None, None)), "text", (year, None, None))


def _in_full(short: str, setting: Setting, *, after: bool = False) -> int | None:
    """The year of two digits: its century is that of the date named before, else of the report."""
    digits = short.lstrip("'’")
    base = setting.named[0] if setting.named and setting.named[0] > 0 else setting.published and setting.published[0]
    if not base or not digits.isdigit() or len(digits) != 2:
        return None
    year = base // 100 * 100 + int(digits)
    if after:
        return year if 0 < year - base <= 30 else None
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
    ymd: Ymd = orders.pop()  # type: ignore[assignment]
    days = days_of(ymd)
    return Meaning("date", value_of(ymd), days, "none", ymd) if days else None


def decade(parts: Parts, setting: Setting) -> Meaning | None:
    """The 1990s; of "the 90s" the century before the report."""
    digits = "".join(mark for mark in parts.value("decade") if mark.isdigit())
    if parts.value("era") == "BC":
        return Meaning("date", f"BC{int(digits) // 10:03d}", mod=parts.edge)
    if len(digits) == 2:
        if not setting.published or "THE" not in parts.classes() or parts.value("decade")[0] in "23":
            return None
        century = setting.published[0] // 100 * 100
        year = century + int(digits) - (100 if century + int(digits) > setting.published[0] else 0)
    else:
        year = int(digits)
    days = Days(date(year, 1, 1), date(year + 9, 12, 31))
    return Meaning("date", str(year // 10), days, mod=parts.edge)


def century(parts: Parts, setting: Setting) -> Meaning | None:
    """The 19th century is 18, from 1801 to 1900."""
    number = parts.value("nth")
    if parts.value("era") == "BC":
        return Meaning("date", f"BC{number - 1:02d}", mod=parts.edge)
    if not 1 <= number <= 30:
        return None
    first = date((number - 1) * 100 + 1, 1, 1)
    return Meaning("date", f"{number - 1:02d}", Days(first, date(number * 100, 12, 31)), mod=parts.edge)


def season(parts: Parts, setting: Setting) -> Meaning | None:
    """Spring, summer and autumn of a year, by months of the northern half of the earth; a winter has no days, for a
    year has two."""
    code, rel = parts.value("season"), parts.kind("rel")
    year: int | None = parts.value("year")
    anchor: Anchor = "none"
    if parts.value("era") == "BC" and year:
        return Meaning("date", f"BC{year:04d}-{code}", names=(-year, None, None))
    if year is None:
        year, anchor = parts.follows("year"), "none"
    if year is None:
        year, anchor = _season_year(setting, code, rel)
    if year is None:
        return Meaning("date", f"XXXX-{code}", mod=parts.edge)
    if year < 0:
        return Meaning("date", f"BC{-year:04d}-{code}", anchor=anchor, mod=parts.edge)
    months = _SEASONS.get(code)
    first, last = (days_of((year, month, None)) for month in months) if months else (None, None)
    days = Days(first.first, last.last) if first and last else None
    return Meaning("date", f"{year:04d}-{code}", days, anchor, (year, None, None), parts.edge)


def _season_year(setting: Setting, code: str, rel: str) -> tuple[int | None, Anchor]:
    middle = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}[code]
    if setting.told and setting.named:
        year = told_year(middle, setting)
        month = setting.named[1]
        if year is None or rel not in ("LAST", "PREVIOUS", "NEXT", "FOLLOWING"):
            return year, "text"
        ahead = month is None or year > setting.named[0] or middle > month
        step = (0 if ahead and month else 1) if rel in ("NEXT", "FOLLOWING") else (-1 if ahead else 0)
        return year + step, "text"
    if setting.published is None:
        return None, "none"
    year, month = setting.published[0], setting.published[1] or 6
    if rel in ("LAST", "PAST", "PREVIOUS"):
        return year - (1 if middle + 1 >= month else 0), "published"
    if rel in ("NEXT", "FOLLOWING"):
        return year + (1 if middle <= month else 0), "published"
    return year, "published"


def quarter(parts: Parts, setting: Setting) -> Meaning | None:
    """The third quarter of a year."""
    number = parts.value("nth")
    units = [parts.line.values[at] for at in range(parts.start, parts.end) if parts.line.names[at] == "UNIT"]
    if units != ["Q"] or not 1 <= number <= 4:
        return None
    year, anchor = parts.value("year"), "none"
    if year is None and setting.published:
        year, anchor = setting.published[0], "published"
        month = setting.published[1]
        year -= 1 if month and number * 3 - 2 > month + 2 and not setting.future else 0
    if year is None:
        return Meaning("date", f"XXXX-Q{number}")
    first, last = days_of((year, number * 3 - 2, None)), days_of((year, number * 3, None))
    days = Days(first.first, last.last) if first and last else None
    return Meaning("date", f"{year:04d}-Q{number}", days, anchor)  # type: ignore[arg-type]


def holiday(parts: Parts, setting: Setting) -> Meaning | None:
    """A holiday of fixed date, or one counted from Easter; of the others no day is told."""
    rule, year = parts.value("holiday"), parts.value("year")
    fixed = rule[:2].isdigit()
    anchor: Anchor = "none"
    if year is None:
        month, day = (int(rule[:2]), int(rule[3:])) if fixed else (None, None)
        if rule in ("easter", "good friday", "palm sunday", "easter monday"):
            month = 4
        if rule == "thanksgiving":
            month = 11
        year, anchor = year_for(month, day, setting)
    if year is None or year < 1600:
        return Meaning("date", f"XXXX-{rule}" if fixed else None)
    found = date(year, int(rule[:2]), int(rule[3:])) if fixed else _counted(rule, year)
    if found is None:
        return Meaning("date", None)
    value, tod = part_value(found.isoformat(), parts.value("part"))
    return Meaning("date", value, Days(found, found), anchor, ymd_of(found), None, tod)


def _counted(rule: str, year: int) -> date | None:
    if rule == "thanksgiving":
        first = date(year, 11, 1)
        return date(year, 11, 22 + (4 - first.isoweekday()) % 7)
    shift = {"easter": 0, "good friday": -2, "palm sunday": -7, "easter monday": 1}.get(rule)
    return shifted(easter(year), shift) if shift is not None else None


def relative_month(parts: Parts, setting: Setting) -> Meaning | None:
    """Last June, next March, this May, that July."""
    month = parts.value("month")
    year, anchor = month_year(parts.kind("rel"), month, setting)
    if year is None:
        return Meaning("date", f"XXXX-{month:02d}", mod=parts.edge)
    ymd: Ymd = (year, month, parts.value("day"))
    days = edged(ymd, parts.edge, parts, setting.day)
    return Meaning("date", value_of(ymd), days, anchor, ymd, parts.edge) if days else None
