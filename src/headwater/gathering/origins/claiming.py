"""Deeds that a speaker says he did: "the Front said it had carried out the attack"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from headwater.gathering.origins.mouths import Mouth, Mouths
from headwater.gathering.origins.statements import Statement
from headwater.records import Span

# Between "said" and the deed stands nothing but the speaker, as a pronoun, and at most a verb of doing.
OWN_DEED = re.compile(
    r"(?:that\s+)?(?:it|they|we|he|she)\s+(?:(?:had|have|has|also|indeed|\w+ly)\s+)*"
    r"(?:(?:carried\s+out|launched|staged|mounted|conducted|planted|detonated|set\s+off|executed|committed"
    r"|(?:was|were|been)\s+(?:behind|responsible\s+for))\s+)?(?:(?:the|a|an|this|that|both)\s+)?(?:[\w-]+\s+)?",
    re.IGNORECASE,
)


def with_claims(statements: Sequence[Statement], mouths: Mouths) -> list[Statement]:
    """The statements, with those by which a named speaker says that he did it himself."""
    return [*statements, *(claim for one in statements for claim in _claims(one, mouths))]


def _claims(statement: Statement, mouths: Mouths) -> Iterator[Statement]:
    if statement.slot != "happened" or statement.stance != "affirms" or not _own_deed(statement):
        return
    for mouth in mouths.of(statement):
        if mouth.shown and mouth.kind == "speaker":
            yield replace(
                statement, slot="perpetrator", key=(mouth.key,), value=value_of(mouth), blame="claimed"
            )  # fmt: skip


def _own_deed(statement: Statement) -> bool:
    content = content_of(statement)
    if content is None:
        return False
    before = statement.told.words(Span(content.start, statement.span.start))
    return OWN_DEED.fullmatch(before) is not None


def content_of(statement: Statement) -> Span | None:
    """What the innermost voice says, the piece in which the statement stands."""
    for content in statement.chain[-1].contents if statement.chain else ():
        if content.span.start <= statement.span.start < content.span.end:
            return content.span
    return None


def value_of(mouth: Mouth) -> dict[str, object]:
    """The speaker as the value of a slot."""
    actor = mouth.key.removeprefix("actor:") if mouth.key.startswith("actor:") else None
    return {"actor": actor, "name": mouth.name, "text": mouth.name, "class": None, "named": True}
