"""What stands over a verb or noun, from the nearest word to the farthest: found by shape alone, to the left of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.reading.certainty.lexicon import Effect, Lexicon, LinkKind
from headwater.reading.words import Token

FARTHEST_OBJECT = 7
FARTHEST_CLAUSE = 25
_PREPOSITIONS = frozenset(
    "of for from about against on over to with in at by into during despite amid following including between among "
    "near under after before until since around through across".split()
)
_QUOTES = frozenset(("“", "”", '"', "''", "``", "`"))
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
        if at == first and not noun:
            yield from _subject(tokens, left, lexicon)
            yield from _object(tokens, at, lexicon)
            if at == 0 and not _inflected(tokens[at].lower, lexicon) and not tokens[at].lower.endswith("s"):
                yield Step(at, "ordered")  # Attack!
        if not as_noun:
            left, joint = _shared(tokens, at, left, lexicon)
            yield from joint
        hold = None if as_noun else _infinitive(tokens, left, lexicon, unheld=at == first)
        hold = hold or _holding(tokens, at, left, lexicon, as_noun)
        hold = hold or _clause(tokens, left, lexicon)
        if hold is None or hold.at >= at:
            return
        yield Step(hold.at, hold.effect)
        over_clause = hold.link == "that" and hold.effect in ("possible", "sure", "reported", "planned")
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
        if noun and word in lexicon.clause["borders"]:
            break
        if kind is None and not (word.endswith("ly") and not noun):
            break
        if kind == "negated":
            found.append(Step(index, "negative"))
        elif kind not in (None, "aux"):
            found.append(Step(index, kind))  # type: ignore[arg-type]
        index -= 1
    return index, list(_sorted_out(tokens, index + 1, at, found, lexicon))


def _near_kind(word: str, lexicon: Lexicon) -> str | None:
    if word.endswith(("n't", "n’t")):
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
    negated = any(step.effect == "negative" for step in found)
    for step in found:
        unmade = negated and step.effect == "possible" and _has(words, lexicon.phrases["unmade"])  # cannot attack
        if not (exempt and step.effect == "negative") and not unmade:
            yield step
    won = next((index for index, word in enumerate(words) if word in ("won't", "won’t", "wouldn't", "wouldn’t")), None)
    if won is not None:
        yield Step(max(first - 1, 0) + won, "planned")


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


def _infinitive(tokens: Sequence[Token], left: int, lexicon: Lexicon, *, unheld: bool) -> _Hold | None:
    """vowed to attack; ordered troops to attack; `unheld`: with nothing known over it, it is an aim"""
    if left < 0 or tokens[left].lower != "to":
        return None
    for index in range(left - 1, max(left - 1 - FARTHEST_OBJECT, -1), -1):
        effect = _effect_at(tokens, index, "to", lexicon)
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
    apart = False
    for index in range(left, max(left - FARTHEST_CLAUSE, -1), -1):
        word = tokens[index].lower
        if tokens[index].text in _SHUT or tokens[index].text in _QUOTES:
            return None
        if word in lexicon.clause["hypothetical"]:
            return None if apart else _Hold(index, "hypothetical", "that")
        follows = index + 1 < len(tokens) and tokens[index + 1].lower in ("that", "whether", "if")
        bare = not apart and not _describes(tokens, index)
        effect = _effect_at(tokens, index, "that", lexicon) if follows or bare else None
        effect = effect or (_effect_at(tokens, index, "that!", lexicon) if follows else None)
        if effect and index < left:
            return _Hold(index, effect, "that")
        if word in lexicon.clause["borders"] and word not in lexicon.clause["complement"]:
            return None
        apart = apart or word == "," or (index < left and _finite(word, lexicon))
    return None


def _describes(tokens: Sequence[Token], index: int) -> bool:
    """Suspected rebels attacked: an adjective, not a verb over what follows"""
    before = tokens[index - 1].lower if index else "the"
    return tokens[index].lower.endswith("ed") and (before in _DETERMINERS or before in _PREPOSITIONS)


def _subject(tokens: Sequence[Token], left: int, lexicon: Lexicon) -> Iterator[Step]:
    """none of the rebels attacked; nobody was killed"""
    for index in range(left, max(left - FARTHEST_OBJECT, -1), -1):
        word = tokens[index].lower
        if word in lexicon.clause["nobody"]:
            yield Step(index, "negative")
            return
        if not tokens[index].word or word in lexicon.clause["borders"] or word in ("to", "and", "but", "with"):
            return
        if _finite(word, lexicon) or word.endswith("ed"):
            return


def _object(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Step]:
    """killed nobody; took no prisoners"""
    behind = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if behind in lexicon.clause["nobody"]:
        yield Step(at + 1, "negative")


def _shared(tokens: Sequence[Token], at: int, left: int, lexicon: Lexicon) -> tuple[int, list[Step]]:
    """They may enter the town and kill: where the modal word or "to" of a joint verb stands, and what it does."""
    if left < 1 or left != at - 1 or tokens[left].lower not in ("and", "or") or _inflected(tokens[at].lower, lexicon):
        return left, []
    for index in range(left - 1, max(left - 12, -1), -1):
        word = tokens[index].lower
        if word == "to":
            return index, []
        if _near_kind(word, lexicon) in ("planned", "possible", "ordered"):
            return _nearby(tokens, index + 1, lexicon, False)
        if tokens[index].text in _SHUT or word in lexicon.clause["borders"] or _inflected(word, lexicon):
            break
    return left, []


def _inflected(word: str, lexicon: Lexicon) -> bool:
    return word.endswith(("ed", "ing")) or word in lexicon.verbs.pasts or word in lexicon.verbs.participles


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
