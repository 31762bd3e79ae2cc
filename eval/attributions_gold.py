"""Attributions coded by hand in news and on pages that no model has seen (eval/gold; attributing/judging says how).

`exact` and `overlap` are those of attributing/parts over the coded sentences, here at all depths; `attribution` and
what follows compare whole ones.  A text whose hash is not that of the coded one is left out, and named.
Layout: syrianews/*.csv (unit_id, content); pages/NAME beside the folder of data sets.
"""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from eval.attributing.found import FoundAttribution, System
from eval.attributing.grid import grid_of
from eval.attributing.hand import FILES, GOLD, Judged, hand_parts, judged, load_hand
from eval.attributing.judging import judge, judgement_figures
from eval.attributing.parts import found_parts, part_figures
from eval.attributing.systems import scored
from eval.corpus import corpus_hash, in_half
from eval.report import Options, Report, Skipped


def measure(data: Path, options: Options) -> Report | Skipped:
    """Figures of every system on the coded articles whose texts are under `data`."""
    files = [GOLD / f"{name}.jsonl" for name in FILES if (GOLD / f"{name}.jsonl").is_file()]
    coded = [one for path in files for one in load_hand(path) if in_half(one.id, options.half)]
    given = list(judged(data, coded))
    items = [one for one in given if one.paper is not None]
    if not items:
        return Skipped("attributions_gold", f"no coded text under {data}")
    left = [f"# attributions_gold left out {one.article.id}: {one.reason}" for one in given if one.paper is None]
    figures: dict[str, float] = {"articles": len(items), "sentences": sum(len(one.article.sentences) for one in items)}
    ran, notes = scored(options, lambda system: _figures(system, items))
    count = sum(len(one.article.attributions) for one in items)
    return Report(
        "attributions_gold", count, corpus_hash(files), {"half": options.half}, figures | ran, (*left, *notes)
    )


def _figures(system: System, items: Sequence[Judged]) -> Iterator[tuple[str, float]]:
    """All figures of one system, and those of each set."""
    begun = time.process_time()
    founds = [system(one.paper) for one in items if one.paper is not None]
    yield "seconds", time.process_time() - begun
    yield from _scored(items, founds)
    for set_ in sorted({one.article.set for one in items}):
        own = [(one, found) for one, found in zip(items, founds, strict=True) if one.article.set == set_]
        judgements = [judge(one.paper.text, one.article, found) for one, found in own if one.paper]
        wanted = ("items", "attribution.precision", "attribution.recall", "attribution.f1", "parent", "speaker")
        yield from ((f"{set_}.{key}", value) for key, value in judgement_figures(judgements) if key in wanted)


def _scored(items: Sequence[Judged], founds: Sequence[tuple[FoundAttribution, ...]]) -> Iterator[tuple[str, float]]:
    """Spans over the coded sentences, and whole attributions."""
    grids = [grid_of(one.paper.text, one.article.sentences) for one in items if one.paper]
    golds = [hand_parts(one.article) for one in items]
    yield from part_figures(grids, golds, [found_parts(found) for found in founds])
    both = zip(items, founds, strict=True)
    yield from judgement_figures([judge(one.paper.text, one.article, found) for one, found in both if one.paper])
