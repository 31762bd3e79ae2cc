"""One place that names somebody, before it is known who else is the same."""

from dataclasses import dataclass
from typing import Literal

from headwater.reading.names.dictionary import Actor
from headwater.records import Span
from headwater.records.attributions import EntityClass

Origin = Literal["dictionary", "rule", "encoder"]


@dataclass(frozen=True, slots=True)
class Naming:
    """A name as the text writes it, without article, title or possessive.

    `actor` is the dictionary's entry, where it has one.  `side` is a state or group that the words themselves say it
    belongs to ("Turkish police"), `organ` the kind of ministry.  `rule` is the name of the function that found it.
    """

    span: Span
    name: str
    class_: EntityClass
    origin: Origin
    rule: str
    actor: Actor | None = None
    side: str | None = None
    organ: str | None = None
    office: str | None = None
    ambiguous: tuple[Actor, ...] = ()
