"""Where a place is named: what the encoder marks, what the dictionary of states names, what the gazetteer knows."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from headwater.knowledge.spelling import fold
from headwater.reading.places.judging import judged
from headwater.reading.places.lines import Line
from headwater.reading.places.lists import Lists
from headwater.reading.places.named import Names
from headwater.reading.places.toponym import Toponym, Way
from headwater.records import Span

LONGEST = 6  # words of a name
ACRONYM = 4  # letters of a word in capitals that is hardly a name
_INSIDE = frozenset("al el de of the la le du das dos da do on sur upon ez az ad ar as an at and bin in".split())
_LOWERED = re.compile(r"[A-Z]\w*-[a-z]{2,}")  # IS-held, Iran-backed
_SETTLED = frozenset(["adm1", "adm2", "city", "town", "village", "quarter", "country"])
_DOTTED = frozenset("st mt ft ste".split())


Rule = Callable[[Line, int, Lists], tuple[int, str, Way] | None]


def find(lines: Sequence[Line], names: Names, lists: Lists) -> list[list[Toponym]]:
    """The toponyms of each line of one article, none over another, in order.

    A name that is a place's in one line is so in the others too, where nothing speaks against it.
    """
    refused: list[set[str]] = [set() for _ in lines]
    found = [_in_line(line, names, lists, some) for line, some in zip(lines, refused, strict=True)]
    said = {fold(one.text) for some in found for one in some if not one.inside}
    again = replace(names, said=frozenset(said))
    return [
        some if said.isdisjoint(no) else _in_line(line, again, lists, set())
        for line, some, no in zip(lines, found, refused, strict=True)
    ]


def _in_line(line: Line, names: Names, lists: Lists, refused: set[str]) -> list[Toponym]:
    here = names.within(line.span)
    found: list[Toponym] = []
    index = 0
    while index < len(line.tokens):
        at = _at(line, index, lists) if line.named(index) else None
        one = at and judged(at, line, here, lists)
        if one:
            found.append(one)
        elif at:
            refused.add(fold(at.text))
        index = one.last if one else index + 1
    found += list(_unknown(line, here.places, found, lists))
    return sorted(found, key=lambda one: one.first)


def given(line: Line, spans: Sequence[Span], lists: Lists) -> list[Toponym]:
    """Toponyms at spans that are given, whatever the rules would say."""
    found: list[Toponym] = []
    for span in spans:
        if not line.span.start <= span.start < line.span.end:
            continue
        inside = [at for at, token in enumerate(line.tokens) if token.start < span.end and token.end > span.start]
        if inside:
            words = line.text[span.start : span.end]
            name = lists.short.get(words) or lists.short.get(f"{words}.") or lists.demonyms.get(words) or words
            way: Way = "demonym" if words in lists.demonyms else "given"
            if not lists.gazetteer.named(name) and (inner := _inner(line, inside, lists)):
                name = inner
            found.append(Toponym(line.number, inside[0], inside[-1] + 1, span, words, name, way))
    return found


def _inner(line: Line, inside: Sequence[int], lists: Lists) -> str | None:
    """England, of the Bank of England: the largest place that a longer name names."""
    best, most = None, 0
    for at in inside:
        one = _at(line, at, lists)
        rows = lists.gazetteer.named(one.name) if one else ()
        people = max((lists.gazetteer.place(row).population for row, _ in rows), default=0)
        if one is not None and people > most and one.text.lower() not in lists.words["never"]:
            best, most = one.name, people
    return best


def _at(line: Line, index: int, lists: Lists) -> Toponym | None:
    for rule in RULES:
        if answer := rule(line, index, lists):
            last, name, way = answer
            span = Span(line.tokens[index].start, line.tokens[last - 1].end)
            if line.text[span.start : span.end + 1] in lists.short:
                span = Span(span.start, span.end + 1)
                last += int(line.lower(last) == ".")
            return Toponym(line.number, index, last, span, line.text[span.start : span.end], name, way)
    return None


def short_form(line: Line, index: int, lists: Lists) -> tuple[int, str, Way] | None:
    """U.S., Ill., UAE"""
    token = line.tokens[index]
    for end in (token.end + 1, token.end):
        if full := lists.short.get(line.text[token.start : end]):
            return index + 1, full, "known"
    return None


def people(line: Line, index: int, lists: Lists) -> tuple[int, str, Way] | None:
    """Syrian, South Koreans"""
    for last in range(min(index + 3, len(line.tokens)), index, -1):
        words = line.words(index, last)
        if name := lists.demonyms.get(words):
            return last, name, "demonym"
    return None


def known(line: Line, index: int, lists: Lists) -> tuple[int, str, Way] | None:
    """The longest name of the gazetteer that begins here with a capital: Deir ez-Zor, New York, St. Louis"""
    tokens = line.tokens
    if not _begins(line, index):
        return None
    for last in range(_reach(line, index), index, -1):
        common = tokens[last - 1].lower in lists.kinds or tokens[last - 1].lower in lists.behind
        if not line.named(last - 1) and not (common and last - index > 1):
            continue
        words = line.words(index, last)
        if lists.gazetteer.named(words):
            return last, words, "known"
    return None


RULES: Sequence[Rule] = (short_form, people, known)


def _begins(line: Line, index: int) -> bool:
    return line.tokens[index].word and line.named(index)


def _reach(line: Line, index: int) -> int:
    """The end of the longest run of words from here that one name could have."""
    last = index
    for last in range(index, min(index + LONGEST, len(line.tokens)) + 1):
        if last == len(line.tokens):
            return last
        token = line.tokens[last]
        dot = token.text == "." and line.lower(last - 1) in _DOTTED
        if not (token.word or dot):
            return last
        if not line.named(last) and token.lower not in _INSIDE and not dot and last > index:
            return last + 1
    return last


def _unknown(line: Line, places: Sequence[Span], found: Sequence[Toponym], lists: Lists) -> Iterator[Toponym]:
    """Places that the encoder hears and the gazetteer does not know: the first run of words with capitals, without
    article, direction, people and word of kind."""
    taken = {at for one in found for at in range(one.first, one.last)}
    for span in places:
        inside = [at for at, token in enumerate(line.tokens) if token.start < span.end and token.end > span.start]
        run = _run(line, [at for at in inside if at not in taken], lists)
        if run and _nameable(line, run, lists):
            taken.update(run)
            where = Span(line.tokens[run[0]].start, line.tokens[run[-1]].end)
            words = line.words(run[0], run[-1] + 1)
            yield Toponym(line.number, run[0], run[-1] + 1, where, words, words, "heard")


def _run(line: Line, inside: Sequence[int], lists: Lists) -> list[int]:
    """The first words with capitals that follow each other, joined by small words of names at most."""
    run: list[int] = []
    for at in inside:
        named = line.named(at) and not _LOWERED.search(line.tokens[at].text)
        if not run and (
            not named or line.lower(at) in {"the", *lists.directions} or line.tokens[at].text in lists.demonyms
        ):
            continue
        if run and (at != run[-1] + 1 or not (named or line.lower(at) in _INSIDE)):
            break
        run.append(at)
    while run and (not line.named(run[-1]) or set(lists.kinds.get(line.lower(run[-1]), ())) & _SETTLED):
        run.pop()
    return run


def _nameable(line: Line, run: Sequence[int], lists: Lists) -> bool:
    words = line.words(run[0], run[-1] + 1)
    if all(line.lower(at) in lists.words["generic"] for at in run) or line.lower(run[-1]) in lists.words["nowhere"]:
        return False
    if words.lower() in lists.words["never"] | lists.words["nowhere"] or line.lower(run[-1]) in lists.words["bodies"]:
        return False
    return not (len(run) == 1 and words.removesuffix("s").isupper() and len(words) <= ACRONYM + 1)
