"""Coding policies, one TOML file each, as records."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from headwater.errors import KnowledgeError
from headwater.records import ChoosingRule, DividingRule, GradeRule, Policy, WordingRule

Rule = TypeVar("Rule", WordingRule, ChoosingRule, DividingRule, GradeRule)


def policies(files: Mapping[str, Mapping[str, Any]]) -> tuple[Policy, ...]:
    """The policies in these files (name of the file to what stands in it), in the order of their names.

    Raises KnowledgeError, naming the file, where a rule has a field that is none, or lacks one.
    """
    return tuple(_policy(name, files[name]) for name in sorted(files))


def _policy(name: str, data: Mapping[str, Any]) -> Policy:
    plain = {key: data[key] for key in ("source", "figures", "named_minimum", "unknown") if key in data}
    try:
        return Policy(
            name=name,
            **plain,
            wordings=_rules(name, WordingRule, map(_with_amounts, data.get("wording", ()))),
            choosing=_rules(name, ChoosingRule, data.get("choosing", ())),
            dividing=_rules(name, DividingRule, data.get("dividing", ())),
            grades=_rules(name, GradeRule, data.get("grade", ())),
        )
    except (TypeError, KeyError) as error:
        raise KnowledgeError(f"policies/{name}.toml: not a readable policy ({error})") from error


def _rules(name: str, kind: type[Rule], tables: Iterable[Mapping[str, Any]]) -> tuple[Rule, ...]:
    return tuple(kind(**{**_frozen(table), "id": f"{name}.{table['id']}"}) for table in tables)


def _with_amounts(table: Mapping[str, Any]) -> dict[str, Any]:
    """`amount` is low, best and high in one: a codebook that writes one number."""
    rest = {key: value for key, value in table.items() if key != "amount"}
    return {**rest, **dict.fromkeys(("low", "best", "high"), table["amount"])} if "amount" in table else rest


def _frozen(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
