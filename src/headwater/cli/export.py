"""`headwater export`: what the ledger holds, for other programs."""

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from headwater.cli.options import DEFAULT_LEDGER, LedgerArgument
from headwater.errors import InputError


def export(
    ledger: LedgerArgument = DEFAULT_LEDGER,
    *,
    format_: Annotated[str, typer.Option("--format", "-f", help="jsonl, or csv (one kind).")] = "jsonl",
    kind: Annotated[list[str] | None, typer.Option("--kind", "-k", help="Only records of this kind.")] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="A file to write instead of printing.")] = None,
    bookkeeping: Annotated[bool, typer.Option(help="With the records of runs and judgements.")] = True,
) -> None:
    """Print every record as JSON lines, or one kind of record as a table."""
    from headwater.exports import write_csv, write_jsonl
    from headwater.ledger import KINDS, open_ledger

    for name in kind or ():
        if name not in KINDS:
            raise InputError(f"--kind {name}: no such kind; there are {', '.join(KINDS)}")
    if format_ not in ("jsonl", "csv"):
        raise InputError(f"--format {format_}: there are jsonl and csv")
    if format_ == "csv" and len(kind or ()) != 1:
        raise InputError("--format csv: name one kind of record, such as --kind article")
    view = open_ledger(ledger, create=False).view()
    try:
        stream = out.open("w", encoding="utf-8", newline="") if out else nullcontext(sys.stdout)
    except OSError as error:
        raise InputError(f"{out}: cannot be written ({error.strerror})") from error
    with stream as lines:
        if format_ == "jsonl":
            write_jsonl(view, lines, kinds=kind, bookkeeping=bookkeeping)
        else:
            write_csv(view, lines, kind=(kind or ["article"])[0])
