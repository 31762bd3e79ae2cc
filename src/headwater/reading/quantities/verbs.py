"""Where the verb of a subject begins, over what stands between; what a verb says of those counted."""

from collections.abc import Iterator
from dataclasses import dataclass

from headwater.reading.quantities.group import Group
from headwater.reading.quantities.lexicon import Lexicon, Trigger, phrase_at, phrase_before
from headwater.reading.words import Token

MOST_BETWEEN = 16
MOST_REMARKS = 3
CLOSING = {",": {","}, "(": {")"}, "–": {"–"}, "—": {"—"}, "-": {"-"}}

PASSIVE = frozenset({"was", "were", "been", "is", "are", "be"})
OBJECTS = frozenset(("him", "her"))
CLAUSE_BREAKS = frozenset({".", ";", "said", "says", "saying", "that", "which"})


@dataclass(frozen=True, slots=True)
class Verb:
    """The auxiliaries before `last`, where the verb itself is; `to_be` where a form of "to be" is among them."""

    last: int
    to_be: bool


def trigger_at(use: str, tokens: list[Token], index: int, group: Group, lexicon: Lexicon) -> tuple[int, Trigger] | None:
    """Where the longest trigger that begins here ends, and what it says of such a group."""
    found = phrase_at(lexicon.triggers[use], tokens, index)
    trigger = _fitting(found[1], group) if found else None
    return (found[0], trigger) if found and trigger else None


def trigger_before(
    use: str, tokens: list[Token], end: int, group: Group, lexicon: Lexicon
) -> tuple[int, Trigger] | None:
    """Where the longest trigger that ends here begins, and what it says of such a group."""
    found = phrase_before(lexicon.triggers[use], tokens, end)
    trigger = _fitting(found[1], group) if found else None
    return (found[0], trigger) if found and trigger else None


def both(tokens: list[Token], first: int, lexicon: Lexicon) -> int | None:
    """Where "killed and wounded", "killing or injuring" begins, given where its second verb does."""
    if first < 2 or tokens[first - 1].lower not in {"and", "or"}:
        return None
    found = phrase_before(lexicon.triggers["active"], tokens, first - 1)
    second = phrase_at(lexicon.triggers["active"], tokens, first)
    if not found or not second:
        return None
    units = {trigger.unit for one in (found[1], second[1]) for trigger in one}
    return found[0] if units == {"killed", "injured"} else None


def verbs_behind(tokens: list[Token], group: Group, lexicon: Lexicon) -> Iterator[Verb]:
    """Every place where the verb of this subject may be, the nearest first: right behind it, behind remarks between
    marks, behind "who", behind a phrase with a preposition."""
    index = group.last
    for _ in range(MOST_REMARKS):
        yield _verb(tokens, index, lexicon)
        if index >= len(tokens):
            return
        word = tokens[index]
        if word.text in CLOSING:
            yield _verb(tokens, index + 1, lexicon)
        closing = _closing(tokens, index, lexicon) if word.text in CLOSING else None
        if closing is None:
            break
        index = closing
    if index < len(tokens) and _leads_on(tokens, index, lexicon):
        yield from _farther(tokens, index, lexicon)


def _fitting(triggers: tuple[Trigger, ...], group: Group) -> Trigger | None:
    things = group.unit not in (None, "percent")
    return next((trigger for trigger in triggers if trigger.things == things), None)


def _verb(tokens: list[Token], index: int, lexicon: Lexicon) -> Verb:
    to_be = False
    skipped = lexicon.words["auxiliaries"] | lexicon.words["adverbs"]
    while index < len(tokens) and (
        tokens[index].lower in skipped or tokens[index].lower.endswith("ly") or _is_said(tokens, index, lexicon)
    ):
        if any(phrase_at(lexicon.triggers[use], tokens, index) for use in ("passive", "alone")):
            break
        to_be |= tokens[index].lower in lexicon.words["to_be"]
        index += 1
    return Verb(index, to_be)


def _is_said(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Within "are said to have been", "are estimated to have been"."""
    before = tokens[index - 1].lower if index else ""
    if tokens[index].lower == "to":
        return before in lexicon.words["held"]
    return tokens[index].lower in lexicon.words["held"] and before in lexicon.words["to_be"]


def _closing(tokens: list[Token], index: int, lexicon: Lexicon) -> int | None:
    """Behind the mark that closes a remark: the first that a verb follows, else the first."""
    ends = CLOSING[tokens[index].text]
    behind = range(index + 1, min(index + 2 + MOST_BETWEEN, len(tokens)))
    found = [end + 1 for end in behind if tokens[end].text in ends]
    verbs = lexicon.words["to_be"]
    return next((at for at in found if at < len(tokens) and tokens[at].lower in verbs), next(iter(found), None))


def _leads_on(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    word = tokens[index].lower
    breakdown = phrase_at(lexicon.lists["breakdown"], tokens, index) is not None
    of_them = [token.lower for token in tokens[index + 1 : index + 3]] in (["of", "them"], ["of", "whom"])
    return breakdown or of_them or word in lexicon.words["relatives"] or word in lexicon.words["prepositions"]


def _farther(tokens: list[Token], index: int, lexicon: Lexicon) -> Iterator[Verb]:
    """Behind "who had come to the square", "in the town of Harun", "including 11 children"."""
    clause = tokens[index].lower in lexicon.words["relatives"]
    for end in range(index + 1, min(index + 1 + MOST_BETWEEN, len(tokens))):
        if tokens[end].lower in lexicon.words["to_be"]:
            yield _verb(tokens, end, lexicon)
            if not clause:
                return
        elif phrase_at(lexicon.triggers["alone"], tokens, end):
            yield Verb(end, False)
            return
        if tokens[end].lower in (CLAUSE_BREAKS if clause else lexicon.words["subject_breaks"]):
            return


def is_no_subject(tokens: list[Token], group: Group, lexicon: Lexicon) -> bool:
    first = group.figure.first
    if group.kind == "pronoun" and tokens[first].lower in OBJECTS:
        return True  # "told him that 12 people were killed"
    return first > 0 and tokens[first - 1].lower in lexicon.words["not_subject_after"]


def is_passive(tokens: list[Token], verb: int) -> bool:
    while verb and tokens[verb - 1].lower.endswith("ly"):
        verb -= 1
    return verb > 0 and tokens[verb - 1].lower in PASSIVE and tokens[verb - 1].text != "IS"
