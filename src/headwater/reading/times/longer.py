"""Seasons, quarters, decades and centuries."""

from datetime import date

from headwater.reading.times.choosing import told_year
from headwater.reading.times.dates import Days, months_of
from headwater.reading.times.parts import Parts
from headwater.reading.times.setting import Anchor, Meaning, Setting

_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}
_MIDDLES = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}


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
    days = months_of(year, *_SEASONS[code]) if code in _SEASONS else None
    return Meaning("date", f"{year:04d}-{code}", days, anchor, (year, None, None), parts.edge)


def _season_year(setting: Setting, code: str, rel: str) -> tuple[int | None, Anchor]:
    middle = _MIDDLES[code]
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
    gone = middle > month + 1 and rel != "THIS" and not setting.future
    return year - (1 if gone else 0), "published"


def quarter(parts: Parts, setting: Setting) -> Meaning | None:
    """The third quarter of a year."""
    number = parts.value("nth")
    units = [parts.line.values[at] for at in range(parts.start, parts.end) if parts.line.names[at] == "UNIT"]
    if units != ["Q"] or not 1 <= number <= 4:
        return None
    year: int | None = parts.value("year")
    anchor: Anchor = "none"
    if year is None and setting.published:
        year, anchor = setting.published[0], "published"
        month = setting.published[1]
        year -= 1 if month and number * 3 - 2 > month + 2 and not setting.future else 0
    if year is None:
        return Meaning("date", f"XXXX-Q{number}")
    return Meaning("date", f"{year:04d}-Q{number}", months_of(year, number * 3 - 2, number * 3), anchor)
