"""Pages that no rule has seen: 30 drawn pages of 30 makes, with their truth (eval/pages_unseen); see eval/taking_apart.

The score is that of seed 1; other seeds show whether a rule has been fitted to it.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.corpus import corpus_hash
from eval.gold_pages import load
from eval.report import Options, Report
from eval.taking_apart import figures, page_lines, take_apart
from headwater.session import knowledge, versions

MAKER = Path(__file__).parent / "pages_unseen/make.py"


def measure(_: Path, options: Options) -> Report:
    """Figures on the pages of `options.seed`; no data folder is needed."""
    with TemporaryDirectory() as folder:
        draw(Path(folder), options.seed)
        golds = load(Path(folder, "pages"), Path(folder, "truth"))
        pairings = take_apart(golds, knowledge())
        corpus = corpus_hash(path for path in Path(folder).rglob("*") if path.is_file())
    settings = {"seed": str(options.seed), "code": versions()["code"]}
    notes = tuple(page_lines(pairings)) if options.pages else ()
    return Report("unseen", len(golds), corpus, settings, figures(pairings), notes)


def draw(out: Path, seed: int) -> None:
    """Write the pages of a seed and their truth under `out`."""
    command = [sys.executable, str(MAKER), "--out", str(out), "--seed", str(seed)]
    subprocess.run(command, check=True, capture_output=True)
