"""Whether words that the gazetteer knows name a place here, or only look like it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from headwater.knowledge.spelling import fold
from headwater.reading.places.lines import Line
from headwater.reading.places.lists import Lists
from headwater.reading.places.named import Names
from headwater.reading.places.toponym import Toponym
from headwater.reading.words import Token
from headwater.records import Span

_LOWERED = re.compile(r"[A-Z]\w*-[a-z]{2,}")  # IS-held, Iran-backed
WIDE = frozenset(["sea", "gulf", "strait", "region", "river", "lake", "canal", "mountains", "desert"])
DIVISIONS = frozenset(["country", "adm1", "adm2"])
TOWNS = frozenset(["capital", "city", "town", "village", "quarter"])
ROADS = frozenset(["road", "quarter", "facility"])
ASIDE = frozenset(["the", "greater", "downtown", "rural", "central", "old", "mainland"])
ACRONYM = 4  # letters of a word in capitals that is hardly a name
BODY = 3  # words behind a place in the name of a body
BIG = 100_000  # people of a city that needs no word of place in front


def judged(one: Toponym, line: Line, names: Names, lists: Lists) -> Toponym | None:
    """The toponym with what speaks for it; null where it is more likely no place."""
    if one.text.lower() in lists.words["nowhere"]:
        return None
    if line.lower(one.first) in lists.directions and line.lower(one.last) == "of":
        return None
    if _common(one, line, lists):
        return None
    persons, bodies = _over(names.persons, one), _over(names.bodies, one)
    sure = _sure(one, lists)
    if persons and not (sure and one.span in persons and _led(one, line, lists)):
        return one if _before_title(one, persons, lists) else None
    if _inside(bodies, one, line) or _in_body(one, line, lists):
        return replace(one, inside=True) if sure or one.way == "demonym" else None
    if one.way == "demonym":
        return one
    heard = _over(names.places, one)
    if _acronym(one, line, lists):
        return None
    if heard:
        return None if any(_part_of(one, span, line, lists) for span in heard) else replace(one, way="heard")
    if _over(names.states, one) and sure:
        return replace(one, way="heard", state=True)
    if bodies and not sure:
        return None
    return one if _spoken_for(one, line, lists) or fold(one.text) in names.said else None


def _acronym(one: Toponym, line: Line, lists: Lists) -> bool:
    """SANA, IS; not IRAN in a line of capitals, nor PARIS where a dateline begins."""
    if one.text in lists.short or not one.text.isupper() or len(one.text) > ACRONYM or one.first == 0:
        return False
    return any(token.word and not token.text.isupper() for token in line.tokens[max(one.first - 2, 0) : one.last + 3])


def _before_title(one: Toponym, persons: Sequence[Span], lists: Lists) -> bool:
    """The Russian foreign minister, US President …: the adjective belongs to the office."""
    adjective = one.way == "demonym" or one.text in lists.short
    return adjective and all(span.start == one.span.start < one.span.end < span.end for span in persons)


def _common(one: Toponym, line: Line, lists: Lists) -> bool:
    """Street, Bridge, Town Hall; Elm Street, which is in some town and none itself."""
    words = [line.lower(at) for at in range(one.first, one.last)]
    if all(word in lists.words["generic"] for word in words):
        return True
    return len(words) > 1 and words[-1] in lists.words["streets"] and not _kinds(one, lists) & ROADS


def _kinds(one: Toponym, lists: Lists) -> set[str]:
    return {lists.gazetteer.place(row).kind for row, _ in lists.gazetteer.named(one.name)}


def _over(spans: Sequence[Span], one: Toponym) -> list[Span]:
    return [span for span in spans if span.start < one.span.end and span.end > one.span.start]


def _inside(spans: Sequence[Span], one: Toponym, line: Line) -> bool:
    """The Syrian Observatory; not Syrian rebels, whose other words have no capital."""
    around = [span for span in spans if len(span) > len(one.span)]
    for at, token in enumerate(line.tokens):
        outside = at < one.first or at >= one.last
        if outside and line.named(at) and any(span.start <= token.start < span.end for span in around):
            return True
    return False


def _part_of(one: Toponym, span: Span, line: Line, lists: Lists) -> bool:
    """Whether the words are only some of a longer name that the encoder hears: Hall, of Orsk Hall; not Syria, of
    southern Syria, nor Idlib, of Idlib Province."""
    left = right = True
    for at in range(one.first - 1, -1, -1):
        if line.tokens[at].start < span.start or not left:
            break
        left = line.tokens[at].word
        if left and line.named(at) and not _aside(line.tokens[at], lists) and not _listed(one, line.tokens[at], lists):
            return True
    for at in range(one.last, len(line.tokens)):
        if line.tokens[at].end > span.end or not right:
            break
        right = line.tokens[at].word
        if right and line.named(at) and line.lower(at) not in lists.kinds and not _listed(one, line.tokens[at], lists):
            return True
    return False


def _listed(one: Toponym, token: Token, lists: Lists) -> bool:
    """Homs Syria, Azaz Aleppo: in texts that have lost their commas, two places side by side."""
    return _sure(one, lists) or any(
        lists.gazetteer.place(row).kind == "country" or lists.gazetteer.place(row).population > BIG
        for row, alternate in lists.gazetteer.named(token.text)
        if not alternate
    )


def _aside(token: Token, lists: Lists) -> bool:
    word = token.lower
    if token.text in lists.demonyms or _LOWERED.search(token.text):
        return True
    return (
        word in lists.directions
        or word in lists.kinds
        or word in ("the", "greater", "downtown", "rural", "central", "old")
    )


def _in_body(one: Toponym, line: Line, lists: Lists) -> bool:
    """University of Orsk, Orsk Times, Orsk Relief Council"""
    bodies = lists.words["bodies"]
    last = one.last
    while last < one.last + BODY and _capital(line, last):
        if line.lower(last) in bodies:
            return True
        last += 1
    before = one.first > 1 and line.lower(one.first - 1) in ("of", "for") and line.tokens[one.first - 2].capital
    return before and line.lower(one.first - 2) in bodies


def _sure(one: Toponym, lists: Lists) -> bool:
    """A country, a capital, a large city or division: its name alone is hardly anything else."""
    if one.text in lists.short:
        return True
    if one.text.lower() in lists.words["never"]:
        return False
    several = one.last - one.first > 1
    for row, alternate in lists.gazetteer.named(one.name):
        place = lists.gazetteer.place(row)
        large = place.population >= BIG and not alternate
        wide = several and (place.kind in WIDE or place.kind in DIVISIONS)
        if place.kind in ("country", "continent", "capital") or large or wide:
            return True
    return False


def _led(one: Toponym, line: Line, lists: Lists) -> bool:
    return line.lower(one.first - 1) in lists.words["before"]


def _spoken_for(one: Toponym, line: Line, lists: Lists) -> bool:
    """Whether the words around a name of the gazetteer are those of a place."""
    before = line.lower(one.first - 1)
    if before in lists.words["titles"] or (before == "." and line.lower(one.first - 2) in lists.words["titles"]):
        return False
    if _sure(one, lists):
        return True
    if one.text.lower() in lists.words["never"]:
        return False
    if before == "the":
        followed = line.lower(one.last) in lists.kinds or line.lower(one.last) in lists.behind
        return followed or not _kinds(one, lists) <= TOWNS
    behind = line.lower(one.last)
    if _capital(line, one.last) and behind not in lists.kinds:
        return False
    if _capital(line, one.first - 1) and one.first > 1 and before not in lists.kinds and before not in lists.directions:
        return False
    return before in lists.words["before"] or before in lists.kinds or behind in lists.kinds or (
        before == "," and behind in (",", ".", "and", "or", "in")
    )  # fmt: skip


def _capital(line: Line, index: int) -> bool:
    return 0 <= index < len(line.tokens) and line.tokens[index].word and line.named(index)
