"""`headwater trace`: from where a sentence or a claim comes."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from headwater.cli.options import DEFAULT_LEDGER, AsJson, LedgerFile
from headwater.errors import InputError

if TYPE_CHECKING:
    from headwater.inquiry.tracing import Stand

DEEPEST = 50


def trace(
    wanted: Annotated[str, typer.Argument(metavar="TEXT|ID", help="Words that stand in an article, or an id.")],
    *,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """Follow words or a record through copies and speakers, up to where they come from."""
    from headwater.cli.tables import print_json
    from headwater.inquiry.tracing import children, trace
    from headwater.ledger import open_ledger

    stands = trace(open_ledger(ledger, create=False).view(), wanted)
    if not stands:
        raise InputError(f"{wanted}: neither these words nor a record of this id in {ledger}")
    if json:
        print_json(stands)
        return
    for line in as_lines(children(stands)):
        typer.echo(line)


def as_lines(tree: "Mapping[str | None, list[Stand]]", above: str | None = None, depth: int = 0) -> Iterator[str]:
    """The tree of copies, each article with the voices around the words and where it says they come from."""
    for stand in tree.get(above, ()) if depth < DEEPEST else ():
        indent = "  " * depth
        taken = f"  ({(stand.how or '').replace('_', ' ')} of the one above)" if depth else ""
        yield f"{indent}{stand.published or 'undated'}  {stand.outlet or stand.location}: {stand.title}{taken}"
        yield f"{indent}  “{_short(stand.words)}”"
        for link, speaker in enumerate(stand.chain):
            lead = "said by" if link == 0 else "who has it from"
            names = " and ".join(speaker.names) or "somebody unnamed"
            yield f"{indent}  {'  ' * link}{lead} {names} ({speaker.class_})"
        if stand.credited:
            yield f"{indent}  credited to {stand.credited}"
        yield f"{indent}  origin, as far as this page tells: {stand.origin}"
        yield from as_lines(tree, stand.article, depth + 1)


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 200 else flat[:199] + "…"
