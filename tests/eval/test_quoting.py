"""The rivals' rules on invented sentences."""

from types import SimpleNamespace

from eval.attributing.ours import headwater, in_common_form, knowledge, laid_out, paper_of, rules, with_marks
from eval.plain_page import PlainPage
from eval.zoo import ggt_manner, quoting
from eval.zoo.who import with_names

from headwater.reading import articles
from headwater.reading.reader import read_page
from headwater.records import Page, Reading
from headwater.records.identity import digest
from made_quotes import at, said


def test_a_quotation_gets_the_nearest_verb_and_the_name_beside_it():
    text = "Iva Dorn spoke.\n“The bridge is open,” said Maro Tevin, the mayor.\nHe liked the word “barbaric” there."
    (found,) = quoting.system()(paper_of("a", text))
    assert found.contents == (at(text, "“The bridge is open,”"),)
    assert found.cues == (at(text, "said"),)
    assert found.sources[0].name == "Maro Tevin"


def test_verbs_are_the_forms_of_reporting():
    assert {"said", "denies", "claimed", "admitted", "noting"} <= quoting.VERBS
    assert not {"not", "ready", "state of"} & quoting.VERBS


def test_last_words_join_names_and_he_is_the_speaker_before():
    text = "Maro Tevin came. Tevin said so. He added more."
    found = (said(text, "Tevin", "said", "so"), said(text, None, "added", "more"))
    pronoun = found[1].__class__((found[1].sources[0].__class__(at(text, "He")),), found[1].cues, found[1].contents)
    first, second = with_names(text, (found[0], pronoun), pronouns=True)
    assert at(text, "Maro Tevin") in first.sources[0].namings
    assert second.sources[0].name == "Tevin"
    assert with_names(text, (found[0], pronoun))[1].sources[0].name is None


def test_our_contents_are_widened_over_their_marks():
    text = "He said “no” and the mayor's ‘yes’."
    assert with_marks(text, at(text, "no")) == at(text, "“no”")
    assert with_marks(text, at(text, "yes")) == at(text, "‘yes’")
    assert with_marks(text, at(text, "the mayor")) == at(text, "the mayor")


def test_our_rules_read_a_paper():
    text = "“The bridge is open and the road is free,” said Maro Tevin, a spokesman for the town."
    (found,) = rules()(paper_of("a", text))
    assert found.contents == (at(text, "“The bridge is open and the road is free,”"),)
    assert found.sources[0].name == "Maro Tevin"


def test_a_complement_its_verb_and_its_subject_make_an_attribution():
    doc = parse("Iva Dorn said that roads are closed .", [1, 2, 2, 5, 5, 2, 5, 2],
                "compound nsubj ROOT mark nsubj ccomp acomp punct")  # fmt: skip
    (found,) = ggt_manner.by_complement(doc)
    assert [doc.text[slice(*span)] for span in (found.sources[0].extent, *found.cues, *found.contents)] == [
        "Iva Dorn", "said", "that roads are closed",
    ]  # fmt: skip


def test_according_to_under_either_scheme():
    words = "Roads are closed according to Iva Dorn ."
    universal = parse(words, [1, 1, 1, 6, 3, 6, 2, 1], "nsubj ROOT acomp case fixed compound obl punct")
    other = parse(words, [1, 1, 1, 2, 3, 6, 4, 1], "nsubj ROOT acomp prep prep compound pobj punct")
    for doc in (universal, other):
        (found,) = ggt_manner.by_according(doc)
        assert [doc.text[slice(*span)] for span in (found.sources[0].extent, *found.contents)] == [
            "Iva Dorn", "Roads are closed",
        ]  # fmt: skip


def test_without_a_pipeline_the_rival_says_so(monkeypatch):
    monkeypatch.delenv("HEADWATER_SPACY", raising=False)
    try:
        ggt_manner.system()
    except ImportError as error:
        assert "HEADWATER_SPACY" in str(error)
    else:
        raise AssertionError("it runs without a pipeline")


class Word(SimpleNamespace):
    """What the rules ask of a spaCy token."""

    @property
    def children(self):
        return [one for one in self.doc.words if one.head is self and one is not self]

    @property
    def subtree(self):
        below = [self, *(token for child in self.children for token in child.subtree)]
        return sorted(below, key=lambda token: token.i)

    @property
    def sent(self):
        return Sentence(self.doc.words)

    def nbor(self, step):
        return self.doc.words[self.i + step]


class Sentence(list):
    """What the rules ask of a sentence."""

    start = 0


class Parse(SimpleNamespace):
    """What the rules ask of a parsed text."""

    def __iter__(self):
        return iter(self.words)

    def __len__(self):
        return len(self.words)


def parse(text, heads, labels):
    doc = Parse(text=text, words=[])
    start = 0
    for number, (word, label) in enumerate(zip(text.split(), labels.split(), strict=True)):
        doc.words.append(Word(i=number, idx=start, text=word, lower_=word.lower(), dep_=label, doc=doc))
        start += len(word) + 1
    for word, head in zip(doc.words, heads, strict=True):
        word.head = doc.words[head]
    return doc


def test_our_reading_of_a_paper_is_the_product_s():
    text = (
        "Bridge of Orsk is open\n\nMaro Tevin, a spokesman for the Orsk Council, came on Monday with Iva Dorn.\n\n"
        "“The bridge is open and the road is free,” Tevin said. He added: “Nobody was hurt in the town.”\n\n"
        "The Orsk Council said that Dorn had denied the raid, according to the Ledger.\n"
    )
    data = text.encode()
    page = Page("p", "p", "text/plain", None, digest(data), data)
    layout, reading = articles.read(page, knowledge()), read_page(page, knowledge())
    assert isinstance(layout, articles.Layout) and isinstance(reading, Reading)
    paper = laid_out("p", PlainPage(layout.text, layout.blocks, layout.articles))
    assert headwater()(paper) == in_common_form(text, reading.attributions, reading.mentions) != ()
