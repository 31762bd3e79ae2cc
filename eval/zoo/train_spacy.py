"""Trains the spaCy rivals from nothing, on what our own encoder learns names from; one core, some minutes each.

    python -m eval.zoo.train_spacy names --out FOLDER      # names/{joint,base}, names/{only,tuned}-0 .. -4
    python -m eval.zoo.train_spacy parser --out FOLDER     # parser: tags, trees, lemmas out of gum

joint    gum, uner and re3d, each without its fold 0
base     gum and uner without fold 0
only-K   re3d without its fold K
tuned-K  base, trained further on re3d without its fold K
"""

import argparse
import os
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from eval.names_gold import FOLDS, Document, fold, gum, re3d, uner
from eval.names_scores import tallies
from eval.zoo.small_spacy import found_names, gold_pieces, load_pipeline, names_pipeline, parsing_pipeline

PASSES = {"joint": 20, "base": 20, "only": 30, "tuned": 12, "parser": 8}
WORDS = 1000  # of a batch, once it has grown


def train(nlp: Any, examples: Sequence[Any], passes: int, *, further: bool = False) -> None:
    """Train a pipeline in place, and leave it with the averages of its weights over all steps."""
    from spacy.training.batchers import minibatch_by_words
    from thinc.api import compounding

    random.seed(1)
    optimizer = nlp.resume_training() if further else nlp.initialize(lambda: examples)
    optimizer.averages = {}
    order, sizes = list(examples), compounding(300, WORDS, 1.002)
    for number in range(passes):
        random.shuffle(order)
        begun, losses = time.process_time(), dict[str, float]()
        for batch in minibatch_by_words(order, size=sizes):
            nlp.update(batch, drop=0.1, sgd=optimizer, losses=losses)
        shown = " ".join(f"{name}={loss:.0f}" for name, loss in losses.items())
        print(f"  pass {number + 1}: {time.process_time() - begun:.0f} s, {shown}", flush=True)
    nlp.averages = optimizer.averages


def names(data: Path, out: Path, only: Sequence[str]) -> None:
    """Train what is asked for of the pipelines for names."""
    sets = {"re3d": list(re3d(data)), "uner": list(uner(data)), "gum": list(gum(data))}
    general = [each for each in (*sets["gum"], *sets["uner"]) if fold(each.set, each.id) != 0]
    for name, kind, left_out in _plans(only):
        nlp = load_pipeline(out / "base") if kind == "tuned" else names_pipeline()
        special = [] if kind == "base" else [each for each in sets["re3d"] if fold("re3d", each.id) != left_out]
        documents = special if kind in ("only", "tuned") else [*general, *special]
        print(f"{name}: {len(documents)} documents", flush=True)
        examples = [example for document in documents for example in gold_pieces(nlp, document)]
        train(nlp, examples, PASSES[kind], further=kind == "tuned")
        _save(nlp, out / name)
        tests = [each for each in sets["re3d"] if fold("re3d", each.id) == left_out]
        _show(nlp, f"re3d fold {left_out}", tests)
        for other in ("uner", "gum") if kind in ("joint", "base") else ():
            _show(nlp, f"{other} fold 0", [each for each in sets[other] if fold(other, each.id) == 0])


def parser(data: Path, out: Path, only: Sequence[str]) -> None:
    """Train and save the parsing pipeline, and print its scores on fold 0."""
    from spacy.training.converters import conllu_to_docs

    nlp = parsing_pipeline()
    parts: dict[bool, list[Any]] = {True: [], False: []}
    for path in sorted((data / "gum").glob("GUM_*.conllu")):
        if not path.stem.startswith("GUM_reddit_"):
            trees = conllu_to_docs(path.read_text(encoding="utf-8"), n_sents=6, no_print=True)
            parts[fold("gum", path.stem) == 0] += [_example(nlp, tree) for tree in trees]
    print(f"parser: {len(parts[False])} pieces, {len(parts[True])} held out", flush=True)
    train(nlp, parts[False], PASSES["parser"])
    _save(nlp, out)
    kept = load_pipeline(out)
    scores = kept.evaluate([_example(kept, each.reference) for each in parts[True]])
    for name in ("tag_acc", "pos_acc", "dep_uas", "dep_las", "sents_f", "lemma_acc"):
        print(f"  gum fold 0 {name} {scores[name]:.4f}", flush=True)


def _plans(only: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    """Name, kind, and the fold of re3d that is left out."""
    plans = [("base", "base", 0), ("joint", "joint", 0)]
    plans += [(f"{kind}-{left_out}", kind, left_out) for kind in ("only", "tuned") for left_out in range(FOLDS)]
    return (plan for plan in plans if not only or plan[1] in only or plan[0] in only)


def _example(nlp: Any, tree: Any) -> Any:
    """The tree in the pipeline's vocabulary, with the words and spaces alone to work on."""
    from spacy.tokens import Doc
    from spacy.training import Example

    words, spaces = [token.text for token in tree], [bool(token.whitespace_) for token in tree]
    gold = Doc(
        nlp.vocab, words=words, spaces=spaces, tags=[token.tag_ for token in tree], pos=[token.pos_ for token in tree],
        morphs=[str(token.morph) for token in tree], lemmas=[token.lemma_ for token in tree],
        heads=[token.head.i for token in tree], deps=[token.dep_ for token in tree],
    )  # fmt: skip
    return Example(Doc(nlp.vocab, words=words, spaces=spaces), gold)


def _save(nlp: Any, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with nlp.use_params(nlp.averages):
        nlp.to_disk(folder)


def _show(nlp: Any, title: str, documents: Sequence[Document]) -> None:
    with nlp.use_params(nlp.averages):
        found = found_names(nlp, documents)
    for name, tally in tallies(documents, found).items():
        score = tally.overlap()
        print(f"  {title} {name} f1={score.f1:.3f} p={score.precision:.3f} r={score.recall:.3f} of {tally.marked}")
    sys.stdout.flush()


def main() -> None:
    """Train what is asked for."""
    makers: dict[str, Callable[[Path, Path, Sequence[str]], None]] = {"names": names, "parser": parser}
    reader = argparse.ArgumentParser(description="Train the spaCy rivals.")
    reader.add_argument("what", choices=makers)
    reader.add_argument("only", nargs="*", help="of names: joint, base, only, tuned, or one such as only-3")
    reader.add_argument("--data", type=Path, default=Path(os.environ.get("HEADWATER_DATA", "../shared/data")))
    reader.add_argument("--out", type=Path, required=True)
    options = reader.parse_args()
    makers[options.what](options.data, options.out / options.what, options.only)


if __name__ == "__main__":
    main()
