"""Whose men or machines did it, where the text tells them only by what they are: "its fighters", "jets of the …"."""

import re

from headwater.gathering.origins.library import Told
from headwater.records import Attribution, Source, Span

BEFORE = 12
BEHIND = 80
OWN = re.compile(r"\b(?:its|their|our|his)(?:\s+own)?\s+$", re.IGNORECASE)
OF = re.compile(r"\s+(?:of|from|belonging to)\s+(?:the\s+)?(?P<owner>[A-Z][\w'’-]*(?:\s+(?:of\s+)?[A-Z][\w'’-]*)*)")


def owner_of(span: Span | None, told: Told, chain: tuple[Attribution, ...]) -> tuple[str | None, str] | None:
    """The entity (or null) and the name of those to whom the words belong: who speaks of its own, or whom the words
    behind name; None where the text says of neither."""
    if span is None:
        return None
    if OWN.search(told.words(Span(max(span.start - BEFORE, 0), span.start))):
        source = _speaker(chain)
        return (source.entity, source.name) if source and source.name else None
    behind = OF.match(told.words(Span(span.end, span.end + BEHIND)))
    return (None, behind["owner"]) if behind else None


def _speaker(chain: tuple[Attribution, ...]) -> Source | None:
    """The one named source of the innermost voice."""
    named = [source for source in chain[-1].sources if source.name] if chain else []
    return named[0] if len(named) == 1 else None
