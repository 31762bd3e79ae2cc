"""Attributions coded by hand beside found ones, against cases worked out by hand."""

import json
from dataclasses import replace

from eval.attributing.found import FoundSource
from eval.attributing.hand import HandArticle, HandAttribution, HandSource, judged, load_hand
from eval.attributing.judging import judge, judgement_figures
from eval.attributing.speakers import fingerprint

from made_quotes import at, said

TEXT = "The Ledger wrote that Iva Dorn denied the raid. Others said the road is closed. Iva Dorn left."
SENTENCES = (at(TEXT, "The Ledger wrote that Iva Dorn denied the raid."), at(TEXT, "Others said the road is closed."))


def coded(source: str, class_: str, cue: str, content: str, **more) -> HandAttribution:
    fields = {"kind": "indirect", "stance": "neutral", "parent": None, "phenomena": ()} | more
    name = at(TEXT, source) if class_ != "unnamed" else None
    return HandAttribution(
        (HandSource(at(TEXT, source), class_, name),), (at(TEXT, cue),), (at(TEXT, content),), **fields
    )


ARTICLE = HandArticle(
    "made",
    "1",
    fingerprint(TEXT),
    SENTENCES,
    (
        coded("The Ledger", "outlet", "wrote", "that Iva Dorn denied the raid"),
        coded("Iva Dorn", "person", "denied", "the raid", stance="denial", parent=0, phenomena=("nested", "negated")),
        coded("Others", "unnamed", "said", "the road is closed", phenomena=("unnamed",)),
    ),
)


def found(class_: str = "person", **more):
    told = {"kind": "indirect", "stance": "neutral"}
    outer = said(TEXT, "The Ledger", "wrote", "that Iva Dorn denied the raid", **told)
    inner = said(TEXT, "Iva Dorn", "denied", "the raid", **(told | {"parent": 0, "stance": "denial"} | more))
    return outer, replace(inner, sources=(replace(inner.sources[0], class_=class_),))


def figures(*attributions):
    return dict(judgement_figures([judge(TEXT, ARTICLE, attributions)]))


def test_what_is_right_and_what_is_missed():
    result = figures(*found())
    assert (result["attribution.precision"], result["attribution.recall"]) == (1, 2 / 3)
    assert (result["parent"], result["kind"], result["stance"]) == (1, 1, 1)
    assert (result["speaker"], result["class"]) == (1, 0.5)
    assert (result["nested.items"], result["nested.recall"], result["unnamed.recall"]) == (1, 1, 0)
    assert "unnamed.parent" not in result


def test_each_aspect_can_be_wrong_alone():
    assert figures(*found(parent=None))["nested.parent"] == 0
    assert figures(*found(stance="neutral"))["negated.stance"] == 0
    assert figures(*found(kind="direct"))["kind"] == 0.5
    assert figures(*found(class_="state"))["nested.class"] == 0


def test_another_speaker_makes_no_pair():
    wrong = said(TEXT, "The Ledger", "said", "the road is closed")
    assert figures(wrong)["attribution.f1"] == 0
    nobody = replace(wrong, sources=(FoundSource(at(TEXT, "Others"), None),))
    assert figures(nobody)["unnamed.speaker"] == 1


def test_what_lies_outside_the_coded_sentences_is_not_counted():
    outside = said(TEXT, "Iva Dorn", None, "Iva Dorn left")
    outside = replace(outside, contents=(at(TEXT, "Iva Dorn left"),))
    assert figures(*found(), outside)["attribution.precision"] == 1


def test_texts_are_found_again_and_others_are_refused(tmp_path):
    folder = tmp_path / "data" / "syrianews"
    folder.mkdir(parents=True)
    folder.joinpath("some.csv").write_text(f'unit_id,content\n1,"{TEXT}"\n2,"Another text."\n', encoding="utf-8")
    entry = {
        "set": "syrianews", "id": "1", "sha256": fingerprint(TEXT), "sentences": [list(SENTENCES[0])],
        "attributions": [{
            "sources": [{"start": None, "end": None, "class": "person", "resolves_to": [22, 30]}],
            "cues": [[11, 16]], "contents": [[17, 46, False]], "kind": "indirect", "stance": "neutral",
            "negated": False, "parent": None, "phenomena": [],
        }],
    }  # fmt: skip
    path = tmp_path / "coded.jsonl"
    path.write_text("".join(json.dumps(entry | {"id": str(number)}) + "\n" for number in (1, 2, 3)), encoding="utf-8")
    results = list(judged(tmp_path / "data", load_hand(path)))
    assert [one.reason for one in results] == ["", "another text", "not there"]
    assert results[0].paper is not None and results[0].paper.text == TEXT
    assert results[0].article.attributions[0].sources[0].extent is None
