"""The date that an article begins with: its own word on when it was written."""

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.reading.times.dates import Ymd, days_of, exact
from headwater.reading.times.lexicon import Lexicon
from headwater.reading.times.lexing import Line
from headwater.records import Article, Span

_SENTENCES = 3
# Characters from the beginning of the article.
_FAR = 500
_PREPOSITIONS = frozenset(("on", "of", "in", "since", "by", "from", "until", "to", "before", "after"))
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ORDERS = (("DAY", "MONTH", "YEAR"), ("MONTH", "DAY", "YEAR"), ("MONTH", "DAY", "COMMA", "YEAR"))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its number on the page and its items."""

    number: int
    line: Line


@dataclass(frozen=True, slots=True)
class Older:
    """Somebody's words out of a text of another day: where they stand, that day, and the words that state it."""

    content: Span
    ymd: Ymd
    stated: Span


def dateline(text: str, article: Article, sentences: Sequence[Sentence], lexicon: Lexicon) -> tuple[Ymd, Span] | None:
    """The full date that stands by itself where an article begins, and its words: "6 July 2015 The army said …",
    "Posted on July 6 2015 by …", "Orsk hit AFP Monday 6 Jul 2015 Two died …".

    It stands where the text was written, so what the text counts from its day counts from it.  A sentence about a
    day ("6 July 2015 was …", "On 6 July 2015 …") states none.
    """
    for sentence in sentences[:_SENTENCES]:
        line = sentence.line
        for at in range(len(line.names)):
            if line.starts[at] - article.span.start > _FAR:
                return None
            found = _full_date(line, at) if line.names[at] in ("DAY", "MONTH") else None
            if found and _stands_alone(text, line, at, lexicon) and _nothing_follows(text, line, found[1]):
                return found[0], Span(line.starts[at], line.ends[found[1] - 1])
    return None


def _stands_alone(text: str, line: Line, at: int, lexicon: Lexicon) -> bool:
    """First of its sentence, behind "Posted on", or behind a name with no preposition; a weekday must be right."""
    weekday = line.words[at - 1][:3] if at else ""
    start = at - 1 if weekday in WEEKDAYS else at
    if start == 0 or " ".join(line.words[:start]) in lexicon.guards["dateline_before"]:
        return True
    found = _full_date(line, at)
    day = exact(found[0]) if found else None
    wrong = day is None or (start < at and WEEKDAYS.index(weekday) + 1 != day.isoweekday())
    before = line.starts[start - 1]
    return not wrong and text[before].isupper() and line.words[start - 1] not in _PREPOSITIONS


def _nothing_follows(text: str, line: Line, end: int) -> bool:
    behind = text[line.ends[end - 1] :][:2].strip()
    by = end < len(line.words) and line.words[end] == "by"
    return by or not behind or behind[0].isupper() or behind[0].isdigit() or behind[0] in "“\"'‘(-–—|"


def older(sentences: Sequence[Sentence], contents: Sequence[Span], lexicon: Lexicon) -> list[Older]:
    """The contents in whose sentence a document is dated: "in a letter dated 4 May 2012 he said …"."""
    found = []
    for sentence in sentences:
        line = sentence.line
        for at in range(1, len(line.names) - 2):
            if line.names[at] not in ("DAY", "MONTH") or not _is_dated(line, at, lexicon):
                continue
            date = _full_date(line, at)
            if date:
                stated = Span(line.starts[at], line.ends[date[1] - 1])
                here = (each for each in contents if each.start < line.ends[-1] and line.starts[0] < each.end)
                found += [
                    Older(each, date[0], stated)
                    for each in here
                    if not (each.start <= stated.start and stated.end <= each.end)
                ]
    return found


def _is_dated(line: Line, at: int, lexicon: Lexicon) -> bool:
    before = line.words[at - 1]
    of = before in ("of", "from", "on") and at > 1 and line.words[at - 2] in lexicon.guards["document"]
    return before == "dated" or of


def _full_date(line: Line, at: int) -> tuple[Ymd, int] | None:
    """Day, month and year that stand there, and where they end."""
    width = next((len(order) for order in _ORDERS if tuple(line.names[at : at + len(order)]) == order), 0)
    if not width:
        return None
    parts = dict(zip(line.names[at : at + width], line.values[at : at + width], strict=True))
    ymd: Ymd = (parts["YEAR"], parts["MONTH"], parts["DAY"])
    return (ymd, at + width) if days_of(ymd) else None
