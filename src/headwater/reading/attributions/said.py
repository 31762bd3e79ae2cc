"""What this stage gives back."""

from dataclasses import dataclass

from headwater.records import Attribution, Entity, Mention


@dataclass(frozen=True, slots=True)
class Said:
    """All that is somebody's word on a page, and those who are named as saying it; each kind in text order."""

    attributions: tuple[Attribution, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
