"""How a policy divides a figure that covers several days or places."""

from collections.abc import Sequence
from datetime import date

from headwater.gathering.origins.candidates import Candidate
from headwater.records import DividingRule, Policy

LONGEST_DAYS = 366


def divide(total: int, parts: int, rule: DividingRule, known: Sequence[int] = ()) -> tuple[int | None, ...]:
    """The total in that many parts under the rule; none where the rule keeps it whole or has no key for it.

    `known` are parts that are known for themselves, taken off first where the rule says so.  What cannot be divided
    evenly goes one by one to the first parts, or is left over where the rule is silent.
    """
    if parts < 2 or rule.how == "spread":
        return ()
    if rule.how == "same_high":
        return (total,) * parts
    rest = max(total - sum(known), 0) if rule.subtract_known else total
    if rule.fewer_than_parts == "keep_whole" and rest < parts:
        return ()
    share, left = divmod(rest, parts)
    extra = left if rule.remainder == "from_first" else 0
    return tuple(share + (at < extra) for at in range(parts))


def divided(total: int, candidate: Candidate, policy: Policy) -> tuple[tuple[int | None, ...], DividingRule | None]:
    """The parts of a chosen figure, where its words give it for several days or places, and the rule."""
    days, places = _days(candidate), _places(candidate)
    if not any(one.cell.value.get("sum") for one in candidate.cells):
        return (), None
    for rule in policy.dividing:
        for over, count in (("days", days), ("places", places)):
            if over in rule.over and count > 1:
                parts = divide(total, count, rule)
                return parts, rule if parts else None
    return (), None


def _days(candidate: Candidate) -> int:
    """Days of the period that the words name; 0 where they name none, or more than a year."""
    for one in candidate.cells:
        scope = one.first.quantity.scope if one.first.quantity else None
        if scope and scope.kind == "period" and scope.from_ and scope.to:
            days = (date.fromisoformat(scope.to[:10]) - date.fromisoformat(scope.from_[:10])).days + 1
            return days if 0 < days <= LONGEST_DAYS else 0
    return 0


def _places(candidate: Candidate) -> int:
    """Different places that the same mention names."""
    event = candidate.cells[0].first.event
    named = {str((one.value or {}).get("geonames") or one.text) for one in event.arguments if one.role == "place"}
    return len(named)
