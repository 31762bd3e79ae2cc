"""Which reports of one slot come from one origin."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.gathering.origins.comparing import compatible
from headwater.gathering.origins.copied import Copied
from headwater.gathering.origins.mouths import Mouth, Mouths
from headwater.gathering.origins.statements import Statement
from headwater.records import Reason

KINDS = ("speaker", "document", "agency", "outlet", "unnamed")


@dataclass(frozen=True, slots=True)
class Report:
    """A statement out of one mouth."""

    statement: Statement
    mouth: Mouth


@dataclass(frozen=True, slots=True)
class Voice:
    """Reports of one slot that depend on each other: the mouth they come from at last, and what ties them."""

    mouth: Mouth
    reports: tuple[Report, ...]
    reason: tuple[Reason, ...]


def tie(statements: Sequence[Statement], mouths: Mouths, copied: Copied) -> tuple[Voice, ...]:
    """The voices behind these statements of one slot, by the key of their mouth.

    Two reports are one voice that have one mouth, or the same words by copy; an outlet's or unnamed word that an
    article gives beside a named source for the same value rests on that source.
    """
    reports = [Report(one, mouth) for one in statements for mouth in mouths.of(one)]
    reports = [_own_addition(each, reports, mouths, copied) for each in reports]
    groups = _Groups(reports)
    for first, second in _by_mouth(reports):
        groups.join(first, second)
    for first, second, reason in _by_copy(reports, copied):
        groups.join(first, second, reason)
    for first, second, reason in _inside(reports):
        if groups.nameless(first):
            groups.join(first, second, reason)
    return tuple(sorted(groups.voices(), key=lambda voice: voice.mouth.key))


def _own_addition(report: Report, reports: Sequence[Report], mouths: Mouths, copied: Copied) -> Report:
    """What an article adds to a text that it credits, and that none of the others who have this text tells, is no word
    of the credited agency."""
    statement = report.statement
    if report.mouth.why.kind != "credit" or statement.told.account.body.article.credits == ():
        return report
    others = copied.partners(statement.article)
    if not others or copied.shared(statement):
        return report
    if any(one.statement.article in others and one.statement.key == statement.key for one in reports):
        return report
    return Report(statement, mouths.of(statement, credited=False)[0])


def _by_mouth(reports: Sequence[Report]) -> Iterator[tuple[int, int]]:
    first: dict[str, int] = {}
    for at, report in enumerate(reports):
        yield first.setdefault(report.mouth.key, at), at


def _by_copy(reports: Sequence[Report], copied: Copied) -> Iterator[tuple[int, int, Reason]]:
    """Reports of one value that stand at the same place of a shared passage, or that two articles give in their own
    voice of which one is a copy of the other.  Two sources that are named and differ stay two."""
    for at, one in enumerate(reports):
        for further, other in enumerate(reports[at + 1 :], at + 1):
            a, b = one.statement, other.statement
            if a.article == b.article or (a.key, a.stance) != (b.key, b.stance) or _told_apart(one.mouth, other.mouth):
                continue
            copy = copied.same_words(a, b)
            if copy is None and not (one.mouth.shown or other.mouth.shown):
                copy = copied.one_text(a, b)
            if copy is not None:
                yield at, further, Reason("copy", copy.id, (a.span, b.span))


def _told_apart(a: Mouth, b: Mouth) -> bool:
    return a.shown and b.shown and a.key != b.key


def _inside(reports: Sequence[Report]) -> Iterator[tuple[int, int, Reason]]:
    """An article's own or unnamed word, and the named source that the same article gives for a value that agrees; the
    same value first."""
    for at, own in enumerate(reports):
        if own.mouth.shown or own.statement.stance == "denies":
            continue
        named = [
            (one.statement.key != own.statement.key, further)
            for further, one in enumerate(reports)
            if one.mouth.shown
            and one.statement.article == own.statement.article
            and one.statement.stance == "affirms"
            and compatible(own.statement, one.statement)
        ]
        if named:
            further = min(named)[1]
            yield at, further, Reason("chain", reports[further].mouth.why.id, (own.statement.span,))


class _Groups:
    """Reports as they are joined."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._reports = reports
        self._parent = list(range(len(reports)))
        self._reasons: dict[int, list[Reason]] = {}

    def join(self, a: int, b: int, reason: Reason | None = None) -> None:
        if reason is not None:
            self._reasons.setdefault(a, []).append(reason)
        low, high = sorted((self._root(a), self._root(b)))
        self._parent[high] = low

    def nameless(self, at: int) -> bool:
        """No report of its group has a mouth that is shown."""
        root = self._root(at)
        return not any(self._root(each) == root and one.mouth.shown for each, one in enumerate(self._reports))

    def voices(self) -> Iterator[Voice]:
        members: dict[int, list[int]] = {}
        for at in range(len(self._reports)):
            members.setdefault(self._root(at), []).append(at)
        for group in members.values():
            reports = sorted((self._reports[at] for at in group), key=lambda one: one.statement.order)
            ties = [reason for at in group for reason in self._reasons.get(at, ())]
            mouths = sorted({one.mouth.key: one.mouth for one in reports}.values(), key=_rank)
            shown = [one.mouth for one in reports if one.mouth.shown]
            whys = [one.mouth.why for one in reports]
            yield Voice(min(shown, key=_rank) if shown else mouths[0], tuple(reports), _reasons([*whys, *ties]))

    def _root(self, at: int) -> int:
        while self._parent[at] != at:
            self._parent[at] = self._parent[self._parent[at]]
            at = self._parent[at]
        return at


def _rank(mouth: Mouth) -> tuple[int, str]:
    return (KINDS.index(mouth.kind), mouth.key)


def _reasons(found: Sequence[Reason]) -> tuple[Reason, ...]:
    """Each once, in order of kind, record and place."""
    return tuple(sorted(set(found), key=lambda one: (one.kind, one.id or "", one.spans)))
