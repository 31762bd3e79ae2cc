"""The date that an article begins with: its own word on when it was written."""

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.reading.times.dates import Ymd, days_of
from headwater.reading.times.lexicon import Lexicon
from headwater.reading.times.lexing import Line
from headwater.records import Span

_SENTENCES = 3
_ORDERS = (("DAY", "MONTH", "YEAR"), ("MONTH", "DAY", "YEAR"), ("MONTH", "DAY", "COMMA", "YEAR"))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its number on the page and its items."""

    number: int
    line: Line


def dateline(text: str, sentences: Sequence[Sentence], lexicon: Lexicon) -> tuple[Ymd, Span] | None:
    """A full date that one of the first sentences begins with ("6 July 2015 The army said …", "Posted on July 6 2015
    by …"), and its words: it stands where the text was written, so what the text counts from its day counts from
    it.  A sentence about a day ("6 July 2015 was …", "On 6 July 2015 …") states none."""
    for sentence in sentences[:_SENTENCES]:
        line = sentence.line
        for at in range(min(len(line.names), 4)):
            width = next((len(order) for order in _ORDERS if tuple(line.names[at : at + len(order)]) == order), 0)
            if width and _stands_alone(text, line, at, at + width, lexicon):
                parts = dict(zip(line.names[at : at + width], line.values[at : at + width], strict=True))
                ymd: Ymd = (parts["YEAR"], parts["MONTH"], parts["DAY"])
                if days_of(ymd):
                    return ymd, Span(line.starts[at], line.ends[at + width - 1])
    return None


def _stands_alone(text: str, line: Line, start: int, end: int, lexicon: Lexicon) -> bool:
    before = " ".join(line.words[:start])
    fits = not start or before in lexicon.guards["dateline_before"] or (start == 1 and _weekday(before))
    behind = text[line.ends[end - 1] :][:2].strip()
    return (
        fits
        and before != "on"
        and (not behind or behind[0].isupper() or behind[0].isdigit() or line.words[end] == "by")
    )


def _weekday(word: str) -> bool:
    return word[:3] in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
