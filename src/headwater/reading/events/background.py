"""Is an event the news of its article, or told as something older?"""

from dataclasses import dataclass
from datetime import date

from headwater.reading.events.leading import lead_end
from headwater.reading.events.line import HAVE, Line
from headwater.reading.events.setting import clause
from headwater.reading.events.trigger import Trigger
from headwater.reading.spoken import Spoken
from headwater.reading.timed import Timed, TimeMention

# A report of an event comes out within some months, or its date of publication is not to be trusted.
LONGEST_DELAY = 100
A_MONTH, A_YEAR = 4, 5  # codes of precision
SINCE = 6  # words behind "since" that can tell since when


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """A trigger with what dates it; `voiced`: it stands in somebody's words, where "had" is only a shift of tense."""

    line: Line
    trigger: Trigger
    time: TimeMention | None
    voiced: bool


def news_days(page: Spoken, timed: Timed) -> dict[str, date]:
    """The day whose news each article tells: the latest that its first sentences name, not after publication nor long
    before it; else the day of publication, which may be known wrongly.  Of an article without one, the latest day
    that the first sentences name in full; a date that it begins with is believed in any case."""
    days: dict[str, date] = {}
    for article in page.articles:
        moment = article.published
        published = _day(moment.date) if moment is not None and len(moment.date) >= 10 else None
        end = lead_end(page, article.span.start, article.span.end)
        named = [
            day
            for time in timed.times
            if time.article == article.id and time.span.start < end and (time.precision or 9) <= 2
            if (published or time.anchor == "none") and (day := _day(time.to))
            if published is None or time.rule == "dateline" or 0 <= (published - day).days <= LONGEST_DELAY
        ]
        if published or named:
            days[article.id] = max(named, default=published or max(named))
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
        if _older(time.to, published, old) or (_older(time.from_, published, old) and time.kind == "duration"):
            return True
        if (time.precision or 9) < A_MONTH:
            return False
    if _told_as_older(moment) or _again_and_again(moment) or _goes_on(moment) or _of_a_war(moment):
        return True
    if time is not None and (time.precision or 0) >= A_YEAR and (time.kind == "date" or published is None):
        return True
    return _past_perfect(moment) and time is None


def _older(to: str, published: date, days: int) -> bool:
    day = _day(to)
    return day is not None and (published - day).days > days


def _told_as_older(moment: Moment) -> bool:
    line = moment.line
    left, right = clause(line, moment.trigger)
    compared = any(line.lower(at) in line.ontology.words["compared"] for at in range(left, right))
    if line.lower(right) == "since" and not compared:
        right = min(right + SINCE, len(line.tokens))
    told = f" {moment.time.text.lower()} " if moment.time is not None else ""
    words = told + f" {' '.join(line.lower(at) for at in range(left, right))} "
    return any(f" {phrase} " in words for phrase in line.ontology.words["background"])


def _goes_on(moment: Moment) -> bool:
    """Has gone on for long: have fought there since March 2011"""
    line, time = moment.line, moment.time
    if time is None or (time.precision or 0) < A_MONTH or (spot := line.within(time.span)) is None:
        return False
    _, right = clause(line, moment.trigger)
    begins = [at for at in range(max(spot[0] - 2, 0), spot[0] + 1) if line.lower(at) == "since"]
    return bool(begins) and (begins[-1] == right or begins[-1] < moment.trigger.first)


def _again_and_again(moment: Moment) -> bool:
    """Somewhere in its sentence: repeatedly, regularly"""
    always = moment.line.ontology.words["always"]
    return any(token.text in always for token in moment.line.tokens)


def _of_a_war(moment: Moment) -> bool:
    """The conflict has killed thousands: it is the war that did it"""
    line, trigger = moment.line, moment.trigger
    has = any(line.lower(at) in HAVE for at in range(trigger.begin, trigger.first))
    near = range(max(trigger.begin - 12, 0), trigger.begin)
    return has and trigger.voice == "active" and any(line.lower(at) in line.ontology.words["wars"] for at in near)


def _past_perfect(moment: Moment) -> bool:
    trigger = moment.trigger
    helpers = {moment.line.lower(at) for at in range(trigger.begin, trigger.first)}
    return "had" in helpers and trigger.voice != "noun" and not moment.voiced
