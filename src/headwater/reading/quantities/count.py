"""A group with what befell it."""

from dataclasses import dataclass

from headwater.reading.quantities.group import Group
from headwater.reading.quantities.lexicon import Noun
from headwater.reading.quantities.link import Link


@dataclass(frozen=True, slots=True)
class Count:
    """A group and what befell it.  `whole` is the count that it is part of, or besides; `part` without it: of a whole
    that stands elsewhere.  `like` is the noun of a count before whose kind "others" and bare figures are."""

    group: Group
    link: Link
    unit: str
    rule: str
    whole: "Count | None" = None
    besides: bool = False
    part: bool = False
    like: Noun | None = None
