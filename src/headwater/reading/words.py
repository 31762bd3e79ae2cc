"""Words and marks of a stretch of text, with their places: what the rules of every stage look at."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+(?![\d,])|\w+(?:[.'’-]\w+)*(?:(?<=s)['’](?=\s\w))?|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or one mark, as it stands and in lower case; `start` and `end` count in the page text."""

    text: str
    start: int
    end: int
    lower: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def word(self) -> bool:
        return self.text[0].isalnum()


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text` in [start, end)."""
    return [
        Token(match.group(), match.start(), match.end(), match.group().lower())
        for match in _TOKEN.finditer(text, start, end)
    ]
