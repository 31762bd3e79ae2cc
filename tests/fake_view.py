"""A ledger in memory, and a small hand that writes pages for it."""

from collections import Counter
from dataclasses import dataclass, field, replace

from headwater.ledger.base import Found, Hit
from headwater.ledger.kinds import articles_of
from headwater.records import (
    Article,
    Attribution,
    Block,
    Content,
    Event,
    PageRecord,
    Quantity,
    Reading,
    Source,
    Span,
    Unread,
    Words,
)
from headwater.records.identity import digest, joint_id, page_id, record_id

KINDS = {
    "block": "blocks",
    "article": "articles",
    "attribution": "attributions",
    "entity": "entities",
    "mention": "mentions",
    "quantity": "quantities",
    "event": "events",
}


@dataclass
class FakeView:
    """A View over readings held in memory."""

    readings: list = field(default_factory=list)
    unreads: list = field(default_factory=list)
    copies: list = field(default_factory=list)
    made: list = field(default_factory=list)
    bytes_of: dict = field(default_factory=dict)
    gathered: dict = field(default_factory=dict)
    judged: list = field(default_factory=list)
    heirs: dict = field(default_factory=dict)

    def now(self, id_):
        return self.heirs.get(id_, id_)

    def counts(self):
        counts = Counter(page=len(self.readings) + len(self.unreads), unread=len(self.unreads), copy=len(self.copies))
        for kind in KINDS:
            counts[kind] = sum(1 for _ in self.records(kind))
        counts |= {kind: len(records) for kind, records in self.gathered.items()} | {"judgement": len(self.judged)}
        return dict(counts)

    def pages(self, *, status=None, limit=None, offset=0):
        found = [r.page for r in self.readings if status != "unread"] + [u for u in self.unreads if status != "read"]
        found.sort(key=lambda page: page.page.id if isinstance(page, Unread) else page.id)
        yield from found[offset : None if limit is None else offset + limit]

    def page(self, id_):
        return next((r.page for r in self.readings if r.page.id == id_), None) or next(
            (u for u in self.unreads if u.page.id == id_), None
        )

    def page_text(self, page):
        return next((r.text for r in self.readings if r.page.id == page), None)

    def page_bytes(self, page):
        return self.bytes_of.get(page)

    def sentences(self, page):
        return ()

    def records(self, kind, *, page=None, article=None):
        if kind == "copy":
            yield from self.copies
        if kind == "judgement":
            yield from self.judged
        yield from (one for one in self.gathered.get(kind, ()) if self._is_of(one, page, article))
        for reading in self.readings:
            if page in (None, reading.page.id):
                for record in getattr(reading, KINDS.get(kind, "?"), ()):
                    if article is None or getattr(record, "article", record.id) == article:
                        yield record

    def _is_of(self, record, page, article):
        if page is None and article is None:
            return True
        wanted = {article} if article else {one.id for r in self.readings if r.page.id == page for one in r.articles}
        return bool(articles_of(record) & wanted)

    def find(self, id_):
        for reading in self.readings:
            for kind, name in KINDS.items():
                for record in getattr(reading, name):
                    if record.id == id_:
                        return Found(kind, reading.page.id, record)
            if reading.page.id == id_:
                return Found("page", id_, reading.page)
        loose = {"copy": self.copies, "run": self.made, "judgement": self.judged} | self.gathered
        for kind, records in loose.items():
            for record in records:
                if record.id == id_:
                    return Found(kind, None, record)
        return None

    def articles(self, *, limit=None, offset=0):
        found = [(article, reading.page) for reading in self.readings for article in reading.articles]
        found.sort(key=lambda pair: (pair[0].published is None, pair[0].published.date if pair[0].published else ""))
        yield from found[offset : None if limit is None else offset + limit]

    def search(self, query, *, limit=50, offset=0):
        word = query.strip('"').lower()
        hits = []
        for reading in self.readings:
            for article in reading.articles:
                at = reading.text.lower().find(word, article.span.start, article.span.end)
                if at >= 0:
                    start = max(at - 40, article.span.start)
                    snippet = reading.text[start : at + len(word) + 60]
                    hits.append(Hit(article, reading.page, snippet, ((at - start, at - start + len(word)),)))
        return hits[offset : offset + limit]

    def copies_of(self, article):
        return [copy for copy in self.copies if article in (copy.a.article, copy.b.article)]

    def runs(self):
        return self.made


