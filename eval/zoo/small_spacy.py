"""spaCy pipelines of the small English architecture (HashEmbedCNN, width 96, depth 4), and texts as they take them."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from eval.names_shape import Document, Name

_TOK2VEC = {
    "@architectures": "spacy.HashEmbedCNN.v2", "width": 96, "depth": 4, "embed_size": 2000, "window_size": 1,
    "maxout_pieces": 3, "subword_features": True, "pretrained_vectors": None,
}  # fmt: skip
_LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}


def names_pipeline() -> Any:
    """Names alone, untrained."""
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("ner", config={"model": _transitions("ner", 64, _TOK2VEC)})
    return nlp


def parsing_pipeline() -> Any:
    """Tags, morphology, trees with sentences, and lemmas, over one shared layer; untrained."""
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": _TOK2VEC})
    tagging = {"@architectures": "spacy.Tagger.v2", "tok2vec": _LISTENER}
    nlp.add_pipe("tagger", config={"model": tagging})
    nlp.add_pipe("morphologizer", config={"model": tagging})
    nlp.add_pipe("parser", config={"model": _transitions("parser", 64, _LISTENER)})
    nlp.add_pipe("trainable_lemmatizer", config={"model": tagging, "top_k": 3})
    return nlp


def reading_pipeline(folder: Path) -> Any:
    """Tags, trees and names, out of a folder that train_spacy filled: what a small English pipeline is run for."""
    import spacy

    nlp = spacy.load(folder / "parser", exclude=["morphologizer", "trainable_lemmatizer"])
    nlp.add_pipe("ner", source=spacy.load(folder / "names" / "joint"))
    return nlp


def pieces(document: Document) -> Iterator[tuple[int, str]]:
    """Where each line that is not blank begins, and the line."""
    at = 0
    for line in document.text.split("\n"):
        if line.strip():
            yield at, line
        at += len(line) + 1


def gold_pieces(nlp: Any, document: Document) -> Iterator[Any]:
    """Lines with their names, to train on.  Words of unsure stretches are missing: no step is wrong there."""
    from spacy.training import Example
    from spacy.util import filter_spans

    for start, line in pieces(document):
        doc, end = nlp.make_doc(line), start + len(line)
        names = [
            doc.char_span(first - start, last - start, class_, alignment_mode="expand")
            for first, last, class_ in document.names
            if start <= first and last <= end
        ]
        kept = filter_spans([name for name in names if name is not None])
        covered = {token.i for name in kept for token in name}
        open_ = {
            token.i
            for first, last in document.unsure
            for token in doc
            if first - start < token.idx + len(token) and token.idx < last - start
        }
        gold = nlp.make_doc(line)
        missing = [gold[number : number + 1] for number in sorted(open_ - covered)]
        spans = [gold.char_span(name.start_char, name.end_char, name.label_) for name in kept]
        gold.set_ents(spans, missing=missing, default="outside")
        yield Example(doc, gold)


def found_names(nlp: Any, documents: Sequence[Document]) -> list[tuple[Name, ...]]:
    """The names that a trained pipeline finds in each document."""
    every = [(number, start, line) for number, document in enumerate(documents) for start, line in pieces(document)]
    found: list[list[Name]] = [[] for _ in documents]
    for (number, start, _), doc in zip(every, nlp.pipe(line for _, _, line in every), strict=True):
        found[number] += [(start + name.start_char, start + name.end_char, name.label_) for name in doc.ents]
    return [tuple(names) for names in found]


def load_pipeline(folder: Path) -> Any:
    """A pipeline that was saved by train_spacy."""
    import spacy

    return spacy.load(folder)


def _transitions(kind: str, hidden: int, tok2vec: dict[str, object]) -> dict[str, object]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2", "state_type": kind, "extra_state_tokens": False,
        "hidden_width": hidden, "maxout_pieces": 2, "use_upper": True, "nO": None, "tok2vec": tok2vec,
    }  # fmt: skip
