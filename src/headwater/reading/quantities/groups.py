"""Who or what is counted: figures with their nouns, single people, plurals, names, pronouns."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from headwater.reading.quantities.figures import Figure, figure_at, qualified
from headwater.reading.quantities.lexicon import Lexicon, Noun, phrase_at, phrase_before
from headwater.reading.quantities.nouns import Head, begins, head_behind, head_here
from headwater.reading.words import Token

Kind = Literal["number", "one", "plural", "named", "pronoun"]
PERSON = Noun("unknown", None, None, False)
ATTACKER = Noun("combatant", "attackers", None, False)


@dataclass(frozen=True, slots=True)
class Group:
    """Tokens [figure.first, last) that stand for those counted.  `head` is their noun, null for a bare figure: "killed
    12"."""

    figure: Figure
    last: int
    head: Head | None
    kind: Kind

    @property
    def unit(self) -> str | None:
        """The unit of things; null for people and bare figures."""
        return self.head.noun.unit if self.head else None


def groups(tokens: list[Token], persons: Mapping[int, int], lexicon: Lexicon) -> list[Group]:
    """The groups of a sentence, one after the other; `persons` leads from the first token of a name behind its last."""
    found: list[Group] = []
    index = 0
    while index < len(tokens):
        group = _group_at(tokens, index, persons, lexicon)
        if group:
            found.append(group)
        index = max(group.last if group else index + 1, index + 1)
    return found


def _group_at(tokens: list[Token], index: int, persons: Mapping[int, int], lexicon: Lexicon) -> Group | None:
    if index in persons:
        return _named(tokens, index, persons)
    figure = figure_at(tokens, index, lexicon)
    if figure and not _is_age(tokens, figure.last):
        return _numbered(tokens, figure, lexicon)
    word = tokens[index].lower
    determined = _determined(tokens, index, lexicon)
    if determined:
        return determined
    if word in lexicon.words["pronouns_one"]:
        return Group(_exact(index, index + 1, 1), index + 1, None, "pronoun")
    if word in lexicon.words["pronouns_two"]:
        head = head_behind(tokens, index + 1, lexicon)
        return Group(_exact(index, index + 1, 2), head.last if head else index + 1, head, "pronoun")
    return _plain(tokens, index, lexicon)


def _numbered(tokens: list[Token], figure: Figure, lexicon: Lexicon) -> Group | None:
    """The figure with its noun, or bare; None where what follows is nothing that is counted: "12 days", "two birds"."""
    if _guarded(tokens, figure, lexicon):
        return None
    measure = phrase_at(lexicon.measures, tokens, figure.last)
    if measure or figure.percent:
        last, unit = measure or (figure.last, "percent")
        return Group(figure, last, Head(last, last, replace(PERSON, unit=unit)), "number")
    start = _behind_them(tokens, figure.last, lexicon)
    if start:
        head = head_behind(tokens, start, lexicon)
        return Group(figure, head.last if head else figure.last + 2, head, "number")
    start = _skip_of(tokens, figure.last, lexicon)
    head = head_behind(tokens, start, lexicon, peoples=True)
    if head:
        head = _joined(tokens, head, lexicon)
        behind = phrase_at(lexicon.behind, tokens, head.last)
        figure = qualified(figure, behind[1]) if behind else _others(tokens, figure, head)
        return Group(figure, behind[0] if behind else head.last, head, "number")
    if _is_age_of(tokens, figure):
        return None
    object_ = figure.last < len(tokens) and (tokens[figure.last].capital or figure.qualifier == "vague")
    object_ = object_ and phrase_before(lexicon.triggers["active"], tokens, figure.first) is not None
    noun = any(phrase_at(lexicon.triggers["noun"], tokens, figure.last + at) for at in (1, 2))
    ends = object_ or noun or any(_ends_bare(tokens, index, lexicon) for index in (figure.last, start))
    if figure.year or not (_is_nobody(tokens, figure) or ends):
        return None
    return Group(figure, max(_skip_more(tokens, figure.last), figure.last), None, "number")


def _joined(tokens: list[Token], head: Head, lexicon: Lexicon) -> Head:
    """25 soldiers and fighters: one number for both."""
    start = head.last
    if start + 1 >= len(tokens) or tokens[start].lower not in {"and", "or"} or not head.noun.many:
        return head
    more = head_here(tokens, start + 1, lexicon)
    if more is None or not more.noun.many or bool(more.noun.unit) != bool(head.noun.unit):
        return head
    verb = phrase_at(lexicon.triggers["active"], tokens, more.last)
    if (
        verb
        or tokens[start + 1].lower in {"others", "other", "scores", "dozens"}
        or "others" in tokens[more.last - 1].lower
    ):
        return head
    same = more.noun.class_ == head.noun.class_ or "unknown" in (more.noun.class_, head.noun.class_)
    class_ = head.noun.class_ if same else "mixed"
    return Head(head.first, more.last, replace(head.noun, class_=class_))


def _others(tokens: list[Token], figure: Figure, head: Head) -> Figure:
    """Two others; three more people: besides those told before."""
    between = {token.lower for token in tokens[figure.last : head.last]}
    return replace(figure, further=True) if between & {"other", "others", "more", "additional", "further"} else figure


def _guarded(tokens: list[Token], figure: Figure, lexicon: Lexicon) -> bool:
    """Money, dates, measures; numbers inside names ("Article 12", "Group 5")."""
    before = tokens[figure.first - 1].text if figure.first else ""
    after = tokens[figure.last].text if figure.last < len(tokens) else ""
    words = lexicon.words
    plain = figure.last - figure.first == 1 and after.lower() not in lexicon.nouns.beginning
    months = plain and (before.rstrip(".") in words["months"] or after in words["months"])
    measured = after.lower() in words["not_people"]
    clock = ":" in (before, after)
    return months or clock or before in words["currency"] or measured or after in words["currency"]


