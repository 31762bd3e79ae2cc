"""What kind of body the words of an Organisation name: see names_classes.toml."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_HEAD = re.compile(r"\b(?:of|for|in|from|on|at|within|against|who|that|and)\b", re.IGNORECASE)
_WORD = re.compile(r"[\w'.-]*\w")


def body(words: str) -> str:
    """outlet, armed_group, state, or (where nothing tells) organisation.

    >>> [body(words) for words in ("the Orsk Gazette", "rebels in Vell", "the Government of Orsk", "Orsk’s army")]
    ['outlet', 'armed_group', 'state', 'organisation']
    """
    table, plain = _table(), _plain(words)
    all_ = [re.sub(r"'s$", "", word) for word in _WORD.findall(plain)]
    before = [re.sub(r"'s$", "", word) for word in _WORD.findall(_HEAD.split(plain, maxsplit=1)[0])]
    head = before[-1] if before else ""
    if head in table["outlet"]["heads"]:
        return "outlet"
    group = table["armed_group"]
    named = set(all_) & set(group["words"]) or any(name in plain for name in group["names"])
    if (named or head in group["heads"]) and not set(all_) & set(group["unless"]):
        return "armed_group"
    if head in table["state"]["heads"] or " ".join(all_) in table["state"]["names"]:
        return "state"
    return "organisation"


def is_country(words: str) -> bool:
    """Whether the words are, but for an article, the name of a state."""
    return body(words) == "state" and _plain(words).rstrip(".") in _table()["state"]["names"]


def _plain(words: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", words.casefold().replace("’", "'"))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "names_classes.toml").read_text(encoding="utf-8"))
