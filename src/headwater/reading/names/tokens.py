"""Words and marks of a text, with nothing joined: a name may be half of "Iran-backed" or stand before "'s"."""

import re

from headwater.reading.words import Token

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")


def split(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text` in [start, end)."""
    return [
        Token(match.group(), match.start(), match.end(), match.group().lower())
        for match in _TOKEN.finditer(text, start, end)
    ]
