"""What stands over a verb or noun, from the nearest word to the farthest: found by shape alone, to the left of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.reading.certainty.lexicon import Effect, Lexicon, LinkKind
from headwater.reading.words import Token

FARTHEST_OBJECT = 7
FARTHEST_CLAUSE = 25
_PREPOSITIONS = frozenset("of for from about against on over to with in at by into".split())
_SHUT = frozenset((".", ";", ":", "?", "!"))
_OF = frozenset("of for about against on over in with at".split())
_DETERMINERS = frozenset("the a an this that these those its his her their our my your some another such".split())


@dataclass(frozen=True, slots=True)
class Step:
    """One word over the happening: where it stands and what it does; `over_clause`: a "not" over a word that only
    thinks or says."""

    at: int
    effect: Effect
    over_clause: bool = False


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
        left, near = _nearby(tokens, at, lexicon, as_noun)
        for step in near:
            yield Step(step.at, step.effect, over_clause and step.effect == "negative")
        hold = _infinitive(tokens, left, lexicon) or _holding(tokens, at, left, lexicon, as_noun)
        hold = hold or _clause(tokens, left, lexicon)
        if hold is None or hold.at >= at:
            return
        yield Step(hold.at, hold.effect)
        over_clause = hold.link in ("that", "to") and hold.effect in ("possible", "sure", "reported", "planned")
        over_clause = over_clause and hold.link == "that"
        at, as_noun = hold.at, not _verbal(tokens, hold.at)


def _nearby(tokens: Sequence[Token], at: int, lexicon: Lexicon, noun: bool) -> tuple[int, list[Step]]:
    """Auxiliaries, adverbs and negations right before a verb; adjectives before a noun: where they begin."""
    found: list[Step] = []
    index = at - 1
    while index >= 0:
        word = tokens[index].lower
        kind = _near_kind(word, lexicon)
        if noun and kind in (None, "aux") and _modifies(tokens, index, lexicon):
            index -= 1
            continue
        if kind is None and not (word.endswith("ly") and not noun):
            break
        if kind == "negated":
            found.append(Step(index, "negative"))
        elif kind not in (None, "aux"):
            found.append(Step(index, kind))  # type: ignore[arg-type]
        index -= 1
    return index, list(_sorted_out(tokens, index + 1, at, found, lexicon))


def _near_kind(word: str, lexicon: Lexicon) -> str | None:
    if word.endswith(("n't", "n’t")) and word not in lexicon.near:
        return "negative"
    return lexicon.near.get(word)


def _sorted_out(tokens: Sequence[Token], first: int, last: int, found: list[Step], lexicon: Lexicon) -> Iterator[Step]:
    """The steps between `first` and `last` without those that a phrase takes back, and with what phrases add."""
    words = [token.lower for token in tokens[max(first - 1, 0) : last + 1]]
    if _has(words, lexicon.phrases["unreal"]):
        yield Step(first, "hypothetical")
    if _has(words, lexicon.phrases["ended"]):
        yield Step(first, "negative")
        return
    exempt = _has(words, lexicon.phrases["exempt"])
    for step in found:
        if not (exempt and step.effect == "negative"):
            yield step


def _has(words: Sequence[str], phrases: frozenset[tuple[str, ...]]) -> bool:
    joined = " " + " ".join(words) + " "
    return any(f" {' '.join(phrase)} " in joined for phrase in phrases)


def _modifies(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Can this word stand between a noun and what governs it: an article, an adjective, a name?"""
    token = tokens[index]
    if not token.word or token.lower in _PREPOSITIONS or token.lower in lexicon.clause["borders"]:
        return False
    if token.lower in lexicon.clause["joints"] or _effect_at(tokens, index, "object", lexicon):
        return False
    return not _finite(token.lower, lexicon)


def _finite(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.verbs.pasts or lexicon.near.get(word) == "aux" or word.endswith(("n't", "n’t"))


def _infinitive(tokens: Sequence[Token], left: int, lexicon: Lexicon) -> _Hold | None:
    """vowed to attack; ordered troops to attack"""
    if left < 1 or tokens[left].lower != "to":
        return None
    for index in range(left - 1, max(left - 1 - FARTHEST_OBJECT, -1), -1):
        effect = _effect_at(tokens, index, "to", lexicon)
        if effect:
            return _Hold(index, effect, "to")
        if tokens[index].text in _SHUT or tokens[index].lower in lexicon.clause["borders"]:
            break
    return None


def _holding(tokens: Sequence[Token], at: int, left: int, lexicon: Lexicon, noun: bool) -> _Hold | None:
    """denied attacking; accused of attacking; the threat of an attack; averted an attack"""
    if left < 0:
        return None
    if not noun and not tokens[at].lower.endswith("ing"):  # a noun after all: denied plans to attack
        effect = _effect_at(tokens, left, "object", lexicon) if left == at - 1 else None
        return _Hold(left, effect, "object") if effect else None
    word = tokens[left].lower
    if word in _OF or word == "from":
        link: LinkKind = "from" if word == "from" else "of"
        reach = FARTHEST_OBJECT if word == "from" else 1 if noun else FARTHEST_OBJECT
        return _behind(tokens, left - 1, reach, link, lexicon)
    link = "object" if noun else "ing"
    effect = _effect_at(tokens, left, link, lexicon)
    return _Hold(left, effect, link) if effect else None


def _behind(tokens: Sequence[Token], index: int, reach: int, link: LinkKind, lexicon: Lexicon) -> _Hold | None:
    for place in range(index, max(index - reach, -1), -1):
        effect = _effect_at(tokens, place, link, lexicon)
        if effect:
            return _Hold(place, effect, link)
        if not tokens[place].word or tokens[place].lower in lexicon.clause["borders"]:
            return None
    return None


def _clause(tokens: Sequence[Token], left: int, lexicon: Lexicon) -> _Hold | None:
    """denied that rebels attacked; if rebels attack; it was feared rebels attacked"""
    for index in range(left, max(left - FARTHEST_CLAUSE, -1), -1):
        word = tokens[index].lower
        if tokens[index].text in _SHUT:
            return None
        if word in lexicon.clause["hypothetical"]:
            return _Hold(index, "hypothetical", "that")
        effect = _effect_at(tokens, index, "that", lexicon)
        if effect and index < left:
            return _Hold(index, effect, "that")
        if word in lexicon.clause["borders"] and word not in lexicon.clause["complement"]:
            return None
    return None


def _effect_at(tokens: Sequence[Token], index: int, link: LinkKind, lexicon: Lexicon) -> Effect | None:
    """What the one to three words that end at this token do by that link."""
    for length in (3, 2, 1):
        if index - length + 1 >= 0:
            effect = lexicon.effect(tuple(token.lower for token in tokens[index - length + 1 : index + 1]), link)
            if effect:
                return effect
    return None


def _verbal(tokens: Sequence[Token], at: int) -> bool:
    """A word with an ending of verbs, or behind an auxiliary, and not behind an article."""
    before = tokens[at - 1].lower if at else ""
    return before not in _DETERMINERS and (before != "no")
