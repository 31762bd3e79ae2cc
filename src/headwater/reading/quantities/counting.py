"""The counts of one sentence: figures, their nouns, their verbs, and how they hang together."""

from collections.abc import Iterator
from dataclasses import dataclass

from headwater.reading.quantities.counted import Phrase, phrase_of
from headwater.reading.quantities.figures import Figure, figure_at
from headwater.reading.quantities.lexicon import Lexicon, phrase_at, phrase_before
from headwater.reading.quantities.links import RULES, Link
from headwater.reading.words import Token
from headwater.records import Counted, Span
from headwater.records.events import Factuality


@dataclass(frozen=True, slots=True)
class Count:
    """A figure of people and what befell them.  `whole` is the count that this one is part of."""

    figure: Figure
    span: Span
    of: Counted | None
    unit: str
    event: str | None
    trigger: Span
    rule: str
    factuality: Factuality
    whole: Span | None = None


@dataclass(frozen=True, slots=True)
class _Linked:
    phrase: Phrase
    link: Link
    rule: str
    whole: Phrase | None = None


def counts(text: str, tokens: list[Token], lexicon: Lexicon) -> list[Count]:
    """The counts of the sentence that these tokens are, in text order."""
    phrases = list(_phrases(text, tokens, lexicon))
    linked: dict[int, _Linked] = {}
    for index, phrase in enumerate(phrases):
        found = _broken_down(tokens, phrases, index, linked, lexicon) or _link(tokens, phrase, lexicon)
        found = found or _listed_behind(tokens, phrases, index, linked)
        if found:
            linked[index] = found
    for index in range(len(phrases) - 2, -1, -1):
        found = linked.get(index) or _listed_before(tokens, phrases, index, linked)
        if found:
            linked[index] = found
    made = (_count(tokens, linked[index], lexicon) for index in sorted(linked))
    return [count for count in made if count]


def _phrases(text: str, tokens: list[Token], lexicon: Lexicon) -> Iterator[Phrase]:
    index = 0
    while index < len(tokens):
        figure = figure_at(tokens, index, lexicon)
        phrase = phrase_of(text, tokens, figure, lexicon) if figure else None
        if phrase:
            yield phrase
        index = figure.last if figure else index + 1


def _link(tokens: list[Token], phrase: Phrase, lexicon: Lexicon) -> _Linked | None:
    for rule in RULES:
        link = rule(tokens, phrase, lexicon)
        if link:
            return _Linked(phrase, link, rule.__name__)
    return None


def _broken_down(
    tokens: list[Token], phrases: list[Phrase], index: int, linked: dict[int, _Linked], lexicon: Lexicon
) -> _Linked | None:
    """Part of the count before: "including three children", "three children among them", "three of them children"."""
    before = linked.get(index - 1)
    if before is None:
        return None
    phrase = phrases[index]
    named = phrase_before(lexicon.breakdown, tokens, phrase.figure.first)
    behind = phrase_at(lexicon.breakdown, tokens, phrase.last)
    them = [token.lower for token in tokens[phrase.figure.last : phrase.figure.last + 2]]
    follows = phrase.last < len(tokens) and tokens[phrase.last - 1].lower in {"them", "whom"}
    after = behind is not None and tokens[behind[0] - 1].lower == "them"
    if named or after or follows or them in (["of", "them"], ["of", "whom"]):
        return _Linked(phrase, before.link, "broken_down", before.whole or before.phrase)
    if before.rule == "broken_down" and _only_joint(tokens, before.phrase.last, phrase.figure.first):
        return _Linked(phrase, before.link, "broken_down", before.whole)
    return None


def _listed_behind(
    tokens: list[Token], phrases: list[Phrase], index: int, linked: dict[int, _Linked]
) -> _Linked | None:
    """killed 12 soldiers and three civilians."""
    before, phrase = linked.get(index - 1), phrases[index]
    if before is None or phrase.noun is None or before.rule not in ("active", "of_whom", "listed_behind"):
        return None
    joined = _only_joint(tokens, before.phrase.last, phrase.figure.first)
    verb_follows = phrase.last < len(tokens) and tokens[phrase.last].lower in {"was", "were", "had", "have", "has"}
    return _Linked(phrase, before.link, "listed_behind") if joined and not verb_follows else None


def _listed_before(
    tokens: list[Token], phrases: list[Phrase], index: int, linked: dict[int, _Linked]
) -> _Linked | None:
    """12 soldiers and three civilians were killed."""
    after, phrase = linked.get(index + 1), phrases[index]
    if after is None or phrase.noun is None or after.rule not in ("passive", "alone", "bare", "listed_before"):
        return None
    joined = _only_joint(tokens, phrase.last, after.phrase.figure.first)
    return _Linked(phrase, after.link, "listed_before") if joined and after.phrase.noun else None


def _only_joint(tokens: list[Token], start: int, end: int) -> bool:
    between = [token.lower for token in tokens[start:end]]
    return between in (["and"], [","], [",", "and"], ["as", "well", "as"], ["along", "with"])


def _count(tokens: list[Token], linked: _Linked, lexicon: Lexicon) -> Count | None:
    figure, link = linked.phrase.figure, linked.link
    factuality = _factuality(tokens, link, lexicon)
    if factuality is None:
        return None
    whole = linked.whole.figure if linked.whole else None
    return Count(
        figure,
        Span(tokens[figure.first].start, tokens[figure.last - 1].end),
        linked.phrase.noun,
        link.trigger.unit,
        link.trigger.event,
        Span(tokens[link.first].start, tokens[link.last - 1].end),
        linked.rule,
        factuality,
        Span(tokens[whole.first].start, tokens[whole.last - 1].end) if whole else None,
    )


def _factuality(tokens: list[Token], link: Link, lexicon: Lexicon) -> Factuality | None:
    """How sure the wording is; None for a plain "not", which leaves open what is said."""
    words = lexicon.words
    near = {token.lower for token in tokens[max(link.first - 4, 0) : link.first]}
    if {token.lower for token in tokens[max(link.first - 12, 0) : link.first]} & words["denied"]:
        return "denied"
    if near & words["negators"]:
        return None
    if phrase_before(lexicon.planned, tokens, link.first):
        return "planned"
    return "possible" if near & words["possible"] else "asserted"
