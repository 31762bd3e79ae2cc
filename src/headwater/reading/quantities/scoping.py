"""What a figure covers: one event, several, a time, a war."""

from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

from headwater.reading.quantities.count import Count
from headwater.reading.timed import Timed, TimeMention
from headwater.reading.words import Token
from headwater.records import Scope, Span

EVENT = Scope("event")
LARGE = 20  # from here on "last month" tells a period; below, the day of one event
SUM = 10_000  # no one attack has killed so many in the wars that are told of
WAR = 400  # from here on "in the war" makes the toll of it
WAR_WORDS = frozenset({"thousands", "tens_of_thousands", "hundreds_of_thousands", "millions"})
LARGE_WORDS = WAR_WORDS | {"dozens", "scores", "hundreds"}


class Scopes:
    """Tells scopes with these words and the times of the page."""

    def __init__(self, timed: Timed, words: Mapping[str, Any]) -> None:
        self._times = sorted(timed.times, key=lambda time: time.span)
        self._starts = [time.span.start for time in self._times]
        self._words = {name: tuple(tuple(phrase.split()) for phrase in listed) for name, listed in words.items()}

    def of(self, tokens: list[Token], count: Count) -> Scope:
        """The scope that the clause around the count tells; an event where it tells nothing."""
        first, last = self._clause(tokens, count)
        words = [token.lower for token in tokens[first:last]]
        since = self._since(words)
        if self._is_war(words, count, since):
            return self._dated("conflict", tokens, first, last, since)
        if since is not None or self._is_period(words, count):
            return self._dated("period", tokens, first, last, since)
        return Scope("several_events") if self._is_several(words) else EVENT

    def _clause(self, tokens: list[Token], count: Count) -> tuple[int, int]:
        breaks = {words[0] for words in self._words["breaks"]}
        first = min(count.group.figure.first, count.link.first)
        last = max(count.group.last, count.link.last)
        while first > 0 and tokens[first - 1].lower not in breaks:
            first -= 1
        while last < len(tokens) and tokens[last].lower not in breaks:
            last += 1
        return first, last

    def _since(self, words: list[str]) -> int | None:
        records, causes = ({words[0] for words in self._words[name]} for name in ("records", "causes"))
        for index in range(len(words) - 1):
            cause = words[index + 1] in causes
            if words[index] == "since" and not cause and not records & set(words[max(index - 10, 0) : index]):
                return index
        return None

    def _is_war(self, words: list[str], count: Count, since: int | None) -> bool:
        if not self._has("wars", words):
            return False
        return since is not None or _amount(count) >= WAR or count.group.figure.wording in WAR_WORDS

    def _is_period(self, words: list[str], count: Count) -> bool:
        if self._has("periods", words) or self._over(words):
            return True
        if count.unit == "killed" and _amount(count) >= SUM and not self._has("disasters", words):
            return True
        large = _amount(count) >= LARGE or count.group.figure.wording in LARGE_WORDS
        return large and (self._has("loose", words) or self._in_month_or_year(words))

    def _over(self, words: list[str]) -> bool:
        """Over the past three weeks; during a four-day stretch; in 48 hours."""
        names = {name: {words[0] for words in self._words[name]} for name in ("prepositions", "units", "spans")}
        for index, word in enumerate(words):
            behind = words[index + 1 : index + 6]
            ends = next((at for at, one in enumerate(behind) if one in names["units"] or one.endswith("-day")), None)
            between = behind[: ends + 1] if ends is not None else []
            if word in names["prepositions"] and _counts_time(between, names["spans"]):
                return True
        return False

    def _in_month_or_year(self, words: list[str]) -> bool:
        months = {words[0] for words in self._words["months"]}
        for index in range(len(words) - 1):
            behind = words[index + 1]
            day = words[index + 2 : index + 3]
            year = behind.isdigit() and len(behind) == 4 and behind.startswith(("19", "20"))
            whole = behind in months and not (day and day[0].isdigit() and len(day[0]) < 3)
            if words[index] in {"in", "during", "throughout"} and (year or whole):
                return True
        return False

    def _is_several(self, words: list[str]) -> bool:
        if self._has("series", words):
            return True
        several = {words[0] for words in self._words["several"]}
        events = {words[0] for words in self._words["events"]}
        for index, word in enumerate(words):
            number, noun = set(words[index + 1 : index + 4]), set(words[index + 2 : index + 6])
            if word == "in" and number & several and noun & events:
                return True
        return False

    def _has(self, name: str, words: list[str]) -> bool:
        text = f" {' '.join(words)} "
        return any(f" {' '.join(phrase)} " in text for phrase in self._words[name])

    def _dated(self, kind: Any, tokens: list[Token], first: int, last: int, since: int | None) -> Scope:
        """With the days of the widest time in the clause; behind "since" only the first is known."""
        begin = first + since if since is not None else first
        times = [time for time in self._within(Span(tokens[begin].start, tokens[last - 1].end)) if time.from_]
        if not times:
            return Scope(kind)
        if since is not None:
            return Scope(kind, times[0].from_, None)
        widest = max(times, key=lambda time: (time.precision or 0, -time.span.start))
        return Scope(kind, widest.from_, widest.to)

    def _within(self, span: Span) -> list[TimeMention]:
        found = self._times[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        return list(found)


def _counts_time(between: list[str], spans: set[str]) -> bool:
    """The past three; a four-day; 48: words between "over" and "weeks" that tell a length, not a date."""
    numbers = set("one two three four five six seven eight nine ten several few couple".split())
    return bool(set(between) & spans) or any(word.isdigit() or word in numbers or "-" in word for word in between)


def _amount(count: Count) -> int:
    figure = count.group.figure
    return max(figure.low or 0, figure.best or 0, figure.high or 0)
