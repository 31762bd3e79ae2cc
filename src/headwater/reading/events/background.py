"""Is an event the news of its article, or told as something older?"""

from datetime import date

from headwater.reading.events.line import HAVE, Line
from headwater.reading.events.triggers import Trigger
from headwater.reading.timed import TimeMention


def is_background(line: Line, trigger: Trigger, time: TimeMention | None, published: date | None) -> bool:
    """By its date, where it has one; else by words such as "last year", or "had" before its verb with no date."""
    if time is not None and time.to and published:
        return _older(time.to, published, line.ontology.older)
    if _told_as_older(line):
        return True
    return _past_perfect(line, trigger) and time is None


def _older(to: str, published: date, days: int) -> bool:
    try:
        return (published - date.fromisoformat(to[:10])).days > days
    except ValueError:
        return False


def _told_as_older(line: Line) -> bool:
    words = f" {' '.join(token.lower for token in line.tokens)} "
    return any(f" {phrase} " in words for phrase in line.ontology.words["background"])


def _past_perfect(line: Line, trigger: Trigger) -> bool:
    helpers = {line.lower(at) for at in range(trigger.begin, trigger.first)}
    return "had" in helpers and bool(helpers & HAVE) and trigger.voice != "noun"
