"""Patterns over classes of words, compiled to regular expressions over one character a word."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

_PIECE = re.compile(r"\{(\w+)\}")
_TERM = re.compile(r"(?:([a-z]+)=)?([A-Z]+(?:/[A-Z]+)*)")


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A named pattern, and the name of the function that reads what it matches."""

    name: str
    means: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that matches up to word `end`; `parts` are the named words, by their index."""

    rule: Rule
    end: int
    parts: tuple[tuple[str, int], ...]


def compile_rules(data: Mapping[str, Any], chars: Mapping[str, str]) -> tuple[Rule, ...]:
    """The rules of the lexicon, in its order."""
    return tuple(
        Rule(rule["name"], rule["means"], compile_pattern(rule["pattern"], data, chars)) for rule in data["rule"]
    )


def matches(rules: tuple[Rule, ...], classes: str, start: int) -> tuple[Match, ...]:
    """What matches at this word, the longest first; of equals, the earlier rule first."""
    found = []
    for rule in rules:
        match = rule.pattern.match(classes, start)
        if match is not None and match.end() > start:
            named = match.re.groupindex
            parts = ((name.rstrip("0123456789"), match.start(name)) for name in named)
            found.append(Match(rule, match.end(), tuple(part for part in parts if part[1] >= 0)))
    return tuple(sorted(found, key=lambda each: -each.end))


def compile_pattern(pattern: str, data: Mapping[str, Any], chars: Mapping[str, str]) -> re.Pattern[str]:
    """A pattern over classes as a regular expression over their characters; its groups are names with numbers."""
    while _PIECE.search(pattern):
        pattern = _PIECE.sub(lambda match: data["pieces"][match.group(1)], pattern)
    also, numbers = data["also"], count()

    def term(match: re.Match[str]) -> str:
        names = [name for class_ in match.group(2).split("/") for name in (class_, *also.get(class_, ()))]
        letters = "[" + "".join(chars[name] for name in names) + "]"
        return f"(?P<{match.group(1)}{next(numbers)}>{letters})" if match.group(1) else letters

    return re.compile(_TERM.sub(term, pattern).replace(" ", ""))
