"""What a count is a count of: named rules, the first that answers wins."""

from collections.abc import Callable
from dataclasses import dataclass

from headwater.reading.quantities.counted import Phrase
from headwater.reading.quantities.lexicon import Lexicon, Phrases, Trigger, phrase_at, phrase_before
from headwater.reading.words import Token

MOST_BETWEEN = 12


@dataclass(frozen=True, slots=True)
class Link:
    """Tokens [first, last) that say what befell the people counted."""

    first: int
    last: int
    trigger: Trigger


def toll(tokens: list[Token], phrase: Phrase, lexicon: Lexicon) -> Link | None:
    """The death toll in Harun rose to 41."""
    before = phrase.figure.first - 1
    if before < 1 or tokens[before].lower not in lexicon.words["links"]:
        return None
    for end in range(before, max(before - MOST_BETWEEN - 2, 0), -1):
        found = phrase_before(lexicon.tolls, tokens, end)
        if found:
            return Link(found[0], end, found[1])
        if tokens[end - 1].text in {".", ";"}:
            return None
    return None


def counted_noun(tokens: list[Token], phrase: Phrase, lexicon: Lexicon) -> Link | None:
    """12 deaths."""
    found = phrase_at(lexicon.triggers["noun"], tokens, phrase.last)
    return Link(phrase.last, found[0], found[1]) if found and phrase.noun is None else None


def passive(tokens: list[Token], phrase: Phrase, lexicon: Lexicon) -> Link | None:
    """12 people in the town were killed."""
    return _behind(tokens, phrase, lexicon, "passive")


def alone(tokens: list[Token], phrase: Phrase, lexicon: Lexicon) -> Link | None:
    """12 people died."""
    return _behind(tokens, phrase, lexicon, "alone")


def bare(tokens: list[Token], phrase: Phrase, lexicon: Lexicon) -> Link | None:
    """12 dead; 30 people wounded.  Not: 12 rebels captured the town."""
    found = phrase_at(lexicon.triggers["bare"], tokens, phrase.last)
    if not found or phrase.figure.article or _both(tokens, found, lexicon):
        return None
    after = tokens[found[0]] if found[0] < len(tokens) else None
    ends = after is None or not after.word or after.lower in lexicon.words["after_bare"] or after.lower.endswith("ly")
    return Link(phrase.last, found[0], found[1]) if ends else None


def active(tokens: list[Token], phrase: Phrase, lexicon: Lexicon) -> Link | None:
    """The shells killed 12 people.  Not: killed and wounded 12 people."""
    found = phrase_before(lexicon.triggers["active"], tokens, phrase.figure.first)
    if not found:
        return None
    joint = found[0] > 1 and tokens[found[0] - 1].lower in {"and", "or"}
    if joint and phrase_before(lexicon.triggers["active"], tokens, found[0] - 1):
        return None
    return Link(found[0], phrase.figure.first, found[1])


def of_whom(tokens: list[Token], phrase: Phrase, lexicon: Lexicon) -> Link | None:
    """the deaths of 12 people."""
    before = phrase.figure.first - 1
    if before < 1 or tokens[before].lower != "of":
        return None
    found = phrase_before(lexicon.triggers["of"], tokens, before)
    return Link(found[0], before, found[1]) if found else None


RULES: tuple[Callable[[list[Token], Phrase, Lexicon], Link | None], ...] = (
    toll,
    active,
    of_whom,
    passive,
    alone,
    bare,
    counted_noun,
)


def _behind(tokens: list[Token], phrase: Phrase, lexicon: Lexicon, use: str) -> Link | None:
    """The verb of which the count is the subject, over "in the town of Harun" or a remark between commas."""
    before = tokens[phrase.figure.first - 1].lower if phrase.figure.first else ""
    if before in lexicon.words["not_subject_after"]:
        return None
    index = _over_remark(tokens, phrase.last, lexicon)
    if index is None:
        return None
    verb = index
    while verb < len(tokens) and tokens[verb].lower in lexicon.words["auxiliaries"]:
        verb += 1
    found = phrase_at(lexicon.triggers[use], tokens, verb)
    needs_verb = use == "passive" and verb == index
    if not found or needs_verb or _both(tokens, found, lexicon):
        return None
    return Link(verb, found[0], found[1])


def _over_remark(tokens: list[Token], index: int, lexicon: Lexicon) -> int | None:
    """Where the verb may begin: here, behind a phrase with a preposition, or behind words between commas."""
    if index >= len(tokens) or tokens[index].lower in lexicon.words["auxiliaries"]:
        return index
    if tokens[index].text in {",", "("}:
        closing = {",": ",", "(": ")"}[tokens[index].text]
        for end in range(index + 1, min(index + 2 + MOST_BETWEEN, len(tokens))):
            if tokens[end].text == closing:
                return end + 1
        return None
    if phrase_at(lexicon.breakdown, tokens, index):
        ends = range(index + 1, min(index + 4 + MOST_BETWEEN, len(tokens)))
        return next((end for end in ends if _is_verb(tokens, end, lexicon)), None)
    if tokens[index].lower not in lexicon.words["prepositions"]:
        return index
    for end in range(index + 1, min(index + 1 + MOST_BETWEEN, len(tokens))):
        if _is_verb(tokens, end, lexicon):
            return end
        if not tokens[end].word or tokens[end].lower in lexicon.words["subject_breaks"]:
            return None
    return None


def _is_verb(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    auxiliary = tokens[index].lower in lexicon.words["auxiliaries"]
    return auxiliary or phrase_at(lexicon.triggers["alone"], tokens, index) is not None


def _both(tokens: list[Token], found: tuple[int, Trigger], lexicon: Lexicon) -> bool:
    """The count is of both together, so of neither: "killed or wounded", "killed and injured"."""
    end, trigger = found
    if end + 1 >= len(tokens) or tokens[end].lower not in {"and", "or"}:
        return False
    other = _any(lexicon.triggers["passive"], tokens, end + 1)
    return other is not None and other.unit != trigger.unit


def _any(phrases: Phrases, tokens: list[Token], index: int) -> Trigger | None:
    found = phrase_at(phrases, tokens, index)
    return found[1] if found else None
