"""Denials by those who are accused."""

from collections.abc import Sequence
from dataclasses import replace

from headwater.gathering.origins.mouths import Mouths
from headwater.gathering.origins.statements import Statement


def of_the_accused(statements: Sequence[Statement], mouths: Mouths) -> list[Statement]:
    """The same, but whoever is named as the perpetrator and denies denies that it was he, not that it happened."""
    blamed = {one.key[0]: one for one in statements if one.slot == "perpetrator" and one.stance == "affirms"}
    return [_turned(one, blamed, mouths) for one in statements]


def _turned(statement: Statement, blamed: dict[str, Statement], mouths: Mouths) -> Statement:
    if statement.slot != "happened" or statement.stance != "denies":
        return statement
    for mouth in mouths.of(statement):
        accusation = blamed.get(mouth.key)
        if accusation is not None:
            return replace(statement, slot="perpetrator", key=accusation.key, value=accusation.value)
    return statement
