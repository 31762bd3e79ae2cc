"""Rules for counts beside a noun that tells the harm: tolls, deaths, the dead, victims."""

from headwater.reading.quantities.group import Group
from headwater.reading.quantities.lexicon import Lexicon, Trigger, phrase_before
from headwater.reading.quantities.link import Link
from headwater.reading.quantities.verbs import trigger_at, trigger_before, verbs_behind
from headwater.reading.words import Token

MOST_AMONG = 7
MOST_BETWEEN = 14
MOST_IN_TOLL = 26


def toll(tokens: list[Token], group: Group, lexicon: Lexicon) -> Link | None:
    """The death toll in Harun rose to 41."""
    before = group.figure.first - 1
    if group.kind != "number" or before < 1 or tokens[before].lower not in lexicon.words["links"]:
        return None
    if group.last < len(tokens) and tokens[group.last].lower == "of" and group.figure.best == 1:
        return None  # "was one of the highest"
    if phrase_before(lexicon.lists["besides"], tokens, group.figure.first):
        return None  # "in addition to 200 injured"
    for end in range(before, max(before - MOST_IN_TOLL, 0), -1):
        found = phrase_before(lexicon.tolls, tokens, end)
        if found:
            return Link(found[0], end, found[1])
        if tokens[end - 1].text in {".", ";"}:
            return None
    return None


def among(tokens: list[Token], group: Group, lexicon: Lexicon) -> Link | None:
    """Three children were among the dead.  Among the dead were three children; the dead include three children."""
    for verb in verbs_behind(tokens, group, lexicon):
        if verb.to_be and verb.last < len(tokens) and tokens[verb.last].lower == "among":
            link = _among(tokens, verb.last + 1, group, lexicon)
            if link:
                return link
    before = group.figure.first - 1
    if before < 1 or tokens[before].lower not in {"was", "were", "is", "are", "include", "included", "includes"}:
        return None
    before = before - 1 if tokens[before - 1].lower in {"also", "all"} else before
    for index in range(max(before - MOST_BETWEEN, 0), before):
        begun = trigger_at("among", tokens, index + 1, group, lexicon) if tokens[index].lower == "among" else None
        if begun:
            return Link(index + 1, begun[0], begun[1], part=True)
    found = trigger_before("among", tokens, before, group, lexicon)
    begins = found is not None and (found[0] == 0 or tokens[found[0] - 1].lower in {"among", ",", "that"})
    return Link(found[0], before, found[1], part=True) if found and begins else None


def _among(tokens: list[Token], start: int, group: Group, lexicon: Lexicon) -> Link | None:
    """Among the dead; among at least 22 people killed."""
    found = trigger_at("among", tokens, start, group, lexicon)
    if found:
        return Link(start, found[0], found[1], part=True)
    for index in range(start + 1, min(start + MOST_AMONG, len(tokens))):
        found = trigger_at("bare", tokens, index, group, lexicon)
        if found:
            return Link(index, found[0], found[1], part=True)
    return None


def of_them(tokens: list[Token], group: Group, lexicon: Lexicon) -> Link | None:
    """Fifteen of the wounded; nine of those killed."""
    start = group.figure.last
    if group.kind != "number" or [token.lower for token in tokens[start : start + 1]] != ["of"]:
        return None
    if start + 1 >= len(tokens) or tokens[start + 1].lower not in lexicon.words["determiners"]:
        return None
    behind = start + 2
    found = trigger_at("bare", tokens, behind, group, lexicon) or trigger_at("noun", tokens, behind, group, lexicon)
    return Link(behind, found[0], found[1], part=True) if found else None


def counted_noun(tokens: list[Token], group: Group, lexicon: Lexicon) -> Link | None:
    """12 deaths; 12 civilian deaths; 12 confirmed casualties."""
    if group.kind != "number" or (group.head and (group.head.noun.many or group.unit)):
        return None
    start = group.last + (group.last < len(tokens) and tokens[group.last].lower == "of")
    for index in range(start, min(start + 3, len(tokens))):
        found = trigger_at("noun", tokens, index, group, lexicon)
        if found:
            return Link(index, found[0], found[1])
        if not tokens[index].word or tokens[index].lower in lexicon.words["prepositions"]:
            return None
    return None


def victims(tokens: list[Token], group: Group, lexicon: Lexicon) -> Link | None:
    """Four victims; seven shooting victims."""
    if group.kind != "number" or group.head is None or tokens[group.last - 1].lower != "victims":
        return None
    return Link(group.last - 1, group.last, Trigger("casualties", "injury"))


def dead_and_wounded(tokens: list[Token], group: Group, lexicon: Lexicon) -> Link | None:
    """Scores of dead and wounded fighters."""
    for index in range(group.figure.first, group.last - 2):
        words = [token.lower for token in tokens[index : index + 3]]
        if words[1] == "and" and {words[0], words[2]} <= {"dead", "killed", "wounded", "injured"} and not group.unit:
            return Link(index, index + 3, Trigger("casualties", "injury"))
    return None


def before_noun(tokens: list[Token], group: Group, lexicon: Lexicon) -> Link | None:
    """12 injured people, counted where no verb says more of them."""
    if group.kind != "number" or group.head is None:
        return None
    for index in range(group.figure.last, group.head.last - 1):
        found = trigger_at("bare", tokens, index, group, lexicon)
        if found and found[0] < group.head.last:
            return Link(index, found[0], found[1])
    return None
