"""Records as plain JSON values and back: the shape that the export contract in DESIGN.md fixes.

A field `span` is spread out as `start`, `end` and, where not in the text, `in`; any other Span becomes an object of
these.  `class_` is written `class`, `from_` is written `from`.
"""

import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, cast

from headwater.records.span import Span

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """The value as dicts, lists, strings, numbers and None, ready for json.dumps; key order is field order."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, Span):
        return _span_to_plain(value)
    if is_dataclass(value) and not isinstance(value, type):
        plain: dict[str, Any] = {}
        for name, key in _keys(type(value)):
            item = getattr(value, name)
            if name == "span":
                plain.update(_span_to_plain(item) if item is not None else {"start": None, "end": None})
            else:
                plain[key] = to_plain(item)
        return plain
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: to_plain(item) for key, item in value.items()}
    return round(value, 3) if isinstance(value, float) else value


def from_plain(kind: type[T], plain: Any) -> T:
    """The record of class `kind` that `to_plain` wrote as `plain`; fields that are not there keep their default."""
    return cast(T, _build(kind, plain))


def _build(kind: Any, plain: Any) -> Any:
    if plain is None:
        return None
    if kind is Span:
        return Span(plain["start"], plain["end"], plain.get("in", "text"))
    if is_dataclass(kind) and isinstance(kind, type):
        return _build_record(kind, plain)
    origin = typing.get_origin(kind)
    arguments = typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        inner = [argument for argument in arguments if argument is not type(None)]
        return _build(inner[0], plain) if len(inner) == 1 else plain
    if origin is tuple:
        return tuple(_build(arguments[0], item) for item in plain)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {key: _build(arguments[1], item) for key, item in plain.items()}
    return plain


def _build_record(kind: type, plain: Mapping[str, Any]) -> Any:
    values: dict[str, Any] = {}
    hints = _hints(kind)
    for name, key in _keys(kind):
        if name == "span":
            values[name] = None if plain.get("start") is None else _build(Span, plain)
        elif key in plain:
            values[name] = _build(hints[name], plain[key])
    return kind(**values)


def _span_to_plain(span: Span) -> dict[str, Any]:
    plain: dict[str, Any] = {"start": span.start, "end": span.end}
    if span.space != "text":
        plain["in"] = span.space
    return plain


@cache
def _keys(kind: type) -> tuple[tuple[str, str], ...]:
    return tuple((field.name, field.name.rstrip("_")) for field in fields(kind))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)
