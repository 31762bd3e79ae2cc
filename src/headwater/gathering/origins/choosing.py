"""Which figure a policy takes where sources differ: its choosing rules, the first that can be followed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from headwater.gathering.origins.candidates import Candidate, support
from headwater.records import ChoosingRule, Policy

FIELDS = {"one": ("figure",), "low_best_high": ("low", "best", "high"), "min_max": ("low", "high")}


@dataclass(frozen=True, slots=True)
class Chosen:
    """A number for one field, by which rule, out of which candidates."""

    number: int
    rule: ChoosingRule
    among: tuple[Candidate, ...]


def choose(candidates: Sequence[Candidate], policy: Policy) -> Mapping[str, Chosen]:
    """The number of each field that the policy writes, where one of its rules can be followed."""
    found = ((field, _first(candidates, policy, field)) for field in FIELDS[policy.figures])
    return {field: chosen for field, chosen in found if chosen is not None}


def _first(candidates: Sequence[Candidate], policy: Policy, field: str) -> Chosen | None:
    for rule in policy.choosing:
        if rule.field == field:
            usable = [one for one in candidates if one.flags.isdisjoint(rule.leave_out)]
            chosen = TAKE[rule.take](usable, rule) if usable else None
            if chosen is not None:
                return chosen
    return None


def lowest(candidates: Sequence[Candidate], rule: ChoosingRule) -> Chosen | None:
    """The least of all that are stated, of those that the rule does not except."""
    return _extreme(candidates, rule, min, ("low", "best", "high"))


def highest(candidates: Sequence[Candidate], rule: ChoosingRule) -> Chosen | None:
    """The most of all that are stated."""
    return _extreme(candidates, rule, max, ("high", "best", "low"))


def _extreme(
    candidates: Sequence[Candidate],
    rule: ChoosingRule,
    take: Callable[[Sequence[int]], int],
    fields: tuple[str, ...],
) -> Chosen | None:
    kept = [one for one in candidates if one.flags.isdisjoint(rule.unless)]
    numbers = {at: _stated(one, fields) for at, one in enumerate(kept)}
    known = [number for number in numbers.values() if number is not None]
    if not known:
        return None
    best = take(known)
    return Chosen(best, rule, tuple(one for at, one in enumerate(kept) if numbers[at] == best))


def _stated(candidate: Candidate, fields: tuple[str, ...]) -> int | None:
    stated: list[int | None] = [getattr(candidate, field) for field in fields]
    return next((number for number in stated if number is not None), None)


def latest(candidates: Sequence[Candidate], rule: ChoosingRule) -> Chosen | None:
    """The number of the most recent account; not where the accounts of that day differ (with `several`), or are
    excepted, or none is dated."""
    last = max((one.as_of for one in candidates), default="")
    recent = [one for one in candidates if one.as_of == last]
    numbers = {one.number for one in recent}
    undecided = "several" in rule.unless and len(numbers) > 1
    if not last or undecided or any(not one.flags.isdisjoint(rule.unless) for one in recent):
        return None
    return _of(min((number for number in numbers if number is not None), default=None), recent, rule)


def majority(candidates: Sequence[Candidate], rule: ChoosingRule) -> Chosen | None:
    """The number that more than half of the shown origins give."""
    shown = [one for one in candidates if one.shown and one.number is not None]
    for one in shown:
        if 2 * support(one, shown) > len(shown):
            return _of(one.number, shown, rule)
    return None


def corroborated(candidates: Sequence[Candidate], rule: ChoosingRule) -> Chosen | None:
    """The number that most shown origins give, where that is more than one and more than any other has."""
    counts = {one.number: support(one, candidates) for one in candidates if one.number is not None}
    most = max(counts.values(), default=0)
    best = [number for number, count in counts.items() if count == most]
    return _of(best[0], candidates, rule) if most > 1 and len(best) == 1 else None


def stated(candidates: Sequence[Candidate], rule: ChoosingRule) -> Chosen | None:
    """The number that there is, or that all give."""
    numbers = {one.number for one in candidates}
    return _of(numbers.pop(), candidates, rule) if len(numbers) == 1 else None


def sum_of_sides(candidates: Sequence[Candidate], rule: ChoosingRule) -> Chosen | None:
    """The sum of an origin's figures for each side; of several such the most recent, where these do not differ."""
    return latest([one for one in candidates if one.summed], rule) or stated(
        [one for one in candidates if one.summed], rule
    )


def _of(number: int | None, candidates: Sequence[Candidate], rule: ChoosingRule) -> Chosen | None:
    return None if number is None else Chosen(number, rule, tuple(one for one in candidates if one.number == number))


TAKE: Mapping[str, Callable[[Sequence[Candidate], ChoosingRule], Chosen | None]] = {
    "lowest": lowest,
    "highest": highest,
    "latest": latest,
    "majority": majority,
    "corroborated": corroborated,
    "stated": stated,
    "sum_of_sides": sum_of_sides,
}
