"""Whether words that the gazetteer knows name a place here, or only look like it."""

from collections.abc import Sequence
from dataclasses import replace

from headwater.reading.places.lines import Line
from headwater.reading.places.lists import Lists
from headwater.reading.places.toponym import Toponym, Way
from headwater.records import Span

BIG = 100_000  # people of a city that needs no word of place in front


def judged(one: Toponym, line: Line, places: Sequence[Span], others: Sequence[Span], lists: Lists) -> Toponym | None:
    """The toponym with what speaks for it; null where it is more likely no place."""
    around = [span for span in others if span.start < one.span.end and span.end > one.span.start]
    heard = any(span.start < one.span.end and span.end > one.span.start for span in places)
    if any(len(span) > len(one.span) for span in around) or _in_body(one, line, lists):
        return _as_inside(one, lists) if not heard or around else _heard(one)
    if one.way == "demonym":
        return one
    if heard:
        return _heard(one)
    if around and not _sure(one, lists):
        return None
    return one if _spoken_for(one, line, lists) else None


def _heard(one: Toponym) -> Toponym:
    way: Way = one.way if one.way == "demonym" else "heard"
    return replace(one, way=way)


def _as_inside(one: Toponym, lists: Lists) -> Toponym | None:
    if one.way != "demonym" and not _sure(one, lists):
        return None
    return replace(one, inside=True)


def _in_body(one: Toponym, line: Line, lists: Lists) -> bool:
    """University of Orsk, Orsk Times"""
    tokens, bodies = line.tokens, lists.words["bodies"]
    behind = one.last < len(tokens) and tokens[one.last].capital and tokens[one.last].lower in bodies
    before = one.first > 1 and line.lower(one.first - 1) in ("of", "for") and tokens[one.first - 2].capital
    return behind or (before and line.lower(one.first - 2) in bodies)


def _sure(one: Toponym, lists: Lists) -> bool:
    """A country, a capital, a large city or division: its name alone is hardly anything else."""
    if one.text.lower() in lists.words["never"] and one.text not in lists.short:
        return False
    for row, alternate in lists.gazetteer.named(one.name):
        place = lists.gazetteer.place(row)
        if place.kind in ("country", "continent", "capital") or (place.population >= BIG and not alternate):
            return True
    return False


def _spoken_for(one: Toponym, line: Line, lists: Lists) -> bool:
    """Whether the words around a name of the gazetteer are those of a place."""
    before, two = line.lower(one.first - 1), line.lower(one.first - 2)
    if before in lists.words["titles"] or two + before in lists.words["titles"]:
        return False
    plain = one.text.lower() in lists.words["never"]
    if one.last - one.first == 1 and plain and one.text not in lists.short:
        return False
    behind = line.tokens[one.last] if one.last < len(line.tokens) else None
    if (
        behind is not None
        and behind.word
        and behind.capital
        and behind.lower not in lists.kinds
        and not _sure(one, lists)
    ):
        return False
    if before in lists.words["before"] or before in lists.kinds or line.lower(one.last) in lists.kinds:
        return True
    return _sure(one, lists) or (before == "," and behind is not None and behind.text in (",", "."))
