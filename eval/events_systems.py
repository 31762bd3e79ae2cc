"""Our own event mentions in the form of the coded ones, and a trivial rival."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from eval.events_told import Extent, Told
from eval.read_text import knowledge, spoken_of
from headwater.reading import events, places, quantities, times
from headwater.records import Event

System = Callable[[str], list[Told]]
_SUFFERERS = frozenset(("target", "victim"))


def ours(text: str) -> list[Told]:
    """All event mentions of the product."""
    spoken, known = spoken_of("text", text), knowledge()
    timed, placed = times.read(spoken, known), places.read(spoken, known)
    numbers = quantities.read(spoken, timed, known)
    return [_told(event) for event in events.read(spoken, timed, placed, numbers, known)]


def lexicon(text: str) -> list[Told]:
    """Every word of our lexicon of triggers, with or without an ending, with the first type that it is listed under."""
    types, pattern = _words()
    none: dict[str, tuple[Extent, ...]] = {"perpetrator": (), "sufferer": (), "place": (), "time": ()}
    return [
        Told((one.start(), one.end()), types[one.group(1).lower()], "asserted", False, none)
        for one in pattern.finditer(text)
    ]


@lru_cache(maxsize=1)
def _words() -> tuple[dict[str, str], re.Pattern[str]]:
    types: dict[str, str] = {}
    for entry in knowledge().lexicons["events"]["words"]:
        for word in (*entry.get("verbs", ()), *entry.get("nouns", ())):
            types.setdefault(word.lower(), entry["type"])
    longest = sorted(types, key=lambda word: (-len(word), word))
    return types, re.compile(r"\b(" + "|".join(map(re.escape, longest)) + r")(?:s|es|d|ed|ing)?\b", re.IGNORECASE)


SYSTEMS: Mapping[str, System] = {"headwater": ours, "lexicon": lexicon}


def _told(event: Event) -> Told:
    roles: dict[str, tuple[Extent, ...]] = {"sufferer": (), "perpetrator": (), "place": (), "time": ()}
    for argument in event.arguments:
        role = "sufferer" if argument.role in _SUFFERERS else argument.role
        if argument.role == "participant":  # the coding has the side named first as perpetrator, the other as target
            role = "sufferer" if roles["perpetrator"] else "perpetrator"
        if argument.span is not None and role in roles:
            roles[role] += ((argument.span.start, argument.span.end),)
    return Told((event.span.start, event.span.end), event.type, event.factuality, event.background, roles)
