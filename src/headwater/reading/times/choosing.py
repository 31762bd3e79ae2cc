"""Which year a date without one belongs to, which day a weekday."""

from datetime import date

from headwater.reading.times.dates import Ymd
from headwater.reading.times.setting import Anchor, Setting, shifted

# A history goes forward: a month up to so many months before the last date named is still of its year.
BACK = 7
# A date without a year that lies so many days ahead is yet to come.
NEAR = 100


def year_for(month: int | None, day: int | None, setting: Setting) -> tuple[int | None, Anchor]:
    """The year, counted from the text's last date where the text tells a history, else from the report: the last such
    date before it, or the next where the tense is future; null where neither is known."""
    if setting.told and setting.named:
        return told_year(month, setting), "text"
    if setting.published is None:
        return None, "none"
    if month is None or setting.published[1] is None:
        return setting.published[0], "published"
    return _nearest(month, day, setting, setting.published), "published"


def _nearest(month: int, day: int | None, setting: Setting, published: Ymd) -> int:
    """The year of the last such date; of the next where the tense is future, or where it is near and no verb is in
    the past."""
    year, here, there = published[0], (published[1] or 1) * 30 + (published[2] or 30), month * 30 + (day or 0)
    ahead = there - here if day or month != published[1] else 0
    open_ = not setting.past or setting.before in ("until", "till", "to", "by", "before", "through", "for")
    near = NEAR if open_ else 0
    if ahead > 0:
        return year if setting.future or ahead <= near else year - 1
    coming = ahead + 360
    return year + 1 if ahead and (coming <= near if not setting.future else coming < -ahead * 3) else year


def told_year(month: int | None, setting: Setting) -> int | None:
    """The year of a month in a text that goes forward from the date it named last; below 0 before Christ."""
    if setting.named is None:
        return None
    year, last = setting.named[0], setting.named[1]
    if month is None or last is None:
        return year
    gap = month - last
    if gap < -BACK:
        return year + 1
    return year - 1 if gap > 12 - 2 else year


def month_year(rel: str, month: int, setting: Setting) -> tuple[int | None, Anchor]:
    """The year of "last June"."""
    base, anchor = setting.published, "published"
    if setting.history or rel in ("THAT", "FOLLOWING", "PREVIOUS"):
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
