"""The plot of taking a page apart: bytes, characters, pieces, roles, articles, headers, blocks."""

from collections.abc import Collection, Mapping, Sequence
from typing import cast

from headwater.knowledge import Knowledge
from headwater.reading.articles.cues import read_cues
from headwater.reading.articles.decode import decode
from headwater.reading.articles.furniture import name_kinds
from headwater.reading.articles.header import Header, HeaderContext, article_id, make_article, read_header
from headwater.reading.articles.html import outline_html
from headwater.reading.articles.jsonld import script_article
from headwater.reading.articles.layout import Layout
from headwater.reading.articles.outline import Draft, Outline, Verdict
from headwater.reading.articles.plain import outline_plain
from headwater.reading.articles.plain_roles import give_plain_roles
from headwater.reading.articles.roles import give_roles
from headwater.reading.articles.split import split
from headwater.records import FURNITURE_ROLES, Article, Block, Page, PageRecord, Repair, Span, Unread
from headwater.records.articles import Role
from headwater.records.identity import record_id
from headwater.text import PageText

HTML = ("text/html", "application/xhtml+xml")


def read(page: Page, knowledge: Knowledge) -> Layout | Unread:
    """The page's text with its map home, the blocks that tile it, and its articles with their headers.

    Unread: `no_text` for a page without any, `text_only_in_script` where an article stands in a script alone.
    """
    outline = read_outline(page)
    if not outline.pieces:
        return _unread(page, outline)
    cues = read_cues(outline, knowledge)
    give = give_roles if outline.form == "html" else give_plain_roles
    verdicts = give(outline, cues, knowledge)
    drafts = split(outline, cues, verdicts, knowledge)
    if not drafts and script_article(outline) is not None:
        return _unread(page, outline)
    context = HeaderContext(page, cues, verdicts, drafts, knowledge)
    headers = [read_header(outline, draft, context) for draft in drafts]
    articles = _articles(outline, drafts, headers, page.id)
    owners = {index: articles[number].id for index, number in _owners(drafts, headers).items()}
    settled = _settled(outline, verdicts, headers, owners, knowledge)
    blocks = _blocks(outline, settled, owners, page.id)
    return Layout(page_record(page, outline.text, outline.repairs), outline.text, blocks, articles)


def read_outline(page: Page) -> Outline:
    """The page in pieces; HTML or plain text, as its media type says."""
    decoded, repairs = decode(page.data, page.charset)
    return outline_html(decoded, repairs) if page.media_type in HTML else outline_plain(decoded, repairs)


def page_text(page: Page) -> PageText:
    """The page text alone, for whoever only needs the way home."""
    return read_outline(page).text


def page_record(page: Page, text: PageText | None, repairs: Sequence[Repair], reason: str | None = None) -> PageRecord:
    """What the ledger keeps of the page; unread where there is a reason."""
    return PageRecord(
        id=page.id,
        location=page.location,
        media_type=page.media_type,
        charset=text.decoded.charset if text is not None else page.charset,
        sha256=page.sha256,
        length=len(page.data),
        seen_at=page.seen_at,
        status="unread" if reason else "read",
        reason=reason,
        repairs=tuple(repairs),
        given=page.given,
        path=page.path,
    )


def _unread(page: Page, outline: Outline) -> Unread:
    in_script = script_article(outline)
    reason = "text_only_in_script" if in_script else "no_text"
    detail = f"its article stands only in a script ({in_script})" if in_script else "there is no text on it"
    return Unread(page_record(page, outline.text, outline.repairs, reason), "articles", reason, detail)


def _articles(outline: Outline, drafts: Sequence[Draft], headers: Sequence[Header], page: str) -> tuple[Article, ...]:
    ids = [article_id(outline, draft, page) for draft in drafts]
    return tuple(
        make_article(
            outline, draft, header, page, embedded_in=None if draft.embedded_in is None else ids[draft.embedded_in]
        )
        for draft, header in zip(drafts, headers, strict=True)
    )


def _owners(drafts: Sequence[Draft], headers: Sequence[Header]) -> Mapping[int, int]:
    """Which draft each piece belongs to; a header may reach for pieces that no draft has."""
    owners = {index: number for number, draft in enumerate(drafts) for index in draft.pieces}
    for number, header in enumerate(headers):
        for index in header.roles:
            owners.setdefault(index, number)
    return owners


def _blocks(outline: Outline, roles: Sequence[Verdict], owners: Mapping[int, str], page: str) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for index, (piece, verdict) in enumerate(zip(outline.pieces, roles, strict=True)):
        span = Span(piece.start, piece.end)
        role = cast(Role, verdict.role)
        article = owners.get(index) if role not in FURNITURE_ROLES else None
        blocks.append(Block(record_id("block", page, span), page, span, role, article, verdict.rule, verdict.doubt))
    return tuple(blocks)


def _settled(
    outline: Outline, verdicts: Sequence[Verdict], headers: Sequence[Header], owned: Collection[int], know: Knowledge
) -> list[Verdict]:
    """The verdicts as the headers have them; what looks like article text but is in no article is furniture."""
    settled = list(verdicts)
    for header in headers:
        for index, verdict in header.roles.items():
            settled[index] = verdict
    stranded = [i for i, verdict in enumerate(settled) if i not in owned and verdict.role not in FURNITURE_ROLES]
    for index, verdict in zip(stranded, name_kinds(outline, stranded, know), strict=True):
        settled[index] = verdict
    return settled
