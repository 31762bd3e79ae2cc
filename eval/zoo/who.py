"""Who a rival's speaker is, where it has no entities of its own: names joined by their last word."""

import re
from collections.abc import Sequence
from dataclasses import replace

from eval.attributing.found import FoundAttribution, FoundSource

_NAME = re.compile(r"[A-Z][\w’'-]*\.?(?:\s+(?:(?:de|bin|al|of|the|for)\s+)?[A-Z][\w’'-]*\.?)*")
_PRONOUNS = frozenset("he she".split())


def with_names(text: str, found: Sequence[FoundAttribution], *, pronouns: bool = False) -> tuple[FoundAttribution, ...]:
    """The attributions with every place that ends in the last word of the speaker's name as a naming of that speaker.

    With `pronouns`, "he" and "she" are the speaker named last before, which stands in for a coreference model.
    """
    names = [match.span() for match in _NAME.finditer(text)]
    before: FoundSource | None = None
    known = []
    for attribution in found:
        sources = []
        for source in attribution.sources:
            words = text[slice(*source.extent)] if source.extent else ""
            if source.name is not None:
                before = replace(source, namings=_namings(text, source.name, names))
                sources.append(before)
            elif pronouns and before is not None and words.lower() in _PRONOUNS:
                sources.append(replace(before, extent=source.extent))
            else:
                sources.append(source)
        known.append(replace(attribution, sources=tuple(sources)))
    return tuple(known)


def _namings(text: str, name: str, names: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The first run of capitals in the name decides; the rest is office or apposition."""
    own = _NAME.findall(name)
    last = _last(own[0] if own else name)
    return tuple(span for span in names if _last(text[slice(*span)]) == last)


def _last(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].removesuffix("’s").removesuffix("'s").rstrip(".")
