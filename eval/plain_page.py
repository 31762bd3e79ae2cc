"""A text as the page that the stage of articles would hand on: one article, each line that is not blank a block."""

import re
from dataclasses import dataclass

import numpy as np

from headwater.records import Article, Block, Span
from headwater.records.identity import record_id
from headwater.text import LITERAL, Decoded, PageText, TextBuilder

_LINE = re.compile(r"\S[^\n]*")


@dataclass(frozen=True, slots=True, eq=False)
class PlainPage:
    """Text, blocks and the one article; offsets are those of the text that was given."""

    text: PageText
    blocks: tuple[Block, ...]
    articles: tuple[Article, ...]


def plain_page(identity: str, text: str) -> PlainPage:
    """The page of this text; `identity` takes the place of the page's id."""
    sizes = [len(character.encode("utf-8", "surrogatepass")) for character in text]
    builder = TextBuilder(Decoded(text, "utf-8", np.array([0, *np.cumsum(sizes)], dtype=np.int64)))
    builder.add(text, 0, len(text), LITERAL)
    whole = Span(0, len(text))
    article = Article(
        record_id("article", identity, whole),
        identity,
        whole,
        "story",
        None,
        (),
        None,
        None,
        None,
        "en",
        (),
        None,
        "given",
    )
    blocks = tuple(
        Block(record_id("block", identity, span), identity, span, "body", article.id, "line")
        for span in (Span(match.start(), match.start() + len(match.group().rstrip())) for match in _LINE.finditer(text))
    )
    return PlainPage(builder.build(), blocks, (article,))
