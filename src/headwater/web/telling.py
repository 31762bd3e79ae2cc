"""What the side panel says of a voice: the chain from the outlet down to it, with the words that each link rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from headwater.records import Attribution, Source, Span
from headwater.web.catalogue import Entry
from headwater.web.chain import called, chain, class_of, known, together
from headwater.web.links import at
from headwater.web.sheet import Sheet
from headwater.web.wording import plain_name, shorten

KINDS = {"direct": "Quotation", "indirect": "Reported speech", "mixed": "Partly quoted"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the page, and where they stand; `words` may be empty where the page has none."""

    words: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Teller:
    """One of the sources of a link: what to call them, the words for them here, and what else is said of them."""

    name: str
    class_: str
    here: Phrase
    remarks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """One voice of a chain; `around` is whose words its insertions are."""

    said: Attribution
    by: str
    form: str
    tellers: tuple[Teller, ...]
    cues: tuple[Phrase, ...]
    contents: tuple[Phrase, ...]
    insertions: tuple[Phrase, ...]
    around: str


@dataclass(frozen=True, slots=True)
class Chain:
    """The voices from the outlet to the innermost: class and name of each in `path`, all else in `links`."""

    title: str
    outlet: str
    path: tuple[tuple[str, str], ...]
    links: tuple[Link, ...]


def tell(said: Attribution, sheet: Sheet) -> Chain:
    """The chain of this attribution of the sheet."""
    article = next((article for article in sheet.articles if article.id == said.article), None)
    outlet = Entry(article, sheet.page).outlet if article is not None else "the outlet"
    voices = chain(said, sheet.by_id)
    path = tuple((class_of(voice), together(voice.sources)) for voice in voices)
    around = (f"{outlet}, in its own voice", *(name for _, name in path))
    links = tuple(_link(voice, whose, sheet) for voice, whose in zip(voices, around, strict=False))
    return Chain(KINDS[said.kind], outlet, path, links)


def _link(said: Attribution, around: str, sheet: Sheet) -> Link:
    return Link(
        said,
        class_of(said),
        KINDS[said.kind].lower(),
        tuple(_teller(source, sheet) for source in said.sources),
        tuple(_phrase(cue, sheet, 120) for cue in said.cues),
        tuple(_phrase(content.span, sheet, 240) for content in said.contents[:6]),
        tuple(_phrase(insertion, sheet, 120) for insertion in said.insertions),
        around,
    )


def _teller(source: Source, sheet: Sheet) -> Teller:
    here = Phrase(source.text or "", None)
    if source.span is not None:
        here = _phrase(source.span, sheet, 200)
    return Teller(called(source), source.class_, here, tuple(_remarks(source)))


def _remarks(source: Source) -> Iterator[tuple[str, str]]:
    name = called(source)
    stated = (("office", source.office), ("side", source.side), ("described as", source.described_as))
    yield from ((label, value) for label, value in stated if value and value != name)
    if not known(source):
        yield "resolved", "no: who that is was not found"


def _phrase(span: Span, sheet: Sheet, limit: int) -> Phrase:
    if span.space != "text":
        return Phrase(f"in the page's {plain_name(span.space)}", None)
    return Phrase(shorten(sheet.text[span.start : span.end], limit), at(sheet.page.id, span))
