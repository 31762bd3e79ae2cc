"""What stands right before a verb or noun: auxiliaries, negations, adverbs, adjectives."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.reading.certainty.lexicon import Effect, Lexicon, LinkKind
from headwater.reading.words import Token

PREPOSITIONS = frozenset(
    "of for from about against on over to with in at by into during despite amid following including between among "
    "near under after before until since around through across".split()
)
DETERMINERS = frozenset("the a an this that these those its his her their our my your some another such".split())


@dataclass(frozen=True, slots=True)
class Step:
    """One word over the happening: where it stands and what it does; `over_clause`: a "not" over a word that only
    thinks or says."""

    at: int
    effect: Effect
    over_clause: bool = False


def nearby(tokens: Sequence[Token], at: int, lexicon: Lexicon, noun: bool) -> tuple[int, list[Step]]:
    """Auxiliaries, adverbs and negations right before a verb; adjectives before a noun: where they begin."""
    found: list[Step] = []
    index = at - 1
    while index >= 0:
        word = tokens[index].lower
        kind = near_kind(word, lexicon)
        passed = tokens[index + 1].lower in DETERMINERS
        if noun and not passed and kind in (None, "aux") and _modifies(tokens, index, lexicon):
            index -= 1
            continue
        if noun and (word in lexicon.clause["borders"] or tokens[index + 1].lower in DETERMINERS):
            break
        if kind is None and not (word.endswith("ly") and not noun):
            break
        if kind == "negated":
            found.append(Step(index, "negative"))
        elif kind not in (None, "aux"):
            found.append(Step(index, kind))  # type: ignore[arg-type]
        index -= 1
    return index, list(_sorted_out(tokens, index + 1, at, found, lexicon))


def near_kind(word: str, lexicon: Lexicon) -> str | None:
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
    if not token.word or token.lower in PREPOSITIONS or token.lower in lexicon.clause["borders"]:
        return False
    if token.lower in lexicon.clause["joints"] or effect_at(tokens, index, "object", lexicon):
        return False
    return not finite(token.lower, lexicon)


def finite(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.verbs.pasts or lexicon.near.get(word) == "aux" or word.endswith(("n't", "n’t"))


def inflected(word: str, lexicon: Lexicon) -> bool:
    return word.endswith(("ed", "ing")) or word in lexicon.verbs.pasts or word in lexicon.verbs.participles


def effect_at(tokens: Sequence[Token], index: int, link: LinkKind, lexicon: Lexicon) -> Effect | None:
    """What the one to three words that end at this token do by that link."""
    for length in (3, 2, 1):
        if index - length + 1 >= 0:
            effect = lexicon.effect(tuple(token.lower for token in tokens[index - length + 1 : index + 1]), link)
            if effect:
                return effect
    return None
