"""The counts of one sentence: groups, what befell them, and how they hang together."""

from collections.abc import Mapping
from dataclasses import replace

from headwater.reading.quantities.count import Count
from headwater.reading.quantities.group import Group
from headwater.reading.quantities.groups import groups
from headwater.reading.quantities.lexicon import Lexicon, Trigger
from headwater.reading.quantities.link import Link
from headwater.reading.quantities.links import RULES
from headwater.reading.quantities.lists import listed_before, listed_behind
from headwater.reading.quantities.objects import active, of_whom
from headwater.reading.quantities.parts import broken_down, in_whole, inherit, put_in_remarks
from headwater.reading.quantities.tolls import among, counted_noun, of_them, toll, victims
from headwater.reading.quantities.verbs import trigger_at, verbs_behind
from headwater.reading.words import Token

FARTHEST_PART = 25
NOUN_RULES = (among, of_whom, of_them, counted_noun, toll, victims)
SUBJECTS = ("passive", "bare", "alone", "counted_noun")
THINGS_ALONE = ("vehicles", "weapons", "munitions", "strikes", "attacks", "buildings", "area", "percent")


def counts(tokens: list[Token], persons: Mapping[int, int], lexicon: Lexicon) -> list[Count]:
    """The counts of the sentence that these tokens are, in text order."""
    found = groups(tokens, persons, lexicon)
    linked: dict[int, Count] = {}
    for index in range(len(found)):
        count = _count(tokens, found, index, linked, lexicon)
        if count:
            linked[index] = count
    for index in range(len(found) - 2, -1, -1):
        count = linked.get(index) or listed_before(tokens, found, index, linked, lexicon)
        if count:
            linked[index] = count
    for index, group in enumerate(found):
        alone = None if index in linked else _by_itself(group)
        if alone:
            linked[index] = alone
    for index in [index for index in linked if linked[index].rule == "among"]:
        linked[index] = in_whole(linked[index], [linked[at] for at in sorted(linked) if at > index])
    put_in_remarks(tokens, linked)
    inherit(tokens, linked)
    made = [linked[index] for index in sorted(linked) if not _is_lone_thing(linked[index])]
    return [each for count in made for each in (count, *_later(tokens, count, lexicon))]


def _count(
    tokens: list[Token], found: list[Group], index: int, linked: dict[int, Count], lexicon: Lexicon
) -> Count | None:
    group = found[index]
    before = linked[max(linked)] if linked else None
    part = broken_down(tokens, group, before, lexicon) if before else None
    near = index - 1 in linked or (before is not None and before.group.kind == "named")
    return (
        part
        or _by_rule(tokens, group, before, lexicon)
        or (listed_behind(tokens, group, before, lexicon) if before and near else None)
    )


def _by_rule(tokens: list[Token], group: Group, before: Count | None, lexicon: Lexicon) -> Count | None:
    for rule in RULES:
        link = rule(tokens, group, lexicon)
        used = before is not None and before.rule in SUBJECTS and before.link
        if link and rule in (active, of_whom) and used and used.first == link.first:
            continue  # "two killed others injured": the verb has its subject
        if link:
            link = replace(_limb(tokens, group, link, lexicon), noun=rule in NOUN_RULES)
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
