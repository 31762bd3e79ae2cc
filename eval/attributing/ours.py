"""Our own reading of a paper: as the product reads it, by its rules alone, and what the encoder says by itself."""

from collections.abc import Mapping
from functools import lru_cache

from eval.attributing.found import Extent, FoundAttribution, FoundSource, Paper, System
from eval.plain_page import PlainPage, plain_page
from eval.polnear_gold import PARTS, PartName
from headwater.knowledge import Knowledge, load
from headwater.reading import attributions, names, sentences, signals
from headwater.reading.heard import Signals, unheard
from headwater.records import Attribution, Mention, Source, Span

MARKS = "“”„\"«»‘’'"
THAT = "that "

Namings = Mapping[str, tuple[Extent, ...]]


@lru_cache(maxsize=1)
def knowledge() -> Knowledge:
    """What the reader knows, loaded once."""
    return load()


def paper_of(identity: str, text: str) -> Paper:
    """The paper of a text whose paragraphs are lines."""
    return laid_out(identity, plain_page(identity, text))


def laid_out(identity: str, page: PlainPage) -> Paper:
    """The paper of a page that is taken apart already."""
    split = sentences.split(page.text, page.blocks, page.articles, knowledge())
    return Paper(identity, page, tuple((span.start, span.end) for span in split))


def headwater() -> System:
    """Signals, names and attributions, as `reader.read_page` runs them."""
    known = knowledge()
    return lambda paper: _read(paper, _hear(paper), known, alone=False)


def rules() -> System:
    """The same where the encoder says nothing."""
    known = knowledge()
    return lambda paper: _read(paper, Signals(), known, alone=True)


def parts_alone(paper: Paper) -> dict[PartName, list[tuple[Extent, ...]]]:
    """What the encoder marks, each part by itself, before anything is made of it."""
    heard = _hear(paper)
    return {name: [(extent(part.span),) for part in heard.parts if part.kind == name] for name in PARTS}


def extent(span: Span) -> Extent:
    """The two ends of a span."""
    return span.start, span.end


@lru_cache(maxsize=2048)
def _hear(paper: Paper) -> Signals:
    """Kept, so that what is marked can be measured beside what is made of it without hearing twice."""
    page, known = paper.page, knowledge()
    return signals.hear(page.text, page.blocks, page.articles, _spans(paper), known)


def said_by_product(paper: Paper) -> tuple[Attribution, ...]:
    """The records themselves, as `reader.read_page` makes them."""
    return _said(paper, _hear(paper), knowledge(), alone=False).attributions


def _read(paper: Paper, heard: Signals, known: Knowledge, *, alone: bool) -> tuple[FoundAttribution, ...]:
    said = _said(paper, heard, known, alone=alone)
    return in_common_form(paper.page.text.text, said.attributions, said.mentions)


def _said(paper: Paper, heard: Signals, known: Knowledge, *, alone: bool) -> attributions.Said:
    page = paper.page
    inside = unheard if alone else signals.hear_inside
    named = names.read(page.text, page.blocks, page.articles, heard, known)
    return attributions.read(page.text, page.blocks, page.articles, _spans(paper), heard, named, known, inside=inside)


def in_common_form(
    text: str, said: tuple[Attribution, ...], mentions: tuple[Mention, ...]
) -> tuple[FoundAttribution, ...]:
    """Records of the product as `found` has them, in the same order, with the edges that all annotators here give:
    contents with quotation marks and a leading "that", sources with the comma that closes an apposition."""
    namings: dict[str, tuple[Extent, ...]] = {}
    for mention in mentions:
        namings[mention.entity] = (*namings.get(mention.entity, ()), extent(mention.span))
    places = {attribution.id: index for index, attribution in enumerate(said)}
    return tuple(
        FoundAttribution(
            tuple(_source(text, source, namings) for source in one.sources),
            tuple(extent(cue) for cue in one.cues),
            tuple(with_marks(text, extent(content.span)) for content in one.contents),
            places.get(one.parent) if one.parent else None,
            one.stance,
            one.kind,
        )
        for one in said
    )


def with_marks(text: str, inner: Extent) -> Extent:
    """The extent with the quotation marks that stand close around it, and with "that": our records leave them out, the
    annotators of all sets here take them in.  A mark between letters is an apostrophe."""
    start, end = inner
    while start > 0 and text[start - 1] in MARKS and not text[max(start - 2, 0) : start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end] in MARKS and not text[end + 1 : end + 2].isalnum():
        end += 1
    return (start - len(THAT) if text[max(start - len(THAT), 0) : start].lower() == THAT else start), end


def with_comma(text: str, inner: Extent) -> Extent:
    """The extent with the comma behind it where it holds one already: "Maro Tevin, the mayor," said."""
    start, end = inner
    return start, end + ("," in text[start:end] and text[end : end + 1] == ",")


def _source(text: str, source: Source, namings: Namings) -> FoundSource:
    own = with_comma(text, extent(source.span)) if source.span is not None and source.span.space == "text" else None
    return FoundSource(own, source.name, source.class_, namings.get(source.entity or "", ()))


def _spans(paper: Paper) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in paper.sentences)
