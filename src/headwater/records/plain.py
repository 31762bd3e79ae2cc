"""Records as plain JSON values and back: the shape that the export contract in DESIGN.md fixes.

A field `span` is spread out as `start`, `end` and, where not in the text, `in`; any other Span becomes an object of
these.  `class_` is written `class`, `from_` is written `from`.
"""

import sys
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, cast

from headwater.records.span import Span

T = TypeVar("T")
# Ids and names that many records share: each is kept in memory once.
REPEATED = frozenset(("article", "page", "entity", "rule"))


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
    if isinstance(value, frozenset):
        return sorted(to_plain(item) for item in value)
    if isinstance(value, Mapping):
        return {key: to_plain(item) for key, item in value.items()}
    return round(value, 3) if isinstance(value, float) else value


def from_plain(kind: type[T], plain: Any) -> T:
    """The record of class `kind` that `to_plain` wrote as `plain`; fields that are not there keep their default."""
    make = _maker(cast(Any, kind))
    return cast(T, plain if make is None or plain is None else make(plain))


@cache
def _maker(kind: Any) -> Callable[[Any], Any] | None:
    """What builds a value of this type that is not null; None where the plain value is the value.

    Made once for each type: reading a ledger builds records by the million.
    """
    if kind is Span:
        return _span
    if is_dataclass(kind) and isinstance(kind, type):
        return _record_maker(kind)
    origin = typing.get_origin(kind)
    arguments = typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        inner = [argument for argument in arguments if argument is not type(None)]
        return _maker(inner[0]) if len(inner) == 1 or all(map(_is_choice, inner)) else None
    if _is_choice(kind):
        return sys.intern
    if origin is tuple:
        return _tuple_maker(_maker(arguments[0]))
    if origin is frozenset:
        return frozenset
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping_maker(_maker(arguments[1]))
    return None


def _record_maker(kind: type) -> Callable[[Any], Any]:
    hints = _hints(kind)
    shared = (str, str | None)
    fields_ = [
        (name, key, sys.intern if name in REPEATED and hints[name] in shared else _maker(hints[name]))
        for name, key in _keys(kind)
        if name != "span"
    ]
    spanned = any(name == "span" for name, _ in _keys(kind))

    def make(plain: Mapping[str, Any]) -> Any:
        values: dict[str, Any] = {}
        for name, key, inner in fields_:
            if key in plain:
                value = plain[key]
                values[name] = value if inner is None or value is None else inner(value)
        if spanned:
            values["span"] = None if plain.get("start") is None else _span(plain)
        return kind(**values)

    return make


def _is_choice(kind: Any) -> bool:
    """Whether this is one of some words."""
    return typing.get_origin(kind) is typing.Literal and all(isinstance(word, str) for word in typing.get_args(kind))


def _tuple_maker(inner: Callable[[Any], Any] | None) -> Callable[[Any], Any]:
    if inner is None:
        return tuple
    return lambda plain: tuple([None if item is None else inner(item) for item in plain])


def _mapping_maker(inner: Callable[[Any], Any] | None) -> Callable[[Any], Any]:
    if inner is None:
        return dict
    return lambda plain: {key: None if item is None else inner(item) for key, item in plain.items()}


def _span(plain: Mapping[str, Any]) -> Span:
    return Span(plain["start"], plain["end"], plain.get("in", "text"))


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
