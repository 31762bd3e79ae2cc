"""From the words at one place up through what stands over them, step by step."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from headwater.reading.certainty.climbing import steps
from headwater.reading.certainty.lexicon import Lexicon
from headwater.reading.certainty.nearby import Step
from headwater.reading.words import Token
from headwater.records import Span
from headwater.records.events import Factuality

MOST_STEPS = 8


@dataclass(frozen=True, slots=True)
class Certainty:
    """How the wording puts it, whoever says so.

    `negative`: it is said not to have happened ("did not attack"); `factuality` "denied": somebody is said to deny it.
    "reported" only for words such as "allegedly": whose content it stands in is not looked at.  `cues` are the words
    that decided it, the nearest first.
    """

    factuality: Factuality = "asserted"
    negative: bool = False
    cues: tuple[Span, ...] = ()


def certainty(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon, *, noun: bool = False) -> Certainty:
    """How certain the sentence `tokens` makes the words at tokens [first, last), a verb unless `noun`."""
    weighed = Certainty()
    for count, step in enumerate(steps(tokens, first, lexicon, noun)):
        if count >= MOST_STEPS:
            break
        weighed = _under(weighed, step, tokens)
    if _asked(tokens, last) and weighed.factuality == "asserted":
        return replace(weighed, factuality="possible", cues=(*weighed.cues, _span(tokens, len(tokens) - 1)))
    return weighed


def _under(weighed: Certainty, step: Step, tokens: Sequence[Token]) -> Certainty:
    """What becomes of it under one more word.  The nearest doubt stays; a denial covers all below it."""
    effect = step.effect
    if effect == "sure":
        return weighed
    seen = replace(weighed, cues=(*weighed.cues, _span(tokens, step.at)))
    if effect == "negative":
        if weighed.factuality == "denied" or step.over_clause:  # did not deny; did not say that; no evidence that
            return replace(seen, factuality="possible", negative=weighed.negative)
        return replace(seen, negative=not weighed.negative)
    if effect == "denied":
        return replace(seen, factuality="denied")
    if weighed.factuality in ("asserted", "reported") or (effect == "hypothetical" and weighed.factuality != "denied"):
        return replace(seen, factuality=effect)
    return weighed


def _asked(tokens: Sequence[Token], last: int) -> bool:
    """Does the sentence end in a question mark, with nothing quoted in between?"""
    return len(tokens) > last and tokens[-1].text == "?"


def _span(tokens: Sequence[Token], at: int) -> Span:
    return Span(tokens[at].start, tokens[at].end)
