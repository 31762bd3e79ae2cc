"""Small invented pages with consistent readings: whatever a test of ledger, batch or exports needs of a page."""

from headwater.records import (
    Argument,
    Article,
    Attribution,
    Block,
    Content,
    Copy,
    Counted,
    Credit,
    Entity,
    Event,
    Family,
    Member,
    Mention,
    Moment,
    Name,
    Page,
    PageRecord,
    Passages,
    PolicyFigure,
    Quantity,
    Reading,
    Reason,
    Source,
    Span,
    Unread,
    Words,
)
from headwater.records.identity import digest, joint_id, page_id, record_id

PLACES = ("Tessaly", "Orvane", "Kumbira", "Dellmoor", "Saint-Éloi", "Vrana")


def made_page(number: int, *, more: str = "") -> Page:
    """The n-th page: a plain text of one story by an invented outlet."""
    place = PLACES[number % len(PLACES)]
    text = (
        f"Shells hit {place} market, case {number}\n"
        f"By Ilse Marrow\n"
        f'"We counted 12 dead in {place}," said warden Bo Lindqvist.\n'
        f"Fighting near {place} went on past dusk.{more}\n"
        f"Share this page\n"
    )
    return page_of(text, f"https://lantern.example/{number:05d}")


def page_of(text: str, location: str) -> Page:
    """A plain-text page with these words at this address."""
    data = text.encode()
    sha = digest(data)
    return Page(
        id=page_id(sha, location),
        location=location,
        media_type="text/plain",
        charset="utf-8",
        sha256=sha,
        data=data,
        seen_at="2031-05-04T10:00:00Z",
        path="/home/somebody/page.txt",
    )


def record_of(page: Page, *, reason: str | None = None) -> PageRecord:
    """What is kept of the page; unread where there is a reason."""
    return PageRecord(
        id=page.id,
        location=page.location,
        media_type=page.media_type,
        charset="utf-8",
        sha256=page.sha256,
        length=len(page.data),
        seen_at=page.seen_at,
        status="unread" if reason else "read",
        reason=reason,
        given=page.given,
        path=page.path,
    )


def unread(page: Page, reason: str = "empty") -> Unread:
    """The page, not read for this reason."""
    return Unread(record_of(page, reason=reason), "articles", reason, f"the page was not read: {reason}")


def made_reading(page: Page) -> Reading:
    """What `made_page` says, read line by line."""
    text = page.data.decode()
    blocks, article = _blocks(page, text)
    said, entity, mention = _said(article, text)
    quantity = _quantity(article, text, said.id)
    return Reading(
        page=record_of(page),
        text=text,
        blocks=blocks,
        articles=(article,),
        sentences=tuple(block.span for block in blocks if block.role == "body"),
        attributions=(said,),
        entities=(entity,),
        mentions=(mention,),
        quantities=(quantity,),
        events=(_event(article, text, said.id, quantity.id),),
    )


def span_of(text: str, words: str) -> Span:
    """Where these words first stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def _blocks(page: Page, text: str) -> tuple[tuple[Block, ...], Article]:
    roles = ("headline", "byline", "body", "body", "share")
    spans, start = [], 0
    for line in text.splitlines():
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    whole = Span(0, spans[-2].end)
    id_ = record_id("article", page.id, whole)
    blocks = tuple(
        Block(record_id("block", page.id, span), page.id, span, role, None if role == "share" else id_, "by_line")
        for span, role in zip(spans, roles, strict=True)
    )
    address = page.location
    day = int(address[-5:]) % 28 + 1
    article = Article(
        id=id_,
        page=page.id,
        span=whole,
        kind="story",
        title=Words(spans[0], text[spans[0].start : spans[0].end]),
        authors=(Name(span_of(text, "Ilse Marrow"), "Ilse Marrow", "by_line"),),
        publisher=Name(Span(8, 15, "location"), "lantern", "host"),
        published=Moment(Span(0, 5, "location"), f"2031-04-{day:02d}", "day", None, True, "address"),
        modified=None,
        language="en",
        credits=(Credit(spans[1], "agency", "Corvus Wire", None, None, "by_line"),),
        embedded_in=None,
        rule="whole_page",
        doubt=0.125,
    )
    return blocks, article


def _said(article: Article, text: str) -> tuple[Attribution, Entity, Mention]:
    speaker = span_of(text, "warden Bo Lindqvist")
    quote = Span(text.index('"'), text.index('"', text.index('"') + 1) + 1)
    entity = Entity(record_id("entity", article.page, speaker), article.id, "Bo Lindqvist", "person")
    source = Source(speaker, "warden Bo Lindqvist", entity.id, "Bo Lindqvist", "person", office="warden")
    said = Attribution(
        id=record_id("attribution", article.page, quote),
        article=article.id,
        sources=(source,),
        cues=(span_of(text, "said"),),
        contents=(Content(quote, True),),
        insertions=(),
        kind="direct",
        stance="neutral",
        parent=None,
        rule="quote_said_name",
    )
    named = span_of(text, "Bo Lindqvist")
    mention = Mention(record_id("mention", article.page, named), entity.id, article.id, named, "Bo Lindqvist")
    return said, entity, mention


def _quantity(article: Article, text: str, voice: str) -> Quantity:
    span = span_of(text, "12")
    return Quantity(
        id=record_id("quantity", article.page, span),
        article=article.id,
        span=span,
        text="12",
        low=12,
        best=12,
        high=12,
        qualifier="exact",
        unit="killed",
        of=Counted(span_of(text, "dead"), "dead"),
        rule="number_dead",
        attributions=(voice,),
        factuality="reported",
        policies={"acled_2024": PolicyFigure(12, 12, 12, "coded", "exact", "30")},
    )


def _event(article: Article, text: str, voice: str, quantity: str) -> Event:
    trigger = span_of(text, "hit")
    return Event(
        id=record_id("event", article.page, trigger, "shelling"),
        article=article.id,
        type="shelling",
        span=trigger,
        text="hit",
        polarity="positive",
        factuality="asserted",
        attributions=(),
        background=False,
        arguments=(
            Argument("place", span_of(text, text.split()[2]), text.split()[2], {"name": text.split()[2]}, "after_hit"),
            Argument("quantity", None, None, {"id": quantity}, "same_article", (voice,), "reported", None),
        ),
        rule="verb_list",
        doubt=0.333,
    )


def made_copy(a: Article, b: Article) -> Copy:
    """Two articles with a passage in common."""
    return Copy(
        id=joint_id("copy", a.id, b.id),
        a=Passages(a.id, (Span(0, 10),)),
        b=Passages(b.id, (Span(0, 10),)),
        relation="edited_copy",
        direction="unknown",
        common_source=None,
        score=0.75,
        reason=(Reason("passage", None, (Span(0, 10),)),),
    )


def made_family(*articles: Article) -> Family:
    """A family of these articles, of which none is known to be the first."""
    members = tuple(Member(each.id, (Span(0, 10),), None, "unknown", "edited_copy") for each in articles)
    return Family(joint_id("family", *(each.id for each in articles)), "copies", members, None, None)
