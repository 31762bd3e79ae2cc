"""Whole attributions against those coded by hand.

Two are a pair when their contents are alike from .5 on (intersection over union of characters inside the coded
sentences) and a source of one overlaps a source of the other, which is not asked where the coded one has no source in
the text; one to one, the likest first.  Of pairs: `parent` is right when both have none, or when their parents are a
pair; `kind` and `stance` when they are equal; `class` and `speaker` count sources that overlap, the latter as in
attributing/speakers.  A system that does not tell one of these has it wrong.  Shares are of pairs, so each comes with
the recall of attributions; none is given where there is no pair.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eval.attributing.alignment import characters, overlaps, pairs
from eval.attributing.counts import matched, share
from eval.attributing.found import FoundAttribution, FoundSource
from eval.attributing.hand import HandArticle, HandAttribution, HandSource
from eval.attributing.speakers import is_right

LEAST = 0.5
PHENOMENA = ("nested", "joint", "negated", "unnamed", "unmarked")
ASPECTS = ("parent", "kind", "stance", "class", "speaker")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A coded attribution; `aspects` holds right and asked for each aspect, null where it is in no pair."""

    phenomena: tuple[str, ...]
    aspects: dict[str, tuple[int, int]] | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """One article: a verdict on each coded attribution, and how many were found in the coded sentences."""

    verdicts: tuple[Verdict, ...]
    found: int


def judge(text: str, article: HandArticle, found: Sequence[FoundAttribution]) -> Judgement:
    """What is right in one article."""
    coded = characters(text, article.sentences)
    said = [characters(text, one.contents) & coded for one in found]
    kept = [index for index, own in enumerate(said) if own]
    gold = [characters(text, one.contents) for one in article.attributions]
    matches = pairs(
        [said[index] for index in kept],
        gold,
        LEAST,
        lambda i, j: _meet(found[kept[i]], article.attributions[j]),
    )
    ours = {j: kept[i] for i, j, _ in matches}
    verdicts = tuple(
        Verdict(one.phenomena, _aspects(text, article, j, found, ours) if j in ours else None)
        for j, one in enumerate(article.attributions)
    )
    return Judgement(verdicts, len(kept))


def judgement_figures(judgements: Sequence[Judgement]) -> Iterator[tuple[str, float]]:
    """F1 of attributions, shares of pairs, and both by phenomenon."""
    verdicts = [verdict for judgement in judgements for verdict in judgement.verdicts]
    paired = sum(verdict.aspects is not None for verdict in verdicts)
    yield "items", len(verdicts)
    yield from matched(paired, sum(one.found for one in judgements), len(verdicts)).figures("attribution")
    yield from _shares(verdicts, "")
    for name in PHENOMENA:
        own = [verdict for verdict in verdicts if name in verdict.phenomena]
        yield f"{name}.items", len(own)
        yield f"{name}.recall", share(sum(one.aspects is not None for one in own), len(own))
        yield from _shares(own, f"{name}.")


def _shares(verdicts: Sequence[Verdict], prefix: str) -> Iterator[tuple[str, float]]:
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for verdict in verdicts:
        for aspect, (ours, whole) in (verdict.aspects or {}).items():
            right[aspect] += ours
            asked[aspect] += whole
    for aspect in ASPECTS:
        if asked[aspect]:
            yield f"{prefix}{aspect}", share(right[aspect], asked[aspect])


def _aspects(
    text: str, article: HandArticle, index: int, found: Sequence[FoundAttribution], ours: dict[int, int]
) -> dict[str, tuple[int, int]]:
    gold, own = article.attributions[index], found[ours[index]]
    parent = None if gold.parent is None else ours.get(gold.parent, -1)
    met = [(theirs, source) for theirs in gold.sources for source in own.sources if _same_place(source, theirs)]
    return {
        "parent": (int(own.parent == parent), 1),
        "kind": (int(own.kind == gold.kind), 1),
        "stance": (int(own.stance == gold.stance), 1),
        "class": (sum(source.class_ == theirs.class_ for theirs, source in met), len(met)),
        "speaker": (sum(is_right(text, theirs.resolves_to, source) for theirs, source in met), len(met)),
    }


def _meet(found: FoundAttribution, gold: HandAttribution) -> bool:
    return any(_same_place(source, theirs) for source in found.sources for theirs in gold.sources)


def _same_place(found: FoundSource, gold: HandSource) -> bool:
    return gold.extent is None or (found.extent is not None and overlaps(found.extent, gold.extent))
