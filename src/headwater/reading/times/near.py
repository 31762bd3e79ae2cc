"""Days counted from the report or from the day named last: weekdays, today, tonight, clocks."""

from datetime import date

from headwater.reading.times.choosing import weekday_day
from headwater.reading.times.dates import Days, ymd_of
from headwater.reading.times.named import date_, part_value
from headwater.reading.times.parts import Parts
from headwater.reading.times.setting import Anchor, Meaning, Setting, shifted


def weekday(parts: Parts, setting: Setting) -> Meaning | None:
    """A weekday: one day, whatever part of it is named (UCDP: Monday night is Monday)."""
    number = parts.value("weekday")
    base, anchor = _base(setting, parts.kind("rel"))
    if base is None:
        value, tod = part_value(f"XXXX-WXX-{number}", parts.value("part"))
        return Meaning("time" if tod else "date", value, time_of_day=tod)
    rel = parts.kind("rel")
    day = weekday_day(number, rel, setting, base)
    if parts.has("week"):
        day = shifted(base, number - base.isoweekday() + 7 * parts.value("week"))
    elif rel == "THIS" and "NEXT" not in parts.classes() and not setting.future:
        day = shifted(base, number - base.isoweekday())
    value, tod = part_value(day.isoformat(), parts.value("part"))
    return Meaning("time" if tod else "date", value, Days(day, day), anchor, ymd_of(day), None, tod)


def _base(setting: Setting, rel: str) -> tuple[date | None, Anchor]:
    if rel in ("FOLLOWING", "PREVIOUS", "THAT") and setting.named_day and not setting.history:
        return setting.named_day, "text"
    if setting.history:
        return setting.named_day, "text"
    return setting.day, "published"


def weekdays(parts: Parts, setting: Setting) -> Meaning | None:
    """On Tuesdays: again and again; Tuesdays attack, whose apostrophe is lost: that Tuesday."""
    again = setting.before in ("on", "and", "or", "every", "most", "between", ",") or not setting.behind.isalpha()
    if again or setting.behind in ("and", "or", "to", "at", "in", "from", "when"):
        return Meaning("set", f"XXXX-WXX-{parts.value('weekday')}")
    return weekday(parts, setting)


def night_between(parts: Parts, setting: Setting) -> Meaning | None:
    """UCDP: the night between Sunday and Monday is two days."""
    base, anchor = _base(setting, "")
    if base is None:
        return None
    first = weekday_day(parts.value("weekday"), "", setting, base)
    if first == base and not setting.future:
        first = shifted(first, -7)
    _, tod = part_value("", parts.value("part"))
    value, _ = part_value(first.isoformat(), parts.value("part"))
    return Meaning("time", value, Days(first, shifted(first, 1)), anchor, ymd_of(first), None, tod)


def deictic(parts: Parts, setting: Setting) -> Meaning | None:
    """Today, yesterday, tomorrow, the other day (UCDP: the day before the report)."""
    step = parts.value("day")
    if setting.day is None or setting.far:
        return Meaning("date", "PRESENT_REF" if step == 0 else "XXXX-XX-XX")
    day = shifted(setting.day, step)
    value, tod = part_value(day.isoformat(), parts.value("part"))
    return Meaning("time" if tod else "date", value, Days(day, day), "published", ymd_of(day), None, tod)


def last_night(parts: Parts, setting: Setting) -> Meaning | None:
    """UCDP: last night is the day before the report."""
    if setting.day is None:
        return Meaning("time", "XXXX-XX-XXTNI", time_of_day="night")
    day = shifted(setting.day, -1)
    return Meaning("time", f"{day.isoformat()}TNI", Days(day, day), "published", ymd_of(day), None, "night")


def part(parts: Parts, setting: Setting) -> Meaning | None:
    """A part of a day: of the day named last, else of the report's where it is said to be this one's."""
    word, rel = parts.value("part"), parts.kind("rel")
    tonight = parts.kind("part") in ("TONIGHT", "OVERNIGHT") or rel == "THIS"
    base: date | None = None
    anchor: Anchor = "none"
    if tonight and not setting.far:
        base, anchor = setting.day, "published"
    elif setting.named_day and (setting.near or setting.history or rel):
        base, anchor = setting.named_day, "text"
    step = {"NEXT": 1, "FOLLOWING": 1, "PREVIOUS": -1, "LAST": -1}.get(rel, 0)
    if base is None:
        value, tod = part_value("XXXX-XX-XX", word)
        return Meaning("time", value, time_of_day=tod)
    day = shifted(base, step)
    value, tod = part_value(day.isoformat(), word)
    first = shifted(day, -1) if parts.kind("part") == "OVERNIGHT" and anchor == "published" else day
    return Meaning("time", value, Days(first, day), anchor, ymd_of(day), None, tod)


def part_before_date(parts: Parts, setting: Setting) -> Meaning | None:
    """At dawn on 4 March: of that day."""
    day = date_(parts, setting)
    return day and Meaning("time", day.value, day.days, day.anchor, None, None, day.time_of_day)


def clock(parts: Parts, setting: Setting) -> Meaning | None:
    """An hour, of the day that stands with it or was named last."""
    hours = _hours(parts)
    if hours is None:
        return None
    day, mod = _day_of_clock(parts, setting), parts.value("approx") or None
    if day is not None:
        names = None if parts.rule == "clock_before_date" else day.names
        return Meaning("time", f"{day.value}T{hours}", day.days, day.anchor, names, mod, hours)
    known = setting.named_day if setting.near or setting.history else None
    if known is None:
        return Meaning("time", f"XXXX-XX-XXT{hours}", mod=mod, time_of_day=hours)
    return Meaning("time", f"{known.isoformat()}T{hours}", Days(known, known), "text", None, mod, hours)


def _day_of_clock(parts: Parts, setting: Setting) -> Meaning | None:
    if parts.has("month"):
        return date_(parts, setting)
    if parts.has("weekday"):
        return weekday(parts, setting)
    if parts.has("deictic") and setting.day is not None:
        day = shifted(setting.day, parts.value("deictic"))
        return Meaning("date", day.isoformat(), Days(day, day), "published", ymd_of(day))
    return None


def _hours(parts: Parts) -> str | None:
    """Hour and minute on the clock of 24 hours."""
    if parts.has("clock"):
        digits = parts.value("clock").replace(".", ":")
        hour, minute = int(digits[:-2].rstrip(":")), int(digits[-2:])
    else:
        hour, minute = int(parts.value("hour")), 0
    shift = parts.value("ampm")
    if shift is not None:
        if not 1 <= hour <= 12 and not parts.has("clock"):
            return None
        hour = hour % 12 + shift if hour <= 12 else hour
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None
