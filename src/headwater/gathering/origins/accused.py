"""Denials by those who are accused, or who speak of their own part in it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from headwater.gathering.origins.mouths import Mouth, Mouths
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
            return replace(statement, slot="perpetrator", key=(mouth.key,), value=_value(mouth))
    return statement


def _own_part(statement: Statement) -> bool:
    """The words that are denied, up to the deed, speak of a part in it."""
    if not statement.chain or statement.chain[-1].stance != "denial":
        return False
    for content in statement.chain[-1].contents:
        if content.span.start <= statement.span.start < content.span.end:
            return OWN_PART.match(statement.told.words(Span(content.span.start, statement.span.end))) is not None
    return False


def _value(mouth: Mouth) -> dict[str, object]:
    actor = mouth.key.removeprefix("actor:") if mouth.key.startswith("actor:") else None
    return {"actor": actor, "name": mouth.name, "text": mouth.name, "class": None, "named": True}
