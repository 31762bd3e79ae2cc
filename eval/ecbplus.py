"""ecbplus (topics 1 to 35): cross-document event coreference, halved by topic."""

from pathlib import Path

from eval.coreference import figures
from eval.corpus import corpus_hash
from eval.mentions_gold import ecbplus
from eval.report import Options, Report, Skipped


def measure(data: Path, options: Options) -> Report | Skipped:
    """Figures of every system on the documents under `data`."""
    documents = ecbplus(data)
    if not documents:
        return Skipped("ecbplus", f"no ecbplus under {data}")
    settings = {"singletons": "counted", "halved_by": "topic"}
    corpus = corpus_hash((data / "ecbplus/ECB+").glob("*/*.xml"))
    return Report("ecbplus", len(documents), corpus, settings, figures("ecbplus", documents, options))
