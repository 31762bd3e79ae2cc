"""One table per kind of record, for spreadsheets."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from headwater.exports.columns import columns_of
from headwater.exports.plain import plain_records
from headwater.ledger.base import KINDS, View
from headwater.ledger.packing import dumps, encodable

# A spreadsheet takes a cell that begins so for a formula, and would run what a stranger's page says.
ACTIVE = ("=", "+", "-", "@", "\t", "\r")


def write_csv(view: View, target: Path | TextIO, *, kind: str | None = None) -> int:
    """Write the table of a kind to `KIND.csv` in a folder or to an open file; for None, of every kind, to a folder.

    Nested values have dotted column names; lists and free values are JSON.  Says how many rows there are.
    """
    if kind is None and isinstance(target, Path):
        return sum(write_csv(view, target, kind=each) for each in KINDS)
    if kind not in KINDS:
        raise ValueError(f"{kind} is not a kind of record; these are: {', '.join(KINDS)}")
    columns = columns_of(kind)
    rows = 0
    with _opened(target, kind) as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        for plain in plain_records(view, kind):
            writer.writerow([_cell(_at(plain, column)) for column in columns])
            rows += 1
    return rows


@contextmanager
def _opened(target: Path | TextIO, kind: str) -> Iterator[TextIO]:
    if not isinstance(target, Path):
        yield target
        return
    target.mkdir(parents=True, exist_ok=True)
    with (target / f"{kind}.csv").open("w", encoding="utf-8", newline="") as out:
        yield out


def _at(plain: Any, column: str) -> Any:
    """The value under a dotted name; null where anything on the way is."""
    for key in column.split("."):
        if plain is None:
            return None
        plain = plain.get(key)
    return plain


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = value if isinstance(value, str) else dumps(value)
    safe = text if encodable(text) else text.encode(errors="replace").decode()
    return f"'{safe}" if safe.startswith(ACTIVE) else safe
