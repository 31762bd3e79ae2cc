"""A page from a few marked-up lines, for tests of the stages after articles.

One line is one block.  Its first character tells the role: `#` headline, `>` quotation, `-` list, `~` caption,
`@` byline, `%` furniture, none of these body.  `===` begins a new article; `=== fr` one in French.
"""

from dataclasses import dataclass

import numpy as np

from headwater.records import Article, Block, Span
from headwater.records.identity import record_id
from headwater.text import BREAK, LITERAL, Decoded, PageText, TextBuilder

ROLES = {"#": "headline", ">": "quotation", "-": "list", "~": "caption", "@": "byline", "%": "other"}
PAGE = "p0000000000000000"


@dataclass(frozen=True)
class MadePage:
    """What the stage of articles would hand on."""

    text: PageText
    blocks: tuple[Block, ...]
    articles: tuple[Article, ...]


def make_page(marked: str) -> MadePage:
    """The page that the marked-up lines describe."""
    lines = [line.strip() for line in marked.strip().splitlines()]
    parts: list[list[tuple[str, str]]] = [[]]
    languages = ["en"]
    for line in lines:
        if line.startswith("==="):
            if parts[-1]:
                parts.append([])
                languages.append("en")
            languages[-1] = line[3:].strip() or "en"
        elif line:
            role = ROLES.get(line[0], "body")
            parts[-1].append((role, line if role == "body" else line[1:].strip()))
    return _assemble(parts, languages)


def _assemble(parts: list[list[tuple[str, str]]], languages: list[str]) -> MadePage:
    source = "\n".join(words for part in parts for _, words in part)
    builder = TextBuilder(decoded(source))
    blocks: list[Block] = []
    articles: list[Article] = []
    for part, language in zip(parts, languages, strict=True):
        begin = builder.length
        spans: list[tuple[str, Span]] = []
        for role, words in part:
            if builder.length:
                builder.add("\n", builder.length, builder.length, BREAK)
            start = builder.length
            builder.add(words, start, start + len(words), LITERAL)
            spans.append((role, Span(start, builder.length)))
        span = Span(spans[0][1].start if spans else begin, builder.length)
        id_ = record_id("article", PAGE, span)
        articles.append(Article(id_, PAGE, span, "story", None, (), None, None, None, language, (), None, "made"))
        for role, where in spans:
            owner = None if role == "other" else id_
            blocks.append(Block(record_id("block", PAGE, where), PAGE, where, role, owner, "made"))  # type: ignore[arg-type]
    return MadePage(builder.build(), tuple(blocks), tuple(articles))


def decoded(source: str) -> Decoded:
    """The text as if it had come in as UTF-8."""
    sizes = [len(character.encode("utf-8", "surrogatepass")) for character in source]
    return Decoded(source, "utf-8", np.array([0, *np.cumsum(sizes)], dtype=np.int64))
