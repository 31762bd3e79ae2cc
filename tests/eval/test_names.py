"""Names that people marked, and the measure of names, on invented texts."""

import json

import pytest
from eval.names import predictions
from eval.names_bodies import body, is_country
from eval.names_gold import FOLDS, fold, gum, load, re3d, uner
from eval.names_scores import Tally, tallies
from eval.names_shape import CLASSES, Document, outermost
from eval.names_systems import across_folds

TEXT = "Col. Maro Tevin of Orsk met the council. He hopes. Tanks left Orsk on Monday."


def re3d_folder(data, marks):
    folder = data / "re3d" / "Orsk Office"
    folder.mkdir(parents=True)
    (folder / "documents.json").write_text(json.dumps({"_id": "A1", "text": TEXT}) + "\n")
    rows = []
    for type_, words, confidence in marks:
        start = TEXT.index(words)
        row = {"documentId": "A1", "type": type_, "begin": start, "end": start + len(words), "confidence": confidence}
        rows.append(json.dumps(row))
    (folder / "entities.json").write_text("\n".join(rows) + "\n")
    return data


def shown(document):
    return [(document.text[start:end], class_) for start, end, class_ in document.names]


def test_re3d_keeps_the_outermost_and_leaves_pronouns_open(tmp_path):
    marks = [
        ("Person", "Col. Maro Tevin of Orsk", 1),
        ("Location", "Orsk", 0),
        ("Organisation", "the council", 1),
        ("Person", "He", 1),
        ("Person", "hopes", 0),
        ("MilitaryPlatform", "Tanks", 1),
        ("Temporal", "Monday", 1),
        ("Vehicle", "left", 1),
    ]
    (document,) = re3d(re3d_folder(tmp_path, marks))
    assert shown(document) == [
        ("Col. Maro Tevin of Orsk", "person"),
        ("the council", "organisation"),
        ("Tanks", "platform"),
        ("Monday", "temporal"),
    ]
    assert document.nested == 1
    assert [document.text[start:end] for start, end in document.unsure] == ["He", "hopes"]
    assert document.classes == set(CLASSES)


def test_of_two_types_on_the_same_words_the_one_that_a_person_chose_counts(tmp_path):
    (document,) = re3d(re3d_folder(tmp_path, [("Location", "the council", 0.2), ("Organisation", "the council", 1)]))
    assert shown(document) == [("the council", "organisation")]


def test_bodies_are_told_apart_by_their_heads_and_names():
    assert body("the Vell Gazette") == "outlet"
    assert body("rebels in the north") == "armed_group"
    assert body("the SDF’s command") == "armed_group"
    assert body("the coalition against Daesh") == "organisation"
    assert body("The Government of Orsk") == "state"
    assert body("the U.S.") == "state"
    assert body("the ministry of state") == "organisation"
    assert is_country("the Netherlands") and not is_country("the government")


UNER = """\
# newdoc id = one
# sent_id = 1
# text = Iva Dorn's Orsk Steel, in Vell.
1\tIva\tB-PER\t-\tx
2\tDorn\tI-PER\t-\tx
3\t's\tO\t-\tx
4\tOrsk\tB-ORG\t-\tx
5\tSteel\tI-ORG\t-\tx
6\t,\tO\t-\tx
7\tin\tO\t-\tx
8\tVell\tB-LOC\t-\tx
9\t.\tO\t-\tx

# sent_id = 2
# text = Tevin Tevin
1\tTevin\tB-PER\t-\tx
2\tTevin\tB-PER\t-\tx
"""


def test_uner_names_stand_where_the_text_has_them(tmp_path):
    (tmp_path / "uner").mkdir()
    (tmp_path / "uner" / "en-dev.iob2").write_text(UNER)
    (tmp_path / "uner" / "en-test.iob2").write_text(UNER.replace("id = one", "id = two"))
    first, second = uner(tmp_path)
    assert shown(first) == [
        ("Iva Dorn", "person"),
        ("Orsk Steel", "organisation"),
        ("Vell", "place"),
        ("Tevin", "person"),
        ("Tevin", "person"),
    ]
    assert first.classes == {"person", "organisation", "place"}
    assert fold("uner", first.id) in range(1, FOLDS)
    assert (second.id, fold("uner", second.id)) == ("test/two", 0)


ROWS = [  # word, tags, head, relation, misc
    ("Mayor", "PROPN NNP", 2, "compound", "Entity=(1-person-new-x-y"),
    ("Dorn", "PROPN NNP", 9, "nsubj", "SpaceAfter=No"),
    (",", "PUNCT ,", 4, "punct", "_"),
    ("head", "NOUN NN", 2, "appos", "Entity=(1-person-giv-x-y"),
    ("of", "ADP IN", 6, "case", "_"),
    ("Orsk", "PROPN NNP", 4, "nmod", "Entity=(2-place-new-x)|SpaceAfter=No"),
    ("'s", "PART POS", 6, "case", "_"),
    ("council", "NOUN NN", 4, "nmod", "Entity=1)1)|SpaceAfter=No"),
    (",", "PUNCT ,", 9, "punct", "_"),
    ("spoke", "VERB VBD", 0, "root", "_"),
    ("May", "PROPN NNP", 9, "obl", "Entity=(4-time-new-x"),
    ("3", "NUM CD", 11, "nummod", "Entity=4)"),
    ("to", "ADP IN", 14, "case", "_"),
    ("elders", "NOUN NNS", 9, "obl", "Entity=(5-person-new-x)|SpaceAfter=No"),
    (".", "PUNCT .", 9, "punct", "_"),
]


