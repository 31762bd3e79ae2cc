"""`headwater verify`: whether the ledger still holds what it says."""

import json as jsonlib

import typer

from headwater.cli.options import DEFAULT_LEDGER, AsJson, LedgerArgument

FAULTY = 6


def verify(ledger: LedgerArgument = DEFAULT_LEDGER, *, json: AsJson = False) -> None:
    """Check hashes, spans and words of everything in a ledger, and read each page's text anew from its bytes.

    Leaves with 0 when all holds, with 6 when something does not match any more.
    """
    from headwater.ledger import open_ledger
    from headwater.ledger.verify import verify as faults_of
    from headwater.reading.articles import page_text
    from headwater.records.plain import to_plain

    view = open_ledger(ledger, create=False).view()
    faults = faults_of(view, reread=lambda page: page_text(page).text)
    grave = [fault for fault in faults if fault.grave]
    if json:
        typer.echo(jsonlib.dumps([to_plain(fault) for fault in faults], ensure_ascii=False))
    else:
        for fault in faults:
            typer.echo(" ".join(part for part in (fault.problem, fault.page, fault.record, fault.detail) if part))
        pages = view.counts().get("page", 0)
        typer.echo(f"{pages} pages checked, {len(grave)} faults" if grave else f"{pages} pages checked, all holds")
    if grave:
        raise typer.Exit(FAULTY)
