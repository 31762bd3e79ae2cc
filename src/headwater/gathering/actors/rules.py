"""What makes two entities one actor: rules in order, each a function from all bearers to pairs of ids.

A rule abstains where two fit: where a name could be one of two persons or bodies that are known to differ, it ties
nobody who is not sure to be one of them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from headwater.gathering.actors.bearing import Bearer
from headwater.gathering.actors.naming import family_name, initials

Pairs = Iterator[tuple[str, str]]
Rule = Callable[[Sequence[Bearer]], Pairs]
SHORTEST_INITIALS = 3


def known_as(bearers: Sequence[Bearer]) -> Pairs:
    """One entry of the dictionary."""
    groups = _by((bearer.known_as, bearer) for bearer in bearers if bearer.known_as)
    for group in groups.values():
        yield from _chained(group)


def full_name(bearers: Sequence[Bearer]) -> Pairs:
    """Persons with one first and last name, where sides, offices or dictionary do not make two of them."""
    for group in _by((bearer.key, bearer) for bearer in bearers if bearer.person and bearer.key).values():
        yield from _agreed(group)


def body_name(bearers: Sequence[Bearer]) -> Pairs:
    """Groups and bodies with one name that is not just a word for its kind."""
    for group in _by((bearer.key, bearer) for bearer in bearers if not bearer.person and bearer.key).values():
        yield from _agreed(group)


def initials_of_one(bearers: Sequence[Bearer]) -> Pairs:
    """Capital letters that are the initials of one body's name and of no other's."""
    bodies = [bearer for bearer in bearers if not bearer.person and bearer.key]
    long_names = _by((initials(bearer.key or ""), bearer) for bearer in bodies if " " in (bearer.key or ""))
    for short in bodies:
        fitting = long_names.get(short.bare, []) if short.name.isupper() else []
        keys = {bearer.key for bearer in fitting}
        if len(short.bare) >= SHORTEST_INITIALS and len(keys) == 1 and not _differ(short, fitting[0]):
            yield short.id, fitting[0].id


def last_name_and_office(bearers: Sequence[Bearer]) -> Pairs:
    """A person named by the last name alone, in an office or on a side that one bearer of the name has and no other."""
    full = _by((family_name(bearer.key), bearer) for bearer in bearers if bearer.person and bearer.key)
    for short in bearers:
        if not short.person or short.key or not short.offices:
            continue
        named = full.get(short.bare.split()[-1] if short.bare else "", [])
        fitting = [bearer for bearer in named if bearer.offices & short.offices and not _differ(bearer, short)]
        if len({bearer.key for bearer in fitting}) == 1:
            yield short.id, fitting[0].id


RULES: tuple[Rule, ...] = (known_as, full_name, body_name, initials_of_one, last_name_and_office)


def _agreed(group: Sequence[Bearer]) -> Pairs:
    """All of a name where nothing makes two of them; else those of one side or entry, and nobody of none."""
    sides, entries = {one.side for one in group if one.side}, {one.known_as for one in group if one.known_as}
    if len(sides) < 2 and len(entries) < 2:
        yield from _chained(group)
        return
    marks = _by((f"{one.known_as} {one.side}", one) for one in group if one.known_as or one.side)
    for marked in marks.values():
        yield from _chained(marked)


def _differ(a: Bearer, b: Bearer) -> bool:
    """Whether the dictionary or their sides make two of them."""
    sides = a.side is not None and b.side is not None and a.side != b.side
    return sides or (a.known_as is not None and b.known_as is not None and a.known_as != b.known_as)


def _by(keyed: Iterable[tuple[str | None, Bearer]]) -> dict[str, list[Bearer]]:
    groups: dict[str, list[Bearer]] = {}
    for key, bearer in keyed:
        if key:
            groups.setdefault(key, []).append(bearer)
    return groups


def _chained(group: Sequence[Bearer]) -> Pairs:
    return ((group[0].id, other.id) for other in group[1:])
