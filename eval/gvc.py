"""gvc (shootings, 78 documents of 37 incidents): cross-document event coreference, halved by incident."""

from pathlib import Path

from eval.coreference import figures
from eval.corpus import corpus_hash
from eval.mentions_gold import gvc
from eval.report import Options, Report, Skipped


def measure(data: Path, options: Options) -> Report | Skipped:
    """Figures of every system on the documents under `data`."""
    documents = gvc(data)
    if not documents:
        return Skipped("gvc", f"no gvc under {data}")
    settings = {"singletons": "counted", "halved_by": "topic"}
    corpus = corpus_hash((data / "gvc/val").iterdir())
    return Report("gvc", len(documents), corpus, settings, figures("gvc", documents, options))
