"""A quotation finder in the manner of textacy's direct_quotations, written from its published idea.

Words between a pair of quotation marks are a quotation where a verb of reporting stands near: in the sentences that the
quotation touches, outside all quotation marks.  The nearest such verb is the cue, and the nearest pronoun, name or noun
phrase beside that verb the speaker; quotations without both are left out.  Textacy takes the speaker from a dependency
parse; here it is a run of words by their form (capitals, or a determiner with what follows it), so no parser is needed.
"""

import re
from collections.abc import Iterator, Sequence

from eval.attributing.found import Extent, FoundAttribution, FoundSource, Paper, System
from eval.zoo.who import with_names

_LEMMAS = (
    "accuse acknowledge add admit advise agree allege announce answer argue ask assert assure believe blame boast "
    "claim comment complain concede conclude confess confirm contend continue counter cry declare demand deny "
    "describe disclose dismiss emphasize estimate exclaim explain express fear hint hope imply insist interject "
    "joke lament maintain mention murmur note object observe opine point predict proclaim promise propose protest "
    "question quip recall recommend remark remind repeat reply report respond reveal rule shout speculate state "
    "stress suggest suspect testify threaten tweet urge utter vow warn whisper wonder"
).split()
_IRREGULAR = (
    "say says said saying tell tells told telling think thinks thought thinking write writes wrote written writing"
)


def _forms(lemma: str) -> tuple[str, ...]:
    """Its regular forms: present, past, participle."""
    if lemma.endswith("e"):
        return lemma, f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"
    if lemma.endswith("y"):
        return lemma, f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"
    doubled = {"admit": "admitt", "quip": "quipp"}.get(lemma, lemma)
    return lemma, f"{lemma}s", f"{doubled}ed", f"{doubled}ing"


VERBS = frozenset([*_IRREGULAR.split(), *(form for lemma in _LEMMAS for form in _forms(lemma))])

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
    return lambda paper: with_names(paper.text, tuple(_attributions(paper)))


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
