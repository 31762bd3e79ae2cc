"""The parts of an event as records: people, means, place, time, counts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from headwater.reading.certainty import Lexicon as Certainties
from headwater.reading.events.actors import actor
from headwater.reading.events.drafting import Draft
from headwater.reading.events.line import Line
from headwater.reading.events.setting import acts, chains, means, nearest, since_elsewhere
from headwater.reading.events.trigger import Trigger
from headwater.reading.numbered import Numbered
from headwater.reading.placed import PlaceMention
from headwater.reading.timed import TimeMention
from headwater.reading.voices import Voices
from headwater.records import Argument, Entity, Span
from headwater.records.events import Factuality

BESIDE = 4  # characters between a verb of saying and its day: a space and "on"


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """What the page knows beside the words of a sentence; `news` is the day whose news each article tells."""

    text: str
    entities: Mapping[str, Entity]
    places: Sequence[PlaceMention]
    times: Sequence[TimeMention]
    numbers: Sequence[Numbered]
    voices: Voices
    certainties: Certainties
    news: Mapping[str, date]


@dataclass(frozen=True, slots=True, eq=False)
class Centre:
    """A trigger of a line with the line's other triggers, and how certain the event is."""

    line: Line
    trigger: Trigger
    others: Sequence[Trigger]
    factuality: Factuality
    around: Surroundings

    @property
    def span(self) -> Span:
        return self.line.span_of(self.trigger.first, self.trigger.last)

    @property
    def counts(self) -> list[Numbered]:
        """The quantities whose verb or noun the trigger is."""
        span = self.span
        return [one for one in self.around.numbers if over(one.trigger, span)]

    def argument(self, role: Any, span: Span, value: Mapping[str, Any] | None, rule: str) -> Argument:
        """The words at `span` in that role, with the voices around them."""
        around = self.around
        voices = tuple(voice.id for voice in around.voices.around(span))
        return Argument(role, span, around.text[span.start : span.end], value, rule, voices, self.factuality)


def person(centre: Centre, draft: Draft) -> Argument:
    """Somebody who acts or suffers; a perpetrator is blamed as a fact where no word says otherwise."""
    line = centre.line
    span = line.span_of(draft.first, draft.last)
    if draft.role == "means":
        return centre.argument("means", span, {"name": centre.around.text[span.start : span.end]}, draft.rule)
    value = actor(line, draft.first, draft.last, centre.around.entities)
    made = centre.argument(draft.role, span, value, draft.rule)
    if draft.role != "perpetrator":
        return made
    usual: Any = "possible" if centre.factuality == "possible" else "fact"
    return replace(made, blame=draft.blame or usual)


def weapons(centre: Centre, found: Sequence[Draft]) -> Iterator[Argument]:
    """Weapons and platforms that play no other part."""
    for first, last, rule in means(centre.line, centre.trigger, centre.others):
        if not any(draft.first < last and first < draft.last for draft in found):
            span = centre.line.span_of(first, last)
            yield centre.argument("means", span, {"name": centre.around.text[span.start : span.end]}, rule)


def place(centre: Centre, found: Sequence[Draft]) -> Argument | None:
    """The nearest place where something can happen, and that is no part of somebody's name or its owner."""
    line = centre.line
    acting = [draft for draft in found if draft.role != "target"]
    usable = [
        (spot, one)
        for one in centre.around.places
        if one.use == "location"
        and line.span.start <= one.span.start < line.span.end
        and (spot := line.within(one.span)) is not None
        and not acts(line, centre.trigger, spot)
        and not _belongs(line, spot, centre.around.text[one.span.end : one.span.end + 2])
        and not any(draft.first < spot[1] and spot[0] < draft.last for draft in acting)
    ]
    usable = [
        min((usable[index] for index in chain), key=_grain) for chain in chains(line, [spot for spot, _ in usable])
    ]
    near = nearest(line, centre.trigger, centre.others, [spot for spot, _ in usable])
    if near is None:
        return None
    mention = usable[near.index][1]
    return centre.argument("place", mention.span, place_value(mention), near.rule)


def _belongs(line: Line, spot: tuple[int, int], behind: str) -> bool:
    """Orsk-based, Orsk's allies, Orsk backed: a place in front of something that belongs to it."""
    owner = behind in ("'s", "’s") and line.lower(spot[0] - 1) not in _AT
    backing = line.lower(spot[1]) in ("backed", "led", "supported", "controlled") and line.lower(spot[1] + 1) != "by"
    return behind.startswith("-") or owner or backing


_AT = frozenset("in at near outside inside around across from on of".split())


def _grain(usable: tuple[tuple[int, int], PlaceMention]) -> int:
    """How wide a place is, the narrowest first; one that no gazetteer knows is likely small."""
    ground = usable[1].ground
    return ground.precision or 9 if ground else 3


def place_value(mention: PlaceMention) -> dict[str, Any]:
    """{name, geonames, lat, lon, precision, country, adm1, adm2, kind, within, codes}; else its words alone."""
    ground = mention.ground
    if ground is None:
        keys = ("geonames", "lat", "lon", "precision", "country", "adm1", "adm2", "kind")
        return {"name": mention.text, **dict.fromkeys(keys), "within": [], "codes": {}}
    return {
        "name": ground.name,
        "geonames": ground.geonames,
        "lat": ground.lat,
        "lon": ground.lon,
        "precision": ground.precision,
        "country": ground.country,
        "adm1": ground.adm1,
        "adm2": ground.adm2,
        "kind": ground.kind,
        "within": list(ground.within),
        "codes": dict(ground.codes),
    }


def time(centre: Centre) -> tuple[TimeMention | None, str]:
    """The nearest time that could be a day, and by which rule it belongs there.

    One whose days are not known ("Monday" in an article without a date) is better than a known one farther off; the
    date that an article begins with is not when something happened.
    """
    line = centre.line
    usable = [
        (spot, one)
        for one in centre.around.times
        if _could_be_when(one)
        and line.span.start <= one.span.start < line.span.end
        and (spot := line.within(one.span)) is not None
        and not _of_the_saying(one.span, centre)
        and line.lower(spot[0] - 1) not in ("until", "till")
        and not since_elsewhere(line, centre.trigger, centre.others, spot)
    ]
    near = nearest(line, centre.trigger, centre.others, [spot for spot, _ in usable])
    if near is not None and near.rule == "only_one":  # another event stands in between: the time is that one's
        return None, ""
    return (usable[near.index][1], near.rule) if near else (None, "")


def _could_be_when(time: TimeMention) -> bool:
    if time.rule == "dateline" or time.kind == "set":
        return False
    return time.from_ is not None or (time.kind != "duration" and not (time.value or "_REF").endswith("_REF"))


def _of_the_saying(time: Span, centre: Centre) -> bool:
    """The day on which it was said: beside the verb of saying and outside of what is said ("on Monday denied …")."""
    for voice in centre.around.voices.around(centre.span):
        told = any(content.span.start <= time.start < content.span.end for content in voice.contents)
        gaps = [gap for cue in voice.cues for gap in (time.start - cue.end, cue.start - time.end)]
        if not told and any(0 <= gap <= BESIDE for gap in gaps):
            return True
    return False


def time_argument(centre: Centre, mention: TimeMention, rule: str) -> Argument:
    """{from, to, precision, time_of_day}"""
    value = {
        "from": mention.from_,
        "to": mention.to,
        "precision": mention.precision,
        "time_of_day": mention.time_of_day,
    }
    return centre.argument("time", mention.span, value, rule)


def over(span: Span | None, other: Span) -> bool:
    return span is not None and span.start < other.end and other.start < span.end
