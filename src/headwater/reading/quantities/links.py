"""What a count is a count of: named rules, the first that answers wins."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from headwater.reading.quantities.figures import figure_at
from headwater.reading.quantities.groups import Group
from headwater.reading.quantities.lexicon import Lexicon, Trigger, phrase_at, phrase_before
from headwater.reading.quantities.verbs import both, trigger_at, trigger_before, verbs_behind
from headwater.reading.words import Token

MOST_BETWEEN = 14
MOST_AMONG = 7
MOST_IN_TOLL = 26
PASSIVE = frozenset({"was", "were", "been", "is", "are", "be"})
LEFT = frozenset({"left", "leaving", "leaves", "leave"})
CARRIED = frozenset({"taken", "transported", "rushed", "airlifted", "flown", "brought", "admitted", "sent", "driven"})
SUFFERED = frozenset({"sustained", "suffered", "received", "suffering", "sustaining", "sustains", "suffers"})
WOUNDS = frozenset({"injury", "injuries", "wound", "wounds", "burns"})
HOSPITALS = frozenset({"hospital", "hospitals", "clinic", "clinics", "center", "centre", "infirmary"})
OBJECTS = frozenset(("him", "her"))


@dataclass(frozen=True, slots=True)
class Link:
    """Tokens [first, last) that say what befell those counted, none where the noun alone does; `part` where the words
    make the count part of a whole."""

    first: int
    last: int
    trigger: Trigger
    part: bool = False


Rule = Callable[[list[Token], Group, Lexicon], Link | None]


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


def active(tokens: list[Token], group: Group, lexicon: Lexicon) -> Link | None:
    """The shells killed 12 people.  Claimed 12 lives."""
    end = group.figure.first
    if end and tokens[end - 1].lower in lexicon.words["adverbs"]:
        end -= 1
    found = trigger_before("active", tokens, end, group, lexicon)
    if found is None or (group.figure.high == 0 and group.head is None and group.unit):
        return None
    first, trigger = found
    if _is_passive(tokens, first) and not tokens[first].lower.endswith("ing"):
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


def passive(tokens: list[Token], group: Group, lexicon: Lexicon) -> Link | None:
    """12 people in the town were killed."""
    return _behind("passive", tokens, group, lexicon)


def alone(tokens: list[Token], group: Group, lexicon: Lexicon) -> Link | None:
    """12 people died."""
    return _behind("alone", tokens, group, lexicon)


def bare(tokens: list[Token], group: Group, lexicon: Lexicon) -> Link | None:
    """12 dead; 30 people wounded.  Not: 12 rebels captured the town."""
    start = _behind_part(tokens, group.last, lexicon)
    degrees = lexicon.words["degree_injured"]
    found = trigger_at("bare", tokens, start, group, lexicon)
    if not found and start < len(tokens) and tokens[start].lower in degrees:
        found = trigger_at("bare", tokens, start + 1, group, lexicon)
    if not found or group.kind == "pronoun":
        return None
    after = tokens[found[0]] if found[0] < len(tokens) else None
    ends = after is None or not after.word or after.lower in lexicon.words["after_verb"] or after.lower.endswith("ly")
    left = group.figure.first > 0 and tokens[group.figure.first - 1].lower in LEFT
    free = left or _another_follows(tokens, group, found[0], lexicon)
    object_ = phrase_before(lexicon.triggers["active"], tokens, found[0]) and figure_at(tokens, found[0], lexicon)
    return Link(start, found[0], found[1]) if free or (ends and not object_) else None


def _another_follows(tokens: list[Token], group: Group, end: int, lexicon: Lexicon) -> bool:
    """Seven people killed scores injured: what follows is no object; it has a verb of its own."""
    figure = figure_at(tokens, end, lexicon)
    places = range(figure.last, min(figure.last + 2, len(tokens))) if figure else range(0)
    return any(trigger_at("bare", tokens, at, group, lexicon) for at in places)


def suffered(tokens: list[Token], group: Group, lexicon: Lexicon) -> Link | None:
    """The clerk sustained slight injuries; two men had gunshot wounds."""
    if group.unit or _is_no_subject(tokens, group, lexicon):
        return None
    for verb in verbs_behind(tokens, group, lexicon):
        words = [token.lower for token in tokens[verb.last : verb.last + 6]]
        if words and words[0] in SUFFERED:
            wound = next((at for at, word in enumerate(words) if word in WOUNDS), None)
            if wound:
                unit = "casualties" if "gunshot" in words[:wound] else "injured"
                return Link(verb.last, verb.last + wound + 1, Trigger(unit, "injury"))
    return None


def hospital(tokens: list[Token], group: Group, lexicon: Lexicon) -> Link | None:
    """All five were taken to Orsk General Hospital."""
    if group.unit or (
        group.figure.first and tokens[group.figure.first - 1].lower in lexicon.words["not_subject_after"]
    ):
        return None
    for verb in verbs_behind(tokens, group, lexicon):
        words = [token.lower for token in tokens[verb.last - 1 : verb.last + 8]]
        carried = verb.last > group.last and words[0] in CARRIED and words[1:2] in (["to"], ["by"], ["from"])
        if carried and "to" in words and set(words) & HOSPITALS:
            return Link(verb.last - 1, verb.last, Trigger("injured", "injury"))
    return None


def inverted(tokens: list[Token], group: Group, lexicon: Lexicon) -> Link | None:
    """Killed in the raid were two commanders."""
    found = trigger_at("passive", tokens, 0, group, lexicon)
    if not found or group.figure.first < 1 or tokens[group.figure.first - 1].lower not in {"was", "were"}:
        return None
    return Link(0, found[0], found[1])


def _behind_part(tokens: list[Token], start: int, lexicon: Lexicon) -> int:
    """Behind "one of them a child", "including two women", where the verb follows without a comma."""
    of_them = [token.lower for token in tokens[start + 1 : start + 3]] in (["of", "them"], ["of", "whom"])
    if not of_them and not phrase_at(lexicon.lists["breakdown"], tokens, start):
        return start
    behind = range(start + 2, min(start + MOST_BETWEEN, len(tokens)))
    return next((index for index in behind if phrase_at(lexicon.triggers["bare"], tokens, index)), start)


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


RULES: tuple[Rule, ...] = (
    toll,
    dead_and_wounded,
    among,
    lives,
    active,
    of_whom,
    inverted,
    passive,
    alone,
    bare,
    of_them,
    counted_noun,
    suffered,
    hospital,
    victims,
    before_noun,
)


def _behind(use: str, tokens: list[Token], group: Group, lexicon: Lexicon) -> Link | None:
    """The verb of which the count is the subject."""
    if _is_no_subject(tokens, group, lexicon):
        return None
    for verb in verbs_behind(tokens, group, lexicon):
        found = trigger_at(use, tokens, verb.last, group, lexicon)
        if found and found[1].unit == "captured" and group.kind == "named":
            return None  # what is captured under a name is a town
        if found and (use == "alone" or verb.to_be) and not _has_object(use, tokens, verb.last, found[0]):
            return Link(verb.last, found[0], found[1])
    return None


def _is_no_subject(tokens: list[Token], group: Group, lexicon: Lexicon) -> bool:
    first = group.figure.first
    if group.kind == "pronoun" and tokens[first].lower in OBJECTS:
        return True  # "told him that 12 people were killed"
    return first > 0 and tokens[first - 1].lower in lexicon.words["not_subject_after"]


def _has_object(use: str, tokens: list[Token], verb: int, end: int) -> bool:
    """Had killed 12 soldiers: no passive."""
    if _is_passive(tokens, verb):
        return False
    return use == "passive" and end < len(tokens) and tokens[end].text.isdigit()


def _ends_here(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """No noun follows: "hit civilians in Orsk", not "hit militants positions"."""
    if index >= len(tokens) or not tokens[index].word:
        return True
    word = tokens[index].lower
    return word in lexicon.words["after_bare"] | lexicon.words["after_verb"] | lexicon.words["prepositions"]


def _is_passive(tokens: list[Token], verb: int) -> bool:
    while verb and tokens[verb - 1].lower.endswith("ly"):
        verb -= 1
    return verb > 0 and tokens[verb - 1].lower in PASSIVE and tokens[verb - 1].text != "IS"


def _is_noun(tokens: list[Token], first: int) -> bool:
    """The shooting left; a wound: no verbs."""
    return first > 0 and tokens[first - 1].lower in {"the", "a", "an", "of", "fatal", "this", "that's", "deadly"}


def _is_self(tokens: list[Token], group: Group, lexicon: Lexicon) -> bool:
    return tokens[group.figure.first].lower in lexicon.words["reflexive"]
