"""Reports of terrorism in Latin America (MUC-3 and MUC-4): templates of 24 slots, and six of them as used since 2021.

The product reads each report as one article of the day of its dateline; code that is here alone makes templates of its
event mentions (muc34_templates, muc34_fills).  `slots`: all 24, as muc34_scores says, beside figures of 1992 on other
texts, by the scorer of 1992.  `six`: type, individual, organisation, target, victim, weapon by GTT's rule (the micro F1
of templates, not CEAF-REE): templates of one type are paired, what is filled in is one entity, right where its words
are among those that the key has for one entity; `six.head` takes the last word for enough.  `trivial` in the same run:
one template without parts for each report, of the type of the first trigger in it.  Choose on TST1 and a part of DEV;
TST2 is reported.  No table and no rule of the product is made for these texts; tables here are of the task's set lists.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from eval import muc34_gold
from eval.corpus import corpus_hash
from eval.muc34_gold import Report as Key
from eval.muc34_people import Ground
from eval.muc34_scores import Slots, Tally, plain, score
from eval.muc34_six import SIX, Six, score_six, six_of, six_slots
from eval.muc34_templates import templates, trivial
from eval.muc34_words import WORDS, has
from eval.read_text import knowledge, spoken_of
from eval.report import Options, Report, Skipped
from headwater.reading import events, places, quantities, times
from headwater.reading.numbered import Numbers
from headwater.reading.spoken import Spoken
from headwater.records import Argument, Event, Moment, Span

PUBLISHED = {
    "1992.best.slots.f1": 0.572,  # on TST3, by the scorer of 1992
    "gtt.six.f1": 0.502,  # on TST3 and TST4, trained on DEV
}
_DATELINE = re.compile(r"^(?:\W*)([A-Z. ]+?)(?: \(([A-Z ]+)\))?, (\d{1,2}) ([A-Z]{3})[A-Z]* (\d{2})\b")
_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
Maker = Callable[[Key], Sequence[Slots]]


def measure(data: Path, options: Options) -> Report | Skipped:
    """On TST2; with half=choose on TST1."""
    part = "tst1" if options.half == "choose" else "tst2"
    reports = muc34_gold.load(data, part)
    if not reports:
        return Skipped("muc34", f"no muc34 under {data}")
    words = _triggers()
    six = six_of(data)
    figures = dict(scores(reports, six, ours))
    figures |= {f"trivial.{name}": value for name, value in scores(reports, six, lambda one: trivial(one.text, words))}
    files = sorted((data / "muc34" / "TASK" / "CORPORA" / part).iterdir())
    return Report("muc34", len(reports), corpus_hash(files), {"part": part}, figures | PUBLISHED)


def ours(report: Key) -> list[Slots]:
    """The templates of a report as the product reads it."""
    return made_of(report, spoken_of(report.id, report.text, published(report.text)))


def made_of(report: Key, spoken: Spoken) -> list[Slots]:
    """The same, of a report that is read as far as who says what."""
    known = knowledge()
    timed, placed = times.read(spoken, known), places.read(spoken, known)
    numbers = quantities.read(spoken, timed, known)
    found = events.read(spoken, timed, placed, numbers, known)
    return templates(found, ground_of(report, spoken, numbers, found))


def ground_of(report: Key, spoken: Spoken, numbers: Numbers, found: Sequence[Event]) -> Ground:
    """What the templates need besides the events."""
    day = published(report.text)
    return Ground(
        day.date if day else None,
        _country(report.text, found),
        {entity.id: entity for entity in spoken.entities},
        {one.quantity.id: one.quantity for one in numbers.numbered},
        WORDS["countries"],
        _outlaws(found),
        _group(spoken),
    )


def _group(spoken: Spoken) -> str:
    """The armed group that is named most."""
    names = {entity.id: entity.name for entity in spoken.entities if entity.class_ == "armed_group"}
    counts = Counter(names[one.entity] for one in spoken.mentions if one.entity in names)
    return counts.most_common(1)[0][0] if counts else ""


def _outlaws(found: Sequence[Event]) -> list[Argument]:
    """Who is most often said to act, of outlaws; they stand for whoever is not named with an incident."""
    acting = [
        one
        for event in found
        for one in event.arguments
        if one.role in ("perpetrator", "participant") and has("outlaws", one.text or "")
    ]
    words = Counter(plain(one.text or "") for one in acting)
    return [one for one in acting if plain(one.text or "") == words.most_common(1)[0][0]][:1]


def published(text: str) -> Moment | None:
    """The day of the dateline: SAN SALVADOR, 3 JAN 90."""
    found = _DATELINE.match(text)
    if not found or found.group(4) not in _MONTHS:
        return None
    day = f"19{found.group(5)}-{_MONTHS.index(found.group(4)) + 1:02}-{int(found.group(3)):02}"
    return Moment(Span(found.start(3), found.end(5)), day, "day", None, False, "dateline")


def scores(reports: Sequence[Key], six: Mapping[str, list[Six]], maker: Maker) -> Iterator[tuple[str, float]]:
    """Figures of one system; `in_reports`: whether a report has any template at all."""
    slots: dict[str, Tally] = defaultdict(Tally)
    kinds: dict[str, Tally] = defaultdict(Tally)
    heads: dict[str, Tally] = defaultdict(Tally)
    there = Tally()
    for report in reports:
        made = maker(report)
        score(report, made, slots)
        score_six(six.get(report.id, []), [six_slots(one) for one in made], kinds, exact=True)
        score_six(six.get(report.id, []), [six_slots(one) for one in made], heads, exact=False)
        there.right += bool(made) and bool(report.templates)
        there.key += bool(report.templates)
        there.ours += bool(made)
    yield from _sum(slots).figures("slots").items()
    yield from _sum(kinds).figures("six").items()
    yield "six.head.f1", _sum(heads).figures("x")["x.f1"]
    yield from there.figures("in_reports").items()
    for name in ("type", *SIX):
        yield f"six.{name}.f1", kinds[name].figures("x")["x.f1"]
    for name, tally in sorted(slots.items()):
        yield from ((f"slot.{name.replace(' ', '_')}{key[1:]}", value) for key, value in tally.figures("x").items())


def _sum(tallies: Mapping[str, Tally]) -> Tally:
    return Tally(*(sum(getattr(one, name) for one in tallies.values()) for name in ("right", "key", "ours")))


def _country(text: str, found: Sequence[Event]) -> str:
    """The dateline's where it names one, else that of most places of events, else that of the dateline's town."""
    dateline = _DATELINE.match(text)
    if dateline and dateline.group(2) in WORDS["countries"].values():
        return str(dateline.group(2))
    codes = Counter(
        str(one.value["country"])
        for event in found
        for one in event.arguments
        if one.role == "place" and one.value and one.value.get("country")
    )
    best = codes.most_common(1)[0][0] if codes else _land(dateline.group(1)) if dateline else ""
    return str(WORDS["countries"].get(best, ""))


def _land(town: str) -> str:
    gazetteer = knowledge().gazetteer
    rows = gazetteer.named(town) if gazetteer else ()
    found = [gazetteer.place(row) for row, _ in rows] if gazetteer else []
    return max(found, key=lambda place: place.population).country if found else ""


def _triggers() -> dict[str, str]:
    """The type of each word that says that something happened."""
    found: dict[str, str] = {}
    for entry in knowledge().lexicons["events"]["words"]:
        for word in (*entry.get("verbs", ()), *entry.get("nouns", ())):
            for form in (word, f"{word}s", f"{word}ed", f"{word}d"):
                found.setdefault(form.lower(), entry["type"])
    return found
