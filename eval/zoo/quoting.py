"""A quotation finder in the manner of textacy's direct_quotations, written from its published idea.

Words between a pair of quotation marks are a quotation where a verb of reporting stands near: in the sentences that the
quotation touches, outside all quotation marks.  The nearest such verb is the cue, and the nearest pronoun, name or noun
phrase beside that verb the speaker; quotations without both are left out.  Textacy takes the speaker from a dependency
parse; here it is a run of words by their form (capitals, or a determiner with what follows it), so no parser is needed.
"""

import re
from collections.abc import Iterator, Sequence

from eval.attributing.found import Extent, FoundAttribution, FoundSource, Paper, System

_STEMS = (
    "accus acknowledg add admit advis agre allege announc answer argu ask assert assur believ blam boast claim comment "
    "complain conced conclud confess confirm contend continu counter cried declar den deni describ disclos dismiss "
    "emphasiz estimat exclaim explain express hint hope imply insist interject joke lament maintain mention murmur not "
    "object observ opin point predict proclaim promis propos protest question quip read recall recommend remark remind "
    "repeat repli reply report respond reveal rul shout sigh speculat state stat stress suggest suspect testif think "
    "thought threaten urg utter vow warn whisper wonder wrote writ"
).split()
_IRREGULAR = frozenset("say says said saying tell tells told telling thinks thought writes wrote writing cries".split())
_SUFFIXES = ("e", "ed", "es", "s", "ing", "ted", "ting", "red", "ies", "ied", "y", "")
VERBS = _IRREGULAR | {stem + suffix for stem in _STEMS for suffix in _SUFFIXES}

QUOTED = re.compile(r"“[^“”]+”|\"[^\"]+\"")
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*\.?")
_SPEAKER = re.compile(
    r"\b(?:(?:he|she|they|we|I|you)\b"
    r"|(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Ss]ome)\s+)?(?:[\w’'.-]+\s+){0,2}?"
    r"[A-Z][\w’'.-]*(?:\s+(?:of\s+|for\s+|de\s+)?[A-Z][\w’'.-]*)*"
    r"|(?:the|a|an|his|her|their|one|some)\s+[\w’'-]+(?:\s+[\w’'-]+)?)"
)
_NEAR = 60


def system() -> System:
    """The finder."""
    return lambda paper: tuple(_attributions(paper))


def _attributions(paper: Paper) -> Iterator[FoundAttribution]:
    text = paper.text
    quoted = [match.span() for match in QUOTED.finditer(text)]
    for quotation in quoted:
        cue = _nearest_verb(paper, quotation, quoted)
        speaker = _speaker(text, cue, quoted) if cue else None
        if cue and speaker:
            words = text[slice(*speaker)]
            name = words if any(character.isupper() for character in words) and words != "I" else None
            yield FoundAttribution((FoundSource(speaker, name),), (cue,), (quotation,))


def _nearest_verb(paper: Paper, quotation: Extent, quoted: Sequence[Extent]) -> Extent | None:
    touched = [one for one in paper.sentences if one[0] < quotation[1] and quotation[0] < one[1]]
    if not touched:
        return None
    words = [match.span() for match in _WORD.finditer(paper.text, touched[0][0], touched[-1][1])]
    verbs = [word for word in words if paper.text[slice(*word)].lower().rstrip(".") in VERBS and not _in(word, quoted)]
    return min(verbs, key=lambda verb: _distance(verb, quotation), default=None)


def _speaker(text: str, cue: Extent, quoted: Sequence[Extent]) -> Extent | None:
    """The run of words nearest to the verb that may name somebody, the one before it first among equals."""
    start, end = max(cue[0] - _NEAR, 0), min(cue[1] + _NEAR, len(text))
    lines = (text.rfind("\n", start, cue[0]) + 1, text.find("\n", cue[1], end))
    start, end = max(start, lines[0]), lines[1] if lines[1] >= 0 else end
    stretches = [(start, cue[0]), (cue[1], end)]
    found = [match.span() for stretch in stretches for match in _SPEAKER.finditer(text, *stretch)]
    found = [one for one in found if not _in(one, quoted)]
    return min(found, key=lambda one: _distance(one, cue), default=None)


def _in(one: Extent, others: Sequence[Extent]) -> bool:
    return any(start <= one[0] < end for start, end in others)


def _distance(one: Extent, other: Extent) -> int:
    return max(other[0] - one[1], one[0] - other[1], 0)