class Scribe:
    """Writes a page block by block, and remembers where each piece of it stands."""

    def __init__(self, location, *, given=None, charset="utf-8"):
        self.text = ""
        self.blocks = []
        self.articles = []
        self.attributions, self.quantities, self.events, self.mentions = [], [], [], []
        self.open = None
        id_ = page_id(digest(location.encode()), location)
        self.page = PageRecord(
            id_, location, "text/html", charset, digest(location.encode()), 0, "2026-03-04T10:00:00Z", "read"
        )
        if given:
            self.page = replace(self.page, given=given)

    def block(self, role, text, *, rule="by_hand", article=True):
        """Add a block; the span it takes."""
        span = Span(len(self.text), len(self.text) + len(text))
        self.text += text + "\n\n"
        owner = self.open if article and self.open else None
        self.blocks.append(Block(record_id("block", self.page.id, span), self.page.id, span, role, owner, rule))
        return span

    def begin(self):
        """From here on blocks belong to a new article; its id."""
        self.open = record_id("article", self.page.id, Span(len(self.text), len(self.text) + 1))
        return self.open

    def end(self, id_, *, kind="story", title=None, **header):
        """The article made of the blocks that carry this id."""
        spans = [block.span for block in self.blocks if block.article == id_]
        span = Span(min(s.start for s in spans), max(s.end for s in spans))
        words = Words(title, self.text[title.start : title.end]) if title else None
        fields = {
            "authors": (),
            "publisher": None,
            "published": None,
            "modified": None,
            "language": "en",
            "credits": (),
            "embedded_in": None,
        }
        self.articles.append(
            Article(
                id=id_, page=self.page.id, span=span, kind=kind, title=words, rule="headline_block", **(fields | header)
            )
        )
        self.open = None

    def find(self, words, *, after=0):
        """The span of these words."""
        at = self.text.index(words, after)
        return Span(at, at + len(words))

    def said(self, article, who, cue, what, *, kind="direct", parent=None):
        """An attribution; its id."""
        content = self.find(what)
        id_ = record_id("attribution", article, content)
        source = Source(self.find(who), who, None, who, "person", office="spokesman")
        self.attributions.append(
            Attribution(
                id_,
                article,
                (source,),
                (self.find(cue, after=min(content.start, source.span.start)),),
                (Content(content, kind == "direct"),),
                (),
                kind,
                "neutral",
                parent,
                "quote_then_cue",
                0.12,
            )
        )
        return id_

    def counted(self, article, words, best, *, unit="killed", **more):
        """A quantity; its id."""
        span = self.find(words)
        id_ = record_id("quantity", article, span)
        self.quantities.append(
            Quantity(
                id_,
                article,
                span,
                words,
                best,
                best,
                best,
                more.pop("qualifier", "exact"),
                unit,
                None,
                "number_and_victims",
                **more,
            )
        )
        return id_

    def happened(self, article, words, type_="attack"):
        """An event; its id."""
        span = self.find(words)
        id_ = record_id("event", article, span)
        self.events.append(
            Event(id_, article, type_, span, words, "positive", "reported", (), False, (), "trigger_noun")
        )
        return id_

    def reading(self, *, entities=()):
        """The page, read."""
        page = replace(self.page, length=len(self.text.encode("utf-8", "replace")))
        return Reading(
            page,
            self.text,
            tuple(self.blocks),
            tuple(self.articles),
            (),
            tuple(self.attributions),
            entities,
            tuple(self.mentions),
            tuple(self.quantities),
            tuple(self.events),
        )


def copy_id(a, b):
    return joint_id("copy", a, b)
