"""The slots of one incident, out of the arguments of its event mentions."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from eval.muc34_people import Ground, hit, is_person, number_of, people_slots, upper, value_of
from eval.muc34_scores import Given, Slots
from eval.muc34_words import has, label_of
from headwater.records import Argument, Event

BODIES = frozenset(("organisation", "armed_group", "state", "body"))
CONFIDENCE = {
    "fact": "REPORTED AS FACT", "accused": "SUSPECTED OR ACCUSED BY AUTHORITIES", "claimed": "CLAIMED OR ADMITTED",
    "suspected": "SUSPECTED OR ACCUSED", "possible": "POSSIBLE",
}  # fmt: skip


def things(events: Sequence[Event]) -> list[Argument]:
    """Whatever was hit."""
    return [one for one in hit(events) if not is_person(one) and label_of("thing", one.text or "")]


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
    actors = [one for one in arguments if one.role == "perpetrator"]
    slots |= _perpetrators(actors or ground.outlaws, ground)
    if type_ != "KIDNAPPING":
        slots |= _things(events)
    slots |= people_slots(events, ground)
    return {name: fills for name, fills in slots.items() if fills}


def _instrument(argument: Argument) -> bool:
    return bool(label_of("instrument", argument.text or ""))


def _date(arguments: Sequence[Argument], ground: Ground) -> list[Given]:
    """The day or days said most often; that of the report at the latest where none is said, as the task has it."""
    said = Counter(
        (value_of(one, "from"), value_of(one, "to"))
        for one in arguments
        if one.role == "time" and value_of(one, "from") and value_of(one, "to") and not _is_dateline(one, ground)
    )
    if said:
        first, last = said.most_common(1)[0][0]
        return [(_day(last) if first == last else f"{_day(first)} - {_day(last)}", "")]
    return [(f"- {_day(ground.day)}", "")] if ground.day else []


def _is_dateline(argument: Argument, ground: Ground) -> bool:
    return value_of(argument, "to") == ground.day and any(letter.isdigit() for letter in argument.text or "")


def _day(iso: str) -> str:
    return date.fromisoformat(iso[:10]).strftime("%d %b %y").upper()


def _location(arguments: Sequence[Argument], ground: Ground) -> list[Given]:
    """Country: region: town, of the report's country where any is; that country alone where none is said."""
    places = [one.value for one in arguments if one.role == "place" and one.value and one.value.get("country")]
    places = [one for one in places if ground.countries.get(str(one["country"])) == ground.country] or places
    if not places:
        return [(ground.country, "")] if ground.country else []
    finest = next((one for one in places if one["kind"] not in ("country", "adm1", "region")), places[0])
    country = ground.countries.get(str(finest["country"]), "")
    names = [country, *(upper(str(finest[key])) for key in ("adm1", "name") if finest.get(key))]
    return [(": ".join(dict.fromkeys(names if names[-1] != country else [country])), "")]


def _perpetrators(actors: Sequence[Argument], ground: Ground) -> dict[str, Sequence[Given]]:
    bodies: dict[str, str] = {}
    single: list[str] = []
    for one in actors:
        body, words = _body(one, ground), one.text or ""
        if body:
            bodies.setdefault(upper(body), CONFIDENCE.get(one.blame or "fact", "REPORTED AS FACT"))
        if not body or has("outlaws", words) or value_of(one, "class") == "combatant":
            single += [] if has("bodies", words) else [words]
    if ground.group and not bodies and any(has("outlaws", words) for words in single):
        bodies[upper(group_alone(ground.group))] = "REPORTED AS FACT"
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
    entity = ground.entities.get(value_of(argument, "entity"))
    if entity is not None and entity.class_ in ("organisation", "armed_group"):
        return group_alone(entity.name)
    words = argument.text or ""
    named = value_of(argument, "class") in BODIES or has("bodies", words.rsplit(maxsplit=1)[-1] if words else "")
    return words if named and not has("outlaws", words) else ""


def group_alone(name: str) -> str:
    """Without its men: "Orsk Front rebels"."""
    words = name.split()
    while len(words) > 1 and (has("outlaws", words[-1]) or words[-1].lower() in ("members", "troops", "units")):
        words.pop()
    return " ".join(words)


def _things(events: Sequence[Event]) -> dict[str, Sequence[Given]]:
    found = _words(one.text or "" for one in things(events))
    broken = {upper(one.text or "") for one in things([e for e in events if e.type == "looting_or_destruction"])}
    return {
        "PHYS TGT: ID": found,
        "PHYS TGT: TYPE": [(label_of("thing", words), words) for _, words in found],
        "PHYS TGT: NUMBER": [(number_of(words, ""), words) for _, words in found],
        "PHYS TGT: EFFECT OF INCIDENT": [("SOME DAMAGE", words) for _, words in found if words in broken],
    }


def _words(found: Iterable[str]) -> list[Given]:
    return [("", words) for words in dict.fromkeys(upper(one) for one in found) if words]
