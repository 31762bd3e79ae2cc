"""Quotes and their speakers, whole attributions against whole ones.

A quote is all that one attribution says, joined over sentences (characters, blanks left out).  GenderGapTracker takes a
found quote for a wanted one when they are alike enough, loosely from .3 and strictly from .8 on; alike is here the
intersection over the union of their characters.  Pairs are one to one, the likest first.  A speaker's words are right
when the head of the found source lies in the wanted source and the other way about; `speaker_words` is the share of
pairs (loose) in which they are, and `with_speaker` counts a pair only where they are.  Where the gold has no source,
finding none is right.
"""

from collections.abc import Iterator, Sequence

from eval.attributing.alignment import characters, covers, head, pairs
from eval.attributing.counts import Counts, matched, share
from eval.attributing.found import Extent, FoundAttribution, outermost
from eval.polnear_gold import GoldAttribution

LOOSE, STRICT = 0.3, 0.8


Quoted = tuple[str, Sequence[GoldAttribution], tuple[FoundAttribution, ...]]


def quote_figures(articles: Sequence[Quoted]) -> Iterator[tuple[str, float]]:
    """Loose and strict P, R and F1, the same with the speaker, and the share of right speakers, over articles given as
    text, gold and what was found."""
    counts = {name: Counts() for name in ("loose", "strict", "loose_with_speaker", "strict_with_speaker")}
    right = alike = 0
    for text, gold, found in articles:
        wanted = [one for one in gold if one.content]
        ours = [one for one in outermost(found) if one.contents]
        matches = _matches(text, ours, wanted)
        for name, least in (("loose", LOOSE), ("strict", STRICT)):
            own = [spoken for value, spoken in matches if value >= least]
            counts[name] += matched(len(own), len(ours), len(wanted))
            counts[f"{name}_with_speaker"] += matched(sum(own), len(ours), len(wanted))
        right += sum(spoken for _, spoken in matches)
        alike += len(matches)
    for name, total in counts.items():
        yield from total.figures(f"quotes.{name}")
    yield "quotes.wanted", counts["loose"].wanted
    yield "quotes.speaker_words", share(right, alike)


def same_speaker(text: str, found: Sequence[Extent], gold: Sequence[Extent]) -> bool:
    """Whether the head of one of the found sources lies in the gold's, and the gold's head in it."""
    if not found or not gold:
        return not found and not gold
    return any(
        covers(ours, head(text, theirs)) and covers(theirs, head(text, ours)) for ours in found for theirs in gold
    )


def _matches(
    text: str, ours: Sequence[FoundAttribution], wanted: Sequence[GoldAttribution]
) -> list[tuple[float, bool]]:
    """Likeness of each pair, and whether its speaker is right."""
    found = [characters(text, one.contents) for one in ours]
    gold = [characters(text, one.content) for one in wanted]
    return [
        (value, same_speaker(text, [s.extent for s in ours[i].sources if s.extent], wanted[j].source))
        for i, j, value in pairs(found, gold, LOOSE)
    ]
