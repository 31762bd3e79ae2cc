"""Groups that grow by pairs, and never bring together what must stay apart."""

from collections.abc import Iterable


class Unions:
    """Ids in groups; `reasons` holds, for each id, the first reason for which it was tied to another."""

    def __init__(self, ids: Iterable[str], apart: frozenset[tuple[str, str]]) -> None:
        self._home = {id_: id_ for id_ in ids}
        self._members = {id_: [id_] for id_ in self._home}
        self._apart: dict[str, set[str]] = {}
        for a, b in apart:
            self._apart.setdefault(a, set()).add(b)
            self._apart.setdefault(b, set()).add(a)
        self.reasons: dict[str, str] = {}

    def join(self, a: str, b: str, reason: str) -> bool:
        """Bring the groups of two ids together, unless one holds an id that must stay apart from one of the other."""
        # The smaller goes into the larger, so that one name in all articles costs no more than many names in few.
        second, first = sorted((self._home[a], self._home[b]), key=lambda home: (len(self._members[home]), home))
        if first != second:
            if self._barred(first, second):
                return False
            for member in self._members[second]:
                self._home[member] = first
            self._members[first] += self._members.pop(second)
        for id_ in (a, b):
            self.reasons.setdefault(id_, reason)
        return True

    def groups(self) -> list[list[str]]:
        """The groups, each in order, in the order of their first."""
        return sorted(sorted(members) for members in self._members.values())

    def _barred(self, first: str, second: str) -> bool:
        """Judgements are few, so those of the smaller group are looked up."""
        told = set().union(*(self._apart.get(member, ()) for member in self._members[second])) if self._apart else ()
        return any(self._home[id_] == first for id_ in told)
