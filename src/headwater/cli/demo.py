"""`headwater demo`: the main job on the sample inside the package."""

import os
import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from headwater.cli.options import LedgerFile

SAMPLE = Path(__file__).parent.parent / "sample"
DEMO_LEDGER = Path("demo.ledger")


def demo(
    *,
    ledger: LedgerFile = DEMO_LEDGER,
    serve: Annotated[bool, typer.Option("--serve", help="Show it in the browser at once.")] = False,
) -> None:
    """Read the sample inside the package, say what is in it, and how to look at it."""
    from headwater.cli.findings import findings
    from headwater.ledger import open_ledger
    from headwater.pages import PageOptions, read_sources
    from headwater.session import Wish, read_into

    options = PageOptions(sources=read_sources(str(SAMPLE / "sources.csv")), seen_at="2024-03-20T09:00:00Z")
    opened = open_ledger(ledger)
    read_into(opened, Wish([str(SAMPLE / "pages")], options, workers=1))
    program = as_typed(sys.argv[0])
    for line in findings(opened.view(), f"{program} why --ledger {ledger}"):
        typer.echo(line)
    typer.echo(f"\n{program} serve {ledger}    shows it in the browser")
    if serve:
        from headwater.cli.serve import show

        show(opened, host="127.0.0.1", port=8420, open_browser=True)


def as_typed(called: str) -> str:
    """How one calls this program from here: by its name where that finds it, else by the way to it."""
    path = Path(called).resolve()
    found = shutil.which(path.name)
    if found is not None and Path(found).resolve() == path:
        return path.name
    return os.path.relpath(path)
