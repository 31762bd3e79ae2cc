"""Those counted who share a verb: "two men and a child died", "killed 12 soldiers and three civilians"."""

from dataclasses import replace

from headwater.reading.quantities.count import Count
from headwater.reading.quantities.figures import figure_at
from headwater.reading.quantities.group import Group
from headwater.reading.quantities.lexicon import Lexicon, phrase_at
from headwater.reading.quantities.verbs import trigger_at, verbs_behind
from headwater.reading.words import Token


def listed_behind(tokens: list[Token], group: Group, before: Count, lexicon: Lexicon) -> Count | None:
    """Killed 12 soldiers and three civilians."""
    rules = ("active", "of_whom", "inverted", "listed_behind", "toll", "among")
    if before.rule not in rules or (group.head is None and group.kind != "pronoun") or bool(group.unit):
        return None
    if before.group.unit or not joint(tokens, before.group, group.figure.first, lexicon):
        return None
    if tokens[group.figure.first - 1].lower in {",", "and"} and not _goes_on(tokens, before.group, group, lexicon):
        return None
    verb = next(iter(verbs_behind(tokens, group, lexicon)))
    own = trigger_at("active", tokens, verb.last, group, lexicon)
    if verb.last > group.last or (own and not tokens[verb.last].lower.endswith("ing")):
        return None
    return replace(before, group=group, rule="listed_behind")


def listed_before(
    tokens: list[Token], found: list[Group], index: int, linked: dict[int, Count], lexicon: Lexicon
) -> Count | None:
    """Two soldiers and three civilians were killed."""
    after, group = linked.get(index + 1), found[index]
    if after is None or group.unit or after.group.unit or (group.head is None and group.kind != "pronoun"):
        return None
    if after.rule not in ("passive", "alone", "bare", "among", "hospital", "listed_before") or after.group.head is None:
        return None
    joined = joint(tokens, group, after.group.figure.first, lexicon)
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


def joint(tokens: list[Token], before: Group, end: int, lexicon: Lexicon) -> bool:
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
