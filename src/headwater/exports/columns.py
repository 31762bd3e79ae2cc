"""The columns of a kind's table, known before the first record from the classes of the records alone."""

import types
import typing
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from headwater.ledger.kinds import CLASSES
from headwater.records import Span

SPAN = ("start", "end", "in")


@cache
def columns_of(kind: str) -> tuple[str, ...]:
    """Column names in the order of the fields; a record inside a record is spread over dotted names."""
    columns = tuple(_columns(CLASSES[kind]))
    if kind != "page":
        return columns
    return (*(column for column in columns if column != "path"), "stage", "detail")


def _columns(class_: type[Any]) -> list[str]:
    hints = typing.get_type_hints(class_)
    columns: list[str] = []
    for field in fields(class_):
        inner = _inner(hints[field.name])
        if field.name == "span":
            columns += SPAN
        elif inner is None:
            columns.append(field.name.rstrip("_"))
        else:
            columns += (f"{field.name.rstrip('_')}.{name}" for name in _spread(inner))
    return columns


def _spread(class_: type[Any]) -> list[str]:
    return list(SPAN) if class_ is Span else _columns(class_)


def _inner(hint: Any) -> type[Any] | None:
    """The record class of a field that holds one record, or none; None for anything else."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        rest = [each for each in typing.get_args(hint) if each is not types.NoneType]
        hint = rest[0] if len(rest) == 1 else None
    return hint if isinstance(hint, type) and is_dataclass(hint) else None
