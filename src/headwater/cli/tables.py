"""Rows for people on standard output, as JSON where a program reads along."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

import typer

from headwater.records.plain import to_plain

PIPED = 240  # columns of a table that goes to no terminal


def print_json(values: Iterable[Any]) -> None:
    """Each value as one line of JSON."""
    for value in values:
        typer.echo(json.dumps(to_plain(value), ensure_ascii=False))


def print_table(columns: Sequence[str], rows: Iterable[Sequence[Any]], empty: str) -> None:
    """The rows under their headings, as wide as the terminal; `empty` where there are none."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    listed = [[("" if cell is None else str(cell)) for cell in row] for row in rows]
    if not listed:
        typer.echo(empty)
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=column == "id")
    for row in listed:
        table.add_row(*map(Text, row))
    console = Console(highlight=False)
    Console(highlight=False, width=console.width if console.is_terminal else PIPED).print(table)
