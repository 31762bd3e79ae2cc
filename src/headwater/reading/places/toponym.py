"""Words that name a place."""

from dataclasses import dataclass
from typing import Literal

from headwater.records import Span

Way = Literal["given", "heard", "known", "demonym"]


@dataclass(frozen=True, slots=True)
class Toponym:
    """Words that name a place, at tokens [first, last) of a line.

    `name` is what the gazetteer is asked for: the words themselves, or what a short form or a demonym stands for;
    `inside` another name; heard as a `state`.
    """

    line: int
    first: int
    last: int
    span: Span
    text: str
    name: str
    way: Way
    inside: bool = False
    state: bool = False
