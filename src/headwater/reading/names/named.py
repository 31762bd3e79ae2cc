"""What this stage gives back."""

from dataclasses import dataclass

from headwater.records import Entity, Mention


@dataclass(frozen=True, slots=True)
class Named:
    """The entities of a page's articles in the order of their first mention, and all mentions in text order.

    Each mention's entity is among the entities, and no two mentions overlap.
    """

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
