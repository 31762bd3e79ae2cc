"""Holidays that the news of conflicts names."""

from datetime import date

from headwater.reading.times.choosing import year_for
from headwater.reading.times.dates import Days, easter, eastern_easter, ymd_of
from headwater.reading.times.named import part_value
from headwater.reading.times.parts import Parts
from headwater.reading.times.setting import Anchor, Meaning, Setting, shifted

_FROM_EASTER = {"easter": 0, "good friday": -2, "palm sunday": -7, "easter monday": 1}
# The Gregorian day of 25 December in the calendar that the Eastern churches keep, from 1900 to 2099.
_EASTERN = {"12-25": "01-07", "12-24": "01-06"}


def holiday(parts: Parts, setting: Setting) -> Meaning | None:
    """A holiday of fixed date, or one counted from Easter (of the Western churches, where the text does not say
    Orthodox); of those that the moon moves no day is told, for the day that was kept differs from place to place."""
    eastern = setting.before == "orthodox"
    rule = parts.value("holiday")
    rule = _EASTERN.get(rule, rule) if eastern else rule
    fixed = rule[:2].isdigit()
    year: int | None = parts.value("year")
    anchor: Anchor = "none"
    if year is None:
        year, anchor = year_for(*_about(rule), setting)
    if year is None or year < 1600:
        return Meaning("date", f"XXXX-{rule}" if fixed else None)
    found = date(year, int(rule[:2]), int(rule[3:])) if fixed else _counted(rule, year, eastern=eastern)
    if found is None:
        return Meaning("date", None)
    value, tod = part_value(found.isoformat(), parts.value("part"))
    return Meaning("time" if tod else "date", value, Days(found, found), anchor, ymd_of(found), None, tod)


def _about(rule: str) -> tuple[int | None, int | None]:
    """Month and day by which the year is chosen."""
    if rule[:2].isdigit():
        return int(rule[:2]), int(rule[3:])
    return {"thanksgiving": 11}.get(rule, 4 if rule in _FROM_EASTER else None), None


def _counted(rule: str, year: int, *, eastern: bool) -> date | None:
    if rule == "thanksgiving":
        first = date(year, 11, 1)
        return date(year, 11, 22 + (4 - first.isoweekday()) % 7)
    if rule not in _FROM_EASTER:
        return None
    return shifted(eastern_easter(year) if eastern else easter(year), _FROM_EASTER[rule])
