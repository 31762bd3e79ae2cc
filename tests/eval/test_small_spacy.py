"""What the spaCy rivals learn from, on invented text; needs the extra `rivals`."""

import pytest
from eval.names_shape import CLASSES, Document

pytest.importorskip("spacy")

from eval.zoo.small_spacy import found_names, gold_pieces, names_pipeline, pieces

TEXT = "Maro Tevin left Orsk.\n\nHe saw Iva Dorn's tank there."
DOCUMENT = Document(
    "re3d", "d", TEXT, ((0, 10, "person"), (16, 20, "place"), (30, 38, "person")), frozenset(CLASSES), ((23, 25),)
)


def test_lines_keep_their_place():
    assert list(pieces(DOCUMENT)) == [(0, "Maro Tevin left Orsk."), (23, "He saw Iva Dorn's tank there.")]
    assert all(TEXT[start : start + len(line)] == line for start, line in pieces(DOCUMENT))


def test_names_are_learnt_and_open_words_are_not_learnt_from():
    first, second = (example.reference for example in gold_pieces(names_pipeline(), DOCUMENT))
    assert [(name.text, name.label_) for name in first.ents] == [("Maro Tevin", "person"), ("Orsk", "place")]
    assert [(name.text, name.label_) for name in second.ents] == [("Iva Dorn", "person")]
    assert [token.text for token in second if token.ent_iob == 0] == ["He"]
    assert second[1].ent_iob == 2


def test_found_names_are_offsets_of_the_whole_text():
    nlp = names_pipeline()
    nlp.remove_pipe("ner")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "person", "pattern": "Iva Dorn"}])
    assert found_names(nlp, [DOCUMENT, DOCUMENT]) == [((30, 38, "person"),)] * 2
