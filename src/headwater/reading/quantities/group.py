"""Who or what is counted: a stretch of words with its number and noun."""

from dataclasses import dataclass
from typing import Literal

from headwater.reading.quantities.figures import Figure
from headwater.reading.quantities.lexicon import Noun
from headwater.reading.quantities.nouns import Head

Kind = Literal["number", "one", "plural", "named", "pronoun"]
PERSON = Noun("unknown", None, None, False)


@dataclass(frozen=True, slots=True)
class Group:
    """Tokens [figure.first, last) that stand for those counted.  `head` is their noun, null for a bare figure: "killed
    12"."""

    figure: Figure
    last: int
    head: Head | None
    kind: Kind

    @property
    def unit(self) -> str | None:
        """The unit of things; null for people and bare figures."""
        return self.head.noun.unit if self.head else None


def exact(first: int, last: int, number: int, further: bool = False) -> Figure:
    return Figure(first, last, number, number, number, "exact", further=further)
