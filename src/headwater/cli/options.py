"""Options that several commands share, and how they read in the help."""

from pathlib import Path
from typing import Annotated

import typer

DEFAULT_LEDGER = Path("headwater.ledger")

Paths = Annotated[
    list[str],
    typer.Argument(help="Files, folders, http(s) addresses, or - for standard input.", show_default=False),
]
LedgerFile = Annotated[Path, typer.Option("--ledger", "-l", help="The ledger to write to or read from.")]
LedgerArgument = Annotated[Path, typer.Argument(help="The ledger.")]
Sources = Annotated[
    Path | None,
    typer.Option(help="A CSV file with columns file, url, published, outlet: what you know of pages beside them."),
]
Workers = Annotated[int | None, typer.Option(min=1, help="Processes to read with; one for each core by default.")]
NoBytes = Annotated[bool, typer.Option("--no-bytes", help="Keep only the hash and path of each page, not its bytes.")]
Now = Annotated[str | None, typer.Option(help="When the pages were seen (ISO 8601), where they do not say.")]
PrivateNetworks = Annotated[
    bool, typer.Option("--allow-private-networks", help="Let addresses lead to this machine or a private network.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")]
