"""The pages of the package's sample, read as files alone (no --sources), with their truth; see eval/taking_apart."""

from pathlib import Path

from eval.corpus import corpus_hash
from eval.gold_pages import load
from eval.report import Options, Report
from eval.taking_apart import figures, page_lines, take_apart
from headwater.session import knowledge, versions

HOUSE = Path(__file__).parents[1]
PAGES, TRUTHS = HOUSE / "src/headwater/sample/pages", HOUSE / "tests/pages/sample"


def measure(_: Path, options: Options) -> Report:
    """Figures on the sample; no data folder is needed."""
    golds = load(PAGES, TRUTHS)
    pairings = take_apart(golds, knowledge())
    corpus = corpus_hash([*PAGES.iterdir(), *TRUTHS.glob("*.json")])
    notes = tuple(page_lines(pairings)) if options.pages else ()
    return Report("sample", len(golds), corpus, {"code": versions()["code"]}, figures(pairings), notes)
