"""How counts hang together: parts of a whole, remarks between marks, others of the kind before."""

from dataclasses import replace

from headwater.reading.quantities.count import Count
from headwater.reading.quantities.figures import figure_at
from headwater.reading.quantities.group import Group
from headwater.reading.quantities.lexicon import Lexicon, Trigger, phrase_at, phrase_before
from headwater.reading.quantities.link import Link
from headwater.reading.quantities.lists import joint
from headwater.reading.quantities.nouns import head_here
from headwater.reading.quantities.subjects import alone, bare, passive
from headwater.reading.quantities.verbs import trigger_at
from headwater.reading.words import Token

FARTHEST_PART = 25
MARKS = frozenset({",", "-", "–", "—", "(", ")"})


def broken_down(tokens: list[Token], group: Group, before: Count, lexicon: Lexicon) -> Count | None:
    """Part of a count before: "including three children", "three children among them", "three of them children"."""
    if group.figure.first - before.group.last > FARTHEST_PART or group.unit or before.group.unit:
        return None
    first, last = group.figure.first, group.last
    whole = before.whole if before.whole and not before.besides else before
    part = replace(before, group=group, rule="broken_down", whole=whole, besides=False, part=False)
    links = (rule(tokens, group, lexicon) for rule in (passive, alone, bare))
    own = any(link.first != before.link.first for link in links if link)
    if phrase_before(lexicon.lists["besides"], tokens, first) and not own:
        return replace(part, whole=whole, besides=True) if group.head or group.kind == "named" else None
    named = phrase_before(lexicon.lists["breakdown"], tokens, first)
    behind = phrase_at(lexicon.lists["breakdown"], tokens, last)
    after = behind is not None and tokens[behind[0] - 1].lower in {"them", "whom"} and _ends(tokens, behind[0], lexicon)
    of_them = [token.lower for token in tokens[group.figure.last : group.figure.last + 2]]
    if named or after or of_them in (["of", "them"], ["of", "whom"]):
        return part
    if before.rule == "broken_down" and not before.besides and not own and joint(tokens, before.group, first, lexicon):
        return replace(part, whole=before.whole)
    return _by_degree(tokens, group, before, lexicon)


def _ends(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """No noun follows: "three children among them", not "nine, among them a child"."""
    return index >= len(tokens) or (
        not (head_here(tokens, index, lexicon) or figure_at(tokens, index, lexicon))
        and (tokens[index].lower not in lexicon.words["determiners_one"] | lexicon.words["determiners"])
    )


def _by_degree(tokens: list[Token], group: Group, before: Count, lexicon: Lexicon) -> Count | None:
    """Wounded 14, three critically; shot four people, one fatally."""
    if group.kind != "number" or group.head or group.last >= len(tokens):
        return None
    word, end = tokens[group.last].lower, group.last + 1
    trigger_follows = any(trigger_at(use, tokens, end, group, lexicon) for use in ("bare", "passive"))
    if word in lexicon.words["degree_injured"] and before.unit in ("injured", "casualties") and not trigger_follows:
        link = Link(group.last, end, Trigger("injured", "injury"))
        return Count(group, link, "injured", "by_degree", whole=before)
    if word in lexicon.words["degree_killed"] and before.unit in ("injured", "casualties") and not trigger_follows:
        return Count(group, Link(group.last, end, Trigger("killed", "killing")), "killed", "by_degree", whole=before)
    return None


def put_in_remarks(tokens: list[Token], linked: dict[int, Count]) -> None:
    """Two teenagers - a boy and a girl - were shot: the two between the marks are parts, and so is the name in "the
    victim, Maro Tevin, was shot"."""
    for index, count in list(linked.items()):
        inside = [at for at in linked if at > index and linked[at].link == count.link and linked[at].whole is None]
        one = count.group.kind == "one" and all(linked[at].group.kind == "named" for at in inside)
        many = count.group.kind == "number" and (count.group.figure.best or 0) > 1
        if inside and (one or many) and _between_marks(tokens, count, linked[max(inside)]):
            linked.update({at: replace(linked[at], whole=linked[index]) for at in inside})


def _between_marks(tokens: list[Token], count: Count, last: Count) -> bool:
    """Does a mark stand behind the count, and another before its verb?"""
    before = tokens[count.group.last].text in MARKS if count.group.last < len(tokens) else False
    behind = {token.text for token in tokens[last.group.last : max(count.link.first, last.group.last)]}
    return before and bool(behind & MARKS)


def in_whole(count: Count, behind: list[Count]) -> Count:
    """Six civilians were among 22 people killed: part of the 22."""
    whole = next((other for other in behind if other.link == replace(count.link, part=False, noun=False)), None)
    return replace(count, whole=whole) if whole else count


def inherit(tokens: list[Token], linked: dict[int, Count]) -> None:
    """Killed 12 civilians and injured 30 others: the others too are civilians, as the words have it."""
    last: Count | None = None
    for index in sorted(linked):
        count = linked[index]
        head = count.group.head
        others = head is not None and head.noun.class_ == "unknown" and count.group.figure.further
        near = last is not None and not _clause_between(tokens, last, count)
        if last is not None and near and last.group.head and last.group.kind == "number" and (head is None or others):
            if count.group.kind in ("number", "plural") and last.group.head.noun.class_ != "unknown":
                linked[index] = replace(count, like=last.group.head.noun)
        elif head is not None and not count.group.unit and count.group.kind in ("number", "plural"):
            last = count


def _clause_between(tokens: list[Token], before: Count, behind: Count) -> bool:
    between = tokens[before.group.last : behind.group.figure.first]
    return any(token.lower in {"which", "that", "who", "when", "where", "while", "said", "after"} for token in between)
