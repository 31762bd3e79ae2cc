"""What befell a group: the words that say so."""

from collections.abc import Callable
from dataclasses import dataclass

from headwater.reading.quantities.group import Group
from headwater.reading.quantities.lexicon import Lexicon, Trigger
from headwater.reading.words import Token


@dataclass(frozen=True, slots=True)
class Link:
    """Tokens [first, last) that say what befell those counted, none where the noun alone does; `part` where the words
    make the count part of a whole, `noun` where they are no verb."""

    first: int
    last: int
    trigger: Trigger
    part: bool = False
    noun: bool = False


Rule = Callable[[list[Token], Group, Lexicon], Link | None]
