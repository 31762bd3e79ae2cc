"""What stands over a verb or noun, from the nearest word to the farthest: found by shape alone, to the left of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.reading.certainty.lexicon import Effect, Lexicon, LinkKind
from headwater.reading.certainty.nearby import (
    DETERMINERS,
    PREPOSITIONS,
    Step,
    effect_at,
    finite,
    inflected,
    near_kind,
    nearby,
)
from headwater.reading.words import Token

FARTHEST_OBJECT = 7
FARTHEST_CLAUSE = 25
_QUOTES = frozenset(("“", "”", '"', "''", "``", "`"))
_SHUT = frozenset((".", ";", ":", "?", "!"))
_OF = frozenset("of for against on".split())
_KNOWN = frozenset("the this that these those its his her their".split())


@dataclass(frozen=True, slots=True)
class _Hold:
    """A governing word at token `at`, with what it does and by which link."""

    at: int
    effect: Effect
    link: LinkKind


def steps(tokens: Sequence[Token], first: int, lexicon: Lexicon, noun: bool) -> Iterator[Step]:
    """The words that stand over the one at `first`, the nearest first."""
    at, as_noun, over_clause = first, noun, False
    while True:
        left, near = nearby(tokens, at, lexicon, as_noun)
        for step in near:
            yield Step(step.at, step.effect, over_clause and step.effect == "negative")
        if at == first and not noun:
            yield from _subject(tokens, left, lexicon)
            yield from _object(tokens, at, lexicon)
            if at == 0 and not inflected(tokens[at].lower, lexicon) and not tokens[at].lower.endswith("s"):
                yield Step(at, "ordered")  # Attack!
        if not as_noun:
            left, joint = _shared(tokens, at, left, lexicon)
            yield from joint
        hold = None if as_noun else _infinitive(tokens, left, lexicon, unheld=at == first)
        hold = hold or _holding(tokens, at, left, lexicon, as_noun)
        if hold is None and not (as_noun and _definite(tokens, left, at)):
            hold = _clause(tokens, left, lexicon, bare=True)
        if hold is None or hold.at >= at:
            return
        yield Step(hold.at, hold.effect)
        over_clause = hold.link == "that" and hold.effect in ("possible", "sure", "reported", "planned")
        at, as_noun = hold.at, not _verbal(tokens, hold.at)


def _definite(tokens: Sequence[Token], left: int, at: int) -> bool:
    """The attack: it is taken for known, whatever the clause doubts."""
    return any(tokens[index].lower in _KNOWN for index in range(left + 1, at))


def _infinitive(tokens: Sequence[Token], left: int, lexicon: Lexicon, *, unheld: bool) -> _Hold | None:
    """vowed to attack; ordered troops to attack; `unheld`: with nothing known over it, it is an aim"""
    if left < 0 or tokens[left].lower != "to":
        return None
    for index in range(left - 1, max(left - 1 - FARTHEST_OBJECT, -1), -1):
        effect = effect_at(tokens, index, "to", lexicon)
        if effect:
            return _Hold(index, effect, "to")
        if tokens[index].text in _SHUT or tokens[index].lower in lexicon.clause["borders"]:
            break
    return _Hold(left, "planned", "to") if unheld else None


def _holding(tokens: Sequence[Token], at: int, left: int, lexicon: Lexicon, noun: bool) -> _Hold | None:
    """denied attacking; accused of attacking; the threat of an attack; averted an attack"""
    if left < 0:
        return None
    gerund = tokens[at].lower.endswith("ing") or tokens[left + 1].lower in ("having", "being")
    if not noun and not gerund:  # a noun after all: denied plans to attack
        effect = effect_at(tokens, left, "object", lexicon) if left == at - 1 else None
        return _Hold(left, effect, "object") if effect else None
    word = tokens[left].lower
    if word in _OF or word == "from" or (word == "in" and not noun):
        link: LinkKind = "from" if word == "from" else "of"
        reach = FARTHEST_OBJECT if word == "from" else 1 if noun else FARTHEST_OBJECT
        return _behind(tokens, left - 1, reach, link, lexicon)
    link = "object" if noun else "ing"
    effect = effect_at(tokens, left, link, lexicon)
    return _Hold(left, effect, link) if effect else None


def _behind(tokens: Sequence[Token], index: int, reach: int, link: LinkKind, lexicon: Lexicon) -> _Hold | None:
    for place in range(index, max(index - reach, -1), -1):
        effect = effect_at(tokens, place, link, lexicon)
        if effect:
            return _Hold(place, effect, link)
        if not tokens[place].word or tokens[place].lower in lexicon.clause["borders"]:
            return None
    return None


def _clause(tokens: Sequence[Token], left: int, lexicon: Lexicon, *, bare: bool) -> _Hold | None:
    """denied that rebels attacked; if rebels attack; `bare`: it was feared rebels attacked"""
    apart = False
    for index in range(left, max(left - FARTHEST_CLAUSE, -1), -1):
        word = tokens[index].lower
        if tokens[index].text in _SHUT or tokens[index].text in _QUOTES:
            return None
        if word in lexicon.clause["hypothetical"]:
            return None if apart else _Hold(index, "hypothetical", "that")
        follows = index + 1 < len(tokens) and tokens[index + 1].lower in ("that", "whether", "if")
        near = bare and not apart and not _describes(tokens, index)
        effect = effect_at(tokens, index, "that", lexicon) if follows or near else None
        effect = effect or (effect_at(tokens, index, "that!", lexicon) if follows else None)
        if effect and index < left:
            return _Hold(index, effect, "that")
        if word in lexicon.clause["borders"] and word not in lexicon.clause["complement"]:
            return None
        apart = apart or word == "," or (index < left and finite(word, lexicon))
    return None


def _describes(tokens: Sequence[Token], index: int) -> bool:
    """Suspected rebels attacked: an adjective, not a verb over what follows"""
    before = tokens[index - 1].lower if index else "the"
    return tokens[index].lower.endswith("ed") and (before in DETERMINERS or before in PREPOSITIONS)


def _subject(tokens: Sequence[Token], left: int, lexicon: Lexicon) -> Iterator[Step]:
    """none of the rebels attacked; nobody was killed"""
    for index in range(left, max(left - FARTHEST_OBJECT, -1), -1):
        word = tokens[index].lower
        if word in lexicon.clause["nobody"]:
            yield Step(index, "negative")
            return
        if not tokens[index].word or word in lexicon.clause["borders"] or word in ("to", "and", "but", "with"):
            return
        if finite(word, lexicon) or word.endswith("ed"):
            return


def _object(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Step]:
    """killed nobody; took no prisoners"""
    behind = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if behind in lexicon.clause["nobody"]:
        yield Step(at + 1, "negative")


def _shared(tokens: Sequence[Token], at: int, left: int, lexicon: Lexicon) -> tuple[int, list[Step]]:
    """They may enter the town and kill: where the modal word or "to" of a joint verb stands, and what it does."""
    if left < 1 or left != at - 1 or tokens[left].lower not in ("and", "or") or inflected(tokens[at].lower, lexicon):
        return left, []
    for index in range(left - 1, max(left - 12, -1), -1):
        word = tokens[index].lower
        if word == "to":
            return index, []
        if near_kind(word, lexicon) in ("planned", "possible", "ordered"):
            return nearby(tokens, index + 1, lexicon, False)
        if tokens[index].text in _SHUT or word in lexicon.clause["borders"] or inflected(word, lexicon):
            break
    return left, []


def _verbal(tokens: Sequence[Token], at: int) -> bool:
    """A word with an ending of verbs, or behind an auxiliary, and not behind an article."""
    before = tokens[at - 1].lower if at else ""
    return before not in DETERMINERS and (before != "no")
