"""A sentence as the rules of places see it: its tokens, with possessives and names that a hyphen joins taken apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from headwater.reading.places.lists import Lists
from headwater.reading.words import Token, tokenize
from headwater.records import Span

MARRED = 5_000  # people of a place that may have lost its apostrophe
_POSSESSIVE = re.compile(r"['’]s?$")
_PIECE = re.compile(r"[^-]+|-")
_NAMED = re.compile(r"[a-z]{1,4}-[A-Z]")
_ARTICLE = re.compile(r"^(?:al|el|ar|as|ad|az|an|at|ash)-", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of an article, the `number`-th of it; `text` is the whole page's."""

    number: int
    article: str
    text: str = field(repr=False)
    span: Span
    tokens: Sequence[Token]

    def words(self, first: int, last: int) -> str:
        """The words of tokens [first, last), as they stand."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def named(self, index: int) -> bool:
        """Whether the word there has a capital, be it behind an article: al-Raqqa, ez-Zor."""
        token = self.tokens[index]
        return token.capital or ("-" in token.text and bool(_NAMED.match(token.text)))

    def lower(self, index: int) -> str:
        """The token there in lower case; empty outside the sentence."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""


def line_of(text: str, article: tuple[str, int], span: Span, lists: Lists) -> Line:
    """The sentence with its tokens; `article` is an id, and which sentence of it this is."""
    marred = not _keeps_apostrophes(text)
    tokens = [piece for token in tokenize(text, span.start, span.end) for piece in _cut(token, lists, marred=marred)]
    return Line(article[1], article[0], text, span, tokens)


@lru_cache(maxsize=8)
def _keeps_apostrophes(text: str) -> bool:
    return "'s" in text or "’s" in text


def _cut(token: Token, lists: Lists, *, marred: bool) -> Iterator[Token]:
    """Syria + 's; Damascus + - + Aleppo; US + - + led; but al-Raqqa and Deir-ez-Zor stay whole.  In texts that have
    lost their apostrophes, Syrias is Syria + s."""
    if token.text.isalpha() and not (token.capital and token.text.endswith("s")):
        yield token
        return
    bare = _POSSESSIVE.sub("", token.text)
    if marred and bare == token.text and token.capital and bare.endswith("s") and _marred(bare, lists):
        bare = bare[:-1]
    if bare != token.text and bare:
        middle = token.start + len(bare)
        yield from _cut(Token(bare, token.start, middle, bare.lower()), lists, marred=marred)
        yield Token(token.text[len(bare) :], middle, token.end, token.lower[len(bare) :])
        return
    if "-" not in token.text or not _apart(token.text, lists):
        yield token
        return
    for piece in _PIECE.finditer(token.text):
        start = token.start + piece.start()
        yield Token(piece.group(), start, token.start + piece.end(), piece.group().lower())


def _marred(word: str, lists: Lists) -> bool:
    if len(word) < 5 or word in lists.demonyms or lists.gazetteer.named(word):
        return False
    if word[:-1].lower() in lists.words["never"]:
        return False
    return any(lists.gazetteer.place(row).population >= MARRED for row, _ in lists.gazetteer.named(word[:-1]))


def _apart(text: str, lists: Lists) -> bool:
    """Whether a hyphen joins two words of which one is a place or a people."""
    if _ARTICLE.match(text) or text.lower() in lists.directions or lists.gazetteer.named(text):
        return False
    pieces = text.split("-")
    return any(
        piece[:1].isupper() and (piece in lists.short or piece in lists.demonyms or _large(piece, lists))
        for piece in pieces
    )


def _large(piece: str, lists: Lists) -> bool:
    rows = lists.gazetteer.named(piece)
    return any(lists.gazetteer.place(row).population > 20_000 for row, _ in rows)
