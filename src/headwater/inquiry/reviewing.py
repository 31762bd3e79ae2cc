"""Judgements, made out of what a person says of a record."""

import json
from dataclasses import dataclass
from typing import Any

from headwater.errors import InputError
from headwater.ledger.base import Found, View
from headwater.records import Judgement, Target
from headwater.records.identity import joint_id
from headwater.records.plain import to_plain

PAIRED = ("same", "different")


@dataclass(frozen=True, slots=True)
class Signed:
    """Who decides, when (ISO 8601), and for what reason."""

    by: str
    at: str
    why: str | None = None


def decide(view: View, verdict: Any, given: tuple[str, ...], signed: Signed) -> Judgement:
    """The judgement that these words ask for; InputError, with what to do, where they ask for none.

    accept ID; reject ID; correct ID FIELD VALUE; same ID ID; different ID ID (two event mentions, or two incidents, for
    which their first event mentions stand).  VALUE is JSON, or plain text where it is none.
    """
    if verdict in PAIRED:
        target, value = _pair(view, verdict, given)
    elif verdict == "correct":
        target, value = _correction(view, given)
    elif len(given) == 1:
        found = _found(view, given[0])
        target, value = Target(found.kind, found.record.id), None
    else:
        raise InputError(f"review {verdict}: name one record by its id")
    key = joint_id("judgement", verdict, target.id, target.field or "", json.dumps(value, sort_keys=True), signed.by)
    return Judgement(key, target, verdict, value, signed.by, signed.at, signed.why)


def _pair(view: View, verdict: str, given: tuple[str, ...]) -> tuple[Target, list[str]]:
    if len(given) != 2:
        raise InputError(f"review {verdict}: name two event mentions, or two incidents, by their ids")
    pair = sorted({_event(_found(view, one), one) for one in given})
    if len(pair) != 2:
        raise InputError(f"review {verdict}: {given[0]} and {given[1]} are one and the same")
    return Target("event", pair[0]), pair


def _event(found: Found, given: str) -> str:
    if found.kind == "incident":
        return str(found.record.events[0])
    if found.kind == "event":
        return str(found.record.id)
    raise InputError(f"{given} is of kind {found.kind}; same and different are said of event mentions or incidents")


def _correction(view: View, given: tuple[str, ...]) -> tuple[Target, Any]:
    if len(given) != 3:
        raise InputError("review correct: name a record, one of its fields, and the right value")
    found = _found(view, given[0])
    fields = to_plain(found.record)
    if given[1] not in fields or given[1] in ("id", "start", "end"):
        open_ = ", ".join(name for name in fields if name not in ("id", "start", "end"))
        raise InputError(f"{given[1]}: no field of this {found.kind}; it has {open_}")
    try:
        value = json.loads(given[2])
    except ValueError:
        value = given[2]
    if isinstance(fields[given[1]], int | None) and isinstance(value, str) and fields[given[1]] is not None:
        raise InputError(f"{given[1]} is a number; {given[2]} is none")
    return Target(found.kind, found.record.id, given[1]), value


def _found(view: View, id_: str) -> Found:
    found = view.find(id_)
    if found is None:
        raise InputError(f"{id_}: no record of this id (headwater events, incidents or export print them)")
    return found
