"""Denials by those who are accused, or who speak of their own part in it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from headwater.gathering.origins.claiming import content_of, value_of
from headwater.gathering.origins.mouths import Mouths
from headwater.gathering.origins.statements import Statement
from headwater.records import Span

# "Denied responsibility for", "any role in", "shelling the town", "that it had": the deed is taken for granted.
OWN_PART = re.compile(
    r"(?:any|all|its|their|his|her|having|being|the|accusations? of|claims? of|\s)*"
    r"(?:responsibility|involvement|role|part|hand|complicity|guilt|blame|behind|\w+ing\b(?! place)"
    r"|(?:that )?(?:it|they)\b|that (?:its|their|his|her)\b)",
    re.IGNORECASE,
)


def of_the_accused(statements: Sequence[Statement], mouths: Mouths) -> list[Statement]:
    """The same; but who denies his own part in it, or is named as the perpetrator and denies, is held to deny that it
    was he, not that it happened."""
    blamed = {one.key[0]: one for one in statements if one.slot == "perpetrator" and one.stance == "affirms"}
    return [_turned(one, blamed, mouths) for one in statements]


def _turned(statement: Statement, blamed: dict[str, Statement], mouths: Mouths) -> Statement:
    if statement.slot != "happened" or statement.stance != "denies":
        return statement
    own = _own_part(statement)
    for mouth in mouths.of(statement):
        accusation = blamed.get(mouth.key)
        if accusation is not None:
            return replace(statement, slot="perpetrator", key=accusation.key, value=accusation.value)
        if own and mouth.shown:
            return replace(statement, slot="perpetrator", key=(mouth.key,), value=value_of(mouth))
    return statement


def _own_part(statement: Statement) -> bool:
    """The words that are denied, up to the deed, speak of a part in it."""
    if not statement.chain or statement.chain[-1].stance != "denial":
        return False
    content = content_of(statement)
    if content is None:
        return False
    return OWN_PART.match(statement.told.words(Span(content.start, statement.span.end))) is not None
