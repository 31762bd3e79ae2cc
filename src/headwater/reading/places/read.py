"""The places of a page, article by article."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.knowledge import Knowledge
from headwater.knowledge.spelling import fold
from headwater.reading.english import sentences_of
from headwater.reading.placed import Ground, Placed, PlaceMention
from headwater.reading.places.grounding import Atlas, ground, local
from headwater.reading.places.hints import Hints, hints, kinds_of
from headwater.reading.places.lines import Line, line_of
from headwater.reading.places.lists import Lists, lists
from headwater.reading.places.phrases import Around, Patterns, Phrase, patterns_of, phrase_of
from headwater.reading.places.sensing import Sense, senses
from headwater.reading.places.toponym import Toponym
from headwater.reading.places.toponyms import Names, find
from headwater.reading.places.uses import use_of
from headwater.reading.spoken import Spoken
from headwater.records import Span

PLACES = frozenset(["place", "facility", "state"])
OTHERS = frozenset(["person", "organisation", "armed_group", "outlet", "platform", "weapon"])
MOST_DOUBT = 0.5  # as for names: above, the encoder is wrong as often as right


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """The toponyms of one article, with what they mean and the phrases around them; all of one length."""

    lines: Sequence[Line]
    toponyms: Sequence[Toponym]
    hints: Sequence[Hints]
    senses: Sequence[Sense | None]
    phrases: Sequence[Phrase]


def read(page: Spoken, knowledge: Knowledge) -> Placed:
    """All toponyms of the English articles, in text order.  Without a gazetteer there are none."""
    known = lists(knowledge)
    if known is None:
        return Placed()
    names = names_of(page)
    found: list[PlaceMention] = []
    for lines in _articles(page, known):
        toponyms = [one for line in lines for one in find(line, names, known)]
        scene = scene_of(lines, toponyms, known, patterns_of(knowledge))
        found += _mentions(scene, known)
    return Placed(tuple(sorted(found, key=lambda mention: (mention.name, mention.span))))


def names_of(page: Spoken) -> Names:
    """What the encoder and the stage of names say is a place, and what is something else."""
    sure = [name for name in page.heard.names if name.doubt <= MOST_DOUBT]
    places = {name.span for name in sure if name.class_ in PLACES}
    others = {name.span for name in sure if name.class_ in OTHERS}
    classes = {entity.id: entity.class_ for entity in page.entities}
    for mention in page.mentions:
        if classes.get(mention.entity) in ("place", "facility"):
            places.add(mention.span)
    return Names(sorted(places), sorted(others - places))


def scene_of(lines: Sequence[Line], toponyms: Sequence[Toponym], known: Lists, patterns: Patterns) -> Scene:
    """What the toponyms of one article mean."""
    hinted = hints(toponyms, lines, known)
    meant = senses(toponyms, hinted, known)
    phrases = [
        phrase_of(_around(one, lines[one.line], sense), patterns) for one, sense in zip(toponyms, meant, strict=True)
    ]
    return Scene(lines, toponyms, hinted, meant, phrases)


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
    locals_ = _locals(scene, atlas)
    for number, one in enumerate(scene.toponyms):
        sense, phrase, line = scene.senses[number], scene.phrases[number], scene.lines[one.line]
        use, rule = use_of(one, line, sense, known)
        span = Span(phrase.start, phrase.end) if use == "location" else one.span
        where: Ground | None
        if sense is None:
            where, doubt, rule = locals_.get(fold(one.name)), None, "local" if use == "location" else rule
        else:
            meant = phrase if use == "location" else Phrase("at", "at", one.span.start, one.span.end)
            where, doubt = ground(sense, meant, atlas, _partner(scene, number)), round(1 - sense.likely, 3)
            rule = (phrase.rule if sense.rule == "by_name" else sense.rule) if use == "location" else rule
        yield PlaceMention(
            line.article, span, line.text[span.start : span.end], one.span, use, where, rule, doubt
        )  # fmt: skip


def _partner(scene: Scene, number: int) -> Sense | None:
    """The other end of "between X and Y"."""
    one = scene.toponyms[number]
    line = scene.lines[one.line]
    if scene.phrases[number].relation != "between" or line.lower(one.last) != "and":
        return None
    after = number + 1
    if after < len(scene.toponyms) and scene.toponyms[after].line == one.line:
        near = scene.toponyms[after].first - one.last <= 4
        return scene.senses[after] if near else None
    return None


def _locals(scene: Scene, atlas: Atlas) -> Mapping[str, Ground]:
    """Places that the gazetteer does not know, by name, put where the text says they lie."""
    found: dict[str, Ground] = {}
    for number, one in enumerate(scene.toponyms):
        if scene.senses[number] is not None or one.inside or fold(one.name) in found:
            continue
        if anchored := _anchor(scene, number):
            sense, phrase = anchored
            kinds = scene.hints[number].kinds
            found[fold(one.name)] = local(one.text, kinds[0] if kinds else "place", sense, phrase, atlas)
    return found


def _anchor(scene: Scene, number: int) -> tuple[Sense, Phrase] | None:
    """What tells where an unknown place lies: Orsk in Idlib, Orsk near Harim, Orsk, 10 km east of Harim."""
    one = scene.toponyms[number]
    line = scene.lines[one.line]
    for other in range(number + 1, len(scene.toponyms)):
        following = scene.toponyms[other]
        if following.line != one.line:
            break
        sense, phrase = scene.senses[other], scene.phrases[other]
        between = line.text[one.span.end : phrase.start].strip(" ,(")
        if sense is not None and phrase.start >= one.span.end and between in ("", "in", "of", "located", "village"):
            return sense, phrase
    for holder in scene.hints[number].holders:
        sense = scene.senses[holder]
        if sense is not None:
            where = scene.toponyms[holder].span
            return sense, Phrase("at", "at", where.start, where.end)
    return None


__all__ = ["Names", "kinds_of", "names_of", "read", "scene_of"]
