"""Sources, cues and contents as spans: exact F1 by CofeNet's protocol, and overlap F1 (`grid` has the definitions)."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from eval.attributing.counts import Counts
from eval.attributing.found import Extent, FoundAttribution
from eval.attributing.grid import Grid, Run, exact, touching
from eval.polnear_gold import PARTS, GoldAttribution, PartName

_JOINT = re.compile(r"[\s,]*(?:and|or|&|as well as)?(?: also)?\s*")

Parts = Mapping[PartName, Sequence[tuple[Extent, ...]]]


def gold_parts(attributions: Iterable[GoldAttribution]) -> Parts:
    """The parts of the gold, one tuple of extents for each attribution."""
    kept = tuple(attributions)
    return {
        "source": [one.source for one in kept],
        "cue": [one.cue for one in kept],
        "content": [one.content for one in kept],
    }


def found_phrases(text: str, found: Iterable[FoundAttribution]) -> Parts:
    """The same with joint sources as one phrase where nothing but "and" or a comma stands between them, which is how
    the annotators of PolNeAR mark them."""
    parts = dict(found_parts(found))
    return parts | {"source": [tuple(_phrases(text, sources)) for sources in parts["source"]]}


def _phrases(text: str, sources: Iterable[Extent]) -> Iterator[Extent]:
    last: Extent | None = None
    for source in sorted(sources):
        if last is not None and _JOINT.fullmatch(text, last[1], max(source[0], last[1])):
            last = last[0], max(source[1], last[1])
        else:
            if last is not None:
                yield last
            last = source
    if last is not None:
        yield last


def found_parts(found: Iterable[FoundAttribution]) -> Parts:
    """The parts of what a system found, a tuple for each attribution."""
    kept = tuple(found)
    return {
        "source": [tuple(source.extent for source in one.sources if source.extent) for one in kept],
        "cue": [one.cues for one in kept],
        "content": [one.contents for one in kept],
    }


def part_figures(grids: Sequence[Grid], golds: Sequence[Parts], founds: Sequence[Parts]) -> Iterator[tuple[str, float]]:
    """P, R and F1 per part over all sentences of all papers, exact and by overlap."""
    exacts = dict.fromkeys(PARTS, Counts())
    touches = dict.fromkeys(PARTS, Counts())
    for grid, gold, found in zip(grids, golds, founds, strict=True):
        for part in PARTS:
            ours, theirs = runs(grid, found[part]), runs(grid, gold[part])
            exacts[part] += exact(ours, theirs)
            touches[part] += touching(ours, theirs)
    for part in PARTS:
        yield from exacts[part].figures(f"exact.{part}")
        yield f"exact.{part}.spans", exacts[part].wanted
        yield from touches[part].figures(f"overlap.{part}")


def runs(grid: Grid, tuples: Iterable[tuple[Extent, ...]]) -> set[Run]:
    """The runs of one part of all attributions."""
    return {run for extents in tuples for run in grid.runs(extents)}
