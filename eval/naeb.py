"""Main text of news pages (NAEB): F1 of word 4-grams.

Per page the counts of 4-grams found, too many and missed are divided by their sum; these are summed over pages, and
precision, recall and F1 are of the sums.  Layout: html/KEY.html.gz, articles.json (KEY -> articleBody, authors, date).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.contest import Outcome, contest
from eval.corpus import corpus_hash, in_half
from eval.keep import keep_texts
from eval.report import Options, Report, Skipped
from eval.wcxb import speed
from eval.words import ngram_counts, overlap
from eval.zoo import SETTINGS, SYSTEMS
from eval.zoo.rivals import versions


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated page."""

    id: str
    page: Path
    text: str


def measure(data: Path, options: Options) -> Report | Skipped:
    """Figures of every system on the pages under `data`/naeb."""
    golds = [gold for gold in load(data / "naeb") if in_half(gold.id, options.half)]
    if not golds:
        return Skipped("naeb", f"no pages under {data / 'naeb'}")
    figures: dict[str, float] = {}
    settings = {"half": options.half, "ngram": "4", **versions()}
    for system in options.systems or SYSTEMS:
        outcome = contest(system, [gold.page for gold in golds])
        settings[system] = outcome.failure or SETTINGS[system]
        if outcome.failure is None:
            figures |= score(system, golds, outcome)
            keep_texts(options.keep, f"naeb-{system}", [gold.id for gold in golds], outcome.texts)
    return Report("naeb", len(golds), corpus_hash(gold.page for gold in golds), settings, figures)


def load(folder: Path) -> list[Gold]:
    """Pages that have both HTML and an entry, by key."""
    index = folder / "articles.json"
    entries = json.loads(index.read_bytes()) if index.exists() else {}
    return [
        Gold(key, folder / "html" / f"{key}.html.gz", entry["articleBody"])
        for key, entry in sorted(entries.items())
        if (folder / "html" / f"{key}.html.gz").exists()
    ]


def score(system: str, golds: Sequence[Gold], outcome: Outcome) -> dict[str, float]:
    """Figures of one system."""
    counts = [ngram_counts(text, gold.text) for text, gold in zip(outcome.texts, golds, strict=True)]
    total = overlap(*(sum(column) for column in zip(*counts, strict=True)))
    return {
        f"{system}.text.f1": total.f1,
        f"{system}.text.precision": total.precision,
        f"{system}.text.recall": total.recall,
    } | speed(system, outcome)