def conllu(rows):
    lines = ["# newdoc id = GUM_news_made", "# newpar", "# text = ignored"]
    for number, (word, tags, head, relation, misc) in enumerate(rows, 1):
        tag, fine = tags.split()
        lines.append("\t".join([str(number), word, word, tag, fine, "_", str(head), relation, "_", misc]))
    return "\n".join(lines) + "\n\n"


def test_gum_gives_named_ones_and_leaves_the_rest_open(tmp_path):
    (tmp_path / "gum").mkdir()
    (tmp_path / "gum" / "GUM_news_made.conllu").write_text(conllu(ROWS))
    (tmp_path / "gum" / "GUM_reddit_made.conllu").write_text(conllu(ROWS))
    (tmp_path / "gum" / "GENTLE_legal_made.conllu").write_text(conllu(ROWS))
    (document,) = gum(tmp_path)
    assert document.text.startswith("Mayor Dorn, head of Orsk's council, spoke May 3 to elders.")
    assert shown(document) == [("Mayor Dorn", "person"), ("Orsk", "place"), ("May 3", "temporal")]
    open_ = [document.text[start:end] for start, end in document.unsure]
    assert open_ == ["head of", "'s council", "elders"]


def test_a_contraction_written_in_one_has_its_parts_in_place(tmp_path):
    (tmp_path / "gum").mkdir()
    rows = "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n" + conllu(
        [("Do", "AUX VB", 3, "aux", "_"), ("n't", "PART RB", 3, "advmod", "_"), ("go", "VERB VB", 0, "root", "_"),
         ("Iva", "PROPN NNP", 3, "vocative", "Entity=(1-person-new-x)")]
    ).split("ignored\n")[1]  # fmt: skip
    (tmp_path / "gum" / "GUM_news_made.conllu").write_text("# newdoc id = GUM_news_made\n" + rows)
    (document,) = gum(tmp_path)
    assert document.text.startswith("Don't go Iva")
    assert shown(document) == [("Iva", "person")]


def test_an_absent_set_is_left_out(tmp_path):
    assert load(tmp_path) == []


def test_of_crossing_names_the_first_is_kept():
    assert outermost([(4, 9, "place"), (0, 5, "person"), (1, 2, "place")]) == (((0, 5, "person"),), 2)


def test_folds_are_of_like_size_and_do_not_move():
    sizes = [sum(fold("gum", str(number)) == each for number in range(2000)) for each in range(FOLDS)]
    assert min(sizes) > 330
    assert fold("re3d", "A1") == fold("re3d", "A1")


def made(text, names, *, set_="re3d", classes=CLASSES, unsure=()):
    return Document(set_, "d", text, tuple(names), frozenset(classes), tuple(unsure))


def test_a_name_is_right_with_span_and_class():
    document = made(TEXT, [(0, 15, "person"), (19, 23, "place"), (28, 39, "organisation")])
    found = [(0, 15, "person"), (19, 23, "state"), (29, 39, "organisation")]
    counted = tallies([document], [found])
    assert counted["all"] == Tally(3, 3, 1)
    assert counted["span"] == Tally(3, 3, 2)
    assert counted["person"].overlap().f1 == 1
    assert counted["place"] == Tally(1, 0, 0)
    assert counted["all"].overlap().f1 == pytest.approx(1 / 3)


def test_what_a_set_does_not_mark_counts_neither_way():
    document = made(TEXT, [(0, 15, "person")], classes=("person", "place", "organisation"), unsure=[(28, 39)])
    found = [(0, 15, "person"), (28, 39, "organisation"), (71, 77, "temporal")]
    assert tallies([document], [found])["all"] == Tally(1, 1, 1)
    assert tallies([document], [[*found, (62, 66, "place")]])["all"] == Tally(1, 2, 1)


def test_a_set_without_states_has_countries_for_places_and_other_bodies_for_organisations():
    text = "The United States and the Government met."
    document = made(text, [(4, 17, "place"), (26, 36, "organisation")], set_="uner", classes=("place", "organisation"))
    assert tallies([document], [[(0, 17, "state"), (22, 36, "state")]])["all"] == Tally(2, 2, 2)


def test_articles_count_where_the_set_marks_them():
    document = made("the council met", [(0, 11, "organisation")])
    assert tallies([document], [[(4, 11, "organisation")]])["all"].right == 0


def test_without_bodies_every_body_is_an_organisation():
    document = made("rebels met", [(0, 6, "armed_group")])
    assert tallies([document], [[(0, 6, "organisation")]])["all"].right == 0
    assert tallies([document], [[(0, 6, "organisation")]], bodies=False)["organisation"] == Tally(1, 1, 1)


def test_predictions_by_fold_come_from_a_file_that_must_hold_every_document(tmp_path):
    path = tmp_path / "found.jsonl"
    path.write_text(json.dumps({"set": "re3d", "id": "d", "spans": [[0, 6, "armed_group"]]}) + "\n")
    ours = predictions(path)
    document = made("rebels met", [])
    assert list(across_folds(None, [document], ours)) == [("headwater", [((0, 6, "armed_group"),)])]
    with pytest.raises(ValueError, match="2 documents"):
        list(across_folds(None, [made("x", [], set_="gum")] * 2, ours))
    assert predictions(None) == {}


def test_words_without_a_capital_are_no_name_where_only_proper_names_are_marked():
    text = "The militants met in Orsk on monday."
    found = [(4, 13, "organisation"), (21, 25, "place"), (29, 35, "temporal")]
    classes = ("place", "organisation", "temporal")
    gold = [(21, 25, "place"), (29, 35, "temporal")]
    assert tallies([made(text, gold, set_="gum", classes=classes)], [found])["all"] == Tally(2, 2, 2)
    assert tallies([made(text, gold, set_="re3d", classes=classes)], [found])["all"] == Tally(2, 3, 2)
