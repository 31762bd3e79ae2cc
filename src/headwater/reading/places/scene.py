"""The places of one article side by side: what one says of another."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.knowledge.gazetteer import Gazetteer
from headwater.knowledge.spelling import fold
from headwater.reading.placed import Ground
from headwater.reading.places.grounding import Atlas, distance, local
from headwater.reading.places.hints import Hints
from headwater.reading.places.lines import Line
from headwater.reading.places.phrases import Phrase
from headwater.reading.places.sensing import Sense
from headwater.reading.places.toponym import Toponym

# Further than this from what it is said to be near or in, a place of that name is another one.
TOO_FAR_KM = 150.0
SURE, MUCH = 0.8, 0.25  # of an anchor, and of an article's places
ADJOINING = frozenset(["", "in", "of", "located", "village", "town", "which is", "in the"])
WITHIN = frozenset(["at", "part", "rural", "middle"])
HOLDERS = frozenset(["country", "adm1", "adm2", "region", "capital", "city", "town"])


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """The toponyms of one article, with what they mean and the phrases around them; all of one length."""

    lines: Sequence[Line]
    toponyms: Sequence[Toponym]
    hints: Sequence[Hints]
    senses: Sequence[Sense | None]
    phrases: Sequence[Phrase]


def partner(scene: Scene, number: int) -> Sense | None:
    """The other end of "between X and Y" and of "the X-Y road"."""
    one = scene.toponyms[number]
    relation = scene.phrases[number].relation
    link = {"between": ("and",), "road": ("-", "–")}.get(relation, ())
    for other, ending in ((number + 1, one.last), (number - 1, one.first - 1)):
        if 0 <= other < len(scene.toponyms) and scene.toponyms[other].line == one.line:
            near = abs(scene.toponyms[other].first - one.first) <= 6
            if near and scene.lines[one.line].lower(ending) in link and relation == scene.phrases[other].relation:
                return scene.senses[other]
    after = number + 1
    if relation == "between" and after < len(scene.toponyms) and scene.toponyms[after].line == one.line:
        return scene.senses[after] if scene.lines[one.line].lower(one.last) == "and" else None
    return None


def agreeing(scene: Scene, gazetteer: Gazetteer) -> list[Sense | None]:
    """The senses without those that the text itself contradicts: Orsk, "a village in Idlib", is no city in Russia.  In
    their place stands what lies where the text says, or nothing."""
    instead: dict[str, Sense | None] = {}
    for number, sense in enumerate(scene.senses):
        against = _against(scene, number, sense) if sense is not None else None
        if against:
            instead[fold(scene.toponyms[number].name)] = _other(scene.toponyms[number].name, against, gazetteer)
    return [instead.get(fold(one.name), sense) for one, sense in zip(scene.toponyms, scene.senses, strict=True)]


def _against(scene: Scene, number: int, sense: Sense) -> tuple[Sense, Phrase] | None:
    """What the text says the place lies in or near, where it does not."""
    if sense.place.kind in ("country", "capital", "continent") or scene.toponyms[number].way == "demonym":
        return None
    told = _anchors(scene, number, strict=True)
    return next(((one, phrase) for one, phrase in told if _apart(sense, one, phrase) and _at_home(scene, one)), None)


def _other(name: str, told: tuple[Sense, Phrase], gazetteer: Gazetteer) -> Sense | None:
    """The largest place of the name that lies where the text says."""
    places = [gazetteer.place(row) for row, _ in gazetteer.named(name)]
    fitting = [place for place in places if not _apart(Sense(place, 1.0, "by_name"), *told)]
    best = max(fitting, key=lambda place: (place.population, -place.row), default=None)
    return Sense(best, told[0].likely, "by_name") if best else None


def _at_home(scene: Scene, anchor: Sense) -> bool:
    """Whether an anchor is sure enough to speak against something: in a country that the article speaks much of."""
    countries = [sense.place.country for sense in scene.senses if sense is not None]
    return anchor.likely >= SURE and countries.count(anchor.place.country) >= MUCH * len(countries)


def _apart(sense: Sense, anchor: Sense, phrase: Phrase) -> bool:
    place, other = sense.place, anchor.place
    rows = {one.row for one in (place, *sense.kin)}
    beside = {one.row for one in (other, *anchor.kin)}
    if rows & beside or any(row in beside for row in place.above) or any(row in rows for row in other.above):
        return False
    if other.kind == "country":
        return place.country != other.country
    far = distance(place.lat, place.lon, other.lat, other.lon)
    return far > TOO_FAR_KM + (phrase.km or 0)


def locals_of(scene: Scene, atlas: Atlas) -> Mapping[str, Ground]:
    """Places that the gazetteer does not know, by name, put where the text says they lie."""
    found: dict[str, Ground] = {}
    for number, one in enumerate(scene.toponyms):
        if scene.senses[number] is not None or one.inside or fold(one.name) in found:
            continue
        anchored = next(_anchors(scene, number, strict=False), None)
        if anchored:
            kinds = scene.hints[number].kinds
            found[fold(one.name)] = local(one.text, kinds[0] if kinds else "place", *anchored, atlas)
    return found


def _anchors(scene: Scene, number: int, *, strict: bool) -> Iterator[tuple[Sense, Phrase]]:
    """What tells where a place lies: Orsk in Idlib, Orsk near Harim, Orsk, 10 km east of Harim.  Strict: only where the
    words leave no doubt that it is this place, and not somebody there, that they speak of."""
    one = scene.toponyms[number]
    text = scene.lines[one.line].text
    for other in range(number + 1, min(number + 3, len(scene.toponyms))):
        following, phrase, sense = scene.toponyms[other], scene.phrases[other], scene.senses[other]
        if following.line != one.line or phrase.start < one.span.end:
            break
        between = text[one.span.end : phrase.start].strip(" ,()").lower()
        if sense is None or following.way == "demonym" or between not in ADJOINING:
            continue
        beside = phrase.relation in ("offset", "near")
        holds = phrase.relation in WITHIN and sense.place.kind in HOLDERS
        if (beside and sense.place.kind != "country") or (holds and (scene.hints[number].kinds or not strict)):
            yield sense, phrase
    for holder in scene.hints[number].holders if not strict else ():
        sense = scene.senses[holder]
        if sense is not None:
            where = scene.toponyms[holder].span
            yield sense, Phrase("at", "at", where.start, where.end)
