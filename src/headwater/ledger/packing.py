"""A page with its reading as the rows that the ledger keeps: pure, so that it may run on any worker."""

import json
import zlib
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from headwater.ledger.kinds import bundled_in, place
from headwater.records import ARTICLE_ROLES, Article, Page, PageRecord, Reading, Unread
from headwater.records.plain import to_plain

LEVEL = 6


@dataclass(frozen=True, slots=True)
class PackedArticle:
    """An article with the words it is searched by; `columns` are those of table articles from `start` on."""

    id: str
    columns: tuple[Any, ...]
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class PackedPage:
    """One page, ready to be stored.  `digest` is equal for equal records, text and bytes."""

    id: str
    columns: tuple[Any, ...]
    digest: str
    contents: tuple[bytes | None, bytes | None, bytes | None]
    bundles: tuple[tuple[str, int, bytes], ...]
    articles: tuple[PackedArticle, ...]
    ids: str


def dumps(plain: Any) -> str:
    """Compact JSON that can always be encoded: a lone surrogate, and then all but ASCII, is written as an escape."""
    line = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return line if encodable(line) else json.dumps(plain, separators=(",", ":"))


def encodable(text: str) -> bool:
    """Whether the text has a form in UTF-8, which a lone surrogate has not."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def clean(text: str | None) -> str | None:
    """The text for a column that is only sorted and searched by: whatever has no form in UTF-8 becomes `?`."""
    return None if text is None else text.encode(errors="replace").decode().replace("\0", " ")


def squeeze(text: str) -> bytes:
    """Text, compressed."""
    return zlib.compress(text.encode(errors="surrogatepass"), LEVEL)


def unsqueeze(data: bytes) -> str:
    """What `squeeze` was given."""
    return zlib.decompress(data).decode(errors="surrogatepass")


def pack_page(page: Page | None, outcome: Reading | Unread, *, keep_bytes: bool = True) -> PackedPage:
    """The rows of one page; `page` is None for a part of a container that never became one."""
    record = outcome.page
    data = page.data if page is not None and keep_bytes else None
    reading = outcome if isinstance(outcome, Reading) else None
    plain = [(kind, _bundle(records)) for kind, records in bundled_in(reading) if records] if reading else []
    articles = tuple(_pack_article(article, reading) for article in reading.articles) if reading else ()
    texts = [dumps(items) for _, items in plain]
    sentences = dumps([[span.start, span.end] for span in reading.sentences]) if reading else None
    text = reading.text if reading else None
    columns = _page_columns(record, outcome)
    return PackedPage(
        id=record.id,
        columns=columns,
        digest=_digest(*columns, sentences, text, data is not None, *texts, *(a.columns[-1] for a in articles)),
        contents=(
            None if text is None else squeeze(text),
            None if sentences is None else squeeze(sentences),
            None if data is None else zlib.compress(data, LEVEL),
        ),
        bundles=tuple((kind, len(items), squeeze(json_)) for (kind, items), json_ in zip(plain, texts, strict=True)),
        articles=articles,
        ids=" ".join(item["id"] for _, items in plain for item in items),
    )


def _bundle(records: tuple[Any, ...]) -> list[dict[str, Any]]:
    return [to_plain(record) for record in sorted(records, key=place)]


def _page_columns(record: PageRecord, outcome: Reading | Unread) -> tuple[Any, ...]:
    """Columns of table pages from `location` to `detail`, and the record."""
    told = (outcome.stage, outcome.reason, outcome.detail) if isinstance(outcome, Unread) else (None, None, None)
    status = "unread" if isinstance(outcome, Unread) else "read"
    return (clean(record.location), status, *map(clean, told), dumps(to_plain(record)))


def _pack_article(article: Article, reading: Reading) -> PackedArticle:
    title = clean(article.title.text) if article.title else None
    body = "\n".join(
        reading.text[block.span.start : block.span.end]
        for block in sorted(reading.blocks, key=place)
        if block.article == article.id and block.role in ARTICLE_ROLES and not (title and block.role == "headline")
    )
    columns = (
        article.span.start,
        title,
        clean(article.publisher.name) if article.publisher else None,
        article.published.date if article.published else None,
        article.language,
        article.kind,
        dumps(to_plain(article)),
    )
    return PackedArticle(article.id, columns, title or "", clean(body) or "")


def _digest(*parts: object) -> str:
    hashed = blake2b(digest_size=16)
    for part in parts:
        hashed.update(str(part).encode(errors="surrogatepass") + b"\0")
    return hashed.hexdigest()
