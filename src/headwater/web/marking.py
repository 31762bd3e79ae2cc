"""Which stretches of a page stand out in the reader, one function for each kind of record.

A mark's `data-of` names what it is about (a record's id, or an article's id with a field), `data-kind` what it is.
"""

from collections.abc import Iterator, Sequence

from headwater.marks import Mark
from headwater.records import Article, Attribution, Content, Copy, Event, Quantity, Source, Span
from headwater.web.bars import MOST_LEVELS
from headwater.web.chain import class_of, levels, together
from headwater.web.sheet import Sheet
from headwater.web.wording import plain_name, shorten

CASUALTIES = frozenset({"killed", "injured", "missing", "captured", "surrendered", "displaced"})
# Beyond this many copies of one passage the panel says only how many more there are.
MOST_COPIES = 24


def marks_of(sheet: Sheet, highlight: Span | None) -> list[Mark]:
    """All marks of the page's text; `highlight` is the span that the address asks for."""
    marks = [mark for article in sheet.articles for mark in header(article)]
    level = levels(sheet.attributions)
    # Of voices over the same words the outer one is drawn outside.
    outermost_first = sorted(sheet.attributions, key=lambda said: level[said.id])
    marks += [mark for said in outermost_first for mark in quotation(said, level[said.id])]
    marks += [mark for quantity in sheet.quantities for mark in figure(quantity)]
    marks += [mark for event in sheet.events for mark in trigger(event)]
    marks += [mark for article in sheet.articles for mark in copied(article.id, sheet.copies.get(article.id, ()))]
    if highlight is not None:
        marks.append(Mark(highlight.start, highlight.end, ("asked",), id="asked"))
    return marks


def header_fields(article: Article) -> Iterator[tuple[str, Span, str]]:
    """The fields of an article's header that have words: name, span, rule."""
    if article.title is not None:
        yield "title", article.title.span, article.rule
    for number, author in enumerate(article.authors):
        yield f"author:{number}", author.span, author.rule
    if article.publisher is not None:
        yield "publisher", article.publisher.span, article.publisher.rule
    for name, moment in (("published", article.published), ("modified", article.modified)):
        if moment is not None:
            yield name, moment.span, moment.rule
    for number, credit in enumerate(article.credits):
        yield f"credit:{number}", credit.span, credit.rule


def header(article: Article) -> Iterator[Mark]:
    """The words that an article's title, authors, date, publisher and credits rest on."""
    for name, span, rule in header_fields(article):
        if span.space == "text":
            kind = name.partition(":")[0]
            yield Mark(
                span.start, span.end, ("header", f"header-{kind}"), f"{kind} · {rule}", id=f"{article.id}-{name}",
                data={"of": f"{article.id}:{name}", "kind": "header"},
            )  # fmt: skip


def quotation(attribution: Attribution, level: int) -> Iterator[Mark]:
    """What is said, at how many removes, with what is inserted; who says it, and the word that says so."""
    by = class_of(attribution)
    own = {"by": by, "level": str(min(level, MOST_LEVELS - 1))}
    title = f"{attribution.kind}: {shorten(together(attribution.sources), 120)}"
    parts: list[Part] = [
        *(_content(content, title, own) for content in attribution.contents),
        *((span, ("insertion",), "words of the voice around it", own) for span in attribution.insertions),
        *(_source(source) for source in attribution.sources),
        *((cue, ("cue",), f"cue: {attribution.stance}", {"by": by}) for cue in attribution.cues),
    ]  # fmt: skip
    for number, (span, classes, shown, more) in enumerate(parts):
        if span is not None and span.space == "text":
            data = {"of": attribution.id, "kind": "quotation"} | more
            id_ = f"{attribution.id}-{number}"
            yield Mark(span.start, span.end, ("quotation", *classes), shown, id=id_, data=data)


Part = tuple[Span | None, tuple[str, ...], str, dict[str, str]]


def _content(content: Content, title: str, data: dict[str, str]) -> Part:
    return content.span, ("content", "verbatim" if content.verbatim else "reported"), title, data


def _source(source: Source) -> Part:
    return source.span, ("source",), f"source: {plain_name(source.class_)}", {"by": source.class_}


def figure(quantity: Quantity) -> Iterator[Mark]:
    """A number; of people killed, hurt, missing, taken or driven out, or of anything else."""
    kind = "casualty" if quantity.unit in CASUALTIES else "amount"
    title = f"{plain_name(quantity.unit)} · {plain_name(quantity.qualifier)}"
    data = {"of": quantity.id, "kind": "figure"}
    yield Mark(quantity.span.start, quantity.span.end, ("figure", kind), title, id=quantity.id, data=data)


def trigger(event: Event) -> Iterator[Mark]:
    """The word that an event stands on."""
    classes = ("event", "background") if event.background else ("event",)
    title = f"{plain_name(event.type)} · {event.factuality}"
    data = {"of": event.id, "kind": "event"}
    yield Mark(event.span.start, event.span.end, classes, title, id=event.id, data=data)


def copied(article: str, copies: Sequence[Copy]) -> Iterator[Mark]:
    """Passages of an article that stand in others too: one mark for each stretch that the same copies share."""
    sides = [(copy.id, side.spans) for copy in copies for side in (copy.a, copy.b) if side.article == article]
    stretches = [(span.start, span.end, id_) for id_, spans in sides for span in spans if span.space == "text"]
    for start, end, ids in _together(stretches):
        title = f"also in {len(ids)} other article{'s' * (len(ids) > 1)}"
        data = {"of": " ".join(ids[:MOST_COPIES]), "kind": "copy", "copies": str(len(ids))}
        yield Mark(start, end, ("copy",), title, id=f"copy-{start}-{end}", data=data)


def _together(stretches: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Stretches cut where the set of copies over them changes."""
    borders = sorted([(end, 0, id_) for _, end, id_ in stretches] + [(start, 1, id_) for start, _, id_ in stretches])
    open_: dict[str, int] = {}
    last = 0
    for place, opens, id_ in borders:
        if place > last and open_:
            yield last, place, tuple(open_)
        last = place
        open_[id_] = open_.get(id_, 0) + (1 if opens else -1)
        if not open_[id_]:
            del open_[id_]
