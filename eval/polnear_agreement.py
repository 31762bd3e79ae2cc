"""How far people agree with one another on PolNeAR, in the measure of `polnear`: what can be asked of a system.

Of an article that several people annotated, each later one (by name) is scored against the first as a system would be.
"""

from itertools import groupby
from pathlib import Path

from eval.attributing.bordering import finer
from eval.attributing.grid import grid_of
from eval.attributing.ours import paper_of
from eval.attributing.parts import gold_parts, part_figures
from eval.corpus import corpus_hash
from eval.polnear import SENTENCES
from eval.polnear_gold import read_articles
from eval.report import Options, Report, Skipped


def measure(data: Path, options: Options) -> Report | Skipped:
    """Exact and overlap figures of one annotator by another's."""
    grids, golds, others, names = [], [], [], set()
    articles = read_articles(data, all_annotators=True)
    for name, group in groupby(articles, key=lambda article: article.id):
        first, *rest = group
        paper = paper_of(name, first.text)
        for other in rest:
            names.add(name)
            grids.append(grid_of(paper.text, finer(paper.text, paper.sentences)))
            golds.append(gold_parts(first.attributions))
            others.append(gold_parts(other.attributions))
    if not grids:
        return Skipped("polnear_agreement", "no article that two people annotated")
    files = [path for path in (data / "polnear").glob("*/*/*") if {path.stem, path.stem.rpartition("_")[0]} & names]
    figures = {"articles": float(len(names))} | dict(part_figures(grids, golds, others))
    return Report("polnear_agreement", len(grids), corpus_hash(files), {"sentences": SENTENCES}, figures)
