"""Which statements stand in words that two articles share."""

from collections.abc import Sequence

from headwater.gathering.origins.statements import Statement
from headwater.records import Copy, Span

NEAR = 12  # characters by which the same words may stand apart, for punctuation and spacing that an editor changed
WHOLE = frozenset(("identical", "edited_copy", "self_update"))


class Copied:
    """The copies of all articles, asked for two statements at a time."""

    def __init__(self, copies: Sequence[Copy]) -> None:
        self._copies: dict[tuple[str, str], list[tuple[Copy, bool]]] = {}
        self._of: dict[str, list[tuple[Span, ...]]] = {}
        self._partners: dict[str, set[str]] = {}
        for copy in copies:
            self._copies.setdefault((copy.a.article, copy.b.article), []).append((copy, False))
            self._copies.setdefault((copy.b.article, copy.a.article), []).append((copy, True))
            for side, other in ((copy.a, copy.b), (copy.b, copy.a)):
                if copy.relation == "boilerplate":
                    continue
                self._of.setdefault(side.article, []).append(side.spans)
                self._partners.setdefault(side.article, set()).add(other.article)

    def same_words(self, a: Statement, b: Statement) -> Copy | None:
        """The copy in which both stand at the same place of one passage."""
        for copy, turned in self._copies.get((a.article, b.article), ()):
            left, right = (copy.b, copy.a) if turned else (copy.a, copy.b)
            for mine, yours in zip(left.spans, right.spans, strict=True):
                if _in(a.span, mine) and _in(b.span, yours):
                    apart = (a.span.start - mine.start) - (b.span.start - yours.start)
                    if abs(apart) <= NEAR:
                        return copy
        return None

    def one_text(self, a: Statement, b: Statement) -> Copy | None:
        """The copy that makes one of the two articles a copy of the other as a whole."""
        for copy, _ in self._copies.get((a.article, b.article), ()):
            if copy.relation in WHOLE:
                return copy
        return None

    def shared(self, statement: Statement) -> bool:
        """Its words stand in a passage that the article shares with some other."""
        return any(_in(statement.span, span) for spans in self._of.get(statement.article, ()) for span in spans)

    def partners(self, article: str) -> frozenset[str]:
        """Articles that share a passage with this one."""
        return frozenset(self._partners.get(article, ()))


def _in(inner: Span, outer: Span) -> bool:
    return inner.space == outer.space and outer.start <= inner.start and inner.end <= outer.end
