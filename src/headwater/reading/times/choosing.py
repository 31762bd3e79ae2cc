"""Which year a date without one belongs to, which day a weekday."""

from datetime import date

from headwater.reading.times.setting import Anchor, Setting, shifted

# A history goes forward: a month up to so many months before the last date named is still of its year.
BACK = 7


def year_for(month: int | None, day: int | None, setting: Setting) -> tuple[int | None, Anchor]:
    """The year, counted from the text's last date where the text tells a history, else from the report: the last such
    date before it, or the next where the tense is future; null where neither is known."""
    if setting.told and setting.named:
        return _told_year(month, setting), "text"
    if setting.published is None:
        return None, "none"
    year, report_month, report_day = setting.published
    if month is None or report_month is None:
        return year, "published"
    here, there = (report_month, report_day or 31), (month, day or (0 if not setting.future else 32))
    if there > here and not setting.future:
        return year - 1, "published"
    if there < here and setting.future:
        return year + 1, "published"
    return year, "published"


def _told_year(month: int | None, setting: Setting) -> int | None:
    if setting.named is None:
        return None
    year, last = setting.named[0], setting.named[1]
    if month is None or last is None:
        return year
    gap = month - last
    if gap < -BACK:
        return year + 1
    return year - 1 if gap > 12 - (12 - BACK) + 3 else year


def month_year(rel: str, month: int, setting: Setting) -> tuple[int | None, Anchor]:
    """The year of "last June"."""
    base, anchor = setting.published, "published"
    if setting.told or rel in ("THAT", "FOLLOWING", "PREVIOUS"):
        base, anchor = setting.named or setting.published, "text" if setting.named else "published"
    if base is None:
        return None, "none"
    year, here = base[0], base[1] or 1
    if rel in ("LAST", "PAST", "PREVIOUS"):
        return year - (1 if month >= here else 0), anchor  # type: ignore[return-value]
    if rel in ("NEXT", "FOLLOWING"):
        return year + (1 if month <= here else 0), anchor  # type: ignore[return-value]
    return year, anchor  # type: ignore[return-value]


def weekday_day(weekday: int, rel: str, setting: Setting, day: date) -> date:
    """The day, counted from `day`: the last such day before or on it, or after it by the words or the tense."""
    back = (day.isoweekday() - weekday) % 7
    if rel in ("LAST", "PAST", "PREVIOUS"):
        return shifted(day, -(back or 7))
    ahead = (weekday - day.isoweekday()) % 7
    if rel in ("NEXT", "FOLLOWING"):
        return shifted(day, ahead or 7)
    if rel == "THIS" or setting.future:
        return shifted(day, ahead)
    return shifted(day, -back)
