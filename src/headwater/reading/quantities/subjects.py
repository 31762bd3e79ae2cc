"""Rules for those counted before a verb: "12 were killed", "12 died", "12 dead"."""

from headwater.reading.quantities.figures import figure_at
from headwater.reading.quantities.group import Group
from headwater.reading.quantities.lexicon import Lexicon, Trigger, phrase_at, phrase_before
from headwater.reading.quantities.link import Link
from headwater.reading.quantities.verbs import is_no_subject, is_passive, trigger_at, verbs_behind
from headwater.reading.words import Token

MOST_BETWEEN = 14


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
    left = group.figure.first > 0 and tokens[group.figure.first - 1].lower in lexicon.words["left"]
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
    if group.unit or is_no_subject(tokens, group, lexicon):
        return None
    for verb in verbs_behind(tokens, group, lexicon):
        words = [token.lower for token in tokens[verb.last : verb.last + 6]]
        if words and words[0] in lexicon.words["suffered"]:
            wound = next((at for at, word in enumerate(words) if word in lexicon.words["wounds"]), None)
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
        carried = (
            verb.last > group.last and words[0] in lexicon.words["carried"] and words[1:2] in (["to"], ["by"], ["from"])
        )
        if carried and "to" in words and set(words) & lexicon.words["hospitals"]:
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


def _behind(use: str, tokens: list[Token], group: Group, lexicon: Lexicon) -> Link | None:
    """The verb of which the count is the subject."""
    if is_no_subject(tokens, group, lexicon):
        return None
    for verb in verbs_behind(tokens, group, lexicon):
        found = trigger_at(use, tokens, verb.last, group, lexicon)
        if found and found[1].unit == "captured" and group.kind == "named":
            return None  # what is captured under a name is a town
        if found and (use == "alone" or verb.to_be) and not _has_object(use, tokens, verb.last, found[0]):
            return Link(verb.last, found[0], found[1])
    return None


def _has_object(use: str, tokens: list[Token], verb: int, end: int) -> bool:
    """Had killed 12 soldiers: no passive."""
    if is_passive(tokens, verb):
        return False
    return use == "passive" and end < len(tokens) and tokens[end].text.isdigit()
