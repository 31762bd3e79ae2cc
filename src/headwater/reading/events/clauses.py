"""Where the subject of a verb ends, when a clause about it stands between the two."""

from headwater.reading.events.line import AUX, BE, HAVE, Line
from headwater.reading.events.phrases import names_actor, phrase_before

REACH = 16
_RELATIVE = frozenset("who which that whose where".split())
_BREAKS = frozenset("but while when after before as because although since if ;".split())
_JOINS = frozenset("or but then".split())
_OPENS = frozenset("a an the who which whose one its led backed known formerly also".split())
_SAYING = frozenset("said says say told tells reported reports claimed claims announced added warned stated".split())


def over_clauses(line: Line, end: int) -> int:
    """Where the subject ends of a verb that begins at `end`; `end` itself where no clause stands in between.

    Fighters that are backed by Orsk | took Harun; rebels backed by Orsk | took Harun; the Orsk Front, an alliance of
    rebels, | took Harun.  Not over "rebels who took Harun and | shelled Orsk", where the verb is inside the clause.
    """
    if end > 2 and line.lower(end - 1) == "and":  # fighters that are backed by Orsk and | are fighting
        found = _relative(line, end - 1)
        return end if found is None else found
    if end < 2 or line.lower(end - 1) in _JOINS:
        return end
    for found in (_apposition(line, end), _relative(line, end), _reduced(line, end)):
        if found is not None:
            return found
    return end


def _apposition(line: Line, end: int) -> int | None:
    """…, a rebel alliance, | shelled"""
    if line.lower(end) != ",":
        return None
    for at in range(end - 2, max(end - REACH, 0), -1):
        if line.lower(at) == ",":
            return at if line.lower(at + 1) in _OPENS else None
        if line.tokens[at].text in (".", ";", "“", "”", '"'):
            return None
    return None


def _relative(line: Line, end: int) -> int | None:
    """fighters that are backed by Orsk | took"""
    for at in range(end - 1, max(end - REACH, 0), -1):
        word = line.lower(at)
        if word in _RELATIVE:
            verbs = [index for index in range(at + 1, end) if _verb(line, index)]
            if not verbs or any(line.lower(index) in _SAYING for index in range(at - 1, end)):
                return None
            return at - 1 if line.lower(at - 1) == "," else at
        if word in _BREAKS or (word in ("and", "or") and not _verb(line, at + 1)):
            return None
    return None


def _reduced(line: Line, end: int) -> int | None:
    """rebels backed by Orsk | took; rebels based in the east of Orsk | shelled; the force fighting rebels | took"""
    for at in range(end - 1, max(end - REACH, 1), -1):
        if line.lower(at) in _BREAKS or line.lower(at) in ("and", ",", "."):
            return None
        if line.acts(at) and end - at < 6 and not line.stops(at - 1):
            before = phrase_before(line, at)
            return at if before is not None and names_actor(line, before) else None
        if line.lower(at) in _HANGS and line.finite(at - 1) and line.lower(at - 1) not in BE | HAVE:
            passive = any(line.lower(index) in AUX for index in (at - 2, at - 3))
            before = phrase_before(line, at - 1)
            fits = before is not None and (line.lower(at) == "by" or names_actor(line, before))
            return at - 1 if fits and not passive else None
    return None


_HANGS = frozenset("by in at near inside outside around from on to".split())


def _verb(line: Line, at: int) -> bool:
    return at < len(line.tokens) and (line.finite(at) or line.lower(at) in AUX)
