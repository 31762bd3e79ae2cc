"""`headwater read`: the main job."""

from datetime import UTC, datetime
from pathlib import Path

import typer

from headwater.cli.options import (
    DEFAULT_LEDGER,
    AsJson,
    LedgerFile,
    NoBytes,
    Now,
    Paths,
    PrivateNetworks,
    Quiet,
    Sources,
    Workers,
)

SOME_UNREAD = 5


def read(  # noqa: PLR0913 - one parameter for each option
    paths: Paths,
    *,
    ledger: LedgerFile = DEFAULT_LEDGER,
    sources: Sources = None,
    workers: Workers = None,
    no_bytes: NoBytes = False,
    now: Now = None,
    allow_private_networks: PrivateNetworks = False,
    json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Read pages into a ledger: what they say happened, who says it, and which share their words.

    Goes on where an earlier run stopped.  Leaves with 0 when every page was read, with 5 when some were not (headwater
    export --kind page, or the page /unread of headwater serve, say which and why).
    """
    from headwater import session
    from headwater.cli import progress, summary
    from headwater.ledger import open_ledger
    from headwater.pages import PageOptions, read_sources

    options = PageOptions(
        sources=read_sources(str(sources)) if sources else {},
        seen_at=checked_time(now),
        allow_network=True,
        allow_private_networks=allow_private_networks,
    )
    wish = session.Wish(paths, options, workers, keep_bytes=not no_bytes)
    session.check(wish)
    with progress.shown(session.total_of(wish), quiet=quiet or json) as step:
        counts = session.read_into(open_ledger(ledger), wish, step)
    if json:
        typer.echo(summary.as_json(counts, str(ledger)))
    elif not quiet:
        summary.print_summary(counts)
        typer.echo(f"headwater serve {shown_path(ledger)}    shows them", err=True)
    if counts.unread:
        raise typer.Exit(SOME_UNREAD)


def checked_time(now: str | None) -> str | None:
    """The time as ISO 8601, or the present one for "now"; raises BadParameter for anything else."""
    if now is None:
        return None
    if now == "now":
        return datetime.now(UTC).isoformat(timespec="seconds")
    try:
        datetime.fromisoformat(now)
    except ValueError as error:
        raise typer.BadParameter(f"{now}: not an ISO 8601 time, such as 2018-11-08T12:00:00Z") from error
    return now


def shown_path(ledger: Path) -> str:
    """The ledger as one would type it."""
    return "" if ledger == DEFAULT_LEDGER else str(ledger)
