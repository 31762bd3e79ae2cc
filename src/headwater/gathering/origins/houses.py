"""Outlets as houses: who published an article, and how an outlet speaks of its own people."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

from headwater.gathering.origins.library import Told
from headwater.records import Guide

SEES = r"(?:saw|seen|counted|witnessed|visited|watched|observed|at the scene|on the scene|at the site)"
WE = re.compile(rf"\bwe\s+(?:\w+\s+)?{SEES}\b", re.IGNORECASE)


class Houses:
    """The guide's houses, agencies and words for an outlet's own people."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self.agencies = guide.agencies
        self._observers = "|".join(sorted(map(re.escape, guide.observers), key=len, reverse=True)) or "(?!)"

    def house(self, name: str) -> str | None:
        """The house of an outlet that is named, or of a host and what it lies in; None for one that is not known."""
        folded = " ".join(name.casefold().split()).removeprefix("the ")
        if folded in self._guide.houses:
            return self._guide.houses[folded]
        labels = folded.split(".")
        wider = (".".join(labels[at:]) for at in range(1, len(labels) - 1))
        return next((self._guide.houses[each] for each in wider if each in self._guide.houses), None)

    def of(self, told: Told) -> str | None:
        """The house that published the article: a known one by name or host, else its host, else its name."""
        name, host = self.publisher_name(told), host_of(told.account.body.location)
        known = (name and self.house(name)) or (host and self.house(host))
        return known or host or (name.casefold().removeprefix("the ") if name else None)

    @staticmethod
    def publisher_name(told: Told) -> str | None:
        publisher = told.account.body.article.publisher
        return publisher.name if publisher else None

    def speaks_for(self, text: str | None) -> bool:
        """These words name a spokesman, a statement or the like."""
        words = (text or "").casefold()
        return any(re.search(rf"\b{re.escape(each)}\b", words) for each in self._guide.spokespeople)

    def nameless(self, name: str) -> bool:
        """These words say what somebody is, not who ("Residents", "Opposition activists")."""
        *before, head = name.split() or [""]
        return head.casefold() in self._guide.nameless and all(word.islower() for word in before[1:])

    def whole_name(self, name: str, text: str) -> str | None:
        """The words of a source, where they go on from the name that was found in them to the end of a body's: from
        "Orsk" in "the Orsk health department"."""
        words = text.split()
        words = words[1:] if words and words[0].casefold() in ("the", "a") else words
        begins = words[: len(name.split())] == name.split() and len(words) > len(name.split())
        return " ".join(words) if begins and words[-1].casefold() in self._guide.bodies else None

    def own_people(self, text: str, outlet: str | None) -> bool:
        """These words name somebody whom the outlet itself sent ("our correspondent", "a Vale Herald reporter")."""
        return bool(_sent(self._observers, outlet or "").search(text))

    def saw_itself(self, sentence: str, outlet: str | None) -> bool:
        """The sentence says that the outlet's people saw something."""
        if WE.search(sentence):
            return True
        return self.own_people(sentence, outlet)


@lru_cache(maxsize=512)
def _sent(observers: str, outlet: str) -> re.Pattern[str]:
    name = re.escape(outlet.removeprefix("The ").removeprefix("the "))
    own = r"our(?:\s+own)?|this\s+(?:newspaper|paper|site|outlet|station|agency|magazine)(?:['’]s)?"
    if name:
        own += rf"|{name}(?:['’]s)?"
    backwards = rf"(?:{observers})\s+(?:of|for|from|with)\s+(?:the\s+)?(?:this\s+\w+|{name or '(?!)'})"
    return re.compile(rf"\b(?:{own})\s+(?:[\w-]+\s+){{0,2}}(?:{observers})\b|\b{backwards}\b", re.IGNORECASE)


def host_of(location: str) -> str | None:
    """The host of an address without www.; None for a file."""
    try:
        host = urlsplit(location).hostname if "://" in location else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
