"""Attributions on the articles of PolNeAR that no model of ours has seen: spans, quotes and speakers.

Seen are the articles of the train part (up to LAST_SEEN_DAY, by the day in their names) but for the fifth that
`polnear_gold.held_out` keeps apart; whatever else is under `data`/polnear is measured too.  Every system reads the same
papers once: the text as one article, each line a paragraph, cut into sentences by our splitter; spans are compared in
sentences that end inside quotations too (attributing/bordering), as in the published figures.  The annotators mark no
attribution within another, so of a system that nests only the outermost ones are counted.
Figures: attributing/parts (spans), attributing/quotes (loose, strict, words of the speaker), attributing/speakers (who
it is, on those items coded by hand that are here).  `parts` is what the encoder marks before anything is made of it.
Trivial baseline: a system that finds nothing scores 0.
Layout: polnear/COMPARTMENT/text/NAME.txt and polnear/COMPARTMENT/attributions/NAME_ANNOTATOR.ann (brat standoff).
"""

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.attributing.bordering import finer
from eval.attributing.found import Paper, System, outermost
from eval.attributing.grid import Grid, grid_of
from eval.attributing.ours import paper_of, parts_alone
from eval.attributing.parts import Parts, found_phrases, gold_parts, part_figures
from eval.attributing.quotes import quote_figures
from eval.attributing.speakers import CODED, Read, load_coded, speaker_figures
from eval.attributing.systems import scored
from eval.corpus import corpus_hash, in_half
from eval.polnear_gold import GoldArticle, held_out, read_articles
from eval.report import Options, Report, Skipped

LAST_SEEN_DAY = "2016-09-07"
SENTENCES = "ours, cut inside quotations too"
DAY = re.compile(r"_(\d{4}-\d\d-\d\d)_")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One article as every system reads it, and as it is annotated."""

    article: GoldArticle
    paper: Paper
    grid: Grid
    parts: Parts


def measure(data: Path, options: Options) -> Report | Skipped:
    """Figures of every system on the unseen articles under `data`/polnear."""
    articles = [one for one in read_articles(data) if unseen(one.id) and in_half(one.id, options.half)]
    if not articles:
        return Skipped("polnear", f"no articles under {data / 'polnear'}")
    sheets = [_sheet(article) for article in articles]
    figures: dict[str, float] = {"articles": len(sheets), "sentences": sum(len(one.paper.sentences) for one in sheets)}
    ran, notes = scored(options, lambda system: _figures(system, sheets))
    if not options.systems or "parts" in options.systems:
        ran |= {
            f"parts.{name}": value for name, value in _part_figures(sheets, [parts_alone(one.paper) for one in sheets])
        }
    settings = {"half": options.half, "sentences": SENTENCES, "nested": "left out"}
    corpus = corpus_hash(_files(data, {article.id for article in articles}))
    items = sum(len(article.attributions) for article in articles)
    return Report("polnear", items, corpus, settings, figures | ran, notes)


def unseen(identity: str) -> bool:
    """Whether no model of ours has learned from the article of this name."""
    day = DAY.search(identity)
    return held_out(identity) or (day is not None and day.group(1) > LAST_SEEN_DAY)


def _sheet(article: GoldArticle) -> Sheet:
    paper = paper_of(article.id, article.text)
    return Sheet(
        article, paper, grid_of(paper.text, finer(paper.text, paper.sentences)), gold_parts(article.attributions)
    )


def _figures(system: System, sheets: Sequence[Sheet]) -> Iterator[tuple[str, float]]:
    begun = time.process_time()
    founds = [system(one.paper) for one in sheets]
    yield "seconds", time.process_time() - begun
    yield "attributions", sum(len(found) for found in founds)
    yield from _part_figures(
        sheets, [found_phrases(one.paper.text, outermost(found)) for one, found in zip(sheets, founds, strict=True)]
    )
    quoted = [(one.paper.text, one.article.attributions, found) for one, found in zip(sheets, founds, strict=True)]
    yield from quote_figures(quoted)
    reads = [Read(one.paper, one.article.attributions, found) for one, found in zip(sheets, founds, strict=True)]
    yield from speaker_figures(load_coded(), {read.paper.id: read for read in reads})


def _part_figures(sheets: Sequence[Sheet], founds: Sequence[Parts]) -> Iterator[tuple[str, float]]:
    return part_figures([one.grid for one in sheets], [one.parts for one in sheets], founds)


def _files(data: Path, names: set[str]) -> list[Path]:
    """Texts and annotations of these articles, and the coded speakers."""
    files = sorted((data / "polnear").glob("*/*/*"))
    return [path for path in files if {path.stem, path.stem.rpartition("_")[0]} & names] + [CODED]
