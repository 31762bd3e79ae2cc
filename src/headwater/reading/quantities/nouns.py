"""The noun behind a number, an article or nothing."""

from dataclasses import dataclass, replace

from headwater.reading.quantities.lexicon import Lexicon, Noun, phrase_at
from headwater.reading.words import Token

MOST_MODIFIERS = 5
CHILD_UNDER = 18


@dataclass(frozen=True, slots=True)
class Head:
    """Tokens [first, last) of a noun with what stands before it, and what it means."""

    first: int
    last: int
    noun: Noun


def head_behind(tokens: list[Token], start: int, lexicon: Lexicon, *, peoples: bool = False) -> Head | None:
    """The noun at most five words behind a number or an article; its words may be any but those that end a count.

    `peoples`: a plural with a capital counts where no noun is listed ("12 Belmarians").
    """
    index = start
    while index < min(start + MOST_MODIFIERS + 1, len(tokens)):
        found = _noun_at(tokens, index, lexicon)
        if found:
            return _whole(tokens, start, found, lexicon)
        if peoples and _is_of_a_people(tokens, index, lexicon):
            return Head(start, index + 1, Noun("unknown", None, None, True))
        aside = _behind_aside(tokens, index) if index > start else None
        if aside is None and _cannot_modify(tokens, index, lexicon):
            return None
        index = aside or index + 1
    return None


def _behind_aside(tokens: list[Token], index: int) -> int | None:
    """Behind "(SARC)" or "[SARC]", a short name in brackets within a noun phrase."""
    closing = {"(": ")", "[": "]"}.get(tokens[index].text)
    ends = (end + 1 for end in range(index + 1, min(index + 8, len(tokens))) if tokens[end].text == closing)
    return next(ends, None) if closing else None


def head_here(tokens: list[Token], start: int, lexicon: Lexicon) -> Head | None:
    """A noun that no number and no article is before, over adjectives and names of peoples; it may be a singular."""
    index = start
    while index < min(start + MOST_MODIFIERS, len(tokens)):
        found = _noun_at(tokens, index, lexicon)
        if found:
            return _whole(tokens, start, found, lexicon)
        if not _is_adjective(tokens, index, lexicon):
            return None
        index += 1
    return None


def _noun_at(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[int, Noun] | None:
    found = phrase_at(lexicon.nouns, tokens, index)
    if found:
        return found
    word = tokens[index].text if index < len(tokens) else ""
    if len(word) > 5 and word.islower() and word.endswith(("man", "men", "woman", "women")):
        return index + 1, Noun("unknown", None, None, word.endswith("men"))
    age = _age_at(tokens, index, lexicon)
    return (age[0], _by_age(age[1], tokens[age[0] - 1].lower.endswith("s"))) if age else None


def _whole(tokens: list[Token], start: int, found: tuple[int, Noun], lexicon: Lexicon) -> Head:
    """The last noun of a row ("soldier recruits"), its class by the last that has one: "12 police officers"."""
    last, noun = found
    class_, subgroup, state = noun.class_, noun.subgroup, noun.state
    while more := _noun_at(tokens, last, lexicon):
        if bool(more[1].unit) != bool(noun.unit):  # "bomb attackers", "rebel tanks": the last noun tells
            class_, subgroup, state = more[1].class_, more[1].subgroup, more[1].state
        last, noun = more
        class_ = noun.class_ if noun.class_ != "unknown" else class_
        subgroup, state = noun.subgroup or subgroup, state or noun.state
    row = tuple(token.lower for token in tokens[start:last])
    if class_ == "unknown" and noun.unit is None:
        class_ = "civilian" if "civilian" in row else "combatant" if set(row) & {"rebel", "militant"} else class_
    return Head(start, last, replace(noun, class_=class_, subgroup=subgroup, state=state))


def _age_at(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where "12-year-old", "twelve-year-old" or "12 year old" ends, and the years."""
    if index >= len(tokens):
        return None
    parts = tokens[index].lower.split("-")
    if len(parts) >= 3 and parts[-1] in {"old", "olds"}:
        years = parts[0] if parts[1].startswith("year") else "1"
        spelled = lexicon.units.get(years, CHILD_UNDER)
        return index + 1, int(years) if years.isdigit() and len(years) < 4 else spelled
    behind = [token.lower for token in tokens[index + 1 : index + 3]]
    if behind in (["year", "old"], ["years", "old"], ["month", "old"], ["months", "old"]):
        word = tokens[index].text
        number = int(word[:3]) if word.isdigit() else lexicon.units.get(word.lower(), 0)
        return (index + 3, number if behind[0].startswith("year") else 1) if number else None
    return None


def _by_age(years: int, many: bool) -> Noun:
    child = years < CHILD_UNDER
    return Noun("civilian" if child else "unknown", "children" if child else None, None, many)


def _cannot_modify(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    token = tokens[index]
    if not token.word or (token.text[0].isdigit() and "-" not in token.text):
        return True
    if token.text.isupper() and len(token.text) > 1:
        return False  # "IS fighters"
    words = lexicon.words
    if token.lower in lexicon.units or token.lower in lexicon.tens or token.lower.startswith("includ"):
        return True
    if token.lower in words["adjectives"]:
        return False
    return (
        token.lower in words["after_bare"]
        or token.lower in words["not_people"]
        or token.lower in words["auxiliaries"]
        or token.lower in words["determiners"]
        or token.lower in words["relatives"]
        or token.lower in words["finite"]
        or phrase_at(lexicon.triggers["active"], tokens, index) is not None
    )


def _is_adjective(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    token = tokens[index]
    if token.lower in lexicon.units or token.lower in lexicon.tens:
        return False
    if phrase_at(lexicon.triggers["active"], tokens, index):
        return False
    listed = token.lower in lexicon.words["adjectives"]
    name = token.capital and token.text.isalpha()
    return listed or (name and token.lower not in lexicon.words["after_bare"]) or (token.word and "-" in token.text)


def begins(tokens: list[Token], start: int) -> bool:
    """Where a sentence, a headline or a part of it begins; "Woman, boyfriend killed" has two such places."""
    if 0 < start <= MOST_MODIFIERS and tokens[start - 1].text in {",", "&"}:
        return True
    return start == 0 or tokens[start - 1].text in {":", ";", "|", "“", '"', "—", "–"}


def _is_of_a_people(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """A capital plural with no other noun of people behind it: "12 Belmarians"."""
    token = tokens[index]
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    plural = token.capital and token.text.endswith("s") and token.text.isalpha() and not token.text.isupper()
    words = lexicon.words
    ends = not following[:1].isalnum() or following in words["after_bare"] | words["auxiliaries"]
    return plural and len(token.text) > 4 and ends


def is_age(tokens: list[Token], index: int) -> bool:
    """Does "years old" or "months old" stand here?"""
    behind = [token.lower for token in tokens[index : index + 2]]
    return behind[1:] == ["old"] and behind[0] in {"year", "years", "month", "months"}
