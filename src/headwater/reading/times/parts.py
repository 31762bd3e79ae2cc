"""The named words of a match, for the functions that read it."""

from datetime import date
from typing import Any

from headwater.reading.times.dates import Days, Ymd, days_of, months_of
from headwater.reading.times.lexicon import Lexicon
from headwater.reading.times.lexing import Line
from headwater.reading.times.pattern import Match


class Parts:
    """What stands for "day", "month", "rel" … in one match."""

    __slots__ = ("_at", "end", "lexicon", "line", "means", "rule", "start")

    def __init__(self, line: Line, start: int, match: Match, offset: int, lexicon: Lexicon) -> None:
        self.line = line
        self.start = start
        self.end = match.end + offset
        self.lexicon = lexicon
        self.rule = match.rule.name
        self.means = match.rule.means
        self._at = {name: at + offset for name, at in match.parts}

    def has(self, name: str) -> bool:
        """Whether the match has such a part."""
        return name in self._at

    def value(self, name: str) -> Any:
        """What the part stands for; null where the match has none."""
        return self.line.values[self._at[name]] if name in self._at else None

    def kind(self, name: str) -> str:
        """The class of the part, or nothing."""
        return self.line.names[self._at[name]] if name in self._at else ""

    def word(self, name: str) -> str:
        """The part in lower case, or nothing."""
        return self.line.words[self._at[name]] if name in self._at else ""

    def behind(self, steps: int) -> str:
        """The word so many words behind the match, in lower case, or nothing."""
        at = self.end + steps
        return self.line.words[at] if at < len(self.line.words) else ""

    def classes(self) -> list[str]:
        """The classes of all words of the match."""
        return self.line.names[self.start : self.end]

    def follows(self, name: str) -> Any:
        """What stands for the year that the next date has and this one shares; null where none does."""
        match = self.lexicon.follow.match(self.line.classes, self.end)
        if match is None:
            return None
        at = next(match.start(group) for group in match.re.groupindex if group.startswith(name))
        return self.line.values[at]

    @property
    def edge(self) -> str | None:
        """Beginning, middle or end, where the words say so."""
        found: str | None = self.value("edge")
        return found


def edged(ymd: Ymd, edge: str | None, parts: Parts, day: date | None = None) -> Days | None:
    """The days of a month's or year's part as UCDP counts them; early and late ones do not run past the report."""
    whole = days_of(ymd)
    if whole is None or edge is None or ymd[2] is not None:
        return whole
    table = parts.lexicon.edges["year" if ymd[1] is None else "month"]
    if edge not in table:
        return whole
    low, high = table[edge]
    if ymd[1] is None:
        cut = months_of(ymd[0], low, high) or whole
    else:
        cut = Days(whole.first.replace(day=low), whole.first.replace(day=min(high, whole.last.day)))
    if day is not None and edge != "MID" and cut.first <= day <= cut.last:
        return Days(cut.first, day)
    return cut


def edge_precision(ymd: Ymd, edge: str | None, parts: Parts) -> int | None:
    """UCDP: 4 for the part of a month and 5 for the part of a year, however long; null for a whole one."""
    if edge is None or ymd[2] is not None:
        return None
    table = parts.lexicon.edges["year" if ymd[1] is None else "month"]
    return (5 if ymd[1] is None else 4) if edge in table else None
