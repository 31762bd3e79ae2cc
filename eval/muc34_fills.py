"""The slots of one incident, out of the arguments of its event mentions."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from eval.muc34_scores import Given, Slots
from eval.muc34_words import WORDS, has, label_of
from headwater.records import Argument, Entity, Event, Quantity

BODIES = frozenset(("organisation", "armed_group", "state", "body"))
PEOPLE = frozenset(("person", "civilian", "combatant"))
CONFIDENCE = {
    "fact": "REPORTED AS FACT", "accused": "SUSPECTED OR ACCUSED BY AUTHORITIES", "claimed": "CLAIMED OR ADMITTED",
    "suspected": "SUSPECTED OR ACCUSED", "possible": "POSSIBLE",
}  # fmt: skip
QUALIFIED = {"at_least": "{}-", "more_than": "{}-", "about": "~{}"}
_COUNTS = re.compile(
    r"^(?:(?:AT LEAST|ABOUT|THE|A|AN|HIS|HER|THEIR|\d+|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|SEVERAL|SOME"
    r"|ANOTHER|OTHER|UNIDENTIFIED|MANY)\s+)+"
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What the report says besides: its day, its dateline's country, its entities and numbers by id, names of countries
    by their code."""

    day: str | None
    country: str
    entities: Mapping[str, Entity]
    quantities: Mapping[str, Quantity]
    countries: Mapping[str, str]


def people(events: Sequence[Event]) -> list[Argument]:
    """Whoever suffered."""
    return [one for one in _hit(events) if _is_person(one)]


def things(events: Sequence[Event]) -> list[Argument]:
    """Whatever was hit."""
    return [one for one in _hit(events) if not _is_person(one) and label_of("thing", one.text or "")]


def slots_of(type_: str, events: Sequence[Event], ground: Ground) -> Slots:
    """All slots that we know how to fill."""
    arguments = [argument for event in events for argument in event.arguments]
    slots: dict[str, Sequence[Given]] = {
        "INCIDENT: TYPE": [(type_, "")],
        "INCIDENT: STAGE OF EXECUTION": [("ACCOMPLISHED", "")],
        "INCIDENT: DATE": _date(arguments, ground),
        "INCIDENT: LOCATION": _location(arguments, ground),
    }
    if type_ not in ("KIDNAPPING", "ARSON"):
        means = _words(one.text or "" for one in arguments if one.role == "means" and _instrument(one))
        slots["INCIDENT: INSTRUMENT ID"] = means
        slots["INCIDENT: INSTRUMENT TYPE"] = [(label_of("instrument", words), words) for _, words in means]
    slots |= _perpetrators([one for one in arguments if one.role == "perpetrator"], ground)
    if type_ != "KIDNAPPING":
        slots |= _things(events, ground)
    slots |= _people(events, ground)
    return {name: fills for name, fills in slots.items() if fills}


def _instrument(argument: Argument) -> bool:
    return bool(label_of("instrument", argument.text or ""))


def _hit(events: Sequence[Event]) -> list[Argument]:
    return [one for event in events for one in event.arguments if one.role in ("victim", "target") and one.text]


def _is_person(argument: Argument) -> bool:
    words, class_ = argument.text or "", _value(argument, "class")
    if class_ in PEOPLE:
        return True
    if label_of("person", words):
        return not _ends_as_thing(words)
    return argument.role == "victim" and class_ not in ("place", "facility", "platform") and not _ends_as_thing(words)


def _ends_as_thing(words: str) -> bool:
    return bool(label_of("thing", words.rsplit(maxsplit=1)[-1])) if words.split() else False


def _date(arguments: Sequence[Argument], ground: Ground) -> list[Given]:
    """The day or days; that of the report at the latest where none is said, as the task has it."""
    for one in arguments:
        first, last = _value(one, "from"), _value(one, "to")
        if one.role == "time" and first and last:
            return [(_day(last) if first == last else f"{_day(first)} - {_day(last)}", "")]
    return [(f"- {_day(ground.day)}", "")] if ground.day else []


def _day(iso: str) -> str:
    return date.fromisoformat(iso[:10]).strftime("%d %b %y").upper()


def _location(arguments: Sequence[Argument], ground: Ground) -> list[Given]:
    """Country: region: town; the country of the dateline where none is said."""
    places = [one.value for one in arguments if one.role == "place" and one.value and one.value.get("country")]
    if not places:
        return [(ground.country, "")] if ground.country else []
    finest = next((one for one in places if one["kind"] not in ("country", "adm1", "region")), places[0])
    country = ground.countries.get(str(finest["country"]), "")
    names = [country, *(_upper(str(finest[key])) for key in ("adm1", "name") if finest.get(key))]
    if names[-1] == country:
        return [(country, "")]
    return [(": ".join(dict.fromkeys(names)), "")]


