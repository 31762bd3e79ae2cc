"""The groups of a sentence: figures with their nouns, and those counted without a number."""

from collections.abc import Mapping
from dataclasses import replace

from headwater.reading.quantities.figures import Figure, figure_at, qualified
from headwater.reading.quantities.group import PERSON, Group, exact
from headwater.reading.quantities.lexicon import Lexicon, phrase_at, phrase_before
from headwater.reading.quantities.nouns import Head, head_behind, head_here, is_age
from headwater.reading.quantities.singles import determined, named, plain
from headwater.reading.words import Token


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
        return named(tokens, index, persons)
    figure = figure_at(tokens, index, lexicon)
    if figure and not is_age(tokens, figure.last):
        return _numbered(tokens, figure, lexicon)
    word = tokens[index].lower
    single = determined(tokens, index, lexicon)
    if single:
        return single
    if word in lexicon.words["pronouns_one"]:
        return Group(exact(index, index + 1, 1), index + 1, None, "pronoun")
    if word in lexicon.words["pronouns_two"]:
        head = head_behind(tokens, index + 1, lexicon)
        return Group(exact(index, index + 1, 2), head.last if head else index + 1, head, "pronoun")
    return plain(tokens, index, lexicon)


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
    if head and figure.year and not head.noun.many:
        return None  # the year of a picture or a dateline, and somebody behind it: no one has 2018 members in one
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