def _is_age_of(tokens: list[Token], figure: Figure) -> bool:
    """A man, 24, …; two men, ages 20 and 25, …"""
    marks = [tokens[index].text for index in (figure.first - 1, figure.last) if 0 <= index < len(tokens)]
    near = {token.lower for token in tokens[max(figure.first - 5, 0) : figure.first]}
    return (marks == [",", ","] and figure.last - figure.first == 1) or bool(near & {"ages", "aged", "age"})


def _is_age(tokens: list[Token], index: int) -> bool:
    behind = [token.lower for token in tokens[index : index + 2]]
    return behind[1:] == ["old"] and behind[0] in {"year", "years", "month", "months"}


def _ends_bare(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """May a count without a noun end here: at a mark, at "in", at "were", at "dead"?"""
    if index >= len(tokens) or not tokens[index].word or tokens[index].text[0].isdigit():
        return True
    if tokens[index].lower in lexicon.words["after_bare"] | lexicon.words["auxiliaries"]:
        return True
    if tokens[index].lower.endswith("ing"):
        return True
    listed = lexicon.words["degree_injured"] | lexicon.words["degree_killed"] | {"people"}
    uses = ("noun", "bare", "alone", "passive", "active")
    return tokens[index].lower in listed or any(phrase_at(lexicon.triggers[use], tokens, index) for use in uses)


def _is_nobody(tokens: list[Token], figure: Figure) -> bool:
    return figure.high == 0 and tokens[figure.last - 1].lower in {"one", "nobody", "none", "no-one"}


def _behind_them(tokens: list[Token], index: int, lexicon: Lexicon) -> int | None:
    """Where the noun begins in "one of them a child", "three of whom were children"."""
    if [token.lower for token in tokens[index : index + 2]] not in (["of", "them"], ["of", "whom"]):
        return None
    index += 2
    while index < len(tokens) and tokens[index].lower in lexicon.words["to_be"] | {"a", "an"}:
        index += 1
    return index


def _skip_of(tokens: list[Token], index: int, lexicon: Lexicon) -> int:
    """Behind "of": "dozens of the civilians", "three of them"."""
    index = _skip_more(tokens, index)
    of = index < len(tokens) and tokens[index].lower == "of"
    if of or tokens[index - 1].lower == "of":
        index += of
        while index < len(tokens) and tokens[index].lower in lexicon.words["determiners"]:
            index += 1
    return index


def _skip_more(tokens: list[Token], index: int) -> int:
    return index + 1 if index < len(tokens) and tokens[index].lower in {"more", "additional"} else index


def _determined(tokens: list[Token], index: int, lexicon: Lexicon) -> Group | None:
    """A soldier; the two boys' mother; his children."""
    word = tokens[index].lower
    single = word in lexicon.words["determiners_one"]
    if not single and word not in lexicon.words["determiners"]:
        return None
    number = figure_at(tokens, index + 1, lexicon)
    if number and not _is_age(tokens, number.last):
        return None
    head = head_behind(tokens, index + 1, lexicon)
    if head is None or (single and head.noun.many) or tokens[head.last - 1].lower in {"lives", "life"}:
        return None
    if head.noun.many:
        return _plural(index, head, tokens)
    return _one(tokens, index, head, lexicon)


def _plain(tokens: list[Token], index: int, lexicon: Lexicon) -> Group | None:
    """Civilians; Belmarian soldiers.  One person without an article only where a sentence or a part of it begins,
    before a name, and in headlines as an object ("Army Kills Commander")."""
    head = head_here(tokens, index, lexicon)
    if head is None or tokens[head.last - 1].lower in {"lives", "life"}:
        return None
    if head.noun.many:
        return _plural(index, head, tokens)
    name = _name_behind(tokens, head.last, lexicon)
    if name > head.last:
        return Group(_exact(index, name, 1), name, head, "one")
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
    return Group(_exact(first, head.last, number, further), head.last, head, "one")


def _plural(first: int, head: Head, tokens: list[Token]) -> Group:
    others = tokens[head.last - 1].lower in {"others", "other"}
    figure = Figure(first, head.last, None, None, None, "plural", "others" if others else None, further=others)
    return Group(figure, head.last, head, "plural")


def _named(tokens: list[Token], index: int, persons: Mapping[int, int]) -> Group:
    """Maro Tevin, 34, and Iva Dorn: two, with the age behind each."""
    last, number = _behind_age(tokens, persons[index]), 1
    while True:
        start = last
        while start < len(tokens) and tokens[start].lower in {",", ";", "and"} and start < last + 2:
            start += 1
        if start == last or start not in persons:
            break
        last, number = _behind_age(tokens, persons[start]), number + 1
    return Group(_exact(index, last, number), last, Head(index, last, PERSON), "named")


def _behind_age(tokens: list[Token], last: int) -> int:
    """Behind ", 34" or "34", where a name has one; the comma behind it is left to what follows."""
    at = last + 1 if last < len(tokens) and tokens[last].text == "," else last
    if at < len(tokens) and tokens[at].text.isdigit() and len(tokens[at].text) <= 2:
        return at + 1
    return last


def _exact(first: int, last: int, number: int, further: bool = False) -> Figure:
    return Figure(first, last, number, number, number, "exact", further=further)
