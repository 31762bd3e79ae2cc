"""Headlines: the speaker before a colon, or behind one."""

from collections.abc import Iterator

from headwater.reading.attributions.draft import Draft
from headwater.reading.attributions.lexicon import Lexicon
from headwater.reading.attributions.lines import QUOTED, Line
from headwater.reading.attributions.nominals import nominal_after

LONGEST_SPEAKER = 7
_SPEAKERS = ("person", "people", "organisation", "state", "armed_group", "outlet", "document")


def headlines(line: Line, lexicon: Lexicon) -> Iterator[Draft]:
    """Three ways of headlines: "Orsk mayor: town is lost"; "Town is lost: Orsk mayor"; "Town is lost – officials"."""
    if line.role not in ("headline", "heading"):
        return
    tokens = line.tokens
    for at, token in enumerate(tokens):
        if token.text in (":", "–", "—", "-", "|") and 0 < at < len(tokens) - 1:
            if token.text == ":" and _is_speaker(line, 0, at, lexicon):
                yield _draft(line, (0, at), at, (at + 1, len(tokens)), "headline_speaker_first")
                return
            if at >= 2 and _is_speaker(line, at + 1, len(tokens), lexicon):
                yield _draft(line, (at + 1, len(tokens)), at, (0, at), "headline_speaker_last")
                return


def _draft(line: Line, source: tuple[int, int], mark: int, content: tuple[int, int], rule: str) -> Draft:
    return Draft((line.span(*source),), (line.span(mark, mark + 1),), (line.span(*content),), rule)


def _is_speaker(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    """Words that name nobody but a speaker: they hold a word for one, or are a capital that stands for a state."""
    words = line.tokens[first:last]
    if not 0 < len(words) <= LONGEST_SPEAKER or any(not token.word and token.text != "." for token in words):
        return False
    if any(token.text == QUOTED for token in words):
        return False
    nominal = nominal_after(line.tokens, first, lexicon)
    if nominal is None or nominal.last < last:
        return False
    known = any(lexicon.any_of(_SPEAKERS, token.lower) for token in words)
    state = len(words) == 1 and lexicon.among("seats", words[0].text)
    return known or state or any(lexicon.among("titles", token.text) for token in words[:-1])
