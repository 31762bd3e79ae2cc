"""Lengths of time: for years, two weeks, a five-day offensive."""

from headwater.reading.times.counted import DAYS, amount, length
from headwater.reading.times.dates import Days
from headwater.reading.times.parts import Parts
from headwater.reading.times.setting import Meaning, Setting, shifted


def units_alone(parts: Parts, setting: Setting) -> Meaning | None:
    """For years, within days."""
    known = setting.before in parts.lexicon.guards["units_before"] and parts.value("unit") not in ("Q", "WE")
    return Meaning("duration", length(parts)) if known else None


def duration(parts: Parts, setting: Setting) -> Meaning | None:
    """A length of time, placed nowhere."""
    count, unit = parts.kind("count"), parts.value("unit")
    if setting.behind == "old" or (setting.behind, parts.behind(1)) == ("of", "age"):
        return None
    if setting.behind == "-" and parts.behind(1) in ("earlier", "ago", "old", "long"):
        return None
    if parts.kind("unit") in ("UNIT", "WEEKEND") and count not in ("A", "") and parts.value("count") != 1:
        return None
    if count == "A" and (parts.kind("unit") == "UNITS" or unit in ("WE", "Q")):
        return None
    bare = count == "A" and parts.line.names[parts.start] == "A" and setting.before and unit != "TH"
    if bare and setting.before not in parts.lexicon.guards["length_before"]:
        return None
    if unit == "Q" and (setting.behind == "of" or count != "NUMBER"):
        return None
    return Meaning("duration", length(parts), mod=parts.value("approx") or None)


def long(parts: Parts, setting: Setting) -> Meaning | None:
    """A five-day offensive ends with the day of the report (UCDP); a night-long battle takes two days; an age is no
    time."""
    if parts.value("long") == 2 or (setting.behind == "-" and parts.behind(1) == "old") or setting.behind == "old":
        return None
    if parts.value("unit") == "Q":
        return None
    lasting = setting.behind in parts.lexicon.guards["lasting"]
    day = setting.day if lasting and not setting.far else None
    if parts.has("part"):
        return Meaning("duration", "P1D", Days(shifted(day, -1), day) if day else None, "published" if day else "none")
    if not parts.has("count"):
        value = length(parts)
        return Meaning("duration", value.replace("X", "1") if value and parts.kind("unit") == "UNIT" else value)
    count, unit = amount(parts), parts.value("unit")
    days = None
    if day and count and unit in DAYS:
        days = Days(shifted(day, 1 - round(count * DAYS[unit])), day)
    return Meaning("duration", length(parts), days, "published" if days else "none")
