"""`headwater changes`: what came new, changed, merged or went between two runs."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from headwater.cli.options import DEFAULT_LEDGER, AsJson, LedgerFile
from headwater.errors import InputError

if TYPE_CHECKING:
    from headwater.inquiry.changes import Change
    from headwater.ledger import View
    from headwater.records import Sketch

Run = Annotated[str | None, typer.Argument(metavar="RUN", help="Id of a run; by default the last two.")]


def changes(
    before: Run = None, after: Run = None, *, ledger: LedgerFile = DEFAULT_LEDGER, json: AsJson = False
) -> None:
    """Say which incidents are new, changed, merged, split or gone between two runs."""
    from headwater.cli.tables import print_json
    from headwater.inquiry import changes as changing
    from headwater.ledger import open_ledger

    view = open_ledger(ledger, create=False).view()
    runs = [run.id for run in view.runs()]
    if before is None or after is None:
        if len(runs) < 2:
            raise InputError(f"{ledger}: only one run so far, so nothing to compare (headwater read adds another)")
        before, after = before or runs[-2], after or runs[-1]
    found = changing.changes(_sketches(view, before, runs), _sketches(view, after, runs))
    if json:
        print_json(found)
        return
    for line in as_lines(found):
        typer.echo(line)


def as_lines(found: "tuple[Change, ...]") -> Iterator[str]:
    """One line for each incident, and one for each of its slots that changed."""
    if not found:
        yield "the incidents are the same"
    for one in found:
        way = " + ".join(one.was) + (" → " if one.was and one.now else "") + " + ".join(one.now)
        more = f", {one.mentions:+d} mentions" if one.mentions else ""
        yield f"{one.kind:8} {one.name}  ({way}{more})"
        for slot in one.slots:
            yield f"         {slot.slot}: {_slot(slot.came, slot.went)}{_origins(slot.before, slot.after)}"


def _slot(came: tuple[str, ...], went: tuple[str, ...]) -> str:
    return "; ".join([f"+ {value}" for value in came] + [f"− {value}" for value in went])


def _origins(before: tuple[int, int], after: tuple[int, int]) -> str:
    if before == after:
        return ""
    return f"  origins {before[0]} shown, up to {before[1]} → {after[0]} shown, up to {after[1]}"


def _sketches(view: "View", run: str, runs: list[str]) -> "tuple[Sketch, ...]":
    fitting = [id_ for id_ in runs if id_ == run or (len(run) >= 6 and id_.startswith(run))]
    if len(fitting) != 1:
        raise InputError(f"{run}: no run of this id (there are {', '.join(runs) or 'none'})")
    kept = view.sketches(fitting[0])
    if kept is None:
        raise InputError(f"{run}: this run kept no incidents (it was made by an older version)")
    return kept
