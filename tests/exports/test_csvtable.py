"""Tables for spreadsheets."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from headwater.exports import write_csv
from headwater.exports.columns import columns_of
from headwater.exports.plain import plain_records
from headwater.ledger import KINDS
from headwater.ledger.sqlite import SqliteLedger


def table(ledger: SqliteLedger, kind: str) -> list[dict[str, str]]:
    out = StringIO()
    count = write_csv(ledger.view(), out, kind=kind)
    rows = list(csv.DictReader(StringIO(out.getvalue())))
    assert len(rows) == count
    return rows


def test_nested_values_have_dotted_names(ledger: SqliteLedger) -> None:
    row = next(row for row in table(ledger, "article") if row["published.date"])
    assert row["title.text"].startswith("Shells hit")
    assert (row["title.start"], row["title.in"]) == ("0", "")
    assert (row["publisher.name"], row["publisher.in"]) == ("lantern", "location")
    assert row["published.inferred"] == "true"
    assert json.loads(row["authors"])[0]["name"] == "Ilse Marrow"


def test_columns_of_a_record_inside_a_record() -> None:
    assert [column for column in columns_of("quantity") if column.startswith("of.")] == [
        "of.start", "of.end", "of.in", "of.text", "of.class", "of.subgroup", "of.side",
    ]  # fmt: skip
    assert [column for column in columns_of("incident") if column.startswith("slots")] == ["slots"]


def test_null_is_an_empty_cell(ledger: SqliteLedger) -> None:
    undated = [row for row in table(ledger, "article") if not row["published.date"]]
    assert len(undated) == 1
    assert undated[0]["published.start"] == undated[0]["modified.date"] == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(ledger: SqliteLedger, start: str) -> None:
    from headwater.exports.csvtable import _cell

    assert _cell(f"{start}1+1") == f"'{start}1+1"


def test_a_title_that_would_be_a_formula(ledger: SqliteLedger) -> None:
    assert "'=HYPERLINK(0)" in [row["title.text"] for row in table(ledger, "article")]
    assert table(ledger, "origin")[0]["name"] == "'-Bo"


def test_a_negative_number_stays_one(ledger: SqliteLedger) -> None:
    from headwater.exports.csvtable import _cell

    assert _cell(-12.5) == "-12.5"


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_has_a_column(ledger: SqliteLedger, kind: str) -> None:
    columns = columns_of(kind)
    assert len(set(columns)) == len(columns)
    tops = {column.split(".")[0] for column in columns}
    for plain in plain_records(ledger.view(), kind):
        assert set(plain) <= tops
    assert len(table(ledger, kind)) == ledger.view().counts()[kind]


def test_a_folder_gets_one_file_per_kind(ledger: SqliteLedger, tmp_path: Path) -> None:
    rows = write_csv(ledger.view(), tmp_path / "tables")
    assert sorted(path.stem for path in (tmp_path / "tables").iterdir()) == sorted(KINDS)
    counts = ledger.view().counts()
    assert rows == sum(counts[kind] for kind in KINDS)
    assert "path" not in (tmp_path / "tables" / "page.csv").read_text().splitlines()[0].split(",")


def test_one_kind_into_a_folder(ledger: SqliteLedger, tmp_path: Path) -> None:
    write_csv(ledger.view(), tmp_path, kind="event")
    assert [path.name for path in tmp_path.iterdir()] == ["event.csv"]


def test_an_unknown_kind_is_refused(ledger: SqliteLedger) -> None:
    with pytest.raises(ValueError, match="not a kind of record"):
        write_csv(ledger.view(), StringIO(), kind="events")
