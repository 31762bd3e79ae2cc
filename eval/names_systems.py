"""Systems that find names in plain text: what our encoder says, and the pipelines of zoo/train_spacy."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from eval.names_gold import FOLDS, fold
from eval.names_shape import Document, Name

Find = Callable[[Sequence[Document]], list[tuple[Name, ...]]]


@dataclass(frozen=True, slots=True)
class System:
    """A system: the sets on which it is measured, and how it is made."""

    name: str
    sets: tuple[str, ...]
    make: Callable[[], Find]


def systems(pipelines: Path | None) -> Iterator[System]:
    """Ours, and those of the spaCy pipelines that are there."""
    yield System("headwater", ("re3d", "uner", "gum"), headwater)
    spacy = {"joint": ("re3d", "uner", "gum"), "base": ("uner", "gum"), "only-0": ("re3d",), "tuned-0": ("re3d",)}
    for name, sets in spacy.items():
        if pipelines and (pipelines / name).is_dir():
            yield System(f"spacy-{name.removesuffix('-0')}", sets, partial(spacy_names, pipelines / name))


def headwater() -> Find:
    """The names that one pass of the encoder gives, each line of a text taken for a block of an article."""
    from eval.plain_page import plain_page
    from headwater.knowledge import load
    from headwater.reading import sentences, signals

    knowledge = load()

    def run(documents: Sequence[Document]) -> list[tuple[Name, ...]]:
        found = []
        for document in documents:
            page = plain_page(document.id, document.text)
            split = sentences.split(page.text, page.blocks, page.articles, knowledge)
            heard = signals.hear(page.text, page.blocks, page.articles, split, knowledge)
            found.append(tuple((name.span.start, name.span.end, name.class_) for name in heard.names))
        return found

    return run


def spacy_names(folder: Path) -> Find:
    """The names of a trained spaCy pipeline."""
    from eval.zoo.small_spacy import found_names, load_pipeline

    nlp = load_pipeline(folder)
    return lambda documents: found_names(nlp, documents)


def timed(find: Find, documents: Sequence[Document]) -> tuple[list[tuple[Name, ...]], float]:
    """What is found, and the words per second of processor time, loading and a first text apart."""
    find(documents[:1])
    begun = time.process_time()
    found = find(documents)
    return found, sum(len(document.text.split()) for document in documents) / (time.process_time() - begun)


def across_folds(
    pipelines: Path | None, documents: Sequence[Document], ours: Mapping[tuple[str, str], tuple[Name, ...]]
) -> Iterator[tuple[str, list[tuple[Name, ...]]]]:
    """Names in all documents, each found by a model that was trained without the fold of its document."""
    if ours:
        absent = [document.id for document in documents if (document.set, document.id) not in ours]
        if absent:
            raise ValueError(
                f"{len(absent)} documents are in no line of the predictions by fold, among them {absent[0]}"
            )
        yield "headwater", [ours[document.set, document.id] for document in documents]
    for kind in ("only", "tuned"):
        folders = [pipelines / f"{kind}-{number}" for number in range(FOLDS)] if pipelines else []
        if not folders or not all(folder.is_dir() for folder in folders):
            continue
        found: dict[str, tuple[Name, ...]] = {}
        for number, folder in enumerate(folders):
            part = [document for document in documents if fold(document.set, document.id) == number]
            found |= dict(zip((document.id for document in part), spacy_names(folder)(part), strict=True))
        yield f"spacy-{kind}", [found[document.id] for document in documents]
