"""What the ledger keeps beside what was read: people's judgements, and runs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Target:
    """What a judgement is about: a record, and one field of it where not the whole."""

    kind: str
    id: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision.  Nothing is erased; a judgement is only withdrawn, with a date."""

    id: str
    target: Target
    verdict: Literal["accept", "reject", "correct", "same", "different"]
    value: Any
    by: str
    at: str
    why: str | None = None
    withdrawn_at: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """One call of `read`: when, with which versions and hashes, and what came of it."""

    id: str
    started: str
    finished: str | None
    versions: Mapping[str, str]
    counts: Mapping[str, int]
