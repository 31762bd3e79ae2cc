"""From what a person types to a full-text query, and from a marked snippet to offsets."""

import re
from typing import Any

from sqlalchemy import Connection, text

from headwater.ledger.base import Hit
from headwater.ledger.loading import load
from headwater.records import Article, PageRecord

QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]{0,500})[\"“”„«»]|([^\s\"“”„«»]{1,200})")
MOST_WORDS = 64
OPEN, CLOSE = "\x02", "\x03"
SEARCH = text(
    "SELECT articles.record AS article, pages.record AS page,"
    " snippet(words, -1, :open, :close, '…', 32) AS snippet"
    " FROM words JOIN articles ON articles.number = words.rowid JOIN pages ON pages.number = articles.page"
    " WHERE words MATCH :match"
    " ORDER BY bm25(words, 4.0, 1.0), articles.page_id, articles.start LIMIT :limit OFFSET :offset"
)


def match_of(query: str) -> str | None:
    """The query with each word and each phrase quoted, so that nothing in it is syntax; None where no word is left.

    >>> match_of('strike AND "oil depot" (x*')
    '"strike" "AND" "oil depot" "(x*"'
    """
    parts = [phrase or word for phrase, word in QUOTED.findall(query)]
    told = [_quote(part) for part in parts if any(char.isalnum() for char in part)]
    return " ".join(told[:MOST_WORDS]) or None


def _quote(part: str) -> str:
    safe = part.encode(errors="replace").decode().replace("\0", " ").replace('"', " ")
    return f'"{safe}"'


def unmark(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A snippet without its marks, and where they stood.

    >>> unmark("the \\x02depot\\x03 at night")
    ('the depot at night', ((4, 9),))
    """
    text = ""
    marks: list[tuple[int, int]] = []
    for part in marked.split(OPEN):
        word, closed, rest = part.partition(CLOSE)
        if closed:
            marks.append((len(text), len(text) + len(word)))
        text += word + rest
    return text, tuple(marks)


def search(connection: Connection, query: str, *, limit: int, offset: int) -> list[Hit]:
    """Articles with all words of the query, best first; a word in the title counts four times one in the text."""
    match = match_of(query)
    if match is None:
        return []
    values = {"match": match, "open": OPEN, "close": CLOSE, "limit": limit, "offset": offset}
    return [_hit(row) for row in connection.execute(SEARCH, values)]


def _hit(row: Any) -> Hit:
    text_, marks = unmark(row.snippet)
    return Hit(load(Article, row.article), load(PageRecord, row.page), text_, marks)
