"""Voices inside voices: which attribution stands in the words of which."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from headwater.records import Attribution, Source

# The sign and the name of each class of source.  Colours are in voices.css, under the class's name.
CLASSES: Mapping[str, tuple[str, str]] = {
    "person": ("P", "person"),
    "organisation": ("O", "organisation"),
    "armed_group": ("A", "armed group"),
    "state": ("S", "state"),
    "outlet": ("N", "news outlet"),
    "document": ("D", "document"),
    "unnamed": ("U", "unnamed"),
}


def chain(said: Attribution, by_id: Mapping[str, Any]) -> tuple[Attribution, ...]:
    """The voices from the outermost to this one; one that is not there, or comes round again, ends it."""
    found, seen = [said], {said.id}
    while (outer := by_id.get(found[-1].parent or "")) is not None and outer.id not in seen:
        if not isinstance(outer, Attribution):
            break
        seen.add(outer.id)
        found.append(outer)
    return tuple(reversed(found))


def levels(attributions: Sequence[Attribution]) -> dict[str, int]:
    """How many voices stand around each attribution, by its id: 0 where the outlet itself says that it was said."""
    by_id = {said.id: said for said in attributions}
    return {said.id: len(chain(said, by_id)) - 1 for said in attributions}


def class_of(said: Attribution) -> str:
    """The class of the first source; `unnamed` where no source was found."""
    return said.sources[0].class_ if said.sources else "unnamed"


def speaking(attributions: Iterable[Attribution]) -> list[str]:
    """The classes of source that speak here, in the order of the legend."""
    heard = {class_ for said in attributions for class_ in (class_of(said), *(one.class_ for one in said.sources))}
    return [class_ for class_ in CLASSES if class_ in heard]


def called(source: Source) -> str:
    """What to call this source: its name, else the words that stand for it.

    >>> called(Source(None, "officials", None, None, "unnamed", described_as="two officials of the port"))
    'two officials of the port'
    """
    described = (source.described_as, source.text) if source.class_ == "unnamed" else (source.text, source.described_as)
    return source.name or described[0] or described[1] or "not named"


def known(source: Source) -> bool:
    """Whether it is said who that is, by a name or at least in words: "he" that leads to nobody is not.

    >>> known(Source(None, "he", None, None, "unnamed")), known(Source(None, "a leaked order", None, None, "document"))
    (False, True)
    """
    return bool(source.entity or source.name or source.described_as) or source.class_ == "document"


def together(sources: Iterable[Source]) -> str:
    """Joint sources in one phrase.

    >>> together(Source(None, None, None, name, "person") for name in ("Maro Tevin", "Iva Dorn", "Kem Orsk"))
    'Maro Tevin, Iva Dorn and Kem Orsk'
    """
    names = list(dict.fromkeys(called(source) for source in sources)) or ["a speaker not found"]
    return " and ".join([part for part in (", ".join(names[:-1]), names[-1]) if part])
