"""Which way words went: named rules, the first that answers wins; unknown where none does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

import numpy as np

from headwater.gathering.lineage.outlets import called, folded, name_in, publisher_of
from headwater.gathering.lineage.runs import Run
from headwater.gathering.lineage.wording import Wording, number_of
from headwater.records import Article, Moment, Reason, Span

Direction = Literal["a_from_b", "b_from_a", "common_source", "unknown"]
A_FROM_B: Direction = "a_from_b"
B_FROM_A: Direction = "b_from_a"
NEAR = 8
_DAY = 10


@dataclass(frozen=True, slots=True)
class Way:
    """A direction, the source in common where there is one, and what it rests on."""

    direction: Direction
    common_source: str | None = None
    reason: tuple[Reason, ...] = ()


Rule = Callable[[Wording, Wording, Sequence[Run]], Way | None]


def credited_to_other(a: Wording, b: Wording, news: Sequence[Run]) -> Way | None:
    """One of the two credits the outlet of the other, which is not its own."""
    return _one_sided(
        "credit", (a, _credit_of(a.article, _names(b) - _names(a))), (b, _credit_of(b.article, _names(a) - _names(b)))
    )


def told_by_other(a: Wording, b: Wording, news: Sequence[Run]) -> Way | None:
    """One of the two gives the outlet of the other, which is not its own, as the source of what it says."""
    return _one_sided("attribution", (a, _told_by(a, _names(b) - _names(a))), (b, _told_by(b, _names(a) - _names(b))))


def credited_alike(a: Wording, b: Wording, news: Sequence[Run]) -> Way | None:
    """Both credit the same agency or outlet, and neither is it."""
    for credit in a.article.credits:
        other = _credit_of(b.article, called(credit.outlet)) if credit.outlet else None
        if other:
            reason = (Reason("credit", a.article.id, (credit.span,)), Reason("credit", b.article.id, (other,)))
            return Way("common_source", credit.outlet, reason)
    return None


def own_name_left_out(a: Wording, b: Wording, news: Sequence[Run]) -> Way | None:
    """One names its own outlet amid the shared words, and there the other does not name its own."""
    found = (
        _own_name_amid(a, [(run.a, run.a_end) for run in news]),
        _own_name_amid(b, [(run.b, run.b_end) for run in news]),
    )
    if a.outlet == b.outlet or (found[0] is None) == (found[1] is None):
        return None
    one, at, answer = (b, found[1], A_FROM_B) if found[0] is None else (a, found[0], B_FROM_A)
    return Way(answer, None, (Reason("own_name", one.article.id, (at,) if at else ()),))


def credited_once(a: Wording, b: Wording, news: Sequence[Run]) -> Way | None:
    """One gives all its text to one agency or outlet; the other, which credits nobody, has that text too."""
    for one, other in ((a, b), (b, a)):
        outlets = {folded(credit.outlet): credit for credit in one.article.credits if credit.outlet}
        if len(outlets) == 1 and not other.article.credits:
            (credit,) = outlets.values()
            return Way("common_source", credit.outlet, (Reason("credit", one.article.id, (credit.span,)),))
    return None


def published_before(a: Wording, b: Wording, news: Sequence[Run]) -> Way | None:
    """Both state when they came out, and the times differ as far as both are precise."""
    early, late = a.article.published, b.article.published
    if not early or not late or early.inferred or late.inferred:
        return None
    first, second = _comparable(early, late)
    if first == second:
        return None
    reason = (Reason("published", a.article.id, (early.span,)), Reason("published", b.article.id, (late.span,)))
    return Way(B_FROM_A if first < second else A_FROM_B, None, reason)


BY_CREDIT: tuple[Rule, ...] = (credited_to_other, credited_alike)
OF_COPIES: tuple[Rule, ...] = (
    credited_to_other, told_by_other, credited_alike, credited_once, own_name_left_out, published_before,
)  # fmt: skip
OF_PASSAGES: tuple[Rule, ...] = (credited_to_other, told_by_other, credited_alike, published_before)


def direction(a: Wording, b: Wording, news: Sequence[Run], rules: Sequence[Rule]) -> Way:
    """Which of the two had the words first: the first rule that answers, else unknown."""
    return next((way for rule in rules if (way := rule(a, b, news))), Way("unknown"))


def _one_sided(kind: str, a: tuple[Wording, Span | None], b: tuple[Wording, Span | None]) -> Way | None:
    """The side that names the other has its words from there, if only one does."""
    for (one, named), (_, other), answer in ((a, b, A_FROM_B), (b, a, B_FROM_A)):
        if named and not other:
            return Way(answer, None, (Reason(kind, one.article.id, (named,)),))
    return None


def _names(wording: Wording) -> frozenset[str]:
    """What the outlet of an article is called: its publisher (not that of a reprint), its host, the name in that, and
    initials."""
    reprinted = wording.article.kind == "reprint"
    known = {None if reprinted else publisher_of(wording.article), wording.outlet or None}
    if "." in wording.outlet:
        known.add(name_in(wording.outlet))
    return frozenset(name for each in known if each for name in called(each))


def _credit_of(article: Article, names: frozenset[str]) -> Span | None:
    return next((credit.span for credit in article.credits if credit.outlet and called(credit.outlet) & names), None)


def _told_by(wording: Wording, names: frozenset[str]) -> Span | None:
    return next((span for name, span in wording.told_by if called(name) & names), None)


def _own_name_amid(wording: Wording, shared: Sequence[tuple[int, int]]) -> Span | None:
    """Where the article names its own outlet in one word, no more than NEAR words after some that are shared, and
    before others."""
    numbers = np.array([number_of(name) for name in sorted(_names(wording)) if name.isalnum()], np.uint64)
    places = np.flatnonzero(np.isin(wording.words, numbers) & wording.capital).tolist()
    ends, starts = [end for _, end in shared], [start for start, _ in shared]
    amid = (
        at
        for at in places
        if any(0 <= at - end <= NEAR for end in ends) and any(0 < start - at <= NEAR for start in starts)
    )
    return next((wording.spans(at, at + 1) for at in amid), None)


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
