"""`headwater incidents`, `events`, `copies`, `naming`: what the ledger holds, as tables."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from headwater.cli.options import DEFAULT_LEDGER, AsJson, LedgerArgument

if TYPE_CHECKING:
    from headwater.ledger import View
    from headwater.records import Event

Since = Annotated[str, typer.Option(metavar="DATE", help="From this day on (ISO 8601).")]
Until = Annotated[str, typer.Option(metavar="DATE", help="Up to this day (ISO 8601).")]
Type = Annotated[str, typer.Option("--type", "-t", help="Only this type of event.")]


def incidents(
    ledger: LedgerArgument = DEFAULT_LEDGER, *, type_: Type = "", since: Since = "", until: Until = "",
    json: AsJson = False,
) -> None:  # fmt: skip
    """List what happened, from how many independent origins, and on what the accounts disagree."""
    from headwater.cli.tables import print_json, print_table
    from headwater.inquiry.incidents import rows

    view = _view(ledger)
    found = rows(view, type_=type_, since=since, until=until)
    if json:
        wanted = {row.id for row in found}
        print_json(incident for incident in view.records("incident") if incident.id in wanted)
        return
    columns = ("id", "when", "what", "where", "killed", "injured", "articles", "origins", "disputed")
    print_table(
        columns,
        (
            (row.id, _when(row.from_, row.to), row.type, row.place, row.killed, row.injured, row.articles,
             f"{row.shown} shown, up to {row.possible}", ", ".join(row.disputed))
            for row in found
        ),
        "no incidents",
    )  # fmt: skip


def events(ledger: LedgerArgument = DEFAULT_LEDGER, *, type_: Type = "", json: AsJson = False) -> None:
    """List every mention of an event, with who, whom, where and when as the words say it."""
    from headwater.cli.tables import print_json, print_table

    view = _view(ledger)
    found = (event for event in view.records("event") if not type_ or event.type == type_)
    if json:
        print_json(found)
        return
    columns = ("id", "what", "words", "certainty", "who", "whom", "where", "when", "how many")
    print_table(columns, (tuple(_event(event)) for event in found), "no events")


def copies(
    ledger: LedgerArgument = DEFAULT_LEDGER,
    *,
    all_: Annotated[
        bool, typer.Option("--all", help="Also pairs that share only what their outlets print on every page.")
    ] = False,
    json: AsJson = False,
) -> None:
    """List the pairs of articles that share words: what kind of copy, who had it from whom, and why."""
    from headwater.cli.tables import print_json, print_table
    from headwater.inquiry.outlets import outlet_of

    view = _view(ledger)
    kept = (copy for copy in view.records("copy") if all_ or copy.relation != "boilerplate")
    found = sorted(kept, key=lambda copy: (-copy.score, copy.id))
    if json:
        print_json(found)
        return
    names = {article.id: f"{outlet_of(article, page)}: {_title(article)}" for article, page in view.articles()}
    columns = ("id", "shared", "kind", "direction", "a", "b")
    print_table(
        columns,
        (
            (copy.id, f"{copy.score:.0%}", copy.relation, copy.direction.replace("_", " "),
             names.get(copy.a.article), names.get(copy.b.article))
            for copy in found
        ),
        "no two articles share words",
    )  # fmt: skip


def naming(
    ledger: LedgerArgument = DEFAULT_LEDGER,
    *,
    actor: Annotated[str, typer.Option("--actor", "-a", help="Only actors with this in their name.")] = "",
    json: AsJson = False,
) -> None:
    """Count what each outlet calls each actor, in its own voice and in the voices that it quotes."""
    from headwater.cli.tables import print_json, print_table
    from headwater.inquiry.naming import by_actor, namings

    groups = [one for _, group in by_actor(namings(_view(ledger), wanted=actor)) for one in group]
    if json:
        print_json(groups)
        return
    columns = ("actor", "outlet", "expression", "own voice", "quoted", "for instance")
    print_table(
        columns,
        ((one.name, one.outlet, one.expression, one.own, one.quoted, one.examples[0]) for one in groups),
        "nobody is named",
    )


def _view(ledger: Any) -> "View":
    from headwater.ledger import open_ledger

    return open_ledger(ledger, create=False).view()


def _event(event: "Event") -> Iterator[Any]:
    told: dict[str, list[str]] = {}
    for argument in event.arguments:
        told.setdefault(argument.role, []).append(argument.text or "")
    certainty = f"{event.factuality}{', background' if event.background else ''}"
    yield from (event.id, event.type, event.text, certainty)
    yield "; ".join(told.get("perpetrator", ()) or told.get("participant", ()))
    yield "; ".join(told.get("target", []) + told.get("victim", []))
    yield from ("; ".join(told.get(role, ())) for role in ("place", "time", "quantity"))


def _when(first: str | None, last: str | None) -> str:
    return (first or last or "unknown") if first == last or None in (first, last) else f"{first} to {last}"


def _title(article: Any) -> str:
    title = article.title.text if article.title else "(no headline)"
    return title if len(title) <= 60 else title[:59] + "…"
