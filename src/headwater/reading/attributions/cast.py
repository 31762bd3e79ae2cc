"""The speakers of one article: which namings are the same speaker."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from headwater.reading.attributions.naming import Naming
from headwater.records import Entity, Mention
from headwater.records.identity import record_id


@dataclass(frozen=True, slots=True)
class Voice:
    """A naming beside a cue, in the paragraph with this index."""

    naming: Naming
    paragraph: int


@dataclass(frozen=True, slots=True, eq=False)
class Cast:
    """Every named speaker of an article; `of` finds the entity of a naming, null where more than one could be meant."""

    article: str
    entities: dict[str, Entity]
    namings: Sequence[Naming]
    longer: Mapping[str, frozenset[str]]
    genders: Mapping[str, str]
    by_last_name: Mapping[str, Entity]
    name_words: frozenset[str]

    def of(self, naming: Naming) -> Entity | None:
        """The entity that this naming names."""
        key = _key(naming)
        return None if key is None else self.entities.get(_settle(key, self.longer) or "")

    def mentions(self, page: str, entities: frozenset[str]) -> list[Mention]:
        """One mention for each place that names one of these entities as a speaker."""
        found: dict[str, Mention] = {}
        for naming in self.namings:
            entity = self.of(naming)
            if entity and entity.id in entities:
                id_ = record_id("mention", page, naming.span)
                found[id_] = Mention(id_, entity.id, self.article, naming.span, naming.text)
        return sorted(found.values(), key=lambda mention: mention.span)


def cast_of(article: str, page: str, namings: Sequence[Naming]) -> Cast:
    """The cast of these namings.  A last name alone is the one longer name that ends in it, if there is just one."""
    ordered = sorted(namings, key=lambda naming: naming.span)
    longer = _longer(ordered)
    entities: dict[str, Entity] = {}
    for naming in ordered:
        key = _key(naming)
        settled = _settle(key, longer) if key else None
        if naming.name is None or settled is None:
            continue
        before = entities.get(settled)
        if before is None:
            id_ = record_id("entity", page, naming.span, naming.class_)
            entities[settled] = Entity(id_, article, naming.name, naming.class_, described_as=naming.office)
        elif len(naming.name) > len(before.name):
            entities[settled] = Entity(before.id, article, naming.name, before.class_, described_as=before.described_as)
    persons = [entity for entity in entities.values() if entity.class_ == "person"]
    return Cast(
        article,
        entities,
        ordered,
        longer,
        _genders(ordered, entities, longer),
        {entity.name.split()[-1]: entity for entity in persons},
        frozenset(word for entity in persons for word in entity.name.split()),
    )


def _genders(
    namings: Iterable[Naming], entities: Mapping[str, Entity], longer: Mapping[str, frozenset[str]]
) -> dict[str, str]:
    """By entity "he" or "she", as the first title that it bears tells."""
    genders: dict[str, str] = {}
    for naming in namings:
        key = _key(naming)
        entity = entities.get(_settle(key, longer) or "") if key else None
        if entity and naming.gender:
            genders.setdefault(entity.id, naming.gender)
    return genders


def _key(naming: Naming) -> str | None:
    if naming.name is None:
        return None
    name = naming.name.casefold().removeprefix("the ")
    return f"{'person' if naming.class_ == 'person' else 'body'}:{name}"


def _longer(namings: Iterable[Naming]) -> dict[str, frozenset[str]]:
    """For each last name, the longer names that end in it."""
    longer: dict[str, set[str]] = {}
    for naming in namings:
        key = _key(naming)
        if key and key.startswith("person:") and " " in key:
            longer.setdefault("person:" + key.rsplit(" ", 1)[1], set()).add(key)
    return {last: frozenset(names) for last, names in longer.items()}


def _settle(key: str, longer: Mapping[str, frozenset[str]]) -> str | None:
    names = longer.get(key, frozenset())
    return key if not names else next(iter(names)) if len(names) == 1 else None
