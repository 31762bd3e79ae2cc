"""Where a sentence or a claim comes from: each article that has it, from whom it was taken, and who says it there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from headwater.inquiry.outlets import outlet_of
from headwater.ledger.base import View
from headwater.reading.voices import Voices
from headwater.records import Article, Copy, Incident, PageRecord, Span

MOST = 200  # articles that are followed for one text
DIRECTED = {"a_from_b", "b_from_a"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """One link of the chain of voices around the words, the outermost first."""

    attribution: str
    names: tuple[str, ...]
    class_: str


@dataclass(frozen=True, slots=True)
class Stand:
    """A place where the words stand: the article, the voices around them, and what the article has from elsewhere.

    `taken_from` is the article that these words were taken from, `how` the relation of the copy; `credited` an agency
    or outlet that the article credits as its source.
    """

    article: str
    page: str
    location: str
    outlet: str
    title: str
    published: str | None
    start: int
    end: int
    words: str
    chain: tuple[Speaker, ...]
    taken_from: str | None = None
    how: str | None = None
    copy: str | None = None
    credited: str | None = None

    @property
    def origin(self) -> str:
        """Who it comes from, as far as this place tells: the deepest speaker, a credited source, or the outlet."""
        if self.chain:
            return " and ".join(self.chain[-1].names) or "somebody unnamed"
        return self.credited or self.outlet or "an unknown outlet"


def trace(view: View, wanted: str) -> tuple[Stand, ...]:
    """The places of these words, or of the record with this id, by date of publication (undated last); none where there
    are none.

    Words are found whatever their case, spacing and punctuation.
    """
    places = list(_places(view, wanted))
    copies: dict[str, list[Copy]] = {}
    stands = []
    for article_id, span in places[:MOST]:
        found = view.find(article_id)
        page = view.page(found.page) if found is not None and found.page is not None else None
        if found is None or not isinstance(found.record, Article) or not isinstance(page, PageRecord):
            continue
        if article_id not in copies:
            copies[article_id] = view.copies_of(article_id)
        stands.append(_stand(view, found.record, page, span, copies[article_id]))
    return tuple(sorted(stands, key=lambda one: (one.published is None, one.published or "", one.article, one.start)))


def children(stands: Sequence[Stand]) -> Mapping[str | None, list[Stand]]:
    """The places under the article that each was taken from; under None those taken from none of the others."""
    here = {one.article for one in stands}
    found: dict[str | None, list[Stand]] = {}
    for one in stands:
        found.setdefault(one.taken_from if one.taken_from in here else None, []).append(one)
    return found


def _places(view: View, wanted: str) -> Iterator[tuple[str, Span]]:
    found = view.find(wanted) if re.fullmatch(r"[a-z][0-9a-f]{5,16}", wanted) else None
    if found is not None:
        yield from _of_record(view, found.record)
        return
    phrase = re.compile(r"\W+".join(map(re.escape, re.findall(r"\w+", wanted))), re.IGNORECASE)
    if not phrase.pattern:
        return
    for hit in view.search('"' + wanted.replace('"', " ") + '"', limit=MOST):
        text = view.page_text(hit.page.id) or ""
        met = phrase.search(text, hit.article.span.start, hit.article.span.end)
        if met:
            yield hit.article.id, Span(met.start(), met.end())


def _of_record(view: View, record: object) -> Iterator[tuple[str, Span]]:
    """Where a record stands, and every place that tells the same by copy; an incident stands where its events do."""
    if isinstance(record, Incident):
        for event in record.events:
            found = view.find(event)
            if found is not None:
                yield found.record.article, found.record.span
        return
    article, span = getattr(record, "article", None), getattr(record, "span", None)
    if span is None and getattr(record, "contents", None):
        span = record.contents[0].span  # type: ignore[attr-defined]
    if isinstance(record, Article):
        article, span = record.id, record.span
    if article is None or span is None:
        return
    yield article, span
    for copy in view.copies_of(article):
        own, other = (copy.a, copy.b) if copy.a.article == article else (copy.b, copy.a)
        met = next((at for at, each in enumerate(own.spans) if each.start < span.end and span.start < each.end), None)
        if met is not None:
            yield other.article, other.spans[met]


def _stand(view: View, article: Article, page: PageRecord, span: Span, copies: Sequence[Copy]) -> Stand:
    text = view.page_text(page.id) or ""
    around = Voices(list(view.records("attribution", article=article.id))).around(span)
    chain = tuple(
        Speaker(
            one.id,
            tuple(each.name or each.described_as or each.text or "" for each in one.sources),
            one.sources[0].class_ if one.sources else "unnamed",
        )
        for one in around
    )
    plain = Stand(
        article.id,
        page.id,
        page.location,
        outlet_of(article, page),
        article.title.text if article.title else "",
        article.published.date if article.published else None,
        span.start,
        span.end,
        text[span.start : span.end],
        chain,
    )
    return _with_source(plain, article, span, copies)


def _with_source(stand: Stand, article: Article, span: Span, copies: Sequence[Copy]) -> Stand:
    """The same with the article it was taken from: the copy that holds these words and has most in common."""
    credit = next((each.outlet for each in article.credits if each.outlet), None)
    taken = [copy for copy in copies if _comes(copy, article.id) and _holds(copy, article.id, span)]
    if not taken:
        return replace(stand, credited=credit)
    best = max(taken, key=lambda copy: (copy.score, copy.id))
    giver = best.b.article if best.a.article == article.id else best.a.article
    return replace(stand, credited=credit, taken_from=giver, how=best.relation, copy=best.id)


def _comes(copy: Copy, article: str) -> bool:
    return copy.direction == ("a_from_b" if copy.a.article == article else "b_from_a")


def _holds(copy: Copy, article: str, span: Span) -> bool:
    own = copy.a if copy.a.article == article else copy.b
    return any(each.start < span.end and span.start < each.end for each in own.spans)
