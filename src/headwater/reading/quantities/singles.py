"""Those counted without a number: one person, plurals, names."""

from collections.abc import Mapping

from headwater.reading.quantities.figures import Figure, figure_at
from headwater.reading.quantities.group import PERSON, Group, exact
from headwater.reading.quantities.lexicon import Lexicon, phrase_at, phrase_before
from headwater.reading.quantities.nouns import Head, begins, head_behind, head_here, is_age
from headwater.reading.words import Token


def determined(tokens: list[Token], index: int, lexicon: Lexicon) -> Group | None:
    """A soldier; the two boys' mother; his children."""
    word = tokens[index].lower
    single = word in lexicon.words["determiners_one"]
    if not single and word not in lexicon.words["determiners"]:
        return None
    number = figure_at(tokens, index + 1, lexicon)
    if number and not is_age(tokens, number.last):
        return None
    head = head_behind(tokens, index + 1, lexicon)
    if head is None or (single and head.noun.many) or tokens[head.last - 1].lower in {"lives", "life"}:
        return None
    if head.noun.many:
        return _plural(index, head, tokens)
    return _one(tokens, index, head, lexicon)


def plain(tokens: list[Token], index: int, lexicon: Lexicon) -> Group | None:
    """Civilians; Belmarian soldiers.  One person without an article only where a sentence or a part of it begins,
    before a name, and in headlines as an object ("Army Kills Commander")."""
    head = head_here(tokens, index, lexicon)
    if head is None or tokens[head.last - 1].lower in {"lives", "life"}:
        return None
    if head.noun.many:
        return _plural(index, head, tokens)
    name = _name_behind(tokens, head.last, lexicon)
    if name > head.last:
        return Group(exact(index, name, 1), name, head, "one")
    if begins(tokens, index):
        return _one(tokens, index, head, lexicon)
    object_ = phrase_before(lexicon.triggers["active"], tokens, index)
    return _one(tokens, index, head, lexicon) if object_ and tokens[object_[0]].capital else None


def _name_behind(tokens: list[Token], last: int, lexicon: Lexicon) -> int:
    """Reporter Maro Tevin: behind two or more words with capitals that are no verbs of a headline."""
    ends = lexicon.words["after_bare"] | lexicon.words["auxiliaries"]
    end = last
    while end < min(last + 4, len(tokens)) and tokens[end].capital and tokens[end].text.isalpha():
        uses = ("bare", "alone", "active", "passive")
        if tokens[end].lower in ends or any(phrase_at(lexicon.triggers[use], tokens, end) for use in uses):
            return last
        end += 1
    return end if end - last > 1 else last


def _one(tokens: list[Token], first: int, head: Head, lexicon: Lexicon) -> Group:
    """A soldier; a couple and a man and woman are two."""
    further = tokens[first].lower == "another"
    pair = tokens[head.last - 1].lower == "couple"
    second = None
    if head.last + 1 < len(tokens) and tokens[head.last].lower == "and":
        second = phrase_at(lexicon.nouns, tokens, head.last + 1)
    if second and not second[1].many and second[1].unit == head.noun.unit:
        head = Head(head.first, second[0], head.noun)
    number = 2 if pair or second else 1
    return Group(exact(first, head.last, number, further), head.last, head, "one")


def _plural(first: int, head: Head, tokens: list[Token]) -> Group:
    others = tokens[head.last - 1].lower in {"others", "other"}
    figure = Figure(first, head.last, None, None, None, "plural", "others" if others else None, further=others)
    return Group(figure, head.last, head, "plural")


def named(tokens: list[Token], index: int, persons: Mapping[int, int]) -> Group:
    """Maro Tevin, 34, and Iva Dorn: two, with the age behind each."""
    last, number = _behind_age(tokens, persons[index]), 1
    while True:
        start = last
        while start < len(tokens) and tokens[start].lower in {",", ";", "and"} and start < last + 2:
            start += 1
        if start == last or start not in persons:
            break
        last, number = _behind_age(tokens, persons[start]), number + 1
    return Group(exact(index, last, number), last, Head(index, last, PERSON), "named")


def _behind_age(tokens: list[Token], last: int) -> int:
    """Behind ", 34" or "34", where a name has one; the comma behind it is left to what follows."""
    at = last + 1 if last < len(tokens) and tokens[last].text == "," else last
    if at < len(tokens) and tokens[at].text.isdigit() and len(tokens[at].text) <= 2:
        return at + 1
    return last
