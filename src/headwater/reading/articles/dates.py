"""Publication dates: a closed grammar for what pages state, in text and in attributes.

What cannot be told is null: a day and month that could be either way round, a date after the page was seen.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from headwater.reading.articles.patterns import Patterns
from headwater.records.articles import Precision

Order = Literal["dmy", "mdy"]
ISO = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:-?(?P<month>\d\d)(?:-?(?P<day>\d\d)(?!\d)"
    r"(?:[T ]\s?(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
    r"\s?(?P<zone>Z|[+-]\d\d:?\d\d|[+-]\d\d(?!\d))?)?)?)?(?!\d)"
)
NUMERIC = re.compile(r"(\d{1,4})[/.](\d{1,2})[/.](\d{1,4})$")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
DAY = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)")
WORD = re.compile(r"[^\W\d_]+")
ZONE = re.compile(r"\s{0,2}\(?(?P<zone>(?:UTC|GMT)?\s?[+-]\d{1,2}:?(?:\d\d)?(?!\d)|[A-Za-z]{1,4}\b)")
CLOCK_GAP = re.compile(r"[\s,|•·@–—-]{0,4}(?:at\s+|T)?")
BEFORE_GAP = re.compile(r"[\s,|•·–—()]{0,3}(?:[A-Za-z]{1,4}[\s,|•·–—()]{1,3})?(?:on\s+)?(?:[A-Za-z]{3,9}[,.]?\s+)?$")
LOCATION = re.compile(
    r"[/-](?P<year>(?:19|20)\d\d)[/-](?P<month>0?[1-9]|1[0-2])(?:[/-](?P<day>0?[1-9]|[12]\d|3[01]))?(?=[/.?#_-]|$)"
)
LOCATION_WORDS = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>[a-z]{3,9})(?:/(?P<day>\d{1,2}))?(?=[/.?#_-]|$)")
LOCATION_TIGHT = re.compile(
    r"[/-](?P<year>20[0-3]\d|19[89]\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?=[/.?#_-]|$)"
)
AGO_UNITS = {"min": 1, "minute": 1, "hour": 60, "hr": 60, "day": 1440, "week": 10080}
COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}


@dataclass(frozen=True, slots=True)
class Stated:
    """A date as stated at [start, end): ISO `date` no finer than `precision`.

    `turned` is the other reading of a day and month that could be either way round; such a date is not yet settled.
    `yearless` marks one whose year is not stated, for which `date` begins with `0000`.
    """

    start: int
    end: int
    date: str
    precision: Precision
    zone: str | None = None
    turned: str | None = None
    yearless: bool = False


def find_dates(text: str, patterns: Patterns) -> list[Stated]:
    """All dates in a line of text, in order, each with the clock time beside it."""
    found: list[Stated] = []
    for match in patterns.date.finditer(text):
        stated = _from_words(match[0], patterns.months)
        if stated is not None:
            found.append(_with_clock(replace(stated, start=match.start(), end=match.end()), text, patterns))
    return found


def read_value(value: str, patterns: Patterns) -> Stated | None:
    """The date in an attribute or a JSON string: ISO 8601, or else any one date of the grammar."""
    lead = len(value) - len(value.lstrip())
    if match := ISO.match(value, lead):
        rest = value[match.end() :].lstrip()
        if not rest or (not rest[0].isdigit() and rest[0] not in "/.-"):
            return from_iso(match)
    found = find_dates(value[:200], patterns)
    return found[0] if found and not found[0].yearless else None


def from_iso(match: re.Match[str]) -> Stated | None:
    """The date of an ISO match, or None where there is no such day."""
    parts = match.groupdict()
    year, month, day = parts["year"], parts["month"], parts["day"]
    if month is None:
        return Stated(match.start(), match.end(), year, "year")
    if day is None:
        return Stated(match.start(), match.end(), f"{year}-{month}", "month") if 1 <= int(month) <= 12 else None
    when = _day(int(year), int(month), int(day))
    if when is None:
        return None
    if parts["hour"] is None or int(parts["hour"]) > 23 or int(parts["minute"]) > 59:
        return Stated(match.start(), match.end(), when, "day")
    seconds = parts["second"]
    clock = f"{parts['hour']}:{parts['minute']}" + (f":{seconds}" if seconds else "")
    return Stated(
        match.start(), match.end(), f"{when}T{clock}", "second" if seconds else "minute", _offset(parts["zone"])
    )


def from_location(location: str, patterns: Patterns) -> Stated | None:
    """The date that an address carries in its path: /2018/11/06/, /2018/nov/06/, -20181106."""
    for pattern in (LOCATION, LOCATION_WORDS, LOCATION_TIGHT):
        for match in pattern.finditer(location[:2000]):
            parts = match.groupdict()
            month = patterns.months.get(parts["month"], 0) if parts["month"].isalpha() else int(parts["month"])
            if not month:
                continue
            start = match.start("year")
            if parts["day"] is None:
                return Stated(start, match.end(), f"{parts['year']}-{month:02}", "month")
            when = _day(int(parts["year"]), month, int(parts["day"]))
            if when is not None:
                return Stated(start, match.end(), when, "day")
    return None


def from_ago(text: str, patterns: Patterns, seen_at: str | None) -> Stated | None:
    """The date meant by "3 hours ago", counted back from when the page was seen; None without that."""
    match = patterns.ago.search(text)
    seen = _parsed(seen_at)
    if match is None or seen is None:
        return None
    unit = match["unit"].lower()
    if unit not in AGO_UNITS:
        return None
    said = match["count"].lower()
    then = seen - timedelta(minutes=AGO_UNITS[unit] * COUNTS.get(said, int(said) if said.isdigit() else 1))
    return Stated(match.start(), match.end(), then.date().isoformat(), "day")


def settle_order(dates: Iterable[Stated]) -> Order | None:
    """Which way round day and month go on a page, from its dates that can be read only one way, or from an ambiguous
    one that a date in words confirms.  `date` of an ambiguous one is day first, `turned` month first."""
    dates = tuple(dates)
    plain = {stated.date[:10] for stated in dates if stated.turned is None}
    votes = {
        "dmy" if stated.date[:10] in plain else "mdy"
        for stated in dates
        if stated.turned is not None and (stated.date[:10] in plain) != (stated.turned[:10] in plain)
    }
    return votes.pop() if len(votes) == 1 else None  # type: ignore[return-value]


def settled(stated: Stated, order: Order | None) -> Stated | None:
    """The date with day and month the right way round, or None where the page does not say which."""
    if stated.turned is None:
        return stated
    if order is None:
        return None
    return replace(stated, date=stated.date if order == "dmy" else stated.turned, turned=None)


def with_year(stated: Stated, known: Iterable[str], seen_at: str | None) -> Stated | None:
    """A date without year, given the year of another date of the same day, or else the last such day before the page
    was seen."""
    for other in known:
        if other[5:10] == stated.date[5:10]:
            return replace(stated, date=other[:4] + stated.date[4:], yearless=False)
    seen = _parsed(seen_at)
    if seen is None:
        return None
    for year in (seen.year, seen.year - 1):
        when = _day(year, int(stated.date[5:7]), int(stated.date[8:10]))
        if when is not None and when <= (seen + timedelta(days=1)).date().isoformat():
            return replace(stated, date=when + stated.date[10:], yearless=False)
    return None


def is_future(stated: Stated, seen_at: str | None) -> bool:
    """True for a date more than a day after the page was seen."""
    seen = _parsed(seen_at)
    if seen is None:
        return False
    limit = (seen + timedelta(days=1)).date().isoformat()
    return stated.date[:10] > limit[: len(stated.date[:10])]


def _from_words(words: str, months: Mapping[str, int]) -> Stated | None:
    """The date in words that the date pattern matched; its place is still to be set."""
    if (match := ISO.search(words)) and match["day"]:
        return from_iso(match)
    tail = words.rsplit(maxsplit=1)[-1]
    if match := NUMERIC.search(tail):
        return _from_numbers(int(match[1]), int(match[2]), int(match[3]))
    month = next((months[word] for word in WORD.findall(words.lower()) if word in months), None)
    if month is None:
        return None
    year = YEAR.search(words)
    rest = words[: year.start()] + words[year.end() :] if year else words
    day = DAY.search(rest)
    if year and not day:
        return Stated(0, 0, f"{year[0]}-{month:02}", "month")
    if day is None:
        return None
    when = _day(int(year[0]) if year else 2000, month, int(day[1]))
    if when is None:
        return None
    return Stated(0, 0, when if year else "0000" + when[4:], "day", yearless=year is None)


def _from_numbers(first: int, second: int, third: int) -> Stated | None:
    if first > 31:
        when = _day(first, second, third)
        return Stated(0, 0, when, "day") if when else None
    day_first, month_first = _day(third, second, first), _day(third, first, second)
    when = day_first or month_first
    if when is None:
        return None
    unsettled = day_first and month_first and day_first != month_first
    return Stated(0, 0, when, "day", turned=month_first if unsettled else None)


def _with_clock(stated: Stated, text: str, patterns: Patterns) -> Stated:
    """The date with the clock time that follows or goes before it, where there is one."""
    if stated.precision != "day":
        return stated
    gap = CLOCK_GAP.match(text, stated.end)
    match = patterns.clock.match(text, gap.end() if gap else stated.end)
    if match is not None:
        zone = ZONE.match(text, match.end())
        offset = _offset(zone["zone"], patterns.zones) if zone else None
        return _timed(stated, match, offset, stated.start, zone.end() if zone and offset else match.end())
    for match in patterns.clock.finditer(text, max(stated.start - 40, 0), stated.start):
        between = text[match.end() : stated.start]
        if BEFORE_GAP.match(between):
            zone = ZONE.match(between)
            offset = _offset(zone["zone"], patterns.zones) if zone else None
            return _timed(stated, match, offset, match.start(), stated.end)
    return stated


def at_clock(stated: Stated, clock: re.Match[str], base: int) -> Stated:
    """The day of a date at the time that a clock match states; `base` is where the words of the match begin."""
    day = replace(stated, date=stated.date[:10], precision="day", zone=None)
    timed = _timed(day, clock, None, 0, clock.end())
    return replace(timed, start=stated.start, end=base + clock.end())


def _timed(stated: Stated, clock: re.Match[str], zone: str | None, start: int, end: int) -> Stated:
    hour, half = int(clock["hour"]), (clock["half"] or "").lower().replace(".", "")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0) if hour <= 12 else hour
    time = f"T{hour:02}:{clock['minute']}" + (f":{clock['second']}" if clock["second"] else "")
    return replace(
        stated,
        start=start,
        end=len(clock.string[start:end].rstrip()) + start,
        date=stated.date + time,
        turned=stated.turned + time if stated.turned else None,
        precision="second" if clock["second"] else "minute",
        zone=zone,
    )


def _offset(zone: str | None, names: Mapping[str, int] | None = None) -> str | None:
    """A zone as `Z` or `+hh:mm`; None for a name with more than one meaning."""
    if not zone:
        return None
    if match := re.search(r"([+-])(\d{1,2}):?(\d\d)?$", zone):
        hours, minutes = int(match[2]), int(match[3] or 0)
        return f"{match[1]}{hours:02}:{minutes:02}" if hours <= 14 and minutes < 60 else None
    minutes_east = 0 if zone == "Z" else (names or {}).get(zone.strip().lower())
    if minutes_east is None:
        return None
    if minutes_east == 0:
        return "Z"
    sign = "-" if minutes_east < 0 else "+"
    return f"{sign}{abs(minutes_east) // 60:02}:{abs(minutes_east) % 60:02}"


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if 1900 <= year <= 2099 else None
    except ValueError:
        return None


def _parsed(moment: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(moment).replace(tzinfo=None) if moment else None
    except ValueError:
        return None
