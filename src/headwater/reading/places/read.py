"""The places of a page, article by article."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from headwater.knowledge import Knowledge
from headwater.knowledge.spelling import fold
from headwater.reading.english import sentences_of
from headwater.reading.placed import Ground, Placed, PlaceMention
from headwater.reading.places.grounding import Atlas, ground
from headwater.reading.places.hints import hints
from headwater.reading.places.lines import Line, line_of
from headwater.reading.places.lists import Lists, lists
from headwater.reading.places.named import Names
from headwater.reading.places.patterns import Patterns, patterns_of
from headwater.reading.places.phrases import Around, Phrase, phrase_of
from headwater.reading.places.scene import Scene, agreeing, locals_of, partner
from headwater.reading.places.sensing import Sense, senses
from headwater.reading.places.toponym import Toponym
from headwater.reading.places.toponyms import find
from headwater.reading.places.uses import use_of
from headwater.reading.spoken import Spoken
from headwater.records import Span

# What the encoder's classes are to a place.
CLASSES = {
    "place": "place", "facility": "place", "state": "state", "person": "person", "organisation": "body",
    "armed_group": "body", "outlet": "body", "platform": "body", "weapon": "body",
}  # fmt: skip
MOST_DOUBT = 0.5  # as for names: above, the encoder is wrong as often as right


def read(page: Spoken, knowledge: Knowledge) -> Placed:
    """All toponyms of the English articles, in text order.  Without a gazetteer there are none."""
    known = lists(knowledge)
    if known is None:
        return Placed()
    names = names_of(page)
    found: list[PlaceMention] = []
    for lines in _articles(page, known):
        toponyms = [one for some in find(lines, names, known) for one in some]
        scene = scene_of(lines, toponyms, known, patterns_of(knowledge))
        found += _mentions(scene, known)
    return Placed(tuple(sorted(found, key=lambda mention: (mention.name, mention.span))))


def names_of(page: Spoken) -> Names:
    """What the encoder and the stage of names say is a place, and what is something else."""
    spans: dict[str, set[Span]] = {"place": set(), "state": set(), "person": set()}
    bodies: set[Span] = set()
    for name in page.heard.names:
        if name.doubt <= MOST_DOUBT and name.class_ in CLASSES:
            spans.get(CLASSES[name.class_], bodies).add(name.span)
    classes = {entity.id: entity.class_ for entity in page.entities}
    for mention in page.mentions:
        if classes.get(mention.entity) in ("place", "facility"):
            spans["place"].add(mention.span)
    places = spans["place"]
    return Names(sorted(places), sorted(spans["state"]), sorted(spans["person"]), sorted(bodies - places))


def scene_of(lines: Sequence[Line], toponyms: Sequence[Toponym], known: Lists, patterns: Patterns) -> Scene:
    """What the toponyms of one article mean."""
    hinted = hints(toponyms, lines, known)
    meant = [
        sense and sense.told(hint.kinds) for sense, hint in zip(senses(toponyms, hinted, known), hinted, strict=True)
    ]
    phrases = [
        phrase_of(_around(one, lines[one.line], sense), patterns) for one, sense in zip(toponyms, meant, strict=True)
    ]
    scene = Scene(lines, toponyms, hinted, meant, _joined(toponyms, lines, phrases))
    return replace(scene, senses=agreeing(scene, known.gazetteer))


def _joined(toponyms: Sequence[Toponym], lines: Sequence[Line], phrases: Sequence[Phrase]) -> list[Phrase]:
    """The Damascus-Aleppo road, the Syrian-Turkish border: both that a hyphen joins are in the phrase."""
    made = list(phrases)
    for number in range(len(toponyms) - 1):
        one, after = toponyms[number], toponyms[number + 1]
        joined = lines[one.line].lower(one.last) in ("-", "–") and after.first == one.last + 1
        if one.line == after.line and joined and phrases[number + 1].relation in ("road", "border"):
            made[number] = made[number + 1] = replace(phrases[number + 1], start=phrases[number].start)
    return made


def _articles(page: Spoken, known: Lists) -> Iterator[list[Line]]:
    lines: list[Line] = []
    for article, sentence in sentences_of(page.articles, page.sentences):
        if lines and lines[-1].article != article.id:
            yield lines
            lines = []
        lines.append(line_of(page.text.text, (article.id, len(lines)), sentence, known))
    if lines:
        yield lines


def _around(one: Toponym, line: Line, sense: Sense | None) -> Around:
    before = line.text[max(line.span.start, one.span.start - 120) : one.span.start]
    behind = line.text[one.span.end : min(line.span.end, one.span.end + 60)]
    country = sense is not None and sense.place.kind in ("country", "continent")
    return Around(one.span.start, one.span.end, before, behind, country)


def _mentions(scene: Scene, known: Lists) -> Iterator[PlaceMention]:
    atlas = Atlas(known.gazetteer, known.raw)
    locals_ = locals_of(scene, atlas)
    for number, one in enumerate(scene.toponyms):
        sense, phrase, line = scene.senses[number], scene.phrases[number], scene.lines[one.line]
        use, rule = use_of(one, line, (sense, phrase), known)
        span = Span(phrase.start, phrase.end) if use == "location" else one.span
        where: Ground | None
        if sense is None:
            where, doubt, rule = locals_.get(fold(one.name)), None, "local" if use == "location" else rule
        else:
            meant = phrase if use == "location" else Phrase("at", "at", one.span.start, one.span.end)
            where, doubt = ground(sense, meant, atlas, partner(scene, number)), round(max(1 - sense.likely, 0.0), 3)
            rule = (phrase.rule if sense.rule == "by_name" else sense.rule) if use == "location" else rule
        yield PlaceMention(
            line.article, span, line.text[span.start : span.end], one.span, use, where, rule, doubt
        )  # fmt: skip
