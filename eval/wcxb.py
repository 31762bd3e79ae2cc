"""Main text on pages of many kinds (WCXB): word F1 per page, mean over pages; snippets that must (not) be there.

precision = |bag(found) & bag(gold)| / |found|, recall = the same / |gold|, words lower-cased; a page whose gold is
empty scores 1 for finding nothing and 0 otherwise.  `with` and `without` are shares per page, mean over pages.
Layout: html/ID.html.gz, ground-truth/ID.json.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from eval.contest import Outcome, contest
from eval.corpus import corpus_hash, in_half
from eval.keep import keep_texts
from eval.report import Options, Report, Skipped
from eval.words import snippets_found, word_overlap
from eval.zoo import SETTINGS, SYSTEMS
from eval.zoo.rivals import versions


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated page."""

    id: str
    kind: str
    page: Path
    text: str
    with_: tuple[str, ...]
    without: tuple[str, ...]


def measure(data: Path, options: Options) -> Report | Skipped:
    """Figures of every system on the pages under `data`/wcxb."""
    golds = [gold for gold in load(data / "wcxb") if in_half(gold.id, options.half)]
    if not golds:
        return Skipped("wcxb", f"no pages under {data / 'wcxb'}")
    figures: dict[str, float] = {}
    settings = {"half": options.half, **versions()}
    for system in options.systems or SYSTEMS:
        outcome = contest(system, [gold.page for gold in golds])
        settings[system] = outcome.failure or SETTINGS[system]
        if outcome.failure is None:
            figures |= score(system, golds, outcome)
            keep_texts(options.keep, f"wcxb-{system}", [gold.id for gold in golds], outcome.texts)
    return Report("wcxb", len(golds), corpus_hash(gold.page for gold in golds), settings, figures)


def load(folder: Path) -> list[Gold]:
    """Pages that have both HTML and ground truth, by id."""
    golds = []
    for path in sorted(folder.glob("ground-truth/*.json")):
        page = folder / "html" / f"{path.stem}.html.gz"
        if page.exists():
            golds.append(_gold(path.stem, page, json.loads(path.read_bytes())))
    return golds


def score(system: str, golds: Sequence[Gold], outcome: Outcome) -> dict[str, float]:
    """Figures of one system, over all pages and by kind of page."""
    overlaps = [word_overlap(text, gold.text) for text, gold in zip(outcome.texts, golds, strict=True)]
    figures = {
        f"{system}.f1": fmean(overlap.f1 for overlap in overlaps),
        f"{system}.precision": fmean(overlap.precision for overlap in overlaps),
        f"{system}.recall": fmean(overlap.recall for overlap in overlaps),
    }
    for kind in sorted({gold.kind for gold in golds}):
        of_kind = [overlap.f1 for overlap, gold in zip(overlaps, golds, strict=True) if gold.kind == kind]
        figures[f"{system}.{kind}.f1"] = fmean(of_kind)
        figures[f"{system}.{kind}.pages"] = len(of_kind)
    pairs = list(zip(outcome.texts, golds, strict=True))
    figures[f"{system}.with_found"] = fmean(snippets_found(text, gold.with_) for text, gold in pairs)
    without = [(text, gold.without) for text, gold in pairs if gold.without]
    if without:
        figures[f"{system}.without_absent"] = fmean(1 - snippets_found(text, snippets) for text, snippets in without)
    return figures | speed(system, outcome)


def speed(system: str, outcome: Outcome) -> dict[str, float]:
    """CPU seconds per page, pages per CPU second, peak memory, pages it failed on."""
    pages = len(outcome.texts)
    return {
        f"{system}.cpu_ms_per_page": 1000 * outcome.seconds / pages,
        f"{system}.pages_per_second": pages / max(outcome.seconds, 1e-9),
        f"{system}.peak_mb": outcome.megabytes,
        f"{system}.raised": outcome.raised,
    }


def _gold(identity: str, page: Path, record: Mapping[str, object]) -> Gold:
    truth = record["ground_truth"]
    internal = record.get("_internal")
    assert isinstance(truth, dict)
    kind = internal.get("page_type", {}) if isinstance(internal, dict) else {}
    return Gold(
        id=identity,
        kind=str(kind.get("primary", "article") if isinstance(kind, dict) else kind),
        page=page,
        text=truth.get("main_content") or "",
        with_=tuple(truth.get("with") or ()),
        without=tuple(truth.get("without") or ()),
    )
