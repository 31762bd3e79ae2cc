"""Who and what a page names: what the stage of names gives back."""

from dataclasses import dataclass

from headwater.records import Entity, Mention


@dataclass(frozen=True, slots=True)
class Named:
    """The entities of each article, and every place that names one; both in text order."""

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
