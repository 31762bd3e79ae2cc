"""`headwater why`: any value back to its rule, span, sentence and page."""

import json as jsonlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from headwater.cli.options import DEFAULT_LEDGER, AsJson, LedgerFile
from headwater.errors import InputError

if TYPE_CHECKING:
    from headwater.ledger import Found, View
    from headwater.records import Cell, Incident, Slot, Span

SHOWN = 400  # characters of the bytes that are printed


def why(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of a record, or enough of its beginning.")],
    *,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """Say what a record rests on: its rule, its words, the sentence, the page, and the bytes as received."""
    from headwater.inquiry.grounds import grounds, inner
    from headwater.ledger import open_ledger

    view = open_ledger(ledger, create=False).view()
    found = view.find(id_)
    if found is None and (held := inner(view, id_)) is not None:
        _tell_inner(view, held, json)
        return
    if found is None:
        raise InputError(f"{id_}: no record of this id in {ledger} (headwater export prints all ids)")
    told = explain(view, found)
    if json:
        typer.echo(jsonlib.dumps(told, ensure_ascii=False, indent=2))
        return
    for line in (*as_lines(told), *grounds(view, found.record)):
        typer.echo(line)


def _tell_inner(view: "View", held: "tuple[Incident, Slot, Cell | None]", json: bool) -> None:
    """A slot of an incident, or one of its cells."""
    from headwater.inquiry.grounds import of_slot
    from headwater.records.plain import to_plain

    incident, slot, cell = held
    if json:
        typer.echo(jsonlib.dumps({"incident": incident.id, "slot": slot.slot, "record": to_plain(cell or slot)}))
        return
    typer.echo(f"of incident {incident.id}, {incident.name}")
    for line in of_slot(view, slot, cell):
        typer.echo(line)


def explain(view: "View", found: "Found") -> dict[str, Any]:
    """What there is to say of a record, as plain values; each place with its words and bytes."""
    from headwater.records.plain import to_plain

    record = found.record
    told: dict[str, Any] = {"kind": found.kind, "id": record.id, "record": to_plain(record)}
    for name in ("rule", "doubt"):
        if getattr(record, name, None) is not None:
            told[name] = getattr(record, name)
    if found.page is not None:
        told["page"] = _page(view, found.page)
        told["places"] = [_place(view, found.page, path, span) for path, span in _spans(record, "")]
    return told


def as_lines(told: dict[str, Any]) -> Iterator[str]:
    """The same for people."""
    yield f"{told['kind']} {told['id']}"
    if "rule" in told:
        yield f"rule       {told['rule']}" + (f"  (doubt {told['doubt']:.2f})" if "doubt" in told else "")
    if "page" in told:
        page = told["page"]
        yield f"page       {page['location']}  ({page['id']}, sha256 {page['sha256'][:16]}…)"
    for place in told.get("places", ()):
        yield ""
        rule = f"  by {place['rule']}" if place["rule"] else ""
        yield f"{place['what'] or 'the whole':10} {place['words']!r}{rule}"
        where = "" if place["in"] == "text" else f" in {place['in']}"
        yield f"  stands   {place['start']} to {place['end']}{where}"
        if place["sentence"]:
            yield f"  sentence {place['sentence']}"
        if place["bytes"] is not None:
            ranges = ", ".join(f"{start}–{end}" for start, end in place["bytes"])
            yield f"  bytes    {ranges}: {place['raw']}"
        elif place["in"] in ("text", "source"):
            yield "  bytes    not kept in this ledger (it was read with --no-bytes)"


def _page(view: "View", page_id: str) -> dict[str, Any]:
    from headwater.records import PageRecord

    page = view.page(page_id)
    if page is None:
        return {"id": page_id, "location": "?", "sha256": "?"}
    record = page if isinstance(page, PageRecord) else page.page
    return {"id": record.id, "location": record.location, "sha256": record.sha256, "path": record.path}


def _spans(value: Any, path: str, rule: str | None = None) -> Iterator[tuple[tuple[str, str | None], "Span"]]:
    """Every span in a record, with the names of the fields that lead to it and the rule that stands beside it."""
    from headwater.records import Span

    if isinstance(value, Span):
        yield (path, rule), value
    elif isinstance(value, tuple):
        for number, item in enumerate(value, start=1):
            yield from _spans(item, f"{path} {number}" if len(value) > 1 else path, rule)
    elif is_dataclass(value) and not isinstance(value, type):
        own = getattr(value, "rule", None) if path else None
        for each in fields(value):
            below = path if each.name == "span" else f"{path} {each.name}".strip()
            yield from _spans(getattr(value, each.name), below, own or rule)


def _place(view: "View", page_id: str, path: tuple[str, str | None], span: "Span") -> dict[str, Any]:
    what, rule = path
    words, raw, ranges = _words(view, page_id, span)
    sentence = None
    if span.space == "text" and what:
        sentence = _sentence(view, page_id, span)
    return {
        "what": what, "rule": rule, "start": span.start, "end": span.end, "in": span.space,
        "words": words, "sentence": sentence, "bytes": ranges, "raw": raw,
    }  # fmt: skip


def _words(view: "View", page_id: str, span: "Span") -> tuple[str, str | None, list[tuple[int, int]] | None]:
    """The words of a span, the bytes as text, and where these stand; no bytes where none are kept."""
    from headwater.cli.home import text_of
    from headwater.records import PageRecord

    if span.space in ("location", "given"):
        page = view.page(page_id)
        given = page.given if isinstance(page, PageRecord) else None
        values = [page.location] if span.space == "location" and isinstance(page, PageRecord) else []
        values += [value for value in (given.url, given.published, given.outlet) if value] if given else []
        return next((value[span.start : span.end] for value in values if len(value) >= span.end), ""), None, None
    home = text_of(view, page_id)
    if span.space == "source":
        raw = home[1][span.start : span.end].decode(home[0].decoded.charset, "replace") if home else "?"
        return raw, _short(raw), [(span.start, span.end)] if home else None
    words = (view.page_text(page_id) or "")[span.start : span.end]
    if home is None:
        return _short(words), None, None
    ranges = home[0].raw(span)
    raw = "".join(home[1][start:end].decode(home[0].decoded.charset, "replace") for start, end in ranges)
    return _short(words), _short(raw), ranges if len(ranges) <= 6 else [*ranges[:5], ranges[-1]]


def _sentence(view: "View", page_id: str, span: "Span") -> str | None:
    text = view.page_text(page_id) or ""
    for start, end in view.sentences(page_id):
        if start <= span.start and span.end <= end and (start, end) != (span.start, span.end):
            return text[start:end]
    return None


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN // 2]} […] {text[-SHOWN // 2 :]}"
