"""Phrases of nouns around a verb or noun, found by shape alone, and who or what they name."""

from collections.abc import Iterator
from dataclasses import dataclass

from headwater.reading.events.line import AUX, BE, DETERMINERS, HAVE, PREPOSITIONS, Line

LONGEST = 12
_SKIPPED_RIGHT = frozenset(
    "at least more than up to about around nearly almost some roughly an estimated as many over".split()
)
_ATTACHING = PREPOSITIONS - {"during", "after", "before", "since", "as", "per", "until"}
_COUNTS = frozenset(
    "dozens hundreds thousands scores number group groups members member tens one two three four five six seven "
    "eight nine ten majority most some many all several couple series string wave units columns fighters "
    "civilians targets positions".split()
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens [first, last) of one phrase; its head is the last of them."""

    first: int
    last: int


def phrase_before(line: Line, end: int) -> Phrase | None:
    """The phrase that ends right before token `end`."""
    first = end
    while first > 0 and end - first < LONGEST and not line.stops(first - 1):
        first -= 1
        if line.lower(first) in DETERMINERS and not line.named[first]:
            break
        if _new_name(line, first, end) or _two_names(line, first):
            break
        if first > 0 and (line.acts(first - 1) or _attack_ends(line, first - 1, end)):
            break
    while first < end and (line.lower(first) in ("there", "here") or line.lower(first).endswith("ly")):
        first += 1
    return Phrase(first, end) if first < end else None


def _new_name(line: Line, first: int, end: int) -> bool:
    """In Orsk rebels attacked: the phrase does not go on over a name that hangs on a preposition."""
    if first == 0 or first + 1 >= end or line.kinds[first] != "place":
        return False
    return line.lower(first - 1) in ("in", "at", "near", "from", "outside") and line.kinds[first + 1] != "place"


def _attack_ends(line: Line, first: int, end: int) -> bool:
    """In another attack rebels shelled Orsk: the attack is no part of who did it."""
    if first + 1 >= end or line.ontology.actors.get(line.lower(end - 1)) != "combatant":
        return False
    nouns = [uses for words, uses in line.ontology.uses.get(line.lower(first), ()) if len(words) == 1]
    attack = any(not use.forms and use.type.family == "violence" for uses in nouns for use in uses)
    opened = {line.lower(at) for at in range(max(first - 3, 0), first)}
    return attack and bool(opened & _BEFORE_ATTACKS)


_BEFORE_ATTACKS = frozenset("in after during following amid".split())


def _two_names(line: Line, first: int) -> bool:
    """Another name ends right before this one: two names in a row are no phrase."""
    if first == 0 or line.titled:
        return False
    here, left = line.named[first], line.named[first - 1]
    if here is None or left is None or here is left:
        return False
    return line.kinds[first - 1] in ("organisation", "armed_group", "outlet", "person")


def phrase_behind(line: Line, start: int) -> Phrase | None:
    """The phrase that begins at token `start`, with its number: "at least 12 soldiers", "dozens of people"."""
    at = start
    while at < len(line.tokens) and at - start < 4 and line.lower(at) in _SKIPPED_RIGHT:
        at += 1
    first_word = at
    while at < len(line.tokens) and at - start < LONGEST:
        if line.stops(at):
            if not (line.lower(at) == "of" and at > first_word and (_counts(line, at - 1) or _of_name(line, at))):
                break
        elif at > first_word and (_breaks(line, at) or line.acts(at)):
            break
        at += 1
    while at > first_word and line.lower(at - 1) == "of":
        at -= 1
    return Phrase(start, at) if at > first_word else None


def _of_name(line: Line, at: int) -> bool:
    """the town of Orsk"""
    if line.ontology.actors.get(line.lower(at - 1)) != "stronghold" or at + 1 >= len(line.tokens):
        return False
    return line.kinds[at + 1] == "place" or line.named[at + 1] is not None


def _counts(line: Line, at: int) -> bool:
    return line.lower(at) in _COUNTS or line.lower(at)[:1].isdigit()


def _breaks(line: Line, at: int) -> bool:
    """A second phrase begins: an article, or a name behind a plain word for people ("12 people Reuters said")."""
    word = line.lower(at)
    if word in ("the", "a", "an", "his", "its", "their", "this", "last", "several", "once", "twice") or word.endswith(
        "ly"
    ):
        return True
    before = line.ontology.actors.get(line.lower(at - 1))
    if line.titled or not before or line.named[at - 1]:
        return False
    return line.tokens[at].capital and not line.tokens[at - 1].capital


def chain_before(line: Line, end: int) -> list[Phrase]:
    """The phrase before `end` and those that it hangs on: of "an air strike on the town" both, "the town" first."""
    chain: list[Phrase] = []
    phrase = phrase_before(line, end)
    while phrase and len(chain) < 5:
        chain.append(phrase)
        joint_word = line.lower(phrase.first - 1)
        if phrase.first < 2:
            break
        if joint_word in _ATTACHING or (joint_word in ("and", "or") and _list_goes_on(line, chain)):
            phrase = phrase_before(line, phrase.first - 1)
        else:
            break
    return chain


def _list_goes_on(line: Line, chain: list[Phrase]) -> bool:
    before = phrase_before(line, chain[-1].first - 1)
    return before is not None and (names_actor(line, before) is not None) == (names_actor(line, chain[-1]) is not None)


def names_actor(line: Line, phrase: Phrase) -> str | None:
    """combatant, civilian, body, platform or named, where the head is a word or name for one who acts or suffers."""
    head = phrase.last - 1
    kind = line.ontology.actors.get(line.lower(head))
    if kind in ("combatant", "civilian", "body", "platform"):
        return kind
    if line.named[head] is not None and line.kinds[head] in ("person", "organisation", "armed_group", "state", None):
        return "named"
    if line.kinds[head] in ("person", "organisation", "armed_group", "state"):
        return "named"
    if line.kinds[head] == "country" and all(line.kinds[at] == "country" for at in range(phrase.first, phrase.last)):
        return "named"
    for at in range(phrase.first, phrase.last):
        kind = line.ontology.actors.get(line.lower(at))
        if kind in ("combatant", "civilian") and kind and line.lower(head) not in line.ontology.actors:
            return kind if _only_names_behind(line, at, phrase.last) else None
    return None


def _only_names_behind(line: Line, at: int, last: int) -> bool:
    return all(line.named[index] is not None or line.lower(index) == "of" for index in range(at + 1, last))


def joint(line: Line, phrase: Phrase) -> Iterator[Phrase]:
    """This phrase and those joined to it behind: "soldiers and civilians", "A, B and C"."""
    yield phrase
    demonym = phrase.last - phrase.first == 1 and line.tokens[phrase.first].capital  # Russian and Syrian planes
    if names_actor(line, phrase) is None and not demonym:
        return
    at = phrase.last
    while at + 1 < len(line.tokens) and line.lower(at) in ("and", ",", "or", "&"):
        at += 1 + (line.lower(at + 1) in ("and", "or"))
        further = phrase_behind(line, at)
        if further is None or line.acts(at) or names_actor(line, further) is None or _is_subject(line, further.last):
            return
        yield further
        at = further.last


def _is_subject(line: Line, at: int) -> bool:
    """Does a verb follow, whose subject this phrase is then?"""
    return line.lower(at) in BE | HAVE | AUX - {"to", "not"} or (at < len(line.tokens) and line.finite(at))
