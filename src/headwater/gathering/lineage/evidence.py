"""Which way words went: named rules, the first that answers wins; unknown where none does."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal
from urllib.parse import urlsplit

from headwater.gathering.lineage.wording import Wording
from headwater.records import Article, Credit, Moment, Reason

Direction = Literal["a_from_b", "b_from_a", "common_source", "unknown"]
_DAY = 10


@dataclass(frozen=True, slots=True)
class Way:
    """A direction, the source in common where there is one, and what it rests on."""

    direction: Direction
    common_source: str | None = None
    reason: tuple[Reason, ...] = ()


def credited_to_other(a: Article, b: Article) -> Way | None:
    """One of the two credits the outlet that published the other."""
    a_credits_b, b_credits_a = _credit_of(a, _publisher(b)), _credit_of(b, _publisher(a))
    if a_credits_b and not b_credits_a:
        return Way("a_from_b", None, (Reason("credit", a.id, (a_credits_b.span,)),))
    if b_credits_a and not a_credits_b:
        return Way("b_from_a", None, (Reason("credit", b.id, (b_credits_a.span,)),))
    return None


def credited_alike(a: Article, b: Article) -> Way | None:
    """Both credit the same agency or outlet, and neither is it."""
    for credit in a.credits:
        other = _credit_of(b, _folded(credit.outlet))
        if other:
            reason = (Reason("credit", a.id, (credit.span,)), Reason("credit", b.id, (other.span,)))
            return Way("common_source", credit.outlet, reason)
    return None


def published_before(a: Article, b: Article) -> Way | None:
    """Both state when they came out, and the times differ as far as both are precise."""
    if not a.published or not b.published or a.published.inferred or b.published.inferred:
        return None
    first, second = _comparable(a.published, b.published)
    if first == second:
        return None
    reason = (Reason("published", a.id, (a.published.span,)), Reason("published", b.id, (b.published.span,)))
    return Way("b_from_a" if first < second else "a_from_b", None, reason)


RULES: tuple[Callable[[Article, Article], Way | None], ...] = (credited_to_other, credited_alike, published_before)


def direction(a: Article, b: Article, *, by_date: bool) -> Way:
    """Which of the two had the words first, as far as credits and (where asked) dates tell."""
    for rule in RULES:
        way = rule(a, b) if by_date or rule is not published_before else None
        if way:
            return way
    return Way("unknown")


def same_outlet(a: Wording, b: Wording) -> bool:
    """Both come from one host; where a host is not known, both have one publisher and neither is a reprint."""
    a_host, b_host = _host(a.location), _host(b.location)
    if a_host and b_host:
        return a_host == b_host
    publisher = _publisher(a.article)
    reprinted = "reprint" in (a.article.kind, b.article.kind)
    return publisher is not None and publisher == _publisher(b.article) and not reprinted


def _credit_of(article: Article, outlet: str | None) -> Credit | None:
    if outlet is None:
        return None
    return next((credit for credit in article.credits if _folded(credit.outlet) == outlet), None)


def _publisher(article: Article) -> str | None:
    return _folded(article.publisher.name) if article.publisher else None


def _folded(name: str | None) -> str | None:
    return name.casefold().removeprefix("the ").strip() or None if name else None


def _host(location: str) -> str | None:
    try:
        host = urlsplit(location).hostname if "://" in location else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _comparable(first: Moment, second: Moment) -> tuple[str, str]:
    """Both moments, cut to what both state; the time of day counts only where both give their zone."""
    if first.zone and second.zone and len(first.date) > _DAY < len(second.date):
        return _in_utc(first), _in_utc(second)
    length = min(len(first.date), len(second.date), _DAY)
    return first.date[:length], second.date[:length]


def _in_utc(moment: Moment) -> str:
    zone = (moment.zone or "").replace("Z", "+00:00")
    stamp = moment.date if moment.date.endswith(zone) else moment.date + zone
    try:
        return datetime.fromisoformat(stamp.replace("Z", "+00:00")).astimezone(UTC).isoformat()[:16]
    except ValueError:
        return moment.date[:_DAY]
