"""Is an event the news of its article, or told as something older?"""

from dataclasses import dataclass
from datetime import date

from headwater.reading.events.leading import lead_end
from headwater.reading.events.line import Line
from headwater.reading.events.setting import clause
from headwater.reading.events.trigger import Trigger
from headwater.reading.spoken import Spoken
from headwater.reading.timed import Timed, TimeMention

# A report of an event comes out within some months, or its date of publication is not to be trusted.
LONGEST_DELAY = 100


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """A trigger with what dates it; `voiced`: it stands in somebody's words, where "had" is only a shift of tense."""

    line: Line
    trigger: Trigger
    time: TimeMention | None
    voiced: bool


def news_days(page: Spoken, timed: Timed) -> dict[str, date]:
    """The day whose news each article tells: the latest that its first sentences name, not after publication nor long
    before it; else the day of publication, which may be known wrongly."""
    days: dict[str, date] = {}
    for article in page.articles:
        moment = article.published
        published = _day(moment.date) if moment is not None and len(moment.date) >= 10 else None
        if published is None:
            continue
        end = lead_end(page, article.span.start, article.span.end)
        named = [
            day
            for time in timed.times
            if time.article == article.id and time.span.start < end and (time.precision or 9) <= 2
            if (day := _day(time.to)) and 0 <= (published - day).days <= LONGEST_DELAY
        ]
        days[article.id] = max(named, default=published)
    return days


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def is_background(moment: Moment, published: date | None) -> bool:
    """By its date, where it has one; else by words such as "last year", or "had" before its verb with no date."""
    line, time = moment.line, moment.time
    if time is not None and time.to and time.from_ and published:
        old = line.ontology.older
        return _older(time.to, published, old) or (_older(time.from_, published, old) and time.kind == "duration")
    if _told_as_older(moment):
        return True
    return _past_perfect(moment) and time is None


def _older(to: str, published: date, days: int) -> bool:
    day = _day(to)
    return day is not None and (published - day).days > days


def _told_as_older(moment: Moment) -> bool:
    line = moment.line
    left, right = clause(line, moment.trigger)
    words = f" {' '.join(line.lower(at) for at in range(left, right))} "
    return any(f" {phrase} " in words for phrase in line.ontology.words["background"])


def _past_perfect(moment: Moment) -> bool:
    trigger = moment.trigger
    helpers = {moment.line.lower(at) for at in range(trigger.begin, trigger.first)}
    return "had" in helpers and trigger.voice != "noun" and not moment.voiced
