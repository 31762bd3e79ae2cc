"""How the enclosing voice words a cue."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.reading.attributions.lexicon import CueKind, Lexicon, Stance
from headwater.reading.words import Token, tokenize
from headwater.records import Span

_STRONGEST: tuple[Stance, ...] = ("denial", "distancing", "endorsing", "neutral")
_AROUND = 24
# Kinds of cue that hand over words, whether or not the text says whose.
SAYING: frozenset[CueKind] = frozenset({"speech", "writing", "accusation"})


@dataclass(frozen=True, slots=True)
class Wording:
    """What the words of a cue say of what is said; `kinds` is empty where no word of it is in the lexicon."""

    stance: Stance
    kinds: frozenset[CueKind]
    negated: bool
    reproach: bool

    @property
    def nothing_said(self) -> bool:
        """Somebody omits something, or says it not: nothing is handed over."""
        unsaid = self.negated and bool(self.kinds) and self.kinds <= SAYING
        return self.reproach or (unsaid and self.stance != "denial")


def wording(text: str, cues: Sequence[Span], lexicon: Lexicon) -> Wording:
    """The wording of these cues together, with the adverb beside the first."""
    tokens = [token for cue in cues for token in tokenize(text, cue.start, cue.end)]
    found = list(_entries(tokens, lexicon))
    negated = any(lexicon.negates(token.lower) for token in tokens)
    reproach = bool(tokens) and any(token.lower in lexicon.speech["reproach.forms"] for token in tokens)
    kinds = frozenset(kind for _, kind in found)
    stance: Stance = next((one for one in _STRONGEST if any(own == one for own, _ in found)), "neutral")
    turned = _turned(stance, kinds, negated)
    adverb = next((lexicon.adverbs[one] for one in _beside(text, cues, tokens) if one in lexicon.adverbs), None)
    if negated and stance == "denial":
        return Wording("neutral", kinds | {"belief"}, negated, reproach)
    return Wording(adverb or turned, kinds, negated, reproach and not found)


def _turned(stance: Stance, kinds: frozenset[CueKind], negated: bool) -> Stance:
    """What is not believed or not meant is denied."""
    return "denial" if negated and kinds & {"belief", "intention"} else stance


def _entries(tokens: list[Token], lexicon: Lexicon) -> Iterator[tuple[Stance, CueKind]]:
    index = 0
    while index < len(tokens):
        cue = lexicon.cue_at(tokens, index) or lexicon.according_at(tokens, index)
        if cue:
            yield cue.stance, cue.entry.kind
        elif tokens[index].lower in lexicon.nouns:
            yield lexicon.nouns[tokens[index].lower], "speech"
        index = cue.last + 1 if cue else index + 1


def _beside(text: str, cues: Sequence[Span], tokens: list[Token]) -> list[str]:
    """The words of the cue, the one before it and the one behind it."""
    if not cues:
        return []
    before = tokenize(text, max(cues[0].start - _AROUND, 0), cues[0].start)[-1:]
    after = tokenize(text, cues[-1].end, cues[-1].end + _AROUND)[:1]
    return [token.lower for token in (*tokens, *before, *after)]
