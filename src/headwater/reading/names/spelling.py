"""Words of names: what is one word, and which spellings are the same."""

import re

_WORD = re.compile(r"[^\W_]+")


def split_words(name: str) -> tuple[str, ...]:
    """The words of a name without what stands between them: Al-Masdar is two words, U.S. two letters."""
    return tuple(_WORD.findall(name))


def folded(name: str) -> str:
    """A name for comparing: lower case, no article, one space for whatever stands between words."""
    return " ".join(split_words(name.removeprefix("the ").removeprefix("The "))).casefold()
