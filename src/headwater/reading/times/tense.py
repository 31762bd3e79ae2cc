"""Whether the words around an expression speak of what is to come."""

from headwater.reading.times.lexicon import Lexicon
from headwater.reading.times.lexing import Line

_BEFORE, _BEHIND = 9, 8
_STOPS = frozenset(";:")


def is_future(line: Line, start: int, end: int, lexicon: Lexicon) -> bool:
    """ "Will meet on Monday", "on Monday the court will rule"; not "said on Monday that it will rule"."""
    words, guards = line.words, lexicon.guards
    before = words[max(0, start - _BEFORE) : start]
    if words[start - 1 : start] == ["as"] and words[start - 2] in guards["future_as"]:
        return True
    if any(word in guards["told"] for word in before[-3:]):
        return False
    for word, behind in zip(reversed(before), [words[start], *reversed(before)], strict=False):
        if word in guards["future"] or (behind == "to" and word in guards["future_to"]):
            return True
        if word in _STOPS or word in guards["told"]:
            return False
    for word in words[end : end + _BEHIND]:
        if word in ("will", "shall"):
            return True
        if word in _STOPS or word in guards["told"] or word == ",":
            return False
    return False


def is_past(line: Line, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a verb close by is in the past: "in May six were killed"."""
    around = [*line.words[max(0, start - _BEFORE) : start], *line.words[end : end + _BEHIND]]
    return any(word in lexicon.pasts or (word.endswith("ed") and len(word) > 4) for word in around)
