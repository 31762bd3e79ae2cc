"""Copies and families when articles have come or gone: only pairs whose grounds have changed are compared again.

What is found is a function of the set of articles, and each pair's answer one of its key, so that an answer under the
same key need not be sought again.  That a text is standing text may change with an article that is not of the pair;
then the keys of the pairs that it touches change too.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from headwater.gathering.lineage.copying import compare
from headwater.gathering.lineage.families import Tie, components, tie_of
from headwater.gathering.lineage.pairing import Pair, in_order, pairs_of
from headwater.gathering.lineage.wording import Wording
from headwater.records import Copy
from headwater.records.lineage import Compared, Imprint

TIES: tuple[Tie, ...] = ("copies", "boilerplate")


@dataclass(frozen=True, slots=True)
class Grounds:
    """The pairs worth comparing now: those that are new, and answers that hold no longer."""

    fresh: tuple[Pair, ...]
    stale: tuple[Compared, ...]

    @property
    def articles(self) -> frozenset[str]:
        """Articles whose words are needed."""
        return frozenset(article for pair in self.fresh for article in (pair.a, pair.b))


@dataclass(frozen=True, slots=True)
class Answers:
    """What came of the new pairs."""

    compared: tuple[Compared, ...]
    copies: tuple[Copy, ...]


@dataclass(frozen=True, slots=True)
class Regrouping:
    """The families of one kind that are to be made anew: their articles before and now, and the copies they hang by."""

    kind: Tie
    articles: frozenset[str]
    copies: frozenset[str]


def grounds(imprints: Sequence[Imprint], known: Mapping[str, Compared]) -> Grounds:
    """What has changed since these pairs were compared, `known` being by key."""
    still: set[str] = set()
    fresh: list[Pair] = []
    for pair in pairs_of(in_order(imprints)):
        if pair.key in known:
            still.add(pair.key)
        else:
            fresh.append(pair)
    return Grounds(tuple(fresh), tuple(known[key] for key in sorted(known.keys() - still)))


def answers(pairs: Iterable[Pair], wording_of: Callable[[str], Wording]) -> Answers:
    """Each pair compared."""
    compared: list[Compared] = []
    copies: list[Copy] = []
    for pair in pairs:
        copy = compare(pair, wording_of(pair.a), wording_of(pair.b))
        compared.append(Compared(pair.key, pair.a, pair.b, copy.id if copy else None, tie_of(copy) if copy else None))
        if copy:
            copies.append(copy)
    return Answers(tuple(compared), tuple(copies))


def regroupings(now: Sequence[Compared], changed: Sequence[Compared]) -> list[Regrouping]:
    """Which families to make anew: those that any changed tie, come or gone, belongs or belonged to."""
    return [_regrouping(kind, now, changed) for kind in TIES]


def _regrouping(kind: Tie, now: Iterable[Compared], changed: Iterable[Compared]) -> Regrouping:
    touched = {article for pair in changed if pair.tie == kind for article in (pair.a, pair.b)}
    ties = [pair for pair in now if pair.tie == kind] if touched else []
    edges: dict[str, list[str]] = {}
    for pair in ties:
        edges.setdefault(pair.a, []).append(pair.b)
        edges.setdefault(pair.b, []).append(pair.a)
    within = {article for members in components(edges, touched) for article in members}
    copies = frozenset(pair.copy for pair in ties if pair.a in within and pair.copy)
    return Regrouping(kind, frozenset(touched | within), copies)
