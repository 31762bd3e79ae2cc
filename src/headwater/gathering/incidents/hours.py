"""Times of day at which something is said to have happened, and when two of them cannot be one."""

from collections.abc import Iterable

from headwater.records import Event

_ORDER = {"dawn": 0, "morning": 1, "midday": 2, "noon": 2, "afternoon": 3, "evening": 4, "night": 5, "midnight": 5}
_ROUND = 6
_APART = 2


def hours_of(event: Event) -> frozenset[str]:
    """The times of day that its times name, as far as they are parts of a day."""
    values = (argument.value or {} for argument in event.arguments if argument.role == "time")
    return frozenset(hour for value in values if (hour := value.get("time_of_day")) in _ORDER)


def hours_apart(a: Iterable[str], b: Iterable[str]) -> bool:
    """Both name times of day, and any two lie at least two parts of a day from each other: morning and evening, but
    not evening and night, nor night and dawn."""
    first, second = list(a), list(b)
    return bool(first and second) and all(_distance(one, other) >= _APART for one in first for other in second)


def _distance(a: str, b: str) -> int:
    gap = abs(_ORDER[a] - _ORDER[b])
    return min(gap, _ROUND - gap)
