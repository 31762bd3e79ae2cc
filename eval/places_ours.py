"""Our reading of a text's places: end to end, and with the spans of its toponyms given."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.places_gold import PlaceText
from eval.plain_page import plain_page
from headwater.knowledge import Knowledge
from headwater.knowledge.gazetteer import Known
from headwater.reading import names, sentences, signals
from headwater.reading.places.candidates import Group, groups_of
from headwater.reading.places.hints import hints
from headwater.reading.places.lines import Line, line_of
from headwater.reading.places.lists import Lists, lists
from headwater.reading.places.read import names_of
from headwater.reading.places.sensing import senses
from headwater.reading.places.toponym import Toponym
from headwater.reading.places.toponyms import find, given
from headwater.reading.spoken import Spoken
from headwater.records import Span


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """An article whose toponyms are given: `toponyms` hold ours elsewhere too, as context."""

    lines: Sequence[Line]
    toponyms: Sequence[Toponym]
    known: Lists

    def groups(self) -> list[Group]:
        """By name and holder, as the reader groups them."""
        return groups_of(self.toponyms, hints(self.toponyms, self.lines, self.known), self.known.gazetteer)


def spoken_of(text: PlaceText, knowledge: Knowledge) -> Spoken:
    """The text as far as places need it: sentences, what the encoder hears, names."""
    page = plain_page(text.id, text.text)
    split = sentences.split(page.text, page.blocks, page.articles, knowledge)
    heard = signals.hear(page.text, page.blocks, page.articles, split, knowledge)
    named = names.read(page.text, page.blocks, page.articles, heard, knowledge)
    return Spoken(page.text, page.articles, split, heard, named.entities, named.mentions)


def with_spans(spoken: Spoken, spans: Sequence[Span], knowledge: Knowledge) -> Given:
    """The given spans as toponyms, and our own that touch none of them."""
    known = lists(knowledge)
    if known is None:
        raise ValueError("no gazetteer")
    text, names_ = spoken.text.text, names_of(spoken)
    article = spoken.articles[0].id
    lines = [line_of(text, (article, number), one, known) for number, one in enumerate(spoken.sentences)]
    toponyms: list[Toponym] = []
    for line, own in zip(lines, find(lines, names_, known), strict=True):
        gold = given(line, sorted(spans), known)
        free = [
            one for one in own if all(one.span.end <= it.span.start or one.span.start >= it.span.end for it in gold)
        ]
        toponyms += sorted([*gold, *free], key=lambda one: one.span)
    return Given(lines, toponyms, known)


def resolved(one: Given) -> dict[Span, Known]:
    """The place of each toponym that has one."""
    meant = senses(one.toponyms, hints(one.toponyms, one.lines, one.known), one.known)
    return {toponym.span: sense.place for toponym, sense in zip(one.toponyms, meant, strict=True) if sense is not None}
