"""How a count is put: how sure the words are, and what amounts without a figure are called."""

from headwater.reading.quantities.counting import Count
from headwater.reading.quantities.lexicon import Lexicon, phrase_before
from headwater.reading.words import Token
from headwater.records.events import Factuality

NEAR = 4
FAR = 12


def factuality_of(tokens: list[Token], count: Count, lexicon: Lexicon) -> Factuality | None:
    """How sure the wording is; None for a plain "not", which leaves open what is said."""
    words, first = lexicon.words, min(count.link.first, len(tokens))
    if count.link.last == count.link.first:
        return "asserted"
    near = {token.lower for token in tokens[max(first - NEAR, 0) : first]}
    if {token.lower for token in tokens[max(first - FAR, 0) : first]} & words["denied"]:
        return "denied"
    if near & words["negators"]:
        return None
    if phrase_before(lexicon.lists["planned"], tokens, first):
        return "planned"
    if near & words["possible"]:
        return "possible"
    return "hypothetical" if near & words["hypothetical"] else "asserted"


def wording_of(tokens: list[Token], count: Count) -> str | None:
    """The name that codebooks list an amount without a figure under."""
    figure = count.group.figure
    if figure.wording or figure.qualifier != "plural":
        return figure.wording
    return "children_of_one_family" if _of_one_family(tokens, count) else None


def _of_one_family(tokens: list[Token], count: Count) -> bool:
    """Her children; children of one family."""
    group = count.group
    if group.head is None or group.head.noun.subgroup != "children":
        return False
    first = tokens[group.figure.first].lower
    behind = [token.lower for token in tokens[group.last : group.last + 4]]
    family = behind[:1] in (["of"], ["from"]) and "family" in behind
    return first in {"his", "her", "their"} or family
