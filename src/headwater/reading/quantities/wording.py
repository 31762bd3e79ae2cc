"""How a count is put: how sure the words are, and what amounts without a figure are called."""

from headwater.reading.certainty import Certainty, certainty
from headwater.reading.certainty import Lexicon as Certain
from headwater.reading.quantities.count import Count
from headwater.reading.words import Token
from headwater.records.events import Factuality


def factuality_of(tokens: list[Token], count: Count, certain: Certain) -> Factuality | None:
    """How sure the wording is; None for a plain "not", which leaves open what is said."""
    link = count.link
    if link.last == link.first:
        return "asserted"
    weighed = certainty(tokens, link.first, link.last, certain, noun=link.noun)
    if weighed.factuality == "ordered" and _is_name(tokens, weighed):
        return "asserted"
    nobody = count.group.figure.high == 0
    return None if weighed.negative and not nobody else weighed.factuality


def _is_name(tokens: list[Token], weighed: Certainty) -> bool:
    """Orsk Police Command said that …: a body, no order."""
    named = {token.start for token in tokens[1:] if token.capital}
    return any(cue.start in named for cue in weighed.cues)


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
