"""Who speaks in each attribution of an article: namings given to entities."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from headwater.reading.attributions.cast import Cast
from headwater.reading.attributions.ground import Ground
from headwater.reading.attributions.naming import Naming
from headwater.reading.attributions.nesting import Voiced
from headwater.reading.attributions.stage import Stage
from headwater.records import Entity, Source
from headwater.records.attributions import SourceClass

_SOURCE_CLASSES = frozenset(("person", "organisation", "armed_group", "state", "outlet", "document", "unnamed"))
_BODIES = ("organisation", "armed_group", "outlet", "state")


@dataclass(slots=True, eq=False)
class Speaking:
    """The speakers that are known so far; attributions come in text order, parents before children."""

    ground: Ground
    cast: Cast
    stage: Stage
    sources: dict[int, tuple[Source, ...]] = field(default_factory=dict)

    def sources_of(self, at: int, voiced: Sequence[Voiced], namings: Sequence[Naming]) -> tuple[Source, ...]:
        """The sources of `voiced[at]`, of which these are the namings."""
        draft = voiced[at].draft
        parent = draft.parent if not draft.apart else None
        found = tuple(self._source(naming, parent, voiced) for naming in namings)
        self.sources[at] = found
        return found

    def _source(self, naming: Naming, parent: int | None, voiced: Sequence[Voiced]) -> Source:
        entity, told = self._entity(naming, parent, voiced)
        class_: SourceClass = naming.class_
        if entity is not None:
            class_ = entity.class_ if entity.class_ in _SOURCE_CLASSES else "state"  # type: ignore[assignment]
            paragraph = self.ground.paragraph_at(naming.span.start)
            self.stage.saw(paragraph, naming.span.start, entity, speaks=True)
        elif told is not None:
            class_ = told.class_
        described = naming.described_as or (told.described_as if told and entity is None else None)
        named = entity.name if entity else naming.name
        return Source(
            naming.span,
            naming.text,
            entity.id if entity else None,
            named,
            class_,
            naming.office,
            entity.side if entity else None,
            described if named is None or naming.name is None else None,
        )

    def _entity(
        self, naming: Naming, parent: int | None, voiced: Sequence[Voiced]
    ) -> tuple[Entity | None, Source | None]:
        """The entity, and for "they" and "I" the source that they stand for."""
        if not naming.pronoun:
            return self.cast.of(naming) or self.cast.role(naming), None
        word = naming.gender or naming.text.lower()
        paragraph = self.ground.paragraph_at(naming.span.start)
        speaker = self._outer(parent, naming, voiced)
        if speaker is not None:
            return self.cast.entities.get(speaker.entity or ""), speaker
        if word in ("who", "which"):
            classes = ("person",) if word == "who" else (*_BODIES, "document")
            return self.stage.last_before(paragraph, naming.span.start, classes), None
        if word in ("he", "she") and not self._in_own_words(parent, naming, voiced):
            return self.stage.who(naming, paragraph), None
        if word in ("they", "it") and not self._in_own_words(parent, naming, voiced):
            return self.stage.they(paragraph, naming.span.start, _BODIES), None
        return None, None

    def _outer(self, parent: int | None, naming: Naming, voiced: Sequence[Voiced]) -> Source | None:
        """The one who says "I", or of whom it is said that "he" thinks: the speaker of what the pronoun stands in."""
        if parent is None or len(self.sources.get(parent, ())) != 1:
            return None
        source, word = self.sources[parent][0], naming.gender or naming.text.lower()
        own = self._in_own_words(parent, naming, voiced)
        if own:
            return source if word == "i" else None
        person = source.class_ == "person" or (source.class_ == "unnamed" and source.text is not None)
        gender = self.cast.genders.get(source.entity or "", word)
        if word in ("he", "she") and person and gender == word:
            return source
        fits = word == "they" or (word == "it" and source.class_ in _BODIES)
        return source if fits and source.class_ != "person" else None

    def _in_own_words(self, parent: int | None, naming: Naming, voiced: Sequence[Voiced]) -> bool:
        """Does the pronoun stand between quotation marks, where "he" may be anybody?"""
        if parent is None:
            return False
        return any(
            content.verbatim and content.span.start <= naming.span.start < content.span.end
            for content in voiced[parent].contents
        )
