"""Numbers of units before the report, and before or after the date named last."""

from dataclasses import replace

from headwater.reading.times.dates import Days, Ymd, add_months, days_of, exact, value_of, week_value, ymd_of
from headwater.reading.times.parts import Parts
from headwater.reading.times.setting import Anchor, Meaning, Setting, shifted

# How many days, how many months a unit has.
DAYS = {"D": 1, "W": 7, "2W": 14}
MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}


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
    base = setting.named if setting.far and setting.named else setting.published
    anchor: Anchor = "text" if base is not setting.published else "published"
    unit, count = parts.value("unit"), amount(parts)
    if unit in ("TH", "TM", "TS"):
        return Meaning("time", length(parts) if count else "PAST_REF")
    if unit == "2W" and count == 1 and setting.day and anchor == "published":
        return Meaning(
            "date", week_value(shifted(setting.day, -14)), Days(shifted(setting.day, -13), setting.day), anchor
        )
    if count is None or base is None:
        return Meaning("date", "PAST_REF", None, mod=_approx(parts)) if count is None else _unplaced(unit)
    return moved(base, unit, -count, anchor, parts)


def _unplaced(unit: str) -> Meaning:
    return Meaning("date", {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(unit, "XXXX"))


def _approx(parts: Parts) -> str | None:
    return parts.value("approx") or None


def later(parts: Parts, setting: Setting) -> Meaning | None:
    """Two days later, a year earlier: from the date named last."""
    unit, count = parts.value("unit"), amount(parts)
    step = parts.value("way")
    if parts.word("way") in ("before", "after", "following") and setting.behind.isalpha():
        return None
    if parts.word("way") == "ago" and parts.line.names[parts.end - 2] != "HYPHEN":
        return Meaning("date", "PAST_REF")
    if unit in ("TH", "TM", "TS"):
        return Meaning("time", length(parts))
    by_text = setting.named if setting.history or setting.near else None
    base = by_text or (setting.published if step < 0 else None)
    anchor: Anchor = "text" if by_text else "published"
    if base is None:
        return _unplaced(unit)
    if count is None:
        return _vague(base, unit)
    found = moved(base, unit, step * count, anchor, parts)
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
    if unit in DAYS:
        start = exact(base)
        if start is None:
            return _vague(base, unit)
        day = shifted(start, round(count * DAYS[unit]))
        if unit == "D":
            return Meaning("date", day.isoformat(), Days(day, day), anchor, ymd_of(day), _approx(parts))
        near = Days(shifted(day, -3), shifted(day, 3))
        return Meaning("date", week_value(day), near, anchor, (day.year, day.month, None), _approx(parts))
    months = round(count * MONTHS.get(unit, 12))
    if unit in ("M", "Q") and base[1] is not None:
        year, month, _ = add_months((base[0], base[1], None), months)
        ymd: Ymd = (year, month, None)
    else:
        ymd = (base[0] + round(months / 12), None, None)
    days = days_of(ymd)
    return Meaning("date", value_of(ymd), days, anchor, ymd, _approx(parts)) if days else None
