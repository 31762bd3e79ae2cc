"""The yardstick of times: how marked texts are read, and what counts as found."""

from pathlib import Path

import pytest
from eval.report import Options, Report, Skipped
from eval.times import Tally, count, measure, plain_value, same_value
from eval.times_gold import Timex, load
from eval.zoo import syntime_manner

MADE = """<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2014-07-16" functionInDocument="CREATION_TIME">20140716</TIMEX3></DCT>
<TEXT>
Orsk <EVENT eid="e1">fell</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2014-07-14">Monday</TIMEX3> &amp; in
<TIMEX3 tid="t2" type="DATE" value="2013-05">May 2013</TIMEX3>.
</TEXT>
</TimeML>
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "wikiwars" / "testset" / "tml"
    folder.mkdir(parents=True)
    (folder / "made.tml").write_text(MADE)
    return tmp_path


def test_marked_texts_are_read_with_their_places(data: Path) -> None:
    (document,) = load(data, "wikiwars", "report")
    assert document.written == "2014-07-16"
    assert [(document.text[timex.start : timex.end], timex.value) for timex in document.gold] == [
        ("Monday", "2014-07-14"),
        ("May 2013", "2013-05"),
    ]
    assert load(data, "wikiwars", "choose") == []


def test_figures_of_a_made_text(data: Path) -> None:
    report = measure(data, Options(half="report"))
    assert isinstance(report, Report)
    assert report.figures["wikiwars.ours.strict_f1"] == 1.0
    assert report.figures["wikiwars.ours.value"] == 1.0
    assert "wikiwars.syntime_manner.value" not in report.figures


def test_without_data_it_says_so(tmp_path: Path) -> None:
    assert isinstance(measure(tmp_path, Options()), Skipped)


def test_a_marked_one_counts_once_and_the_same_span_goes_first() -> None:
    total = Tally()
    marked = [Timex(5, 11, "2014", "DATE")]
    count(total, marked, [Timex(3, 11, "2013", "DATE"), Timex(5, 11, "2014", "DATE")])
    assert (total.marked, total.found, total.relaxed, total.strict, total.value) == (1, 2, 1, 1, 1)


def test_values_that_differ_in_writing_only() -> None:
    assert plain_value("1998-W9") == plain_value("1998-W09")
    assert plain_value("1998-XX") == "1998"
    assert same_value(Timex(0, 1, "XXXX-XX-XX", "SET"), Timex(0, 1, "P1D", "SET"))
    assert not same_value(Timex(0, 1, "XXXX-XX-XX", "DATE"), Timex(0, 1, "P1D", "DURATION"))


def test_the_rival_finds_whole_expressions(data: Path) -> None:
    (document,) = load(data, "wikiwars", "report")
    found = syntime_manner.find(document)
    assert [document.text[timex.start : timex.end] for timex in found] == ["Monday", "May 2013"]
