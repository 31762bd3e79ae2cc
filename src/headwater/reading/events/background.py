"""Is an event the news of its article, or told as something older?"""

from dataclasses import dataclass
from datetime import date

from headwater.reading.events.line import Line
from headwater.reading.events.setting import clause
from headwater.reading.events.trigger import Trigger
from headwater.reading.timed import TimeMention


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """A trigger with what dates it; `voiced`: it stands in somebody's words, where "had" is only a shift of tense."""

    line: Line
    trigger: Trigger
    time: TimeMention | None
    voiced: bool


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
    try:
        return (published - date.fromisoformat(to[:10])).days > days
    except ValueError:
        return False


def _told_as_older(moment: Moment) -> bool:
    line = moment.line
    left, right = clause(line, moment.trigger)
    words = f" {' '.join(line.lower(at) for at in range(left, right))} "
    return any(f" {phrase} " in words for phrase in line.ontology.words["background"])


def _past_perfect(moment: Moment) -> bool:
    trigger = moment.trigger
    helpers = {moment.line.lower(at) for at in range(trigger.begin, trigger.first)}
    return "had" in helpers and trigger.voice != "noun" and not moment.voiced
