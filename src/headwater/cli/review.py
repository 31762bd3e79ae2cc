"""`headwater review`: a person's decisions, which every later run obeys."""

import getpass
from datetime import UTC, datetime
from typing import Annotated

import typer

from headwater.cli.options import DEFAULT_LEDGER, AsJson, LedgerFile

app = typer.Typer(
    help="Accept, reject or correct what was read, and say which mentions are of one happening.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
Id = Annotated[str, typer.Argument(metavar="ID")]
By = Annotated[str | None, typer.Option("--by", help="Who decides; by default your user name.")]
Why = Annotated[str | None, typer.Option("--why", help="The reason, for whoever asks later.")]


@app.command()
def accept(id_: Id, *, ledger: LedgerFile = DEFAULT_LEDGER, by: By = None, why: Why = None) -> None:
    """Say that a record is right."""
    _decide("accept", (id_,), ledger, by, why)


@app.command()
def reject(id_: Id, *, ledger: LedgerFile = DEFAULT_LEDGER, by: By = None, why: Why = None) -> None:
    """Say that a record is wrong: nothing is built on it any more."""
    _decide("reject", (id_,), ledger, by, why)


@app.command()
def correct(  # noqa: PLR0913 - one parameter for each option
    id_: Id,
    field: Annotated[str, typer.Argument(metavar="FIELD")],
    value: Annotated[str, typer.Argument(metavar="VALUE")],
    *,
    ledger: LedgerFile = DEFAULT_LEDGER,
    by: By = None,
    why: Why = None,
) -> None:
    """Put another value in a field; VALUE is JSON, or plain text."""
    _decide("correct", (id_, field, value), ledger, by, why)


@app.command()
def same(a: Id, b: Id, *, ledger: LedgerFile = DEFAULT_LEDGER, by: By = None, why: Why = None) -> None:
    """Say that two event mentions, or two incidents, are of one happening."""
    _decide("same", (a, b), ledger, by, why)


@app.command()
def different(a: Id, b: Id, *, ledger: LedgerFile = DEFAULT_LEDGER, by: By = None, why: Why = None) -> None:
    """Say that two event mentions, or two incidents, are of two happenings."""
    _decide("different", (a, b), ledger, by, why)


@app.command()
def withdraw(id_: Id, *, ledger: LedgerFile = DEFAULT_LEDGER) -> None:
    """Take a decision back; it stays on record, with the date."""
    from headwater.cli.deciding import withdraw as take_back
    from headwater.ledger import open_ledger

    opened = open_ledger(ledger, create=False)
    _regather(opened, f"withdrawn {take_back(opened, id_).id}")


@app.command("list")
def list_(*, ledger: LedgerFile = DEFAULT_LEDGER, json: AsJson = False) -> None:
    """List all decisions, withdrawn ones too."""
    from headwater.cli.tables import print_json, print_table
    from headwater.ledger import open_ledger

    found = sorted(open_ledger(ledger, create=False).view().records("judgement"), key=lambda one: (one.at, one.id))
    if json:
        print_json(found)
        return
    print_table(
        ("id", "at", "by", "verdict", "of", "field", "value", "why", "withdrawn"),
        (
            (one.id, one.at, one.by, one.verdict, f"{one.target.kind} {one.target.id}", one.target.field, one.value,
             one.why, one.withdrawn_at)
            for one in found
        ),
        "no decisions yet",
    )  # fmt: skip


def _decide(verdict: str, given: tuple[str, ...], ledger: LedgerFile, by: str | None, why: str | None) -> None:
    from headwater.inquiry.reviewing import Signed, decide
    from headwater.ledger import open_ledger

    opened = open_ledger(ledger, create=False)
    judgement = decide(opened.view(), verdict, given, Signed(by or getpass.getuser(), _now(), why))
    with opened.writer() as writer:
        writer.add_judgement(judgement)
    _regather(opened, f"{verdict} noted as {judgement.id}")


def _regather(opened: object, said: str) -> None:
    """Nothing is read again; incidents, copies and origins are made anew at once."""
    from headwater.session import regather

    regather(opened)  # type: ignore[arg-type]
    typer.echo(f"{said}; the ledger is gathered anew")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