def _perpetrators(actors: Sequence[Argument], ground: Ground) -> dict[str, Sequence[Given]]:
    bodies: dict[str, str] = {}
    single: list[str] = []
    for one in actors:
        body = _body(one, ground)
        if body:
            bodies.setdefault(_upper(body), CONFIDENCE.get(one.blame or "fact", "REPORTED AS FACT"))
        if not body or _value(one, "class") in ("combatant", "person"):
            single.append(one.text or "")
    words = " ".join(one.text or "" for one in actors)
    category = "STATE-SPONSORED VIOLENCE" if has("state", words) else "TERRORIST ACT"
    return {
        "PERP: INCIDENT CATEGORY": [(category, "")] if actors else [],
        "PERP: INDIVIDUAL ID": _words(single),
        "PERP: ORGANIZATION ID": [("", body) for body in bodies],
        "PERP: ORGANIZATION CONFIDENCE": [(confidence, body) for body, confidence in bodies.items()],
    }


def _body(argument: Argument, ground: Ground) -> str:
    """The organisation that somebody belongs to, or is."""
    entity = ground.entities.get(str((argument.value or {}).get("entity")))
    if entity is not None and entity.class_ in ("organisation", "armed_group"):
        return entity.name
    words = argument.text or ""
    return words if _value(argument, "class") in BODIES and not has("outlaws", words) else ""


def _things(events: Sequence[Event], ground: Ground) -> dict[str, Sequence[Given]]:
    found = _words(one.text or "" for one in things(events))
    broken = {_upper(one.text or "") for one in things([e for e in events if e.type == "looting_or_destruction"])}
    return {
        "PHYS TGT: ID": found,
        "PHYS TGT: TYPE": [(label_of("thing", words), words) for _, words in found],
        "PHYS TGT: NUMBER": [(_number(words, ""), words) for _, words in found],
        "PHYS TGT: EFFECT OF INCIDENT": [("SOME DAMAGE", words) for _, words in found if words in broken],
    }


def _people(events: Sequence[Event], ground: Ground) -> dict[str, Sequence[Given]]:
    names, descriptions, types, numbers, effects = [], [], [], [], []
    for words, name, description in _persons(people(events)):
        who = name or description
        names += [("", name)] if name else []
        descriptions += [("", description)] if description else []
        types.append((label_of("person", words) or "CIVILIAN", who))
        numbers.append(("1" if name else _number(description, _count(words, events, ground)), who))
        effects += [(effect, who) for effect in _effects(words, events)]
    return {
        "HUM TGT: NAME": names,
        "HUM TGT: DESCRIPTION": descriptions,
        "HUM TGT: TYPE": types,
        "HUM TGT: NUMBER": numbers,
        "HUM TGT: EFFECT OF INCIDENT": effects,
    }


def _persons(arguments: Sequence[Argument]) -> Iterator[tuple[str, str, str]]:
    """Words, name and description of each, those of the same last word once, in the fullest form."""
    fullest: dict[str, Argument] = {}
    for one in arguments:
        key = _upper(one.text or "").split()[-1:] or [""]
        if key[0] not in fullest or len(one.text or "") > len(fullest[key[0]].text or ""):
            fullest[key[0]] = one
    for one in fullest.values():
        words = " ".join((one.text or "").split())
        name, description = _split(words) if _named(one) else ("", words)
        yield words, _upper(name), _upper(description)


def _named(argument: Argument) -> bool:
    words = (argument.text or "").split()
    return _value(argument, "class") in ("person", "unnamed") and len(words) > 1 and words[-1][:1].isupper()


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
    return _upper(one).split()[-1:] == _upper(other).split()[-1:]


def _count(words: str, events: Sequence[Event], ground: Ground) -> str:
    """The number beside a victim, as the task writes it."""
    for event in events:
        if any(one.role in ("victim", "target") and _same(one.text or "", words) for one in event.arguments):
            for one in event.arguments:
                quantity = ground.quantities.get(str((one.value or {}).get("id"))) if one.role == "quantity" else None
                if quantity is not None and quantity.best is not None:
                    return QUALIFIED.get(quantity.qualifier, "{}").format(quantity.best)
    return ""


def _number(words: str, counted: str) -> str:
    if counted:
        return counted
    last = words.rsplit(maxsplit=1)[-1] if words else ""
    return (
        "PLURAL" if (last.endswith("S") and not last.endswith("SS")) or last in ("PEOPLE", "MEN", "POLICEMEN") else "1"
    )


def _value(argument: Argument, key: str) -> str:
    return str((argument.value or {}).get(key) or "")


def _words(found: Iterable[str]) -> list[Given]:
    return [("", words) for words in dict.fromkeys(_upper(one) for one in found) if words]


def _upper(words: str) -> str:
    """In capitals, without accents, numbers and articles before the noun."""
    bare = "".join(one for one in unicodedata.normalize("NFD", words) if not unicodedata.combining(one))
    return _COUNTS.sub("", " ".join(bare.upper().split())).removesuffix("'S")
