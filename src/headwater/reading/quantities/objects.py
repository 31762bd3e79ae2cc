"""Rules for those counted behind a verb or noun: "killed 12", "the deaths of 12"."""

from dataclasses import replace

from headwater.reading.quantities.group import Group
from headwater.reading.quantities.lexicon import Lexicon, Trigger
from headwater.reading.quantities.link import Link
from headwater.reading.quantities.verbs import both, is_passive, trigger_before
from headwater.reading.words import Token


def active(tokens: list[Token], group: Group, lexicon: Lexicon) -> Link | None:
    """The shells killed 12 people.  Claimed 12 lives."""
    end = group.figure.first
    if end and tokens[end - 1].lower in lexicon.words["adverbs"]:
        end -= 1
    found = trigger_before("active", tokens, end, group, lexicon)
    if found is None or (group.figure.high == 0 and group.head is None and group.unit):
        return None
    first, trigger = found
    if is_passive(tokens, first) and not tokens[first].lower.endswith("ing"):
        return None  # "was killed others were wounded": a comma is lost
    joined = both(tokens, first, lexicon)
    if joined:
        return Link(joined, end, replace(trigger, unit="casualties", event="injury"))
    if trigger.unit == "captured" and group.kind == "named":
        return None  # what is captured under a name is a town
    if trigger.unit == "casualties" and group.kind == "plural" and not _ends_here(tokens, group.last, lexicon):
        return None
    if _is_noun(tokens, first) or (_is_self(tokens, group, lexicon) and trigger.unit not in {"killed", "casualties"}):
        return None
    return Link(first, end, trigger)


def lives(tokens: list[Token], group: Group, lexicon: Lexicon) -> Link | None:
    """The blast claimed 12 lives."""
    before = group.figure.first - 1
    taken = before >= 0 and tokens[before].lower in lexicon.words["take_lives"]
    counted = tokens[group.last - 1].lower in {"lives", "life"}
    return Link(before, before + 1, Trigger("killed", "killing")) if taken and counted else None


def of_whom(tokens: list[Token], group: Group, lexicon: Lexicon) -> Link | None:
    """The deaths of 12 people."""
    before = group.figure.first - 1
    if before < 1 or tokens[before].lower != "of":
        return None
    found = trigger_before("of", tokens, before, group, lexicon)
    return Link(found[0], before, found[1]) if found else None


def _ends_here(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """No noun follows: "hit civilians in Orsk", not "hit militants positions"."""
    if index >= len(tokens) or not tokens[index].word:
        return True
    word = tokens[index].lower
    return word in lexicon.words["after_bare"] | lexicon.words["after_verb"] | lexicon.words["prepositions"]


def _is_noun(tokens: list[Token], first: int) -> bool:
    """The shooting left; a wound: no verbs."""
    return first > 0 and tokens[first - 1].lower in {"the", "a", "an", "of", "fatal", "this", "that's", "deadly"}


def _is_self(tokens: list[Token], group: Group, lexicon: Lexicon) -> bool:
    return tokens[group.figure.first].lower in lexicon.words["reflexive"]
