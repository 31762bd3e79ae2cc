"""A quotation mark that never closes: the words for the speaker tell where the quoted ones end."""

from headwater.reading.attributions.lexicon import Lexicon
from headwater.reading.attributions.nominals import nominal_after
from headwater.reading.words import Token, tokenize

LONGEST = 1200


def end_of_speech(text: str, start: int, end: int, lexicon: Lexicon) -> int | None:
    """Behind the comma of “We left, said Maro Tevin. or “We left, Maro Tevin said.; null where no such words follow."""
    tokens = tokenize(text, start, min(end, start + LONGEST))
    for at, token in enumerate(tokens):
        if token.text == "," and at > 1 and (_inverted(tokens, at + 1, lexicon) or _straight(tokens, at + 1, lexicon)):
            return token.end
    return None


def _inverted(tokens: list[Token], first: int, lexicon: Lexicon) -> bool:
    cue = lexicon.cue_at(tokens, first)
    if cue is None or cue.entry.kind not in ("speech", "writing"):
        return False
    nominal = nominal_after(tokens, cue.last + 1, lexicon)
    return nominal is not None and _ends(tokens, max(nominal.last, nominal.app_last))


def _straight(tokens: list[Token], first: int, lexicon: Lexicon) -> bool:
    nominal = nominal_after(tokens, first, lexicon)
    last = max(nominal.last, nominal.app_last) if nominal else first
    cue = lexicon.cue_at(tokens, last) if nominal else None
    return cue is not None and cue.entry.kind in ("speech", "writing") and _ends(tokens, cue.last + 1)


def _ends(tokens: list[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].text in (".", "!", "?")
