"""Names (re3d, uner, gum): F1 of exact span and class for each type, and words a second, beside spaCy.

What a name is, which sets mark which classes, and the five folds: names_gold.  Trained systems are measured on fold 0,
which none of them has seen.  Over all folds of re3d ("re3d.cv"), every document is read by a model trained without its
fold; ours come from a file.  `re3d.own` and `re3d.cv.own` know one class of bodies, as re3d itself does; `span` asks
for the span alone.  Words per second are of processor time: sentences and all heads of the encoder for ours, words and
names for spaCy.  Two settings come from the environment:

    HEADWATER_SPACY        folder that zoo/train_spacy.py filled; without it there is no rival
    HEADWATER_NAMES_FOLDS  JSON lines {"set", "id", "spans": [[start, end, class], …]} by models trained per fold
"""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from eval.corpus import corpus_hash
from eval.names_gold import fold, load
from eval.names_scores import Tally, tallies
from eval.names_shape import Document, Name
from eval.names_systems import across_folds, systems, timed
from eval.report import Options, Report, Skipped

SETS = ("re3d", "uner", "gum")
GLOBS = ("re3d/*/*.json", "uner/*.iob2", "gum/GUM_*.conllu")
Found = Mapping[tuple[str, str], tuple[Name, ...]]


def measure(data: Path, options: Options) -> Report | Skipped:
    """Figures of every system on the sets under `data`."""
    documents = load(data)
    if not documents:
        return Skipped("names", f"no re3d, uner or gum under {data}")
    tests = [document for document in documents if fold(document.set, document.id) == 0]
    pipelines, spacy = _pipelines()
    settings = {"fold": "0", "spacy": spacy}
    figures = {f"{name}.documents": float(sum(each.set == name for each in tests)) for name in SETS}
    for system in systems(pipelines):
        if options.systems and system.name not in options.systems:
            continue
        some = [document for document in tests if document.set in system.sets]
        found, speed = timed(system.make(), some)
        if not any(found):
            settings[system.name] = "says nothing (no encoder in the package?)"
            continue
        figures |= _by_set(system.name, some, found)
        figures[f"{system.name}.words_per_second"] = speed
    figures |= _across(pipelines, [each for each in documents if each.set == "re3d"])
    files = [path for pattern in GLOBS for path in data.glob(pattern)]
    return Report("names", len(tests), corpus_hash(files), settings, figures)


def predictions(path: Path | None) -> Found:
    """Names by set and id, out of a file of JSON lines; none without a file."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path else ():
        record = json.loads(line)
        found[record["set"], record["id"]] = tuple((start, end, class_) for start, end, class_ in record["spans"])
    return found


def _by_set(system: str, documents: Sequence[Document], found: Sequence[tuple[Name, ...]]) -> dict[str, float]:
    figures: dict[str, float] = {}
    for name in SETS:
        part = [(document, names) for document, names in zip(documents, found, strict=True) if document.set == name]
        if part:
            figures |= _figures(f"{name}.{system}", *zip(*part, strict=True))
    return figures


def _across(pipelines: Path | None, documents: Sequence[Document]) -> dict[str, float]:
    figures: dict[str, float] = {}
    ours = predictions(_from_environment("HEADWATER_NAMES_FOLDS"))
    for system, found in across_folds(pipelines, documents, ours):
        figures |= _figures(f"re3d.cv.{system}", documents, found)
    return figures


def _figures(name: str, documents: Sequence[Document], found: Sequence[tuple[Name, ...]]) -> dict[str, float]:
    """F1, precision and recall of all; F1 and number of each class; for re3d, F1 in its own classes."""
    figures = dict(_lines(name, tallies(documents, found)))
    if documents[0].set == "re3d":
        own = tallies(documents, found, bodies=False)
        figures[f"{name}.own.f1"] = own["all"].overlap().f1
        figures[f"{name}.own.organisation.f1"] = own["organisation"].overlap().f1
    return figures


def _lines(name: str, counted: Mapping[str, Tally]) -> Iterator[tuple[str, float]]:
    for class_, tally in counted.items():
        score = tally.overlap()
        if class_ == "all":
            yield from (
                (f"{name}.f1", score.f1),
                (f"{name}.precision", score.precision),
                (f"{name}.recall", score.recall),
            )
        else:
            yield f"{name}.{class_}.f1", score.f1
        yield f"{name}.{class_}.marked", float(tally.marked)


def _from_environment(name: str) -> Path | None:
    return Path(os.environ[name]) if os.environ.get(name) else None


def _pipelines() -> tuple[Path | None, str]:
    """The folder of the rivals with their release, or none and why."""
    folder = _from_environment("HEADWATER_SPACY")
    if folder is None:
        return None, "no folder in HEADWATER_SPACY"
    try:
        return folder / "names", version("spacy")
    except PackageNotFoundError:
        return None, "not installed"
