"""Whoever suffers in an incident, as the slots of human targets want it: names, what they are, how many, effects."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from eval.muc34_scores import Given
from eval.muc34_words import WORDS, has, label_of
from headwater.records import Argument, Entity, Event, Quantity

PEOPLE = frozenset(("person", "civilian", "combatant"))
QUALIFIED = {"at_least": "{}-", "more_than": "{}-", "about": "~{}"}
_COUNTS = re.compile(
    r"^(?:(?:AT LEAST|ABOUT|THE|A|AN|HIS|HER|THEIR|\d+|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|SEVERAL|SOME"
    r"|ANOTHER|OTHER|UNIDENTIFIED|MANY)\s+)+"
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What the report says besides: its day, its dateline's country, its entities and numbers by id, names of countries
    by their code, outlaws who act in any of its events, and the
    armed group that it names most."""

    day: str | None
    country: str
    entities: Mapping[str, Entity]
    quantities: Mapping[str, Quantity]
    countries: Mapping[str, str]
    outlaws: Sequence[Argument]
    group: str


def people(events: Sequence[Event]) -> list[Argument]:
    """Whoever suffered and is more than a number."""
    return [one for one in hit(events) if is_person(one) and not _nobody(one.text or "")]


def people_slots(events: Sequence[Event], ground: Ground) -> dict[str, Sequence[Given]]:
    """The slots of human targets."""
    names, descriptions, types, numbers, effects = [], [], [], [], []
    for words, name, description in _persons(people(events), ground):
        who = name or description
        names += [("", name)] if name else []
        descriptions += [("", description)] if description else []
        types.append((label_of("person", words) or "CIVILIAN", who))
        numbers.append(("1" if name else number_of(description, _count(words, events, ground)), who))
        effects += [(effect, who) for effect in _effects(words, events)]
    return {
        "HUM TGT: NAME": names,
        "HUM TGT: DESCRIPTION": descriptions,
        "HUM TGT: TYPE": types,
        "HUM TGT: NUMBER": numbers,
        "HUM TGT: EFFECT OF INCIDENT": effects,
    }


def _persons(arguments: Sequence[Argument], ground: Ground) -> Iterator[tuple[str, str, str]]:
    """Words, name and description of each, those of the same last word once, in the fullest form; outlaws suffer in no
    template."""
    fullest: dict[str, Argument] = {}
    for one in arguments:
        words = upper(one.text or "")
        key = words.rsplit(maxsplit=1)[-1] if words else ""
        if not has("outlaws", words):
            longer = key not in fullest or len(one.text or "") > len(fullest[key].text or "")
            fullest[key] = one if longer else fullest[key]
    for one in fullest.values():
        words = " ".join((one.text or "").split())
        entity = ground.entities.get(value_of(one, "entity"))
        name, description = _split(words) if _named(one) else ("", words)
        if entity is not None and entity.class_ == "person":
            name = max(name, _split(entity.name)[0], key=len)
            description = description or entity.described_as or ""
        yield words, upper(name), upper(description)


def _named(argument: Argument) -> bool:
    words = (argument.text or "").split()
    capital = bool(words) and words[-1][:1].isupper()
    return capital and (
        value_of(argument, "class") == "person" or (value_of(argument, "class") == "unnamed" and len(words) > 1)
    )


def _split(words: str) -> tuple[str, str]:
    """Name and what stands before it: titles, and all before the last of them."""
    parts = words.split()
    titles = set(WORDS["words"]["titles"])
    last = max(
        (at for at, one in enumerate(parts[:-1]) if one.lower().strip(".,") in titles or one[0].islower()), default=-1
    )
    return " ".join(parts[last + 1 :]), " ".join(parts[: last + 1])


def _effects(words: str, events: Sequence[Event]) -> list[str]:
    kinds = {event.type for event in events for one in event.arguments if _same(one.text or "", words)}
    return ["DEATH"] * ("killing" in kinds) + ["INJURY"] * ("injury" in kinds)


def _same(one: str, other: str) -> bool:
    return upper(one).split()[-1:] == upper(other).split()[-1:]


def _count(words: str, events: Sequence[Event], ground: Ground) -> str:
    """The number beside a victim, as the task writes it."""
    for event in events:
        if any(one.role in ("victim", "target") and _same(one.text or "", words) for one in event.arguments):
            for one in event.arguments:
                quantity = ground.quantities.get(str((one.value or {}).get("id"))) if one.role == "quantity" else None
                if quantity is not None and quantity.best is not None:
                    return QUALIFIED.get(quantity.qualifier, "{}").format(quantity.best)
    return ""


def number_of(words: str, counted: str) -> str:
    """What is counted, else one or many by the last word."""
    if counted:
        return counted
    last = words.rsplit(maxsplit=1)[-1] if words else ""
    return (
        "PLURAL" if (last.endswith("S") and not last.endswith("SS")) or last in ("PEOPLE", "MEN", "POLICEMEN") else "1"
    )


def _nobody(words: str) -> bool:
    last = words.rsplit(maxsplit=1)[-1] if words else ""
    return has("nobody", last) or last.isdigit()


def hit(events: Sequence[Event]) -> list[Argument]:
    """Whoever and whatever suffered."""
    return [one for event in events for one in event.arguments if one.role in ("victim", "target") and one.text]


def is_person(argument: Argument) -> bool:
    """Whether it is somebody, not something."""
    words, class_ = argument.text or "", value_of(argument, "class")
    if class_ in PEOPLE:
        return True
    if label_of("person", words):
        return not _ends_as_thing(words)
    return argument.role == "victim" and class_ not in ("place", "facility", "platform") and not _ends_as_thing(words)


def _ends_as_thing(words: str) -> bool:
    return bool(label_of("thing", words.rsplit(maxsplit=1)[-1])) if words.split() else False


def value_of(argument: Argument, key: str) -> str:
    """A field of its value as text, "" where it has none."""
    return str((argument.value or {}).get(key) or "")


def upper(words: str) -> str:
    """In capitals, without accents, numbers and articles before the noun."""
    bare = "".join(one for one in unicodedata.normalize("NFD", words) if not unicodedata.combining(one))
    return _COUNTS.sub("", " ".join(bare.upper().split())).removesuffix("'S")
