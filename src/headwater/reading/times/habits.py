"""What happens again and again, and what is now, lately or one day."""

from headwater.reading.times.dates import Days
from headwater.reading.times.parts import Parts
from headwater.reading.times.setting import Meaning, Setting, shifted

_RECENT = 3


def each(parts: Parts, setting: Setting) -> Meaning | None:
    """Each day, every Monday, per month, Mondays."""
    if parts.has("weekday"):
        return Meaning("set", f"XXXX-WXX-{parts.value('weekday')}")
    if parts.has("month"):
        return Meaning("set", f"XXXX-{parts.value('month'):02d}")
    if parts.has("season"):
        return Meaning("set", f"XXXX-{parts.value('season')}")
    if parts.has("part"):
        return Meaning("set", f"XXXX-XX-XXT{parts.value('part').split()[0]}")
    unit = parts.value("unit")
    return Meaning("set", f"PT1{unit[1]}" if unit in ("TH", "TM", "TS") else f"P1{unit}")


def set_(parts: Parts, setting: Setting) -> Meaning | None:
    """Daily, weekly."""
    return Meaning("set", parts.value("set"))


def now(parts: Parts, setting: Setting) -> Meaning | None:
    """Now: no day is stated."""
    return Meaning("date", parts.value("now"))


def recently(parts: Parts, setting: Setting) -> Meaning | None:
    """UCDP: recently, and recent attacks, are the three days before the report."""
    if setting.day is None or setting.far:
        return Meaning("date", "PAST_REF")
    days = Days(shifted(setting.day, -_RECENT), shifted(setting.day, -1))
    return Meaning("date", "PAST_REF", days, "published", precision=2)


def reference(parts: Parts, setting: Setting) -> Meaning | None:
    """The past, the future: no day is stated."""
    return Meaning("date", parts.value("now"))


def past(parts: Parts, setting: Setting) -> Meaning | None:
    """In the past; but not "the past tense"."""
    free = not setting.behind.isalpha() or setting.behind in parts.lexicon.guards["past_behind"]
    alone = setting.before in ("in", "of", "from") and free
    return Meaning("date", "PAST_REF") if alone else None


def this_time(parts: Parts, setting: Setting) -> Meaning | None:
    """At that time, during this period, at the time: no days are stated; but not "this time it held", and not
    "at the same time", which says no more than "besides"."""
    words = parts.line.words[parts.start : parts.end]
    if words[-2:] == ["same", "time"]:
        return None
    if parts.classes()[:2] == ["THE", "TIMEWORD"] and (setting.before != "at" or setting.behind.isalpha()):
        return None
    return Meaning("date", None) if setting.before in parts.lexicon.guards["time_before"] else None
