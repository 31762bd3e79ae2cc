"""The yardsticks of attribution end to end, on made folders of the layout of the public ones."""

from eval.report import Options, Report, Skipped

from eval import attributions_gold, mpqa3, polnear
from made_quotes import GATE, at

TEXT = "The bridge of Orsk.\n\n“The bridge is open and the road is free,” said Maro Tevin, a spokesman for the town.\n"
RULES = Options(systems=("rules",))


def made_polnear(data, name):
    texts, marks = data / "polnear" / "test" / "text", data / "polnear" / "test" / "attributions"
    texts.mkdir(parents=True, exist_ok=True)
    marks.mkdir(exist_ok=True)
    (texts / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    spans = {
        "Source": at(TEXT, "Maro Tevin, a spokesman for the town"),
        "Cue": at(TEXT, "said"),
        "Content": at(TEXT, "“The bridge is open and the road is free,”"),
    }
    lines = [
        f"T{number}\t{kind} {start} {end}\t{TEXT[start:end]}\n"
        for number, (kind, (start, end)) in enumerate(spans.items(), 1)
    ]
    (marks / f"{name}_a1.ann").write_text(
        "".join([*lines, "T4\tAttribution 0 1\tx\n", "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n"]),
        encoding="utf-8",
    )


def test_polnear_measures_what_no_model_has_seen(tmp_path):
    made_polnear(tmp_path, "orsk-ledger_2016-10-01_the-bridge")
    seen = next(name for number in range(20) if not polnear.unseen(name := f"orsk-ledger_2016-01-01_{number}"))
    made_polnear(tmp_path, seen)
    report = polnear.measure(tmp_path, RULES)
    assert isinstance(report, Report) and report.items == 1
    figures = report.figures
    names = ("overlap.source", "exact.cue", "exact.content")
    assert [figures[f"rules.{name}.f1"] for name in names] == [1, 1, 1]
    assert (figures["rules.quotes.strict_with_speaker.f1"], figures["sentences"]) == (1, 2)
    assert "rules.speaker.accuracy" not in figures


def test_parts_alone_are_measured_when_asked_for(tmp_path):
    made_polnear(tmp_path, "orsk-ledger_2016-10-01_the-bridge")
    report = polnear.measure(tmp_path, Options(systems=("parts",)))
    assert isinstance(report, Report)
    assert {name.split(".")[0] for name in report.figures} == {"articles", "sentences", "parts"}
    assert report.figures["parts.exact.content.spans"] == 1


def test_mpqa_measures_documents_and_names_rivals_that_are_not_there(tmp_path, monkeypatch):
    monkeypatch.delenv("HEADWATER_SPACY", raising=False)
    path = tmp_path / "mpqa3" / "gate_anns" / "made" / "one" / "gateman.mpqa.3.0.xml"
    path.parent.mkdir(parents=True)
    path.write_text(GATE, encoding="utf-8")
    report = mpqa3.measure(tmp_path, Options(systems=("rules", "ggt_manner")))
    assert isinstance(report, Report) and report.items == 2
    assert report.figures["rules.items"] == 2
    assert any("ggt_manner" in note for note in report.notes)


def test_without_data_each_is_skipped(tmp_path):
    for yardstick in (polnear, mpqa3, attributions_gold):
        assert isinstance(yardstick.measure(tmp_path / "data", RULES), Skipped)
