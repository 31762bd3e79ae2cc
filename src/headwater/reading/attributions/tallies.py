"""Counts that somebody puts, raises or lowers: "the clinic put the death toll at 12"."""

from collections.abc import Iterator

from headwater.reading.attributions.draft import Draft
from headwater.reading.attributions.lexicon import Lexicon
from headwater.reading.attributions.lines import Line
from headwater.reading.attributions.nominals import nominal_before, reach
from headwater.reading.words import Token

REACH = 30
_BEHIND = frozenset((",", ";", ".", "!", "?", "…", ":"))


def tallies(line: Line, lexicon: Lexicon) -> Iterator[Draft]:
    """The verb with its source before it, a count named behind it ("the death toll of …"), then "at" or "to" and the
    number; what is said is all behind the verb up to the end of that clause."""
    words = lexicon.speech
    for at, token in enumerate(line.tokens):
        if token.lower not in words["tallies.forms"]:
            continue
        last = _end(line.tokens, at + 1, lexicon)
        nominal = nominal_before(line.tokens, at, lexicon) if last else None
        if last is None or nominal is None:
            continue
        yield Draft((line.span(*reach(nominal)),), (line.span(at, at + 1),), (line.span(at + 1, last),), "tally")


def _end(tokens: list[Token], first: int, lexicon: Lexicon) -> int | None:
    """Behind the number; None where no count is named, or no number is given for it."""
    counted = False
    for at in range(first, min(first + REACH, len(tokens))):
        if tokens[at].text in _BEHIND:
            return None
        counted = counted or tokens[at].lower in lexicon.speech["tallies.counts"]
        if counted and tokens[at].lower in ("at", "to") and _is_number(tokens, at + 1, lexicon):
            last = at + 2
            while last < len(tokens) and tokens[last].text not in _BEHIND:
                last += 1
            return last
    return None


def _is_number(tokens: list[Token], first: int, lexicon: Lexicon) -> bool:
    """A number comes, perhaps behind "at least" or "more than"."""
    near = tokens[first : first + 3]
    return any(one.text[:1].isdigit() or one.lower in lexicon.speech["tallies.numbers"] for one in near)
