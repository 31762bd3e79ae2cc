"""What people decided of single records, done to them before anything is gathered."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from headwater.records import Account, Judgement

T = TypeVar("T")
KINDS = ("attributions", "entities", "mentions", "quantities", "events")
BY_HAND = "judgement"


def judged(accounts: Sequence[Account], judgements: Sequence[Judgement]) -> Sequence[Account]:
    """The accounts without the records that were rejected, and with the fields that were corrected.

    A correction names one field of a record; its rule is then `judgement`.  What fits no field changes nothing.
    """
    standing = [one for one in judgements if one.withdrawn_at is None]
    rejected = {one.target.id for one in standing if one.verdict == "reject" and one.target.field is None}
    corrected: dict[str, dict[str, Any]] = {}
    for one in sorted(standing, key=lambda each: (each.at, each.id)):
        if one.verdict == "correct" and one.target.field is not None:
            corrected.setdefault(one.target.id, {})[one.target.field] = one.value
    if not rejected and not corrected:
        return accounts
    return [_judged(account, rejected, corrected) for account in accounts]


def _judged(account: Account, rejected: set[str], corrected: Mapping[str, Mapping[str, Any]]) -> Account:
    changed: dict[str, Any] = {}
    for kind in KINDS:
        records = getattr(account, kind)
        if any(record.id in rejected or record.id in corrected for record in records):
            kept = (record for record in records if record.id not in rejected)
            changed[kind] = tuple(_corrected(record, corrected.get(record.id, {})) for record in kept)
    return replace(account, **changed) if changed else account


def _corrected(record: T, values: Mapping[str, Any]) -> T:
    names = {field.name.rstrip("_"): field.name for field in fields(record)}  # type: ignore[arg-type]
    fitting = {names[key]: value for key, value in values.items() if key in names and key not in ("id", "span")}
    if fitting and "rule" in names:
        fitting["rule"] = BY_HAND
    return replace(record, **fitting) if fitting else record  # type: ignore[type-var]
