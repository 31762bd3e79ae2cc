"""The door: what goes wrong inside becomes one line and an exit code."""

import os
import sys
import warnings

import typer

from headwater.cli import changing, demo, export, listing, look, read, review, serve, tracing, verify
from headwater.errors import HeadwaterError, HeadwaterWarning

app = typer.Typer(
    name="headwater",
    help="Reads news pages about armed conflict: who says what happened, and where each account comes from.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("read")(read.read)
app.command("serve")(serve.serve)
app.command("demo")(demo.demo)
app.command("incidents")(listing.incidents)
app.command("events")(listing.events)
app.command("why")(look.why)
app.command("trace")(tracing.trace)
app.command("copies")(listing.copies)
app.command("naming")(listing.naming)
app.command("changes")(changing.changes)
app.add_typer(review.app, name="review")
app.command("export")(export.export)
app.command("verify")(verify.verify)


@app.callback(invoke_without_command=True)
def _version(version: bool = typer.Option(False, "--version", help="Print the version and leave.")) -> None:
    if version:
        from headwater import __version__

        typer.echo(f"headwater {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command line; leave with 0, or with the exit code of what went wrong."""
    warnings.showwarning = _warn
    # Pages are read in as many processes as there are cores: threads inside each would only stand in each other's way.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        app()
    except HeadwaterError as error:
        typer.echo(f"headwater: {error}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has had enough
        sys.exit(0)
    except KeyboardInterrupt:
        typer.echo("headwater: stopped; run the same command again to go on where it was", err=True)
        sys.exit(130)


def _warn(message: Warning | str, category: type[Warning], *_rest: object, **_more: object) -> None:
    if issubclass(category, HeadwaterWarning):
        typer.echo(f"headwater: {message}", err=True)
