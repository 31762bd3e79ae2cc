"""The counts of one sentence: groups, what befell them, and how they hang together."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from headwater.reading.quantities.figures import figure_at
from headwater.reading.quantities.groups import Group, groups
from headwater.reading.quantities.lexicon import Lexicon, Noun, Trigger, phrase_at, phrase_before
from headwater.reading.quantities.links import RULES, Link, active, alone, bare, of_them, of_whom, passive
from headwater.reading.quantities.nouns import head_here
from headwater.reading.quantities.verbs import trigger_at, verbs_behind
from headwater.reading.words import Token

FARTHEST_PART = 25
SUBJECTS = ("passive", "bare", "alone", "counted_noun")
MARKS = frozenset({",", "-", "–", "—", "(", ")"})
THINGS_ALONE = ("vehicles", "weapons", "munitions", "strikes", "attacks", "buildings", "area", "percent")


@dataclass(frozen=True, slots=True)
class Count:
    """A group and what befell it.  `whole` is the count that it is part of, or besides; `part` without it: of a whole
    that stands elsewhere.  `like` is the noun of a count before whose kind "others" and bare figures are."""

    group: Group
    link: Link
    unit: str
    rule: str
    whole: "Count | None" = None
    besides: bool = False
    part: bool = False
    like: Noun | None = None


def counts(tokens: list[Token], persons: Mapping[int, int], lexicon: Lexicon) -> list[Count]:
    """The counts of the sentence that these tokens are, in text order."""
    found = groups(tokens, persons, lexicon)
    linked: dict[int, Count] = {}
    for index in range(len(found)):
        count = _count(tokens, found, index, linked, lexicon)
        if count:
            linked[index] = count
    for index in range(len(found) - 2, -1, -1):
        count = linked.get(index) or _listed_before(tokens, found, index, linked, lexicon)
        if count:
            linked[index] = count
    for index, group in enumerate(found):
        alone = None if index in linked else _by_itself(group)
        if alone:
            linked[index] = alone
    for index in [index for index in linked if linked[index].rule == "among"]:
        linked[index] = _in_whole(linked[index], [linked[at] for at in sorted(linked) if at > index])
    _put_in_remarks(tokens, linked)
    _inherit(tokens, linked)
    made = [linked[index] for index in sorted(linked) if not _is_lone_thing(linked[index])]
    return [each for count in made for each in (count, *_later(tokens, count, lexicon))]


def _count(
    tokens: list[Token], found: list[Group], index: int, linked: dict[int, Count], lexicon: Lexicon
) -> Count | None:
    group = found[index]
    before = linked[max(linked)] if linked else None
    part = _broken_down(tokens, group, before, lexicon) if before else None
    near = index - 1 in linked or (before is not None and before.group.kind == "named")
    return (
        part
        or _by_rule(tokens, group, before, lexicon)
        or (_listed_behind(tokens, group, before, lexicon) if before and near else None)
    )


def _by_rule(tokens: list[Token], group: Group, before: Count | None, lexicon: Lexicon) -> Count | None:
    for rule in RULES:
        link = rule(tokens, group, lexicon)
        used = before is not None and before.rule in SUBJECTS and before.link
        if link and rule in (active, of_whom) and used and used.first == link.first:
            continue  # "two killed others injured": the verb has its subject
        if link:
            link = _limb(tokens, group, link, lexicon)
            count = Count(
                group,
                link,
                _unit(group, link),
                rule.__name__,
                part=link.part or of_them(tokens, group, lexicon) is not None,
            )
            further = group.figure.further and before is not None and before.unit == count.unit
            return replace(count, whole=before, besides=True) if further else count
    return None


def _put_in_remarks(tokens: list[Token], linked: dict[int, Count]) -> None:
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


def _inherit(tokens: list[Token], linked: dict[int, Count]) -> None:
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


def _in_whole(count: Count, behind: list[Count]) -> Count:
    """Six civilians were among 22 people killed: part of the 22."""
    whole = next((other for other in behind if other.link == replace(count.link, part=False)), None)
    return replace(count, whole=whole) if whole else count


def _unit(group: Group, link: Link) -> str:
    return group.unit or link.trigger.unit


def _limb(tokens: list[Token], group: Group, link: Link, lexicon: Lexicon) -> Link:
    """Shot in the leg: injured."""
    if link.trigger.unit != "casualties":
        return link
    for start in {link.last, max(group.last, link.last)}:
        words = [token.lower for token in tokens[start : start + 4]]
        if words[:1] in (["in"], ["through"]) and set(words) & lexicon.words["limbs"]:
            return replace(link, trigger=Trigger("injured", "injury"))
    return link


def _by_itself(group: Group) -> Count | None:
    """Things and fighters count without a verb: three tanks, 300 fighters, 40 percent."""
    if group.kind != "number" or group.head is None or group.figure.high == 0:
        return None
    link = Link(group.last, group.last, Trigger("", None))
    if group.unit:
        return Count(group, link, group.unit, "counted_thing")
    many = group.head.noun.many and group.head.noun.subgroup is None and group.figure.wording != "a_number_of"
    return Count(group, link, "fighters", "fighters") if group.head.noun.class_ == "combatant" and many else None


def _is_lone_thing(count: Count) -> bool:
    """A thing that no number is before: "hit a house", "destroyed tanks" (left out)."""
    return count.group.unit in THINGS_ALONE and count.group.kind != "number"


def _broken_down(tokens: list[Token], group: Group, before: Count, lexicon: Lexicon) -> Count | None:
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
    if before.rule == "broken_down" and not before.besides and not own and _joint(tokens, before.group, first, lexicon):
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


def _listed_behind(tokens: list[Token], group: Group, before: Count, lexicon: Lexicon) -> Count | None:
    """Killed 12 soldiers and three civilians."""
    rules = ("active", "of_whom", "inverted", "listed_behind", "toll", "among")
    if before.rule not in rules or (group.head is None and group.kind != "pronoun") or bool(group.unit):
        return None
    if before.group.unit or not _joint(tokens, before.group, group.figure.first, lexicon):
        return None
    if tokens[group.figure.first - 1].lower in {",", "and"} and not _goes_on(tokens, before.group, group, lexicon):
        return None
    verb = next(iter(verbs_behind(tokens, group, lexicon)))
    if verb.last > group.last or trigger_at("active", tokens, verb.last, group, lexicon):
        return None
    return replace(before, group=group, rule="listed_behind")


def _listed_before(
    tokens: list[Token], found: list[Group], index: int, linked: dict[int, Count], lexicon: Lexicon
) -> Count | None:
    """Two soldiers and three civilians were killed."""
    after, group = linked.get(index + 1), found[index]
    if after is None or group.unit or after.group.unit or (group.head is None and group.kind != "pronoun"):
        return None
    if after.rule not in ("passive", "alone", "bare", "among", "hospital", "listed_before") or after.group.head is None:
        return None
    joined = _joint(tokens, group, after.group.figure.first, lexicon)
    joined = joined and not _is_apposition(tokens, group, after.group)
    return replace(after, group=group, rule="listed_before", whole=None, besides=False) if joined else None


def _is_apposition(tokens: list[Token], group: Group, after: Group) -> bool:
    """The victim, Maro Tevin, was …: a comma before and one behind."""
    comma = tokens[group.last].text == "," and after.figure.first == group.last + 1
    if comma and group.kind == "one" and after.kind == "named":
        return True
    return comma and after.last < len(tokens) and tokens[after.last].text in {",", "("}


def _goes_on(tokens: list[Token], before: Group, group: Group, lexicon: Lexicon) -> bool:
    """A list has "and" before its last part: "killed a man, a woman and a child", not "killed a man, a mayor said"."""
    if before.last < group.figure.first and tokens[group.figure.first - 1].lower == "and":
        return True
    behind = [token.lower for token in tokens[group.last : group.last + 2]]
    return behind[:1] == ["and"] or (behind[:1] == [","] and len(behind) > 1)


def _joint(tokens: list[Token], before: Group, end: int, lexicon: Lexicon) -> bool:
    """Is there nothing but "and" or a comma between the group and the next, which begins at `end`?"""
    start = before.last
    while end > start + 1 and tokens[end - 1].lower in lexicon.words["determiners"]:
        end -= 1  # "a woman and her three children"
    if before.kind == "named" and _behind_apposition(tokens, start, end, lexicon):
        return True
    if [token.text for token in tokens[start : start + 3 : 2]] == [",", ","] and tokens[start + 1].text.isdigit():
        start += 2  # an age
    while start < end and tokens[start].text == ",":
        start += 1
    if start == end and before.kind != "named" and before.head:
        # "a father a mother and a son", "six women five children": the comma is lost
        return tokens[end].lower in lexicon.words["determiners_one"] or figure_at(tokens, end, lexicon) is not None
    if start >= end:
        return end > 0 and tokens[end - 1].text == ","
    joint = phrase_at(lexicon.lists["joints"], tokens, start)
    return joint is not None and joint[0] == end


def _behind_apposition(tokens: list[Token], start: int, end: int, lexicon: Lexicon) -> bool:
    """Maro Tevin, a commander of the group, and eight more."""
    start += start < end and tokens[start].text == ","
    begins = start < end and tokens[start].lower in lexicon.words["determiners_one"] | lexicon.words["determiners"]
    return begins and end - start < 12 and tokens[end - 1].lower == "and" and not _has_verb(tokens, start, end, lexicon)


def _has_verb(tokens: list[Token], start: int, end: int, lexicon: Lexicon) -> bool:
    return any(
        tokens[index].lower in lexicon.words["to_be"] or phrase_at(lexicon.triggers["active"], tokens, index)
        for index in range(start, end)
    )


def _later(tokens: list[Token], count: Count, lexicon: Lexicon) -> list[Count]:
    """A second verb for the same people: "was shot and later died", "was hit and is in critical condition"."""
    after = {"casualties": ("killed", "injured"), "injured": ("killed",)}.get(count.unit)
    if after is None or count.rule not in ("passive", "alone", "bare", "listed_before") or count.whole:
        return []
    for index in range(count.link.last, min(count.link.last + FARTHEST_PART, len(tokens) - 1)):
        if tokens[index].text in {".", ";"}:
            return []
        if tokens[index].lower in {"and", "but", ","}:
            found = _verb_for(tokens, index + 1, count.group, lexicon)
            if found and found.trigger.unit in after:
                return [Count(count.group, found, found.trigger.unit, "second_verb")]
    return []


def _verb_for(tokens: list[Token], index: int, group: Group, lexicon: Lexicon) -> Link | None:
    at = replace(group, last=index)
    verb = next(iter(verbs_behind(tokens, at, lexicon)))
    for use in ("alone", "passive"):
        found = trigger_at(use, tokens, verb.last, group, lexicon)
        if found and (use == "alone" or verb.to_be):
            return Link(verb.last, found[0], found[1])
    return None
