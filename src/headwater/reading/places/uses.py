"""Whether something can have happened at a named place, or the name stands for somebody or something else."""

from typing import Literal

from headwater.reading.places.lines import Line
from headwater.reading.places.lists import Lists
from headwater.reading.places.phrases import Phrase
from headwater.reading.places.sensing import Sense
from headwater.reading.places.toponym import Toponym

Use = Literal["location", "metonym", "demonym", "inside_name"]
# Words behind that make a place even of an adjective: the Turkish border, Syrian soil.
ADJECTIVAL = frozenset(["border", "land", "coast", "road"])
_SEATS = frozenset(["country", "capital"])
_SHORT_ADJECTIVES = frozenset(["United States", "United Kingdom", "European Union"])
_LINKS = frozenset(["and", "or", ",", "-"])
_AFTER = 4


def use_of(one: Toponym, line: Line, meaning: tuple[Sense | None, Phrase], lists: Lists) -> tuple[Use, str]:
    """The use with the name of the rule that says so; the first answer counts."""
    sense, phrase = meaning
    if one.inside:
        return "inside_name", "inside_name"
    if line.lower(one.last) == "-" and line.lower(one.last + 1) == "based":
        return "metonym", "based"
    if phrase.rule in ADJECTIVAL:
        return "location", phrase.rule
    if one.way == "demonym":
        return "demonym", "demonym"
    if one.name in _SHORT_ADJECTIVES and one.name != one.text and _modifies(one, line, lists):
        return "demonym", "short_adjective"
    if sense is None or sense.place.kind not in _SEATS:
        return "location", "location"
    if _owns(one, line, lists):
        return "metonym", "owns"
    if _led(one, line):
        return "metonym", "led"
    if _deals(one, line, lists):
        return "metonym", "deals"
    if _speaks(one, line, lists):
        return "metonym", "speaks"
    if one.state and phrase.relation == "at" and line.lower(one.first - 1) not in lists.words["where"]:
        return "metonym", "heard_as_state"
    return "location", "location"


def _modifies(one: Toponym, line: Line, lists: Lists) -> bool:
    """US forces; not: the US said, in the US on Friday"""
    behind = line.tokens[one.last] if one.last < len(line.tokens) else None
    if behind is None or not behind.word or (line.lower(one.first - 1) in ("the", "in") and behind.lower in _VERBISH):
        return False
    return behind.lower not in lists.words["speaks"] and behind.lower not in _VERBISH


_VERBISH = frozenset("on in at to and or from with by for as that who which since after before during of".split())


def _owns(one: Toponym, line: Line, lists: Lists) -> bool:
    """Turkey's army; not: Syria's northwest, Syria's Idlib"""
    if line.lower(one.last) not in ("'s", "’s", "'", "’"):
        return False
    thing = line.tokens[one.last + 1] if one.last + 1 < len(line.tokens) else None
    if thing is None or thing.capital or thing.lower in lists.kinds or thing.lower in lists.directions:
        return False
    return thing.lower not in ("largest", "second", "border", "borders", "countryside", "rural", "coast", "main")


def _led(one: Toponym, line: Line) -> bool:
    """Iran-backed, US-led"""
    return line.lower(one.last) == "-" and line.lower(one.last + 1) in (
        "led", "backed", "allied", "supported", "sponsored", "funded", "aligned", "affiliated", "brokered", "made",
    )  # fmt: skip


def _deals(one: Toponym, line: Line, lists: Lists) -> bool:
    """Talks between Damascus and Ankara, relations with Moscow"""
    first = one.first
    while first > 0 and (line.lower(first - 1) in _LINKS or _named(line, first - 1)):
        first -= 1
    if line.lower(first - 1) == "the":
        first -= 1
    if line.lower(first - 1) not in lists.words["dealing"]:
        return False
    back = [line.lower(index) for index in range(max(first - 1 - _AFTER, 0), first - 1)]
    return any(word in lists.words["dealings"] for word in back)


def _speaks(one: Toponym, line: Line, lists: Lists) -> bool:
    """Moscow said; Damascus and Tehran have denied; not: officials in Moscow said, Syria was hit"""
    first = one.first
    while first > 1 and line.lower(first - 1) in ("and", "or", ",") and _named(line, first - 2):
        first -= 2
    if line.lower(first - 1) == "the":
        first -= 1
    if line.lower(first - 1) in lists.words["before"] - {"and", "or", "on", "for"}:
        return False
    last = one.last
    while line.lower(last) in ("and", "or", ",") and _named(line, last + 1):
        last += 2
    while line.lower(last) in (
        "also",
        "repeatedly",
        "long",
        "officially",
        "later",
        "then",
        "now",
        "has",
        "have",
        "had",
    ):
        last += 1
    return line.lower(last) in lists.words["speaks"]


def _named(line: Line, index: int) -> bool:
    return 0 <= index < len(line.tokens) and line.tokens[index].capital
